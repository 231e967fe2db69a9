import type { Hdf5Node } from '../hdf5/hdf5.ts';
import { unreadable, unsupported } from './_keras-config.ts';
import type { WeightRole } from './_keras-layer-table.ts';
import type { LayerNode } from './_keras-topology.ts';

/** Where the values of each weight lie, by `weightKey`. */
export type WeightPlaces = ReadonlyMap<string, Hdf5Node>;

export const weightKey = (path: string, role: string): string => `${path} ${role}`;

/** `model.weights.h5` of a `.keras` file: one group per layer, named after its class and counted: `layers/conv2d_1/vars/0`. */
export function placesInArchive(root: LayerNode, group: Hdf5Node): WeightPlaces {
  return new Map(inArchive(root, group));
}

type Place = readonly [key: string, node: Hdf5Node];

function* inArchive(node: LayerNode, group: Hdf5Node): Generator<Place> {
  const variables = group.child('vars');
  for (const [index, { role }] of node.weights.entries())
    yield [weightKey(node.path, role), present(variables?.child(String(index)), `${node.path}, ${role}`)];
  if (!node.layers?.some(holdsWeights)) return;
  if (group.child('_layer_checkpoint_dependencies')) throw ofKeras2(node.path);
  const layers = present(group.child('layers'), node.path || node.name);
  const counted = countedNames(node.layers);
  for (const [index, layer] of node.layers.entries())
    if (holdsWeights(layer)) yield* inArchive(layer, layerGroup(layers, layer, counted[index]!));
}

/** Keras 2.12 to 2.15 counted each layer with weights twice in such archives: a wrong guess would fit and go unnoticed. */
const ofKeras2 = (path: string) =>
  unsupported(
    `The weights of \`${path || 'the model'}\` are stored as an archive of Keras 2 stores them, which is not read.`,
    'Save the model as .h5 with Keras 2, or load and save it with Keras 3.',
  );

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

function countedNames(layers: readonly LayerNode[]): string[] {
  const counts = new Map<string, number>();
  return layers.map(({ className }) => {
    const name = snakeCase(className);
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
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
