import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { republish } from '../../src/artifacts/pictures.ts';
import { decode } from '../../src/images/decode.ts';
import { encodePng, encodeWebp } from '../../src/images/encode.ts';
import { bigPng, numbered } from '../support/images.ts';

const montage = await encodeWebp(numbered(320, 120, 3));
const with_ = (bytes: Uint8Array, at: number, ...values: number[]) => {
  const copy = Uint8Array.from(bytes);
  copy.set(values, at);
  return copy;
};

test('a montage is drawn anew: the same picture, and none of the bytes that were hidden behind it', async () => {
  const secret = '<script>alert(1)</script>';
  const drawn = await republish(Buffer.concat([montage, Buffer.from(secret)]));
  assert.ok(drawn);
  assert.ok(!Buffer.from(drawn).includes(secret));
  const [before, after] = [await decode(montage, 'before'), await decode(drawn, 'after')];
  assert.deepEqual([after.width, after.height], [320, 120]);
  const worst = after.data.reduce((most, value, i) => Math.max(most, Math.abs(value - before.data[i]!)), 0);
  assert.ok(worst < 100, `values differ by up to ${worst}`);
});

test('whatever is not simple lossy WebP never reaches a decoder', async () => {
  const still = sharp({ create: { width: 8, height: 8, channels: 4, background: '#f0f8' } });
  const strangers: Record<string, Uint8Array> = {
    empty: new Uint8Array(0),
    svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    png: await encodePng(numbered(8, 8, 3)),
    'huge png': bigPng(9000, 9000),
    jpeg: await still.clone().jpeg().toBuffer(),
    gif: await still.clone().gif().toBuffer(),
    'lossless webp': await still.clone().webp({ lossless: true }).toBuffer(),
    'webp with alpha': await still.clone().webp().toBuffer(),
    'webp with a profile': await still.clone().flatten().withIccProfile('p3').webp().toBuffer(),
    polyglot: Buffer.concat([Buffer.from('GIF89a'), montage]),
  };
  for (const [name, bytes] of Object.entries(strangers)) assert.equal(await republish(bytes), undefined, name);
});

test('a picture that says it is huge is refused on its header; a damaged one when it is decoded', async () => {
  const before = process.memoryUsage().rss;
  assert.equal(await republish(with_(montage, 26, 0xff, 0x3f, 0xff, 0x3f)), undefined, '16383 x 16383');
  assert.equal(await republish(await encodeWebp(numbered(4001, 1, 1))), undefined, '4001 wide');
  assert.equal(await republish(await encodeWebp(numbered(1, 2001, 1))), undefined, '2001 high');
  assert.ok(process.memoryUsage().rss - before < 100e6);
  assert.equal(await republish(montage.subarray(0, montage.length / 2)), undefined, 'cut short');
  assert.equal(await republish(montage.subarray(0, 29)), undefined, 'a header only');
  assert.equal(await republish(with_(montage, 4, 0, 0, 0, 0)), undefined, 'a length of nothing');
});

test('the largest that is taken', async () => {
  const drawn = await republish(
    await encodeWebp({ width: 4000, height: 2000, channels: 1, data: new Uint8Array(8e6) }),
  );
  assert.ok(drawn);
});
