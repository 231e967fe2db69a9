import type { Value } from '../../lowering/builder.ts';
import type { NodeCall } from '../call.ts';

/** One entry of the index: a range, a place, `...` or a new axis. */
interface Part {
  readonly kind: 'range' | 'place' | 'rest' | 'new';
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

const whole = 2 ** 31 - 1;

/** `x[1:, ..., ::2, 0]` as TensorFlow writes it: three lists of numbers, and a bit per entry for what else it says. */
export function stridedSlice(call: NodeCall): Value {
  const b = call.builder;
  const parts = partsOf(call);
  const axes = axesOf(call, parts);
  const cuts = parts.flatMap((part, at) => {
    const axis = axes[at];
    const all = part.kind === 'range' && part.start === 0 && part.end === whole && part.step === 1;
    return axis === undefined || all || part.kind === 'new' ? [] : [{ ...part, axis }];
  });
  const list = (key: 'start' | 'end' | 'axis' | 'step') => b.integers(cuts.map(cut => cut[key]));
  const cut =
    cuts.length === 0 ? call.x : b.plainStep('Slice', [call.x, list('start'), list('end'), list('axis'), list('step')]);
  const lost = cuts.filter(({ kind }) => kind === 'place').map(({ axis }) => axis);
  const rank = call.x.rank === undefined ? undefined : call.x.rank - lost.length;
  const squeezed = lost.length === 0 ? cut : b.plainStep('Squeeze', [cut, b.integers(lost)], {}, rank);
  const added = newAxes(parts);
  if (added.length === 0) return squeezed;
  return b.plainStep(
    'Unsqueeze',
    [squeezed, b.integers(added)],
    {},
    rank === undefined ? undefined : rank + added.length,
  );
}

function partsOf(call: NodeCall): Part[] {
  const [begin, end, strides] = [1, 2, 3].map(at => call.numbers(at)) as [number[], number[], number[]];
  const bit = (name: string, at: number) => (call.int(`${name}_mask`, 0) >> at) % 2 !== 0;
  return begin.map((start, at): Part => {
    const range = { start, end: end[at] ?? whole, step: strides[at] ?? 1 };
    if (bit('ellipsis', at)) return { ...range, kind: 'rest' };
    if (bit('new_axis', at)) return { ...range, kind: 'new' };
    if (bit('shrink_axis', at)) return { kind: 'place', start, end: start === -1 ? whole : start + 1, step: 1 };
    return openEnded({ ...range, kind: 'range' }, bit('begin', at), bit('end', at));
  });
}

/** From the one end, or to the other, in the direction of the steps. */
function openEnded(part: Part, first: boolean, last: boolean): Part {
  const [start, end] = part.step > 0 ? [0, whole] : [whole, -whole];
  return { ...part, ...(first && { start }), ...(last && { end }) };
}

/** The axis that each entry is of: from the start, or from the end behind `...`. */
function axesOf(call: NodeCall, parts: readonly Part[]): (number | undefined)[] {
  const rest = parts.findIndex(({ kind }) => kind === 'rest');
  const before = rest < 0 ? parts.length : rest;
  const counts = (part: Part) => part.kind === 'range' || part.kind === 'place';
  if (parts.filter(({ kind }) => kind === 'rest').length > 1) return call.refuse('has several ellipses');
  return parts.map((part, at) => {
    if (!counts(part)) return undefined;
    if (at < before) return parts.slice(0, at).filter(counts).length;
    return -parts.slice(at).filter(counts).length;
  });
}

/** Where new axes stand in the result. */
function newAxes(parts: readonly Part[]): number[] {
  const left = parts.filter(({ kind }) => kind !== 'place');
  const rest = left.findIndex(({ kind }) => kind === 'rest');
  return left.flatMap(({ kind }, at) => {
    if (kind !== 'new') return [];
    return rest >= 0 && at > rest ? [at - left.length] : [at];
  });
}
