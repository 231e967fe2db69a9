import type { Hdf5Node } from '../../hdf5/hdf5.ts';
import { unreadable } from './config.ts';
import type { WeightRole } from './layer.ts';
import type { LayerNode } from './parse.ts';

/** Where the values of each weight lie, by `weightKey`. */
export type WeightPlaces = ReadonlyMap<string, Hdf5Node>;

export const weightKey = (path: string, role: string): string => `${path} ${role}`;

/** `model.weights.h5` of a `.keras` file: one group per layer, named after its class and counted: `layers/conv2d_1/vars/0`. */
export function placesInArchive(root: LayerNode, group: Hdf5Node): WeightPlaces {
  return new Map(inArchive(root, group));
}

type Place = readonly [key: string, node: Hdf5Node];

function* inArchive(node: LayerNode, group: Hdf5Node): Generator<Place> {
  for (const { role, place } of node.weights)
    yield [
      weightKey(node.path, role),
      present(descend(group, place) ?? descend(group, `_${place}`), `${node.path}, ${role}`),
    ];
  if (!node.layers?.some(holdsWeights)) return;
  const old = keras2Layers(group);
  const layers = old ?? present(group.child('layers'), node.path || node.name);
  const counted = countedNames(node.layers, old !== undefined);
  if (old) requireAll(node, old, counted);
  for (const [index, layer] of node.layers.entries())
    if (holdsWeights(layer)) yield* inArchive(layer, layerGroup(layers, layer, counted[index]!));
}

/** Where Keras 2.12 to 2.15 put the layers, with the separator of the machine that wrote the file. */
function keras2Layers(group: Hdf5Node): Hdf5Node | undefined {
  const name = '_layer_checkpoint_dependencies';
  const plain = group.child(name);
  const below = group.names().filter(other => other.startsWith(`${name}\\`));
  if (plain || below.length === 0) return plain;
  return {
    ...group,
    names: () => below.map(other => other.slice(name.length + 1)),
    child: other => group.child(`${name}\\${other}`),
  };
}

/** Its way of counting is told nowhere, and a wrong guess could fit: all groups that hold numbers have to be expected ones. */
function requireAll(node: LayerNode, layers: Hdf5Node, counted: readonly string[]): void {
  const expected = new Set(node.layers!.flatMap((layer, at) => (holdsWeights(layer) ? [counted[at]!] : [])));
  const holds = (name: string) => (layers.child(name)?.child('vars')?.names().length ?? 0) > 0;
  const stray = layers.names().find(name => !expected.has(name) && !/^(random|count)/.test(name) && holds(name));
  if (stray === undefined) return;
  throw unreadable(
    `The weights of \`${node.path || node.name}\` are counted in an unknown way: \`${stray}\` is nobody's`,
  );
}

const holdsWeights = (node: LayerNode): boolean => node.weights.length > 0 || (node.layers ?? []).some(holdsWeights);

/** Newer files say whose group it is; where the count leads elsewhere, the name decides. */
function layerGroup(layers: Hdf5Node, layer: LayerNode, counted: string): Hdf5Node {
  const belongs = (group: Hdf5Node | undefined) => {
    const owner = group?.child('vars')?.texts('name')?.[0];
    return group && (owner === undefined || owner === layer.name) ? group : undefined;
  };
  const found = belongs(layers.child(counted));
  if (found) return found;
  const named = layers.names().find(name => layers.child(name)?.child('vars')?.texts('name')?.[0] === layer.name);
  return present(named === undefined ? undefined : layers.child(named), layer.path);
}

/** @param twice whether a layer that holds weights counts as two, as it did in Keras 2 */
function countedNames(layers: readonly LayerNode[], twice: boolean): string[] {
  const counts = new Map<string, number>();
  return layers.map(layer => {
    const name = snakeCase(layer.className);
    const count = counts.get(name) ?? 0;
    counts.set(name, count + (twice && holdsWeights(layer) ? 2 : 1));
    return count === 0 ? name : `${name}_${count}`;
  });
}

/** As Keras does: `SeparableConv2D` -> `separable_conv2d`, `ReLU` -> `re_lu`. */
function snakeCase(className: string): string {
  const plain = className.replaceAll(/\W+/g, '');
  return plain
    .replaceAll(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
}

/** An `.h5` file: one group per outermost layer, whose weights are listed in Keras's order, trainable ones first. */
export function placesInH5(root: LayerNode, group: Hdf5Node): WeightPlaces {
  const places = new Map<string, Hdf5Node>();
  for (const layer of (root.layers ?? []).filter(holdsWeights)) {
    const own = present(descend(group, layer.name), layer.path);
    const names = listed(own, 'weight_names').filter(name => !unread.test(name));
    const wanted = [...trainable(layer), ...fixed(layer)];
    if (names.length !== wanted.length)
      throw unreadable(`Layer \`${layer.path}\` needs ${wanted.length} weights; the file has ${names.length} for it`);
    for (const [index, { path, role }] of wanted.entries()) {
      requireSameStatistic(names[index]!, role, path);
      places.set(weightKey(path, role), present(descend(own, names[index]!), `${path}, ${role}`));
    }
  }
  return places;
}

/** States of random layers, and how many images `adapt` has seen. */
const unread = /StateVar|seed_generator_state|(^|\/)count(:0)?$/;

interface Slot extends WeightRole {
  readonly path: string;
}

const slots = (node: LayerNode): Slot[] => node.weights.map(weight => ({ ...weight, path: node.path }));

function trainable(node: LayerNode): Slot[] {
  if (node.frozen) return [];
  return [...slots(node).filter(slot => slot.trainable), ...(node.layers ?? []).flatMap(trainable)];
}

function fixed(node: LayerNode): Slot[] {
  const layers = node.layers ?? [];
  const unfrozen = node.frozen ? [...slots(node).filter(slot => slot.trainable), ...layers.flatMap(trainable)] : [];
  return [...unfrozen, ...slots(node).filter(slot => !slot.trainable), ...layers.flatMap(fixed)];
}

/** Those four have the same shape: a wrong order would not be noticed otherwise. */
const statistics = ['gamma', 'beta', 'moving_mean', 'moving_variance'];

function requireSameStatistic(name: string, role: string, path: string): void {
  const leaf = name.split('/').at(-1)!.replace(/:0$/, '');
  if (statistics.includes(leaf) && statistics.includes(role) && leaf !== role)
    throw unreadable(`The weights of \`${path}\` are in an unknown order: expected ${role}, got ${name}`);
}

/** Long lists are split over `weight_names0`, `weight_names1`, ... */
function listed(group: Hdf5Node, name: string): readonly string[] {
  const whole = group.texts(name);
  if (whole) return whole;
  const parts: string[] = [];
  for (let index = 0, part = group.texts(`${name}0`); part; part = group.texts(`${name}${++index}`))
    parts.push(...part);
  return parts;
}

function descend(group: Hdf5Node, path: string): Hdf5Node | undefined {
  return path
    .split('/')
    .filter(Boolean)
    .reduce<Hdf5Node | undefined>((node, name) => node?.child(name), group);
}

function present(node: Hdf5Node | undefined, what: string): Hdf5Node {
  if (node) return node;
  throw unreadable(`The file has no weights for \`${what}\``);
}
