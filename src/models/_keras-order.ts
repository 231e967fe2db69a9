import { type Call, isReference, type Reference } from './_keras-calls.ts';
import { isModel, type KerasLayer, nameOf, unreadable } from './_keras-config.ts';

export interface Ends {
  readonly inputs: readonly Reference[];
  readonly outputs: readonly Reference[];
}

/** TensorFlow.js would wait for ever for a layer that is not there, or that waits for itself. */
export function requireOrder(
  layers: readonly KerasLayer[],
  calls: ReadonlyMap<string, readonly Call[]>,
  ends: Ends,
): void {
  const missing = [...calls.values()].flat().flatMap(call => call.operands.filter(isReference));
  const unknown = [...missing, ...ends.inputs, ...ends.outputs].find(({ layer }) => !calls.has(layer));
  if (unknown) throw unreadable(`The model refers to a layer \`${unknown.layer}\` that it does not have`);
  const known = new Set(
    layers.filter(({ class_name: name }) => name === 'InputLayer').map(layer => `${nameOf(layer)} 0`),
  );
  let waiting = [...calls].flatMap(([name, list]) => list.map((call, index) => ({ key: `${name} ${index}`, call })));
  for (let before = waiting.length + 1; waiting.length > 0 && waiting.length < before; ) {
    before = waiting.length;
    waiting = waiting.filter(({ key, call }) => {
      const ready = call.operands.filter(isReference).every(({ layer, call: index }) => isKnown(known, layer, index));
      if (ready) known.add(key);
      return !ready;
    });
  }
  if (waiting.length > 0) throw unreadable(`Layer \`${waiting[0]!.key.split(' ')[0]}\` waits for its own output`);
}

/** Keras 2 counts the calls of a nested model from 1: its making is the first. */
const isKnown = (known: ReadonlySet<string>, layer: string, call: number): boolean =>
  known.has(`${layer} ${call}`) || (call > 0 && known.has(`${layer} ${call - 1}`));

/** What to add to references to a nested model, because TensorFlow.js counts its calls from 1, as old Keras did. */
export function modelShifts(
  layers: readonly KerasLayer[],
  calls: ReadonlyMap<string, readonly Call[]>,
  outputs: readonly Reference[],
): ReadonlyMap<string, number> {
  const all = [...outputs, ...[...calls.values()].flat().flatMap(call => call.operands.filter(isReference))];
  const shifts = layers.filter(isModel).map((layer): [string, number] => {
    const name = nameOf(layer);
    const last = Math.max(0, ...all.filter(reference => reference.layer === name).map(({ call }) => call));
    return [name, last === calls.get(name)!.length ? 0 : 1];
  });
  return new Map(shifts);
}
