import { isImage, isImageLast } from '../_arrangement.ts';
import type { GraphNode, Kind } from '../_graph.ts';
import type { Arrangements } from './arrangements.ts';
import { multiplying } from './cells.ts';
import type { CellFacts, Facts, Step } from './operation.ts';

import type { DataType, Shape } from './value.ts';

interface Seen {
  readonly input: string;
  readonly nameOf: (value: string) => string;
  readonly facts: Facts;
  readonly cells: Arrangements;
  readonly shapes: ReadonlyMap<string, Shape>;
  /** Values of whole numbers and truths. */
  readonly whole: ReadonlySet<string>;
}

/** Only values that somebody reads are nodes; a step with several outputs becomes several. */
export function nodesOf(steps: readonly Step[], seen: Seen): GraphNode[] {
  const { input, nameOf, shapes, cells, whole } = seen;
  const facts = { ...seen.facts, arrangement: cells.of };
  const start: GraphNode = { name: nameOf(input), operation: 'Input', kind: 'input', inputs: [] };
  const nodes = steps.flatMap(step =>
    step.outputs
      .filter(value => shapes.has(value))
      .map(value => ({
        name: nameOf(value),
        operation: step.operation,
        kind: kindOf(step, facts),
        inputs: [...new Set(step.inputs)].filter(name => shapes.has(name)).map(nameOf),
        ...patchesOf(value, step, seen),
        ...(rectifies(step, facts) && { rectifies: true }),
        ...(multiplies(step, facts) && { attends: true }),
        ...(whole.has(value) && { isWhole: true }),
        ...(cells.isBeside(value) && { skipsPatches: true }),
      })),
  );
  return [start, ...nodes];
}

/** A scale that begins at zero. */
function rectifies({ operation, inputs }: Step, facts: Facts): boolean {
  if (operation !== 'QuantizeLinear') return false;
  const zero = inputs[2] ? facts.constant(inputs[2]) : undefined;
  if (zero === undefined) return !inputs[2];
  const lowest = lowestSteps[zero.type];
  return lowest !== undefined && zero.data.length === 1 && zero.data[0] === lowest;
}

const lowestSteps: Partial<Record<DataType, number>> = { uint8: 0, uint16: 0, int8: -128, int16: -32768 };

const multiplies = ({ inputs, facts: { cells } }: Step, facts: Facts): boolean =>
  cells === multiplying && inputs.slice(0, 2).every(name => !facts.constant(name));

function kindOf(step: Step, facts: CellFacts): Kind {
  const { features } = step.facts;
  return typeof features === 'string' ? features : features(step, facts);
}

/** What is an image is shown as one; other arrangements are shown as patches. */
function patchesOf(
  value: string,
  step: Step,
  { cells, shapes, input }: Seen,
): Pick<GraphNode, 'patches' | 'isImage' | 'isPieces'> {
  const found = cells.of(value);
  const shape = shapes.get(value)!;
  if (!found) return shape.length === 4 && shape[0] !== shapes.get(input)?.[0] ? { isPieces: true } : {};
  if (isImage(found) || isImageLast(found)) return { isImage: true };
  return { patches: { arrangement: found, mixes: cells.mixes(step) } };
}
