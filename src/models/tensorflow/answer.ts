import { type DeclaredOutput, outputsProblem, requireFitting } from '../_outputs.ts';
import { type Ref, type Step, stepsOf } from '../_saved-model/step.ts';

export interface Output {
  /** What the model's signature calls it, or its node. */
  readonly key: string;
  readonly ref: Ref;
  /** As the signature declares it, images first. */
  readonly shape?: DeclaredOutput['shape'];
}

/** The output that is explained: the only one that depends on the picture, or the one that is named by its key or node. */
export function chosenAnswer(
  outputs: readonly Output[],
  nodes: ReadonlyMap<Step, string>,
  wanted: string | undefined,
): Ref {
  const all = stepsOf(outputs.map(({ ref }) => ref));
  const pictured = new Set<Step>();
  for (const step of all)
    if (step.op === 'Placeholder' || step.inputs.some(({ step: other }) => pictured.has(other))) pictured.add(step);
  const usable = outputs.filter(({ ref }) => pictured.has(ref.step));
  const declared = usable.map(({ key, shape }): DeclaredOutput => ({ name: key, shape }));
  const at = wanted === undefined ? onlyOf(usable) : usable.findIndex(({ key }) => key === wanted);
  if (at >= 0) requireFitting(declared[at]!, declared);
  const found = usable[at]?.ref ?? (wanted === undefined ? undefined : nodeNamed(pictured, nodes, wanted));
  if (found) return found;
  throw outputsProblem('graph', declared, wanted);
}

/** The place of the first where all are one value, else -1. */
function onlyOf([first, ...others]: readonly Output[]): number {
  const same = others.every(({ ref }) => ref.step === first?.ref.step && ref.index === first.ref.index);
  return first && same ? 0 : -1;
}

function nodeNamed(steps: Iterable<Step>, nodes: ReadonlyMap<Step, string>, wanted: string): Ref | undefined {
  const [, name, index] = /^(.*?)(?::(\d+))?$/s.exec(wanted)!;
  for (const step of steps) {
    if (nodes.get(step) === wanted) return { step, index: 0 };
    if (nodes.get(step) === name) return { step, index: Number(index ?? 0) };
  }
  return undefined;
}

/** What has to be fed for an answer. */
export const feedsOf = (answer: Ref): Step[] => stepsOf([answer]).filter(({ op }) => op === 'Placeholder');
