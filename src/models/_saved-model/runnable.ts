import { CamdriftError } from '../../errors.ts';
import { operations } from './operations.ts';
import { type Ref, type Step, stepsOf } from './step.ts';

/** Refuses, before anything runs, what cannot be run or would need more memory than any classifier does. */
export function requireRunnable(outputs: readonly Ref[]): void {
  const steps = stepsOf(outputs);
  const unknown = new Map(steps.filter(({ op }) => !operations.has(op)).map(step => [step.op, step.name]));
  if (unknown.size > 0) {
    const named = [...unknown].slice(0, mostNamed).map(([op, name]) => `\`${op}\` (\`${name}\`)`);
    const more = unknown.size > mostNamed ? ` and ${unknown.size - mostNamed} more` : '';
    throw new CamdriftError(
      'model-unsupported',
      `The model uses operations that camdrift does not run: ${named.join(', ')}${more}.`,
      { remedy: 'Export the model without them, or name an output that does not need them with --output.' },
    );
  }
  for (const step of steps) {
    requireModest(step);
    requireInference(step);
  }
}

const mostNamed = 5;

/** Sizes come as numbers, so a small file can ask for any amount of memory. */
function requireModest({ op, name, inputs }: Step): void {
  const sizes = [...(inputs[sizeInput.get(op) ?? -1]?.step.value?.data ?? [])];
  if (sizes.reduce((product, size) => product * Math.max(1, Math.abs(size)), 1) <= mostValues) return;
  throw new CamdriftError(
    'model-unsupported',
    `\`${name}\` (${op}) asks for ${sizes.join(' x ')} values: expected at most ${mostValues}.`,
  );
}

const mostValues = 2 ** 28;

/** Which input holds sizes. */
const sizeInput: ReadonlyMap<string, number> = new Map([
  ['BatchToSpaceND', 2],
  ['BroadcastTo', 1],
  ['Conv2DBackpropInput', 0],
  ['CropAndResize', 3],
  ['Fill', 0],
  ['ImageProjectiveTransformV3', 2],
  ['MirrorPad', 1],
  ['OneHot', 1],
  ['Pad', 1],
  ['PadV2', 1],
  ['Range', 1],
  ['ResizeBilinear', 1],
  ['ResizeNearestNeighbor', 1],
  ['SpaceToBatchND', 2],
  ['Tile', 1],
]);

/** A training graph normalises with the batch's own statistics, which TensorFlow.js would take from the wrong place. */
function requireInference({ op, name, attr }: Step): void {
  if (!op.startsWith('FusedBatchNorm') || attr.is_training?.value.value === false) return;
  throw new CamdriftError(
    'model-unsupported',
    `\`${name}\` (${op}) is in training mode: its answer would depend on the other images of a batch.`,
    { remedy: 'Export the model with training=False.' },
  );
}
