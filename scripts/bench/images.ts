import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodePng } from '../../src/images/encode.ts';
import { side } from './networks.ts';

/** Writes pictures of a soft gradient with a few discs on it, no two alike. @returns their paths */
export async function writeImages(folder: string, count: number): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const paths = Array.from({ length: count }, (_, index) => join(folder, `${String(index).padStart(3, '0')}.png`));
  for (const [index, path] of paths.entries()) {
    await writeFile(path, await encodePng({ width: side, height: side, channels: 3, data: paint(index) }));
  }
  return paths;
}

function paint(seed: number): Uint8Array {
  const data = new Uint8Array(side * side * 3);
  for (let i = 0; i < data.length; i += 3) {
    const [x, y] = [(i / 3) % side, Math.floor(i / 3 / side)];
    const inside = [1, 2, 3].map(disc => Math.hypot(x - place(seed * disc), y - place(seed + 7 * disc)) < 20 * disc);
    data[i] = inside[0] ? 220 : (x + seed) / 2;
    data[i + 1] = inside[1] ? 200 : (y + seed) / 2;
    data[i + 2] = inside[2] ? 180 : 60;
  }
  return data;
}

const place = (seed: number) => (seed * 67 + 31) % side;
