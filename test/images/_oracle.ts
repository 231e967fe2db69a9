import { readFileSync } from 'node:fs';
import type { Raster } from '../../src/core/raster.ts';

interface Packed {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly base64: string;
}

interface Oracle {
  readonly resizing: {
    readonly sources: { readonly noise: Packed; readonly grey: Packed };
    readonly fill: readonly (Packed & { readonly source: 'noise' | 'grey' })[];
    readonly cover: readonly (Packed & { readonly source: 'noise' | 'grey' })[];
    readonly contain: readonly (Packed & { readonly source: 'noise' | 'grey' })[];
    readonly luma: Packed;
  };
  readonly decoding: readonly (Packed & { readonly name: string; readonly file: string })[];
  readonly floatingTiff: string;
  readonly npy: Record<string, string> & { readonly values: readonly number[] };
  readonly inferno: readonly (readonly [number, number, number])[];
}

/** What Pillow, NumPy and matplotlib say; made by scripts/make-oracle-images.py. */
export const oracle: Oracle = JSON.parse(readFileSync(new URL('../oracle/images.json', import.meta.url), 'utf8'));

export function unpack({ width, height, channels, base64 }: Packed): Raster {
  return { width, height, channels, data: new Uint8Array(Buffer.from(base64, 'base64')) };
}

export function bytesOf(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'));
}
