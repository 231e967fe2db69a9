import type { Chooser } from './random.ts';

/** A decoded message: JSON, or Protocol Buffers with numbers of 64 bits and bytes. */
type Tree = unknown;

interface Place {
  readonly parent: Record<string, Tree> | Tree[];
  readonly key: string | number;
}

const numbers = [0, -1, 1, 2, 3, 7, 255, 1e5, 2 ** 31 - 1, 2 ** 31, 2 ** 53, -(2 ** 31), 0.5, -0.5, 1e300, -1e-300];
const foreign: readonly Tree[] = [
  null,
  true,
  false,
  0,
  -1,
  '',
  'x',
  [],
  {},
  [[]],
  { '0': 'x', length: 1 },
  '__proto__',
];

/** A few edits of a copy of a message: other values, other types, parts gone, twice, elsewhere, or within themselves. */
export function mutatedTree<T extends Tree>(tree: T, choose: Chooser): T {
  const holder = { tree: structuredClone(tree) };
  const count = 1 + choose.below(4);
  for (let edit = 0; edit < count; edit++) {
    const places = placesIn(holder);
    if (places.length > 0) change(choose.one(places), places, choose);
  }
  return holder.tree;
}

function placesIn(holder: Record<string, Tree>): Place[] {
  const found: Place[] = [];
  const visit = (parent: Place['parent']) => {
    for (const key of Array.isArray(parent) ? parent.keys() : Object.keys(parent)) {
      if (key === '$typeName' || found.length > 20_000) continue;
      found.push({ parent, key });
      const value = valueAt({ parent, key });
      if (isBranch(value)) visit(value);
    }
  };
  visit(holder.tree as Place['parent']);
  return found;
}

const isBranch = (value: Tree): value is Place['parent'] =>
  typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);

const valueAt = ({ parent, key }: Place): Tree => (parent as Record<string | number, Tree>)[key];

function put({ parent, key }: Place, value: Tree): void {
  (parent as Record<string | number, Tree>)[key] = value;
}

function change(place: Place, places: readonly Place[], choose: Chooser): void {
  const { parent, key } = place;
  const kind = choose.below(10);
  if (kind < 5) put(place, likewise(valueAt(place), places, choose));
  else if (kind === 5) put(place, copied(choose.one(foreign)));
  else if (kind === 6) put(place, copied(valueAt(choose.one(places))));
  else if (!Array.isArray(parent)) delete parent[key];
  else if (kind === 7) parent.splice(choose.below(parent.length + 1), 0, ...repeated(valueAt(place), choose));
  else if (kind === 8) parent.reverse();
  else parent.splice(key as number, 1);
}

const repeated = (value: Tree, choose: Chooser): Tree[] =>
  Array.from({ length: choose.one([1, 1, 2, 50]) }, () => copied(value));

const copied = (value: Tree): Tree => structuredClone(value);

/** Another value of the same type; names come from elsewhere in the message, so that things refer to one another anew. */
function likewise(value: Tree, places: readonly Place[], choose: Chooser): Tree {
  if (typeof value === 'string') {
    const others = places.map(valueAt).filter(other => typeof other === 'string');
    return choose.maybe(0.7)
      ? choose.one(others)
      : `${value.slice(choose.below(value.length + 1))}${choose.one(['', '/', ':1', '\0', 'ü'])}`;
  }
  if (typeof value === 'number')
    return choose.maybe(0.6) ? choose.one(numbers) : value + choose.one([-1, 1, 2, -value]);
  if (typeof value === 'bigint')
    return BigInt(Math.trunc(choose.one(numbers.filter(each => Math.abs(each) < 2 ** 60))));
  if (typeof value === 'boolean') return !value;
  if (value instanceof Uint8Array) return value.slice(0, choose.below(value.length + 1));
  if (Array.isArray(value)) return value.slice(0, choose.below(value.length + 1));
  const same = places.map(valueAt).filter(other => isBranch(other) && !Array.isArray(other));
  return same.length > 0 ? copied(choose.one(same)) : {};
}
