import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './dist.ts';

const folder = join(root, 'fixtures/golden');

/** What `scripts/make-golden.py` wrote about one model and its first input. */
interface Expected {
  readonly logits: readonly number[];
  /** The layer that `auto` has to pick. */
  readonly auto: string;
  readonly classes: Readonly<Record<string, number>>;
  readonly layers: readonly ExpectedLayer[];
}

interface ExpectedLayer {
  readonly layer: string;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** Whether an activation is negative, which Grad-CAM++ is not defined for. */
  readonly signed: boolean;
  readonly maps: Readonly<Record<string, Readonly<Record<string, Encoded>>>>;
  readonly eigencam: Encoded;
}

type Encoded = { readonly values: string } | { readonly like: string; readonly factor: number };

export interface GoldenLayer extends Omit<ExpectedLayer, 'maps' | 'eigencam'> {
  /** By class index, by camdrift's name of the method. CAM is missing where the model has no CAM head. */
  readonly maps: ReadonlyMap<number, Readonly<Record<string, Float32Array>>>;
}

export interface Golden {
  readonly name: string;
  readonly path: string;
  readonly image: string;
  readonly logits: readonly number[];
  readonly auto: string;
  readonly layers: readonly GoldenLayer[];
}

/** The names the golden files use, by camdrift's. */
export const goldenNames: Readonly<Record<string, string>> = {
  cam: 'cam',
  'grad-cam': 'gradcam',
  'grad-cam++': 'gradcam_pp',
  'hires-cam': 'hirescam',
  'layer-cam': 'layercam',
  'xgrad-cam': 'xgradcam',
  'eigen-cam': 'eigencam',
};

export function goldenModels(): Golden[] {
  return readdirSync(folder).sort().map(golden);
}

export function golden(name: string): Golden {
  const path = join(folder, name);
  const { logits, auto, classes, layers }: Expected = JSON.parse(readFileSync(join(path, 'expected.json'), 'utf8'));
  return {
    name,
    path,
    image: join(path, 'input0.npy'),
    logits,
    auto,
    layers: layers.map(layer => ({
      ...layer,
      maps: new Map(Object.entries(classes).map(([label, index]) => [index, mapsOf(layer, label)])),
    })),
  };
}

function mapsOf({ maps, eigencam }: ExpectedLayer, label: string): Record<string, Float32Array> {
  const found = { ...maps[label]!, eigencam };
  const known = Object.entries(goldenNames).filter(([, theirs]) => theirs in found);
  return Object.fromEntries(known.map(([ours, theirs]) => [ours, decode(found, theirs)]));
}

function decode(maps: Readonly<Record<string, Encoded>>, name: string): Float32Array {
  const encoded = maps[name]!;
  if ('like' in encoded) return decode(maps, encoded.like).map(value => value * encoded.factor);
  const bytes = Buffer.from(encoded.values, 'base64');
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(4 * i));
}
