import { activated } from '../activations.ts';
import { unreadable } from '../config.ts';
import type { LayerCall, LayerClass } from '../layer.ts';
import { withBias } from '../roles.ts';

/** The last axis times a matrix. */
const dense: LayerClass = {
  weights: withBias('kernel'),
  lower(call) {
    const b = call.builder;
    const units = call.number('units');
    const product = b.plainStep('MatMul', [call.x, call.weight('kernel', [null, units])]);
    const made = call.config.use_bias === false ? product : b.plainStep('Add', [product, call.weight('bias', [units])]);
    return activated(call, made);
  },
};

const flatten: LayerClass = {
  lower(call) {
    const b = call.builder;
    // Keras turns what has its channels first, so that a model means the same in both orders.
    const last =
      call.channels === 'first' && call.rank === 4
        ? b.plainStep('Transpose', [call.x], { perm: [0, 2, 3, 1] })
        : call.x;
    return b.plainStep('Flatten', [last], { axis: 1 }, 2);
  },
};

function sizes(call: LayerCall, key: string): number[] {
  const value = call.config[key];
  const list = Array.isArray(value) ? value.map(size => (size === null ? -1 : Number(size))) : [];
  if (list.length > 0 && list.length < 8 && list.every(Number.isSafeInteger)) return list;
  throw unreadable(
    `${call.where} has ${key} = ${JSON.stringify(value)?.slice(0, 100)}; expected a list of whole numbers`,
  );
}

const reshape: LayerClass = {
  lower(call) {
    const target = sizes(call, 'target_shape');
    return call.builder.plainStep('Reshape', [call.x, call.builder.integers([0, ...target])], {}, target.length + 1);
  },
};

/** Axes are counted from 1, the batch not among them. */
const permute: LayerClass = {
  lower: call => call.builder.plainStep('Transpose', [call.x], { perm: [0, ...sizes(call, 'dims')] }),
};

const repeat: LayerClass = {
  lower(call) {
    const b = call.builder;
    const one = b.plainStep('Unsqueeze', [call.x, b.integers([1])], {}, 3);
    return b.plainStep('Tile', [one, b.integers([1, call.number('n'), 1])]);
  },
};

export const shapes: Readonly<Record<string, LayerClass>> = {
  Dense: dense,
  Flatten: flatten,
  Reshape: reshape,
  Permute: permute,
  RepeatVector: repeat,
};
