import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configText, type Files, modelFiles, projectFiles, retrained, scene, shortcut } from '../support/scene.ts';
import { deleted, storedBaseline } from '../support/stored.ts';

const inputs = { 'working-directory': 'ml', 'max-images': '0', out: 'report' };
const below = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]));

test('paths in comment, annotations, outputs and the base branch are the repository’s', async t => {
  const { run, comments } = await scene(t, {
    before: below('ml', await projectFiles()),
    after: {
      ...(await modelFiles('ml/models/tiny', shortcut)),
      'ml/camdrift.yml': configText(['tiny'], { score: 'probability' }),
      'ml/images/3.png': null,
      // As in the project, beside it: nothing about these is looked at.
      ...(await projectFiles({ images: { 'images/9.png': [] } })),
    },
  });
  const { code, results, outputs, annotations, files, stdout } = await run({ inputs });
  assert.equal(code, 1, stdout);
  const [model] = results!.models;
  assert.deepEqual([outputs.out, outputs.results], ['ml/report', 'ml/report/results.json']);
  assert.ok(files[model!.fixtures[0]!.montage!], 'pictures lie beside it');
  assert.match(model!.baseline!.model.path, /^ml\/models\/tiny at commit [0-9a-f]{7}$/);
  assert.ok(annotations.some(({ level, file }) => level === 'error' && file === 'ml/models/tiny/model.json'));
  assert.ok(annotations.every(({ file }) => file === undefined || file.startsWith('ml/')));
  const [body] = comments();
  assert.match(body!, /\*\*configuration modified\*\*: ml\/camdrift\.yml$/m);
  assert.match(body!, /\*\*fixtures removed\*\*: ml\/images\/3\.png$/m);
  assert.match(body!, /\*\*score\*\*: default → probability/);
  assert.doesNotMatch(body!, /images\/9\.png/);
});

test('its stored baseline is found, and its model at an earlier place', async t => {
  const old = await modelFiles('ml/models/tiny');
  const project = { ...below('ml', await projectFiles()), ...old };
  const { run, comments } = await scene(t, {
    before: { ...project, ...(await storedBaseline(project, { folder: 'ml' })) },
    after: {
      ...deleted(old),
      ...(await modelFiles('ml/models/v2', retrained)),
      'ml/camdrift.yml': configText([], { models: [{ name: 'tiny', path: 'models/v2' }] }),
    },
  });
  const { code, results, stdout } = await run({ inputs });
  assert.equal(code, 0, stdout);
  assert.equal(results?.models[0]?.baseline?.source, 'stored');
  assert.deepEqual(results?.change?.renamed, [{ name: 'tiny', from: 'ml/models/tiny', to: 'ml/models/v2' }]);
  assert.match(comments()[0]!, /➡️ \*\*1 model renamed\*\*: tiny \\\(ml\/models\/tiny → ml\/models\/v2\\\)$/m);
});
