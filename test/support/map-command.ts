import assert from 'node:assert/strict';
import { camdrift } from './dist.ts';

/** What `camdrift map --json -` prints, as far as tests read it. */
export interface MapJson {
  readonly engine: { readonly name: string };
  readonly model: { readonly format: string; readonly digest: string; readonly classes: number };
  readonly layer: { readonly name: string; readonly width: number; readonly height: number; readonly channels: number };
  readonly images: readonly ImageJson[];
}

export interface ImageJson {
  readonly image: string;
  readonly predicted: ClassJson;
  readonly explained: ClassJson;
  readonly top5: readonly ClassJson[];
  readonly logits: readonly number[];
  readonly maps: Readonly<Record<string, { readonly data: readonly number[] } | { readonly refused: string }>>;
}

interface ClassJson {
  readonly index: number;
  readonly label?: string;
  readonly probability: number;
}

/** Runs `camdrift map` as a user would, prints no pictures, and parses what it says. */
export async function mapJson(images: readonly string[], options: Readonly<Record<string, string>>): Promise<MapJson> {
  const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  const { code, stdout, stderr } = await camdrift(['map', '--json', '-', ...flags, '--image', ...images]);
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout);
}

/** The numbers of a map; fails when the method refused. */
export function mapData({ maps, image }: ImageJson, method: string): readonly number[] {
  const map = maps[method];
  assert.ok(map && 'data' in map, `${method} of ${image}: ${map ? JSON.stringify(map) : 'missing'}`);
  return map.data;
}
