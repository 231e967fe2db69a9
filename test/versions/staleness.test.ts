import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Baseline, Provenance } from '../../src/baselines/baseline.ts';
import { writeBaseline } from '../../src/baselines/directory.ts';
import type { ModelConfig } from '../../src/config/config.ts';
import { usualPixels } from '../../src/images/pixels.ts';
import { staleness, staleReason } from '../../src/versions/staleness.ts';

const stored = { score: 'logit', layer: { name: 'conv', width: 2, height: 2 }, methods: ['grad-cam'] };
const asked = { score: 'logit', layer: 'auto', methods: ['grad-cam'], pixels: usualPixels, load: {} };

const told = (pixels: Provenance['pixels'], wanted: Partial<ModelConfig['pixels']> = {}) =>
  staleness(
    { ...stored, pixels } as unknown as Provenance,
    { ...asked, pixels: { ...usualPixels, ...wanted } } as unknown as ModelConfig,
  );

const used = (before: Partial<Provenance>, load: ModelConfig['load'], more: Partial<ModelConfig> = {}) =>
  staleness(
    { ...stored, pixels: usualPixels, ...before } as unknown as Provenance,
    { ...asked, load, ...more } as unknown as ModelConfig,
  );

test('maps of pictures that were read as they are now can be compared', async () => {
  assert.equal(await told(usualPixels), undefined);
  assert.equal(await told({ ...usualPixels, crop: 0.875 }, { crop: 0.875 }), undefined);
});

test('maps of a version that read pictures otherwise cannot, and it is said how', async () => {
  assert.match(
    (await told(undefined))!,
    /made by a version that turned pictures by EXIF, followed colour profiles and read 16-bit grey otherwise/,
  );
});

test('a setting of the pictures that differs is named as the configuration calls it', async () => {
  assert.match(
    (await told(usualPixels, { orientation: 'apply' }))!,
    /made with `ignore` for `orientation`, and `apply` is asked for/,
  );
  assert.match(
    (await told(usualPixels, { resizeTo: 256 }))!,
    /made with nothing for `resize-to`, and `256` is asked for/,
  );
  assert.match(
    (await told({ ...usualPixels, crop: 0.875 }))!,
    /made with `0.875` for `crop`, and nothing is asked for/,
  );
  assert.match((await told(usualPixels, { antialias: false }))!, /made with `true` for `antialias`, and `false`/);
});

test('maps of another output, signature or of other inputs cannot be compared', async t => {
  assert.match((await used({ output: 'a' }, { output: 'b' }))!, /made with `a` for `output`, and `b` is asked for/);
  assert.match((await used({}, { output: 'b' }))!, /made with nothing for `output`, and `b`/);
  assert.match((await used({ signature: 'old' }, {}))!, /made with `old` for `signature`, and nothing is asked for/);
  assert.match((await used({ inputs: { meta: 1 } }, { inputs: { meta: 2 } }))!, /`1` for `inputs: meta`, and `2`/);
  assert.match((await used({ inputs: { meta: 1 } }, {}))!, /made with `1` for `inputs: meta`, and nothing/);
  assert.equal(await used({ output: 'a', inputs: { meta: 1 } }, { output: 'a', inputs: { meta: 1 } }), undefined);
  const folder = await mkdtemp(join(tmpdir(), 'camdrift-inputs-'));
  t.after(() => rm(folder, { recursive: true }));
  const [path, other] = [join(folder, 'meta.npy'), join(folder, 'other.npy')];
  await Promise.all([writeFile(path, 'one'), writeFile(other, 'two')]);
  const digest = createHash('sha256').update('one').digest('hex');
  assert.equal(await used({ inputs: { meta: digest } }, { inputs: { meta: path } }), undefined);
  assert.match((await used({ inputs: { meta: digest } }, { inputs: { meta: other } }))!, /for `inputs: meta`/);
});

test('an earlier version is held against its own way of being used, where that is known', async () => {
  const own = { fit: 'fill' as const, pixels: { ...usualPixels, crop: 0.875 }, load: { output: 'a' } };
  const before = { output: 'a', pixels: own.pixels };
  assert.equal(await used(before, { output: 'b' }, { baselineUse: own }), undefined);
  assert.match((await used({ ...before, output: 'b' }, { output: 'b' }, { baselineUse: own }))!, /`b` for `output`/);
});

test('a baseline, a model or a fixture that cannot be read is a reason, and no end of the others', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'camdrift-stale-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const reason = (maps: string) =>
    staleReason({ ...asked, folder: join(folder, maps), path: join(folder, 'none.onnx') } as unknown as Parameters<
      typeof staleReason
    >[0]);
  assert.match((await reason('none'))!, /^There is no baseline in /);
  const maps = {
    ...{
      model: { path: 'm', format: 'onnx', digest: 'a'.repeat(64) },
      layer: stored.layer,
      methods: ['grad-cam'],
      score: 'logit',
    },
    ...{
      preprocess: { scale: 1, mean: [0], std: [1], order: 'rgb' },
      fit: 'fill',
      input: { width: 8, height: 8, channels: 3 },
    },
    ...{ classes: 2, engine: { name: 'wasm', version: '1' }, tool: 'camdrift 0', seen: new Map() },
  } as Baseline;
  await writeBaseline(join(folder, 'maps'), maps);
  assert.match((await reason('maps'))!, /none\.onnx/);
});

test('maps of another score or layer, or without the method that is judged, cannot be compared', async () => {
  const fits = (more: object, config: object = {}) =>
    staleness(
      { ...stored, pixels: usualPixels, ...more } as unknown as Provenance,
      { ...asked, ...config } as unknown as ModelConfig,
    );
  assert.equal(await fits({}), undefined);
  assert.match((await fits({ score: 'probability' }))!, /^it explains the probability, and the logit is asked for$/);
  assert.match((await fits({}, { layer: 'conv2' }))!, /^it was made from layer `conv`, and `conv2` is asked for$/);
  assert.equal(await fits({}, { layer: 'conv' }), undefined);
  assert.match((await fits({}, { methods: ['cam', 'grad-cam'] }))!, /^it has no maps of cam, which is judged$/);
});
