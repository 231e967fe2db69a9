import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AuditOptions } from '../../src/commands/options.ts';
import { settingsFrom } from '../../src/commands/settings.ts';
import { CamdriftError } from '../../src/errors.ts';

const said: [what: string, options: AuditOptions, settings: object][] = [
  ['nothing', {}, {}],
  ['options that are no settings', { out: 'x', json: '-', jobs: 2, engine: 'wasm' }, {}],
  ['one layer is its path', { layer: ['conv'] }, { layer: 'conv' }],
  ['several layers are a list', { layer: ['conv', 'mixed'] }, { layer: ['conv', 'mixed'] }],
  ['methods in any writing', { method: ['GradCAM', 'cam'] }, { methods: ['grad-cam', 'cam'] }],
  ['a preset by name', { preprocess: 'torch' }, { preprocess: 'torch' }],
  ['a size as text', { size: '32x16' }, { size: { width: 32, height: 16 } }],
  ['a crop in pixels or as a share', { crop: '224', resizeTo: '256' }, { crop: 224, 'resize-to': 256 }],
  ['a size of both sides stays text', { resizeTo: '256x224' }, { 'resize-to': '256x224' }],
  ['a share', { crop: '0.875' }, { crop: 0.875 }],
  ['antialias is no text', { antialias: 'true' }, { antialias: true }],
  ['nor is its contrary', { antialias: 'false' }, { antialias: false }],
  ['limits by metric', { threshold: ['attention-shift=0.1', 'overlap= 1'] }, { thresholds: { 'attention-shift': 0.1, overlap: 1 } }], // biome-ignore format: a row each
  ['the last of two limits on one metric', { threshold: ['overlap=1', 'overlap=0'] }, { thresholds: { overlap: 0 } }],
  ['inputs: numbers, and files', { input: ['meta=0', 'a=b=-1.5', 'c=d.npy'] }, { inputs: { meta: 0, 'a=b': -1.5, c: 'd.npy' } }], // biome-ignore format: a row each
  ['an input of 1e3 is a number', { input: ['meta= 1e3 '] }, { inputs: { meta: 1000 } }],
  ['what is compared', { baseline: 'b', baselineModel: 'none', pinned: 'p' }, { baseline: 'b', 'baseline-model': 'none', pinned: 'p' }], // biome-ignore format: a row each
  ['how it is judged', { lineage: 'retrained', falseAlarms: 0.2, checks: 'full', timeout: 5 }, { lineage: 'retrained', 'false-alarms': 0.2, checks: 'full', timeout: 5 }], // biome-ignore format: a row each
];
for (const [what, options, settings] of said)
  test(`options are settings: ${what}`, () => assert.deepEqual(settingsFrom(options), settings));

test('a recipe in braces is read as a file would have it, with its defaults', () => {
  const { preprocess, 'baseline-preprocess': before } = settingsFrom({
    preprocess: '{scale: 1, mean: [104, 117, 123], order: bgr}',
    baselinePreprocess: '{"scale": 0.5}',
  });
  assert.deepEqual(Object.entries(preprocess as object).slice(0, 2), [
    ['scale', 1],
    ['mean', [104, 117, 123]],
  ]);
  assert.equal((preprocess as { order: string }).order, 'bgr');
  assert.equal((before as { scale: number }).scale, 0.5);
});

const wrong: [options: AuditOptions, message: string | RegExp][] = [
  [{ threshold: ['attention-shift'] }, 'Expected --threshold METRIC=LIMIT such as attention-shift=0.08, got "attention-shift".'], // biome-ignore format: a row each
  [{ threshold: ['overlap= '] }, /got "overlap= "\.$/],
  [{ threshold: ['overlap=x'] }, /got "overlap=x"\.$/],
  [{ threshold: ['overlap=Infinity'] }, /got "overlap=Infinity"\.$/],
  [{ threshold: ['overlap=2'] }, /^--threshold .*1/],
  [{ threshold: ['overlab=0.5'] }, /^--threshold .*`overlab`.* Did you mean `overlap`\?$/],
  [{ input: ['meta'] }, 'Expected --input NAME=VALUE such as meta=0 or meta=meta.npy, got "meta".'],
  [{ input: ['=0'] }, /got "=0"\.$/],
  [{ input: ['meta='] }, /got "meta="\.$/],
  [{ input: ['meta= '] }, /got "meta= "\.$/],
  [{ input: ['meta=some.txt'] }, /^--input expected a number, or the path of a \.npy file, got "some\.txt"\.$/],
  [{ method: ['grad-cm'] }, /^--method unknown method `grad-cm`; expected one of .* Did you mean `grad-cam`\?$/],
  [{ preprocess: 'touch' }, /^--preprocess .*"touch"/],
  [{ preprocess: '{scale: [}' }, /^--preprocess .*\{scale: \[\}/],
  [{ score: 'logits' }, '--score expected one of logit, probability, got "logits". Did you mean `logit`?'],
  [{ size: '32' }, /^--size expected .*WIDTHxHEIGHT.*"32"/],
  [{ falseAlarms: 1 }, /^--false-alarms .*1/],
  [{ falseAlarms: Number.NaN }, /^--false-alarms /],
  [{ timeout: 0 }, /^--timeout .*0/],
];
for (const [options, message] of wrong)
  test(`an option that is wrong is told by its name: ${JSON.stringify(options)}`, () => {
    assert.throws(
      () => settingsFrom(options),
      error => {
        assert.ok(error instanceof CamdriftError);
        assert.equal(error.code, 'usage-wrong');
        if (typeof message === 'string') assert.equal(error.message, message);
        else assert.match(error.message, message);
        return true;
      },
    );
  });

test('all that is wrong is told at once, a line each', () => {
  assert.throws(
    () => settingsFrom({ score: 'x', timeout: -1, method: ['nothing like it'] }),
    (error: Error) => {
      const options = error.message.split('\n').map(line => line.split(' ')[0]);
      assert.deepEqual(options.sort(), ['--method', '--score', '--timeout']);
      return true;
    },
  );
});
