import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configText, modelFiles, projectFiles, retrained, scene, shortcut } from '../support/scene.ts';
import { deleted } from '../support/stored.ts';

const noPictures = { 'max-images': '0' };

test('a new model is shown and not judged, and fails only where new models are to fail', async t => {
  const { run, comments } = await scene(t, {
    before: await projectFiles(),
    after: { ...(await modelFiles('models/fresh', shortcut)), 'camdrift.yml': configText(['tiny', 'fresh']) },
  });
  const { code, results, outputs, files, stdout } = await run();
  assert.equal(code, 0, stdout);
  const fresh = results!.models.find(({ name }) => name === 'fresh');
  assert.deepEqual(
    [fresh?.verdict, fresh?.baseline, fresh?.reasons.map(({ code }) => code)],
    ['pass', undefined, ['model-new']],
  );
  assert.deepEqual([outputs.verdict, outputs.new], ['pass', '3']);
  assert.ok(files[fresh!.fixtures[0]!.montage!], 'there are pictures');
  const [body] = comments();
  assert.match(body!, /fresh: new, not judged/);
  assert.match(body!, /This model is new: there is nothing to compare it with/);
  assert.match(body!, /3 pictures shown, not judged/);
  assert.match(body!, new RegExp(`blob/${outputs['images-commit']}/.*fresh/images-1\\.webp\\?raw=true`));

  const strict = await run({ inputs: { 'fail-on': 'new' } });
  assert.equal(strict.code, 1);
  assert.match(strict.stdout, /^::error::There is no baseline for fixtures of fresh\.$/m);
});

test('a model that is gone is named, and nothing fails', async t => {
  const gone = await modelFiles('models/old');
  const { run, comments } = await scene(t, {
    before: { ...(await projectFiles()), ...gone, 'camdrift.yml': configText(['tiny', 'old']) },
    after: { ...deleted(gone), 'camdrift.yml': configText(['tiny']) },
  });
  const { code, results, stdout } = await run({ inputs: noPictures });
  assert.equal(code, 0, stdout);
  assert.deepEqual(results?.change?.removed, [{ name: 'old', path: 'models/old' }]);
  assert.match(comments()[0]!, /➖ \*\*1 model removed\*\*: old \\\(models\/old\\\)/);
});

test('a model at another place, or of another name, is compared with its version at the old place', async t => {
  const old = await modelFiles('models/tiny');
  const { github, run, comments } = await scene(t, {
    before: { ...(await projectFiles()), ...old },
    after: {
      ...deleted(old),
      ...(await modelFiles('models/v2', retrained)),
      'camdrift.yml': configText([], { models: [{ name: 'tiny', path: 'models/v2' }] }),
    },
  });
  const moved = await run({ inputs: noPictures });
  assert.equal(moved.code, 0, moved.stdout);
  assert.match(moved.results!.models[0]!.baseline!.model.path, /^models\/tiny at commit [0-9a-f]{7}$/);
  assert.deepEqual(moved.results?.change?.renamed, [{ name: 'tiny', from: 'models/tiny', to: 'models/v2' }]);
  assert.deepEqual(moved.results?.change?.removed, []);
  assert.match(comments()[0]!, /➡️ \*\*1 model renamed\*\*: tiny \\\(models\/tiny → models\/v2\\\)/);

  // Only the name: the files stay where they are, and what the old name says about them holds for the old version.
  const renamed = configText([], {
    preprocess: undefined,
    models: [{ name: 'big', path: 'models/tiny', preprocess: 'tf', resample: 'bicubic' }],
  });
  const there = { ...deleted(await modelFiles('models/v2')), ...(await modelFiles('models/tiny', retrained)) };
  await github.commit({ branch: 'retrain', files: { ...there, 'camdrift.yml': renamed } });
  const named = await run({ action: 'synchronize', inputs: noPictures });
  const [big] = named.results!.models;
  assert.match(big!.baseline!.model.path, /^models\/tiny at commit [0-9a-f]{7}$/);
  assert.equal(big?.baseline?.preprocess.scale, 1 / 255, 'fed as its own configuration says');
  assert.notEqual(big?.candidate?.preprocess.scale, 1 / 255);
  const resized = [big?.baseline, big?.candidate].map(side => side?.pixels?.resample);
  assert.deepEqual(resized, ['bilinear', 'bicubic'], 'and resized so');
  assert.deepEqual(named.results?.change?.removed, []);
  assert.match(comments()[0]!, /\*\*name\*\*: tiny → big/);
});

test('a model whose file is gone while the configuration names it is incomplete, and the message says what to do', async t => {
  const before = await projectFiles();
  const { run, comments } = await scene(t, { before, after: { 'models/tiny/model.json': null } });
  const { code, results, annotations, stdout } = await run({ inputs: noPictures });
  assert.equal(code, 1, stdout);
  assert.equal(results?.verdict, 'incomplete');
  const [annotation] = annotations;
  assert.deepEqual(
    [annotation?.level, annotation?.file],
    ['error', 'camdrift.yml'],
    'the model’s own file is not there',
  );
  assert.match(
    annotation!.message,
    /^There is no model in the folder models\/tiny: .* To do: This change removes models\/tiny\/model\.json/,
  );
  assert.equal(
    results?.models[0]?.error?.remedy,
    'This change removes models/tiny/model.json while camdrift.yml still names the model `tiny`: bring the file back, or take the model out of the configuration.',
  );
  const [body] = comments();
  assert.match(body!, /### ❔ camdrift: incomplete – no verdict on tiny/);
  assert.match(body!, /\*\*To do\*\*: This change removes models\/tiny\/model\.json/);
  assert.doesNotMatch(
    body!,
    /camdrift-workspace|camdrift\\-workspace/,
    'where the runner keeps its files is nobody’s business',
  );
});
