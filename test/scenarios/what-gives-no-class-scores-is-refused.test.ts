import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeAnswer } from '../support/answers.ts';
import { camdrift } from '../support/dist.ts';
import { temporaryFolder } from '../support/tfjs-model.ts';
import { assertEnded } from '../support/workspace.ts';

const layers = async (...args: Parameters<typeof writeAnswer>) =>
  camdrift(['layers', '--engine', 'wasm', '--model', await writeAnswer(...args)]);

test('detectors, segmenters and class numbers end with what they hold, and no way into the next trap', async t => {
  const boxes = await layers(await temporaryFolder(t), 'boxes');
  assertEnded(boxes, { code: 4, err: [/`anchors` holds 10 x 64 numbers for each image/, 'cannot be explained'] });
  const mask = await layers(await temporaryFolder(t), 'mask');
  assertEnded(mask, { code: 4, err: [/`answer` holds 8 x 8 x 10 numbers.*as a mask or a picture/] });
  const best = await layers(await temporaryFolder(t), 'the likeliest class as a float');
  assertEnded(best, { code: 4, err: [/whole numbers or truths/, /name with --output the value that it reads/] });
  const detector = await layers(await temporaryFolder(t), 'scores', { task: 'detect' });
  assertEnded(detector, { code: 4, err: ['says of itself `task: detect`'] });
  const several = await layers(await temporaryFolder(t), 'boxes and what is in them');
  assertEnded(several, { code: 4, err: [/None of them can be class scores/] });
  assert.doesNotMatch(several.stderr, /--output/);
});

test('a classifier beside them is explained', async t => {
  assertEnded(await layers(await temporaryFolder(t), 'scores'), { code: 0, out: [/3 classes/] });
});
