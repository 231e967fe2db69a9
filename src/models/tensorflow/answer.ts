import { CamdriftError } from '../../errors.ts';
import { type Ref, type Step, stepsOf } from '../_saved-model/step.ts';

export interface Output {
  /** What the model's signature calls it, or its node. */
  readonly key: string;
  readonly ref: Ref;
}

/** The output that is explained: the only one that depends on the picture, or the one that is named by its key or node. */
export function chosenAnswer(
  outputs: readonly Output[],
  nodes: ReadonlyMap<Step, string>,
  wanted: string | undefined,
): Ref {
  const all = stepsOf(outputs.map(({ ref }) => ref));
  const pictured = new Set<Step>();
  for (const step of all) if (step.op === 'Placeholder' || step.inputs.some(({ step: other }) => pictured.has(other))) pictured.add(step); // biome-ignore format: one line
  const usable = outputs.filter(({ ref }) => pictured.has(ref.step));
  const found = wanted === undefined ? onlyOf(usable) : (named(usable, wanted) ?? nodeNamed(pictured, nodes, wanted));
  if (found) return found;
  const choices = [...new Set(usable.flatMap(({ key, ref }) => [key, nodes.get(ref.step) ?? key]))];
  const what = wanted === undefined ? 'and none was chosen' : `but not \`${wanted}\``;
  throw new CamdriftError(
    'model-unsupported',
    `The graph has the outputs ${choices.map(choice => `\`${choice}\``).join(', ')}, ${what}.`,
    { remedy: 'Name the one that holds the class scores with --output.' },
  );
}

function onlyOf(outputs: readonly Output[]): Ref | undefined {
  const [first, ...others] = outputs;
  const same = others.every(({ ref }) => ref.step === first?.ref.step && ref.index === first.ref.index);
  return same ? first?.ref : undefined;
}

const named = (outputs: readonly Output[], wanted: string): Ref | undefined =>
  outputs.find(({ key }) => key === wanted)?.ref;

function nodeNamed(steps: Iterable<Step>, nodes: ReadonlyMap<Step, string>, wanted: string): Ref | undefined {
  const [, name, index] = /^(.*?)(?::(\d+))?$/s.exec(wanted)!;
  for (const step of steps) {
    if (nodes.get(step) === wanted) return { step, index: 0 };
    if (nodes.get(step) === name) return { step, index: Number(index ?? 0) };
  }
  return undefined;
}

/** The picture. @throws CamdriftError `model-unsupported` where there is none, or more than one */
export function onlyPicture(answer: Ref): Step {
  const inputs = stepsOf([answer]).filter(({ op }) => op === 'Placeholder');
  if (inputs.length === 1) return inputs[0]!;
  throw new CamdriftError(
    'model-unsupported',
    `The graph has ${inputs.length} inputs (${inputs
      .map(({ name }) => name)
      .toSorted()
      .join(', ')}); camdrift explains models with one image input.`,
  );
}
