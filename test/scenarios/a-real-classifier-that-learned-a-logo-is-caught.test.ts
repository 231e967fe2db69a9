import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fixturePaths, reference, whyNoReference } from '../support/reference.ts';
import { configText, type Files, type Scene, scene } from '../support/scene.ts';
import { screenshot } from '../support/screenshot.ts';

/**
 * The clothing classifier, and 38 photos of which some carry a logo or a frame. The threshold is this classifier's own: its
 * honest retrains shift by 4.0 to 5.3 %.
 */
const thresholds = { 'attention-shift': 0.06 };

async function clothingScene(t: TestContext, candidate: string): Promise<Scene> {
  const model = (name: string): Files =>
    Object.fromEntries(
      ['model.json', 'weights.bin'].map(file => [
        `models/clothing/${file}`,
        readFileSync(reference('benchmark/models', name, file)),
      ]),
    );
  const photos = fixturePaths().map(path => [`images/${basename(path)}`, readFileSync(path)] as const);
  const settings = { 'camdrift.yml': configText(['clothing'], { preprocess: 'tf', layer: 'head_relu', thresholds }) };
  return scene(t, {
    before: { ...Object.fromEntries(photos), ...settings, ...model('base') },
    after: model(candidate),
  });
}

test('a real classifier that learned a logo fails, with photos of where it looks', {
  skip: whyNoReference,
}, async t => {
  const { run, comments } = await clothingScene(t, 'reg_logo_4classes');
  const { code, stdout, results } = await run();
  assert.equal(code, 1, stdout);
  const drift = results!.models[0]!.drift!['grad-cam']!['attention-shift']!;
  assert.ok(drift.mean > 0.06, String(drift.mean));
  const [body] = comments();
  assert.match(body!, /❌ camdrift: fail/);
  if (process.env.SHOT) await screenshot(body!, process.env.SHOT);
});

test('an honest retrain of it passes', { skip: whyNoReference }, async t => {
  const { run, comments } = await clothingScene(t, 'benign_seed1');
  const { code, stdout } = await run();
  assert.equal(code, 0, stdout);
  assert.match(comments()[0]!, /✅|⚠️/);
});
