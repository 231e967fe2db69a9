import { CamdriftError } from '../../errors.ts';
import type { Bundle } from './bundle.ts';
import { decoded } from './decoded.ts';
import type { Inlined } from './inline.ts';
import type { Ref, Step } from './step.ts';
import { TrackableObjectGraphSchema } from './tensorflow_pb.ts';
import type { Value } from './values.ts';

/**
 * Values of variables as TensorFlow itself would find them: the file holds a graph that reads each by its name in the
 * bundle (`RestoreV2`) and assigns it. Names of variables in the graph and in the bundle need not resemble each other.
 * @param restore the operation that does it
 * @param open opens the bundle, when the first variable is needed
 */
export function variables(
  graph: Inlined,
  restore: string,
  open: () => Promise<Bundle>,
): (handle: Step) => Promise<Value> {
  const names = new Map<string, string>();
  for (const op of ['AssignVariableOp', 'Assign'])
    for (const [handle, value] of graph.inputsOf(op, restore)) {
      if (handle && value?.step.op === 'RestoreV2') names.set(variableName(handle.step), restoredName(value));
    }
  const read = new Map<string, Value>();
  let opened: Promise<Opened> | undefined;
  return async handle => {
    const variable = variableName(handle);
    opened ??= open().then(async bundle => ({ bundle, listed: await listedNames(bundle) }));
    const { bundle, listed } = await opened;
    const name = names.get(variable) ?? listed.get(variable);
    const value = read.get(variable) ?? (await readVariable(bundle, variable, name));
    read.set(variable, value);
    return value;
  };
}

interface Opened {
  readonly bundle: Bundle;
  readonly listed: ReadonlyMap<string, string>;
}

/**
 * Names in the bundle by those of variables, as Python's loader finds them: in a list that the bundle itself holds. For models
 * whose graph restores copies of the variables that it uses, which Keras 3 does under `tf.saved_model.save`.
 */
async function listedNames(bundle: Bundle): Promise<ReadonlyMap<string, string>> {
  const bytes = await bundle.readText('_CHECKPOINTABLE_OBJECT_GRAPH');
  if (!bytes) return new Map();
  const { nodes } = decoded(TrackableObjectGraphSchema, bytes, 'The list of variables');
  const pairs = nodes.flatMap(({ attributes }) => attributes.map(each => [each.fullName, each.checkpointKey] as const));
  const listed = new Map<string, string>();
  const doubtful = new Set<string>();
  for (const [name, key] of pairs) {
    if ((listed.get(name) ?? key) !== key) doubtful.add(name);
    listed.set(name, key);
  }
  for (const name of doubtful) listed.delete(name);
  return listed;
}

async function readVariable(bundle: Bundle, variable: string, name: string | undefined): Promise<Value> {
  const value = name === undefined ? undefined : await bundle.read(name);
  if (value) return value;
  throw new CamdriftError(
    'model-unreadable',
    `The values of the variable \`${variable}\` are not among those that were saved${name ? ` (\`${name}\`)` : ''}.`,
    { remedy: 'Export the model again, with `model.export()` or `tf.saved_model.save()`.' },
  );
}

/** Variables of TensorFlow 2 are known by their shared name, however many handles there are. */
function variableName({ name, attr }: Step): string {
  const shared = attr.shared_name?.value;
  return shared?.case === 's' && shared.value.length > 0 ? Buffer.from(shared.value).toString() : name;
}

/** Output i of `RestoreV2` is the i-th of its names, or a part of it. */
function restoredName({ step, index }: Ref): string {
  const [, names, slices] = step.inputs.map(({ step: { attr } }) => {
    const value = attr.value?.value;
    return value?.case === 'tensor' ? value.value.stringVal.map(text => Buffer.from(text).toString()) : [];
  });
  const slice = slices?.[index] ?? slices?.at(-1);
  if (slice)
    throw new CamdriftError('model-unsupported', `The variable \`${names?.[index]}\` is saved in slices (${slice}).`);
  return names?.[index] ?? '';
}
