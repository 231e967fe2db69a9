import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { MapPictures } from '../../src/commands/_map-pictures.ts';
import type { Raster } from '../../src/core/raster.ts';
import { decode } from '../../src/images/decode.ts';
import type { Explanation } from '../../src/maps/explain.ts';
import { overlay, panel } from '../../src/reports/panel.ts';
import { ball, spot } from '../reports/_pictures.ts';
import { problem } from '../support/images.ts';

const map = spot(7, 0.4, 0.4, 0.1);
const refused = { refused: 'CAM needs global average pooling.' };
const explained = (picture?: Raster): Explanation => ({
  digest: 'd',
  classIndex: 1,
  predicted: 1,
  logits: new Float32Array([1, 2]),
  probabilities: new Float32Array([0.25, 0.75]),
  maps: { 'grad-cam': map, cam: refused },
  probes: {},
  regions: {},
  ...(picture && { picture }),
});

async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'camdrift-test-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe('the pictures of `map`', () => {
  it('are a panel per image and an overlay per map, as they would be drawn at the end, in a folder that is made', async t => {
    const folder = join(await temporaryFolder(t), 'new', 'out');
    const pictures = new MapPictures(folder, ['a', 'b', 'a']);
    pictures.labels = ['cat', 'dog'];
    const [first, second] = [ball(40, 30), ball(30, 40)];
    pictures.add(1, [explained(second), explained(first)]);
    pictures.add(0, [explained(first)]);
    await pictures.written();
    const names = ['a-3', 'a', 'b'].flatMap(stem => [`${stem}.grad-cam.png`, `${stem}.panel.png`]);
    assert.deepEqual((await readdir(folder)).sort(), names);
    const read = async (name: string) => decode(await readFile(join(folder, name)), name);
    assert.deepEqual(await read('b.grad-cam.png'), overlay(second, map));
    const methods = [
      { title: 'Grad-CAM', answer: map },
      { title: 'CAM', answer: refused },
    ];
    const whole = panel({ title: 'a-3', input: first, explained: 'dog 75 %', methods });
    assert.deepEqual(await read('a-3.panel.png'), whole);
  });

  it('are not drawn of what failed, or of what came without a picture', async t => {
    const folder = await temporaryFolder(t);
    const pictures = new MapPictures(folder, ['a', 'b']);
    pictures.add(0, [{ failed: 'no picture' }, explained()]);
    await pictures.written();
    assert.deepEqual(await readdir(folder), []);
  });

  it('are told where they cannot be written, once they are waited for', async t => {
    const file = join(await temporaryFolder(t), 'file');
    await writeFile(file, 'no folder');
    const pictures = new MapPictures(file, ['a']);
    pictures.add(0, [explained(ball(10, 10))]);
    await assert.rejects(pictures.written(), problem('usage-wrong', /file cannot be written/));
  });
});
