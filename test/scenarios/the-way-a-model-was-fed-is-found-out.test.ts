import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { camdrift } from '../support/dist.ts';
import { assertEnded } from '../support/workspace.ts';

const demo = (path: string) => fileURLToPath(new URL(`../../fixtures/demo/${path}`, import.meta.url));
const doctor = (fixtures: string, ...more: readonly string[]) =>
  camdrift([
    'doctor',
    '--engine',
    'wasm',
    '--jobs',
    '1',
    '--model',
    demo('models/v2-retrained'),
    '--fixtures',
    demo(fixtures),
    '--truth',
    demo('annotations.json'),
    '--labels',
    demo('labels.txt'),
    ...more,
  ]);

test('a model that was trained with x / 127.5 - 1 is found to be, though its configuration says x / 255', async () => {
  const run = await doctor('images/*.png', '--preprocess', 'unit', '--json', '-');
  assertEnded(run, { code: 0 });
  const [model] = JSON.parse(run.stdout).models;
  assert.match(
    model.verdict,
    /^`preprocess: tf` fits: right on 18 of 18 fixtures, where the configured way is on \d\b.*do not tell how pictures are resized/,
  );
  assert.deepEqual(
    model.ways
      .filter(({ asGood }: { asGood: boolean }) => asGood)
      .map(({ preprocess }: { preprocess: { mean: number[] } }) => preprocess.mean[0]),
    [1, 1, 1, 1],
  );
});

test('few pictures tell nothing, and it says so', async () => {
  const run = await doctor('images/*-1.png', '--preprocess', 'tf');
  assertEnded(run, { code: 0, out: [/v2-retrained: cannot tell: /, 'right', 'as configured', 'recipe: torchvision'] });
});

test('without truth there is nothing to count', async () => {
  const run = await camdrift([
    'doctor',
    '--model',
    demo('models/v2-retrained'),
    '--fixtures',
    demo('images/*.png'),
    '--engine',
    'wasm',
  ]);
  assertEnded(run, { code: 3, err: ['Of no picture of model v2-retrained is the true class known', 'truth: folder'] });
});
