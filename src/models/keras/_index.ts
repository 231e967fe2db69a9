import { refused } from './_operands.ts';
import { type Index, indexOf } from './calls.ts';
import type { LayerCall, LayerClass } from './layer.ts';

/** `x[:, 0]`, `x[..., ::-1]`: each part of the index is of an axis, but for `...` and new ones. */
export const getItem: LayerClass = {
  lower(call) {
    const given = call.call.args?.[1] ?? keras2Index(call);
    const parts = indexOf(given);
    if (!parts || call.inputs.length !== 1) return refused(call);
    const b = call.builder;
    const whole = filledUp(call, parts);
    const cuts = whole.filter(part => part !== null).map((part, axis) => ({ axis, ...rangeOf(part) }));
    const real = cuts.filter(({ start, end, step }) => start !== 0 || end !== most || step !== 1);
    const list = (key: 'start' | 'end' | 'axis' | 'step') => b.integers(real.map(cut => cut[key]));
    const cut =
      real.length === 0
        ? call.x
        : b.plainStep('Slice', [call.x, list('start'), list('end'), list('axis'), list('step')]);
    const lost = cuts.filter(({ isPlace }) => isPlace).map(({ axis }) => axis);
    if (lost.includes(0)) return call.refuse('takes one image out of a batch');
    const squeezed =
      lost.length === 0 ? cut : b.plainStep('Squeeze', [cut, b.integers(lost)], {}, call.rank - lost.length);
    const left = whole.filter(part => typeof part !== 'number');
    const added = left.flatMap((part, at) => (part === null ? [at] : []));
    return added.length === 0 ? squeezed : b.plainStep('Unsqueeze', [squeezed, b.integers(added)], {}, left.length);
  },
};

/** Keras 2 writes ranges as `{"start": 0, "stop": null, "step": -1}` in an option. */
function keras2Index(call: LayerCall): unknown {
  const given = call.call.options.slice_spec;
  if (!Array.isArray(given)) return undefined;
  return given.map(part => {
    if (typeof part === 'object' && part !== null && 'start' in part)
      return { class_name: '__slice__', config: { start: null, stop: null, step: null, ...part } };
    return typeof part === 'object' && part !== null && 'type' in part ? { class_name: '__ellipsis__' } : part;
  });
}

const most = 2 ** 31 - 1;

function filledUp(call: LayerCall, parts: readonly Index[]): readonly Exclude<Index, '...'>[] {
  const counted = parts.filter(part => part !== null && part !== '...').length;
  const all = { start: null, stop: null, step: null };
  const rest = Array.from({ length: Math.max(0, call.rank - counted) }, () => all);
  const at = parts.indexOf('...');
  const spread = at < 0 ? [...parts, ...rest] : parts.toSpliced(at, 1, ...rest);
  if (counted > call.rank || spread.includes('...')) return refused(call);
  return spread as readonly Exclude<Index, '...'>[];
}

/** Negative steps go down to the first entry, which ONNX writes as far before it. */
function rangeOf(part: Exclude<Index, null | '...'>) {
  if (typeof part === 'number') return { start: part, end: part === -1 ? most : part + 1, step: 1, isPlace: true };
  const step = part.step ?? 1;
  const [first, last] = step > 0 ? [0, most] : [most, -most];
  return { start: part.start ?? first, end: part.stop ?? last, step, isPlace: false };
}
