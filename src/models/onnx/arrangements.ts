import { type Arrangement, arranged, imageArrangement, stretch } from '../_arrangement.ts';
import { anImage, inPlace } from './cells.ts';
import type { CellRule, Facts, Followed, Operation, Step } from './operation.ts';

import type { Shape } from './value.ts';

/** Where the cells of the image's grid lie, value by value, as far as every step says where it takes them. */
export interface Arrangements {
  of(value: string): Arrangement | undefined;
  /** Whether a step makes entries of one cell from other cells, too. */
  mixes(step: Step): boolean;
  /** Whether a value is of tokens that are none of the cells, such as the class token. */
  isBeside(value: string): boolean;
}

/** Follows the cells from the image through every step. Its pixels are the first; each convolution makes cells of its own. */
export function arrangementsOf(
  steps: readonly Step[],
  input: { readonly name: string; readonly isLast: boolean; readonly cells?: Arrangement | undefined },
  facts: Facts,
): Arrangements {
  const found = new Map<string, Arrangement>();
  const mixing = new Set<Step>();
  const beside = new Set<string>();
  const pixels = input.cells ?? pixelsOf(facts.shape(input.name) ?? [], input.isLast);
  if (pixels) found.set(input.name, pixels);
  const images = facts.shape(input.name)?.[0];
  // Pieces that are cut out of the images and go on as if they were images are more than there are.
  const isOf = ({ axes }: Arrangement) => axes.flat().every(({ of, size }) => of !== 'image' || size === images);
  const known = { ...facts, arrangement: (name: string) => found.get(name) };
  const note = (step: Step, value: string, at: number): void => {
    const followed: Followed = ruleOf(step.facts.cells)(step, known, at);
    if (followed === 'beside') beside.add(value);
    else if (followed && isOf(followed.arrangement)) found.set(value, followed.arrangement);
    if (typeof followed === 'object' && followed.mixes) mixing.add(step);
  };
  for (const step of steps) {
    if (step.facts.cells === 'placed') mixing.add(step);
    for (const [at, value] of step.outputs.entries()) if (facts.shape(value)) note(step, value, at);
  }
  return {
    of: value => found.get(value),
    mixes: step => mixing.has(step),
    isBeside: value => beside.has(value),
  };
}

const nowhere: CellRule = () => undefined;
const rules = { kept: inPlace, placed: inPlace, image: anImage, lost: nowhere } as const;
const ruleOf = (cells: Operation['cells']): CellRule => (typeof cells === 'string' ? rules[cells] : cells);

function pixelsOf(shape: Shape, isLast: boolean): Arrangement | undefined {
  if (shape.length !== 4) return undefined;
  if (!isLast) return imageArrangement(shape);
  const [images, height, width, channels] = shape as [number, number, number, number];
  const axes = [
    [stretch('image', images)],
    [stretch('row', height)],
    [stretch('column', width)],
    [stretch('other', channels)],
  ];
  return arranged({ axes, channels, sure: true }, axes);
}
