import assert from 'node:assert/strict';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import sharp from 'sharp';
import { parse } from 'yaml';
import { encodePng } from '../../src/images/encode.ts';
import { root } from '../support/dist.ts';
import { assertEnded, emptyWorkspace, onlyModel, project, settings, type Workspace } from '../support/workspace.ts';

const demo = join(root, 'fixtures/demo');

/** The demo's models with the regions that its own configuration names, and no earlier version. */
async function demoWorkspace(t: TestContext, more: object = {}): Promise<Workspace> {
  const workspace = await emptyWorkspace(t);
  await cp(demo, workspace.root, { recursive: true });
  const { baseline: _, ...config } = parse(await readFile(join(demo, 'camdrift.yml'), 'utf8'));
  const models = ['v1', 'v2-retrained', 'v2-shortcut'].map(name => ({ name, path: `models/${name}` }));
  await workspace.config({ ...config, engine: 'wasm', models, 'baseline-model': 'none', ...more });
  return workspace;
}

test('the demo: only the model that learned the mark fails, and nothing was compared', async t => {
  const workspace = await demoWorkspace(t);
  assertEnded(await workspace.run('audit'), {
    code: 1,
    out: [
      /v1: ✓ pass\n\s+pass\s+No baseline was asked for: drift is not judged\./,
      'v2-retrained: ✓ pass',
      'Too little heat on the region `object`: 63.7 % on average over 18 fixtures (rule: inside >= 0.75).',
      'The hottest spot is too rarely in the region `object`: 55.6 % of 18 fixtures (rule: pointing >= 0.8).',
      'heat on object 87 %, hottest spot there 94 % (18 % of the picture; rules inside >= 0.75, pointing >= 0.8; 18 fixtures)',
    ],
  });
  const { models, verdict } = await workspace.results();
  assert.deepEqual([verdict, models.map(model => model.verdict)], ['fail', ['pass', 'pass', 'fail']]);
  const means = models.map(({ regions }) => regions![0]!.candidate.inside.toFixed(3));
  assert.deepEqual(means, ['0.874', '0.891', '0.637']);
  assert.ok(models.every(({ drift, baseline, error }) => (drift ?? baseline ?? error) === undefined));
  const summary = await workspace.read('camdrift-out/summary.md');
  assert.doesNotMatch(summary, /new:|is new/);
});

test('the same from the command line, which wins over a stored baseline', async t => {
  const workspace = await demoWorkspace(t, { baseline: 'baselines/v1', 'baseline-model': undefined });
  const run = await workspace.run('audit', '--baseline-model', 'none');
  assertEnded(run, { code: 1, out: ['No baseline was asked for: drift is not judged.'] });
  const compared = await workspace.run('audit');
  assertEnded(compared, {
    code: 1,
    out: [
      '87.4 % -> 63.7 % on average over 18 fixtures',
      'attention left the object: heat in `object` 87.4 % -> 63.7 %',
    ],
  });
});

/** Looks at the blue mark instead of the red object. */
const shortcut = { sees: ['blue', 'green', 'nothing'] } as const;
const alone = { ...settings, models: [{ name: 'tiny', path: 'models/after' }], 'baseline-model': 'none' };

test('a folder of masks for an artefact: heat on it fails', async t => {
  const workspace = await project(t, { before: false, after: shortcut });
  const corner = Uint8Array.from({ length: 256 }, (_, i) => (i % 16 >= 12 && i >= 192 ? 255 : 0));
  const mask = await encodePng({ width: 16, height: 16, channels: 1, data: corner });
  for (const name of ['a', 'b']) await workspace.write(`masks/images/${name}.png`, mask);
  await workspace.config({ ...alone, regions: [{ name: 'mark', from: 'masks', rules: ['inside <= 0.1'] }] });
  assertEnded(await workspace.run('audit'), {
    code: 1,
    out: [/Too much heat on the region `mark`: \d\d\.\d % on average over 2 fixtures/],
  });
  const { fixtures } = await onlyModel(workspace);
  assert.deepEqual(
    fixtures.map(({ regions }) => regions?.mark?.area),
    [0.0625, 0.0625, undefined],
  );
  const picture = await sharp(await readFile(workspace.path('camdrift-out/tiny/images-a.webp')))
    .raw()
    .toBuffer();
  const plain = await sharp(await readFile(workspace.path('camdrift-out/tiny/images-c.webp')))
    .raw()
    .toBuffer();
  const green = (pixels: Buffer) =>
    Array.from({ length: pixels.length / 3 }, (_, i) => i * 3).filter(
      at => pixels[at + 1]! > 180 && pixels[at]! < 140 && pixels[at + 2]! < 170,
    ).length;
  assert.ok(green(picture) > 30 && green(plain) < 10, `${green(picture)} ${green(plain)}`);
});

test('a baseline that was stored before anybody thought of regions has its figure, unless it shows another part of the picture', async t => {
  const workspace = await project(t, { before: false });
  const stored = { ...alone, 'baseline-model': undefined, baseline: 'baselines' };
  await workspace.config(stored);
  assertEnded(await workspace.run('baseline'), { code: 0 });
  const white = await encodePng({ width: 16, height: 16, channels: 1, data: new Uint8Array(256).fill(255, 0, 128) });
  await workspace.write('masks/a.png', white);
  const regions = [{ name: 'upper', from: 'masks' }];
  await workspace.config({ ...stored, regions });
  assertEnded(await workspace.run('audit'), { code: 0 });
  const [found] = (await onlyModel(workspace)).regions!;
  assert.ok(found!.candidate.inside > 0.5 && found!.baseline);
  assert.ok(Math.abs(found!.candidate.inside - found!.baseline.inside) < 1e-6);
  await workspace.config({ ...stored, regions, fit: 'cover' });
  await workspace.run('audit');
  const [other] = (await onlyModel(workspace)).regions!;
  assert.deepEqual([other!.fixtures, other!.baseline], [1, undefined]);
});

test('a mask of another size costs its fixture, and says why', async t => {
  const workspace = await project(t, { before: false, after: shortcut });
  const white = await encodePng({ width: 15, height: 16, channels: 1, data: new Uint8Array(240).fill(255) });
  await workspace.write('masks/a.png', white);
  await workspace.config({ ...alone, regions: [{ from: 'masks', rules: ['inside >= 0.1'] }] });
  const run = await workspace.run('audit');
  assertEnded(run, {
    code: 4,
    out: [
      /The mask .*a\.png of .*a\.png has 15 x 16 pixels; the fixture is read with 16 x 16/,
      'No fixture shows heat in the region `object`',
    ],
  });
});
