import type { Orientation, Step } from './operation.ts';

/** The orientation of every value: transpositions change it, and what is the same at every cell keeps it. */
export function orientations(
  input: string,
  start: Orientation,
  steps: readonly Step[],
): ReadonlyMap<string, Orientation> {
  const found = new Map<string, Orientation>([[input, start]]);
  for (const step of steps) {
    const read = step.inputs.map(name => found.get(name));
    const before = (['nhwc', 'nchw'] as const).find(one => read.includes(one)) ?? 'none';
    const after = oriented(step, before);
    for (const name of step.outputs) found.set(name, after);
  }
  return found;
}

function oriented(step: Step, before: Orientation): Orientation {
  const { axes } = step.facts;
  const how = typeof axes === 'function' ? axes(step) : axes;
  if (how === 'turned' && before !== 'none') return before === 'nhwc' ? 'nchw' : 'nhwc';
  if (how === 'nchw') return 'nchw';
  return how === 'as-they-come' ? before : 'none';
}

/** A transposition between the two ways of counting. */
export function turnsLayout(step: Step): boolean {
  return ['0,2,3,1', '0,3,1,2'].includes((step.attributes.ints('perm') ?? []).join());
}
