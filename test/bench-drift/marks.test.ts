import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { findMark } from '../../scripts/bench-drift/marks.ts';
import { encodePng } from '../../src/images/encode.ts';

const side = 12;
const box = { x: 5, y: 7, width: 6, height: 4 };

/** A photo of noise, and the same with a half-opaque red mark. */
function pair(seed: number) {
  const noise = (i: number) => Math.floor((Math.abs(Math.sin(i * 12.9898 + seed * 78.233)) * 43758.5453) % 256);
  const before = Uint8Array.from({ length: side * side * 3 }, (_, i) => noise(i));
  const after = Uint8Array.from(before);
  for (let y = 0; y < box.height; y++)
    for (let x = 0; x < box.width; x++)
      for (let c = 0; c < 3; c++) {
        const at = ((box.y + y) * side + box.x + x) * 3 + c;
        after[at] = Math.round(before[at]! * 0.5 + [200, 40, 60][c]! * 0.5);
      }
  return { before, after };
}

test('a mark is got back from pictures with and without it: its place, its colour and its opacity', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'marks-'));
  await mkdir(join(folder, 'fixtures'));
  const fixtures = [];
  for (let i = 0; i < 12; i++) {
    for (const [name, data] of Object.entries(pair(i))) {
      const raster = { width: side, height: side, channels: 3 as const, data };
      await writeFile(join(folder, 'fixtures', `${name}${i}.png`), await encodePng(raster));
    }
    fixtures.push({ id: `p${i}`, file: `before${i}.png`, label: 'x', set: 'clean', parent: null });
    fixtures.push({ id: `p${i}_m`, file: `after${i}.png`, label: 'x', set: 'mark', parent: `p${i}` });
  }
  const found = await findMark({ folder, classes: ['x'], models: [], fixtures }, 'mark');
  await rm(folder, { recursive: true });
  assert.ok(found);
  assert.equal(found.size, box.width / side);
  const { data, info } = await sharp(found.png).raw().toBuffer({ resolveWithObject: true });
  assert.deepEqual([info.width, info.height, info.channels], [box.width, box.height, 4]);
  for (let pixel = 0; pixel < info.width * info.height; pixel++) {
    const [red, green, blue, opacity] = data.subarray(pixel * 4, pixel * 4 + 4);
    assert.ok(Math.abs(opacity! - 127.5) < 6, `opacity ${opacity}`);
    assert.ok(Math.hypot(red! - 200, green! - 40, blue! - 60) < 12, `colour ${red} ${green} ${blue}`);
  }
});

test('too few pictures give no mark', async () => {
  assert.equal(await findMark({ folder: '', classes: [], models: [], fixtures: [] }, 'logo'), undefined);
});
