import assert from 'node:assert/strict';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import sharp from 'sharp';
import { encodePng } from '../../src/images/encode.ts';
import { readMark } from '../../src/images/mark.ts';
import { bigPng, numbered, problem, sixteenBitPng } from '../support/images.ts';

async function written(t: TestContext, bytes: Uint8Array | string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'camdrift-mark-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'mark.png');
  await writeFile(path, bytes);
  return path;
}

test('a mark is read with its opacity, and what has none is opaque', async t => {
  const rgba = Uint8Array.of(10, 20, 30, 0, 40, 50, 60, 128);
  const clear = await sharp(rgba, { raw: { width: 2, height: 1, channels: 4 } })
    .png()
    .toBuffer();
  assert.deepEqual(await readMark(await written(t, clear)), { width: 2, height: 1, rgba });
  const colours = numbered(2, 1, 3);
  const found = await readMark(await written(t, await encodePng(colours)));
  assert.deepEqual([...found.rgba], [11, 48, 85, 255, 122, 159, 196, 255]);
});

test('grey, a palette and sixteen bits become eight of red, green, blue and opacity', async t => {
  const grey = await readMark(await written(t, await encodePng(numbered(2, 1, 1))));
  assert.deepEqual([...grey.rgba], [11, 11, 11, 255, 48, 48, 48, 255]);
  const raw = { width: 2, height: 1, channels: 3 } as const;
  const few = await sharp(Uint8Array.of(200, 0, 0, 0, 200, 0), { raw })
    .png({ palette: true })
    .toBuffer();
  assert.deepEqual([...(await readMark(await written(t, few))).rgba], [200, 0, 0, 255, 0, 200, 0, 255]);
  const deep = await readMark(await written(t, sixteenBitPng([0x1280, 0xffff, 0], 3)));
  assert.deepEqual([deep.width, deep.height, ...deep.rgba], [1, 1, 0x12, 255, 0, 255]);
});

test('what cannot be pasted is refused in words, before it is decoded', async t => {
  const refused = async (path: string, message: RegExp, remedy?: RegExp) =>
    assert.rejects(readMark(path), problem('config-invalid', message, remedy));
  await refused(
    '/nowhere/mark.png',
    /^There is no file \/nowhere\/mark\.png, which a probe pastes\.$/,
    /probes: \[mark\]/,
  );
  await refused(tmpdir(), /cannot be pasted: expected a file of at most 4194304 bytes, got none\.$/);
  const long = await written(t, await encodePng(numbered(2, 1, 3)));
  await truncate(long, 4 * 2 ** 20 + 1);
  await refused(long, /expected a file of at most 4194304 bytes, got 4194305\.$/);
  await truncate(long, 4 * 2 ** 20);
  assert.equal((await readMark(long)).width, 2, 'as large as may be, with nothing behind the picture');
  await refused(await written(t, 'GIF89a'), /cannot be pasted: it is no PNG\.$/);
  await refused(
    await written(t, 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n'),
    /is a Git LFS pointer/,
    /git lfs pull/,
  );
  await refused(
    await written(t, bigPng(2049, 1)),
    /has 2049 x 1 pixels; a picture to paste has at most 2048 a side\.$/,
  );
  await refused(await written(t, bigPng(1, 30_000)), /has 1 x 30000 pixels/);
  assert.equal((await readMark(await written(t, bigPng(2048, 1)))).width, 2048);
  const whole = await encodePng(numbered(60, 60, 3));
  await refused(await written(t, whole.subarray(0, whole.length >> 1)), /is damaged or cut short: /);
});
