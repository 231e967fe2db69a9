/** Operations whose value is their input, in inference. */
export const passThrough: ReadonlySet<string> = new Set([
  'CheckNumerics',
  'EnsureShape',
  'Identity',
  'IdentityN',
  'PlaceholderWithDefault',
  'PreventGradient',
  'Snapshot',
  'StopGradient',
]);

/** Operations that run a function; the second is what TensorFlow 1 and Grappler leave. */
export const calls: ReadonlySet<string> = new Set(['PartitionedCall', 'StatefulPartitionedCall']);

/** Branches; taken when the condition is constant. */
export const branches: ReadonlySet<string> = new Set(['If', 'StatelessIf']);

/** Which output a name means, of operations that have several; a list of outputs counts by itself. */
export function outputIndex(op: string, name: string, index: number): number {
  const at = severalOutputs.get(op)?.indexOf(name) ?? -1;
  return at < 0 ? index : at;
}

const normalisation = ['y', 'batch_mean', 'batch_variance', 'reserve_space_1', 'reserve_space_2', 'reserve_space_3'];

const severalOutputs: ReadonlyMap<string, readonly string[]> = new Map([
  ['FusedBatchNorm', normalisation],
  ['FusedBatchNormV2', normalisation],
  ['FusedBatchNormV3', normalisation],
  ['MaxPoolWithArgmax', ['output', 'argmax']],
  ['TopKV2', ['values', 'indices']],
]);
