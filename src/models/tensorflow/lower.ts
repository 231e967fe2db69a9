import { CamdriftError } from '../../errors.ts';
import { pictureAmong } from '../_inputs.ts';
import { type Ref, type Step, stepsOf } from '../_saved-model/step.ts';
import { Builder, type Built, type Value } from '../lowering/builder.ts';
import { type Input, NodeCall } from './call.ts';
import { typeOf } from './operations/arithmetic.ts';
import { operationOf } from './operations/index.ts';

/** What a graph is fed with: sizes as the file counts, images first; `null` for those it leaves open. */
export interface Feed {
  readonly name: string;
  readonly sizes: readonly (number | null)[];
  /** Whether it is declared as bytes. */
  readonly isBytes?: boolean;
}

/** A frozen graph: numbers in place of variables, one answer; a picture is fed, and what is given beside it. */
export interface Frozen {
  readonly answer: Ref;
  readonly feeds: readonly Feed[];
  /** What its nodes are called. */
  readonly names: ReadonlyMap<Step, string>;
}

/**
 * As steps of the executor: each node of the file is a layer under its own name.
 * @param given names of the inputs that are given something else than the picture
 */
export function lowered({ answer, feeds, names }: Frozen, given: Iterable<string> = []): Built {
  const steps = stepsOf([answer]);
  requireKnown(steps);
  const builder = new Builder();
  const picture = pictureAmong(feeds, given);
  const fed = new Map(
    feeds.map(feed => [
      feed.name,
      feed === picture ? pictureOf(builder, feed) : builder.further(feed.name, feed.sizes),
    ]),
  );
  const values = new Map<Step, readonly Input[]>();
  for (const step of steps) values.set(step, made(builder, step, { values, names, fed }));
  const value = values.get(answer.step)?.[answer.index];
  if (value) return builder.built(value);
  throw missing(answer);
}

interface Context {
  readonly values: ReadonlyMap<Step, readonly Input[]>;
  readonly names: Frozen['names'];
  readonly fed: ReadonlyMap<string, Value>;
}

function made(builder: Builder, step: Step, { values, names, fed }: Context): readonly Input[] {
  if (step.op === 'Placeholder') return [fed.get(step.name)!];
  const name = names.get(step)!;
  if (step.value) return [constant(builder, name, step.value)];
  const inputs = step.inputs.map(ref => values.get(ref.step)?.[ref.index] ?? fail(ref));
  const { kind, lower } = operationOf(step.op)!;
  const call = new NodeCall(builder, { ...step, name }, inputs);
  return builder.layer({ name, operation: step.op, kind }, () => lower(call));
}

function pictureOf(builder: Builder, { name, sizes: shape, isBytes = false }: Feed): Value {
  const [images = null, first = null, second = null, third = null] = shape;
  if (shape.length === 3)
    return builder.withoutChannels(builder.input(name, [images, 1, first, second], true, isBytes));
  if (shape.length !== 4) return builder.input(name, shape.length > 0 ? shape : [null], false, isBytes);
  const isFirst = first !== null && first <= 4 && (third === null || third > 4);
  return isFirst
    ? builder.input(name, shape, false, isBytes)
    : builder.input(name, [images, third, first, second], true, isBytes);
}

function constant(builder: Builder, name: string, numbers: NonNullable<Step['value']>): Input {
  const { shape } = numbers;
  let made: string | undefined;
  return {
    get plain() {
      made ??= builder.constant(shape, () => numbers.data, `\`${name}\``, typeOf(numbers));
      return made;
    },
    rank: shape.length,
    numbers,
  };
}

const missing = ({ step, index }: Ref) =>
  new CamdriftError(
    'model-unreadable',
    `The graph reads output ${index} of \`${step.name}\` (${step.op}), which it does not have.`,
  );

const fail = (ref: Ref): never => {
  throw missing(ref);
};

const mostNamed = 5;

function requireKnown(steps: readonly Step[]): void {
  const known = (step: Step) => step.op === 'Placeholder' || step.value !== undefined || operationOf(step.op);
  const unknown = new Map(steps.filter(step => !known(step)).map(step => [step.op, step.name]));
  if (unknown.size === 0) return;
  const named = [...unknown].slice(0, mostNamed).map(([op, name]) => `\`${op}\` (\`${name}\`)`);
  const more = unknown.size > mostNamed ? ` and ${unknown.size - mostNamed} more` : '';
  throw new CamdriftError(
    'model-unsupported',
    `The model uses operations that camdrift does not run: ${named.join(', ')}${more}.`,
    { remedy: 'Export the model without them, or name an output that does not need them with --output.' },
  );
}
