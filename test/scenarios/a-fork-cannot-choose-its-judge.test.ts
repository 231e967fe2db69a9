import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configText, modelFiles, projectFiles, retrained, scene, shortcut } from '../support/scene.ts';
import { finishedRun, fork, speakFor } from '../support/second-workflow.ts';

test('a fork that honestly edits the configuration has told of every model, and is judged by the base branch', async t => {
  const models = { tiny: {}, other: {} };
  const lenient = { thresholds: { 'attention-shift': 1, divergence: 1 } };
  const made = await scene(t, {
    before: await projectFiles({ models }),
    after: { ...(await modelFiles('models/tiny', shortcut)), 'camdrift.yml': configText(Object.keys(models), lenient) },
    fork,
  });
  const first = await made.run({ may: 'read' });
  assert.equal(first.code, 0, first.stdout);
  const second = await speakFor(t, made.github, finishedRun(made, first.files), { inputs: { 'image-branch': '' } });
  assert.equal(second.code, 0, second.stdout);
  assert.deepEqual(
    second.results?.models.map(({ name, verdict, judged }) => [name, verdict, judged?.thresholds['attention-shift']]),
    [
      ['tiny', 'fail', 0.08],
      ['other', 'pass', 0.01],
    ],
  );
  assert.match(made.comments()[0]!, /also changes how it is judged\*\*, and is judged by the settings of main:/);
});

test('a fork cannot hide a model behind another path in the configuration', async t => {
  const aside = { models: [{ name: 'tiny', path: 'models/aside' }] };
  const after = { ...(await modelFiles('models/aside', shortcut)), 'camdrift.yml': configText([], aside) };
  const made = await scene(t, { before: await projectFiles(), after, fork });
  const { results, files } = await made.run({ may: 'read' });
  const silent = { ...results!, models: [], verdict: 'pass', change: { ...results!.change, unchanged: ['tiny'] } };
  const left = { ...files, 'results.json': Buffer.from(JSON.stringify(silent)) };
  const second = await speakFor(t, made.github, finishedRun(made, left), { inputs: { 'image-branch': '' } });
  assert.equal(second.outputs.verdict, 'incomplete', second.stdout);
  assert.match(made.comments()[0]!, /The change edits the configuration, and the run says nothing about this model/);
});

test('what a fork changes about how it is judged is read off the change, whatever it says', async t => {
  const after = { ...(await modelFiles('models/tiny', retrained)), 'images/1.png': null };
  const made = await scene(t, { before: await projectFiles(), after, fork });
  const { results, files } = await made.run({ may: 'read' });
  assert.deepEqual(results!.change!.edits, [{ what: 'fixture', path: 'images/1.png', status: 'removed' }]);
  const quiet = { ...results!, change: { ...results!.change, edits: [] } };
  const left = { ...files, 'results.json': Buffer.from(JSON.stringify(quiet)) };
  const second = await speakFor(t, made.github, finishedRun(made, left), { inputs: { 'image-branch': '' } });
  assert.equal(second.code, 0, second.stdout);
  assert.match(made.comments()[0]!, /also changes how it is judged[\s\S]*images\/1\.png/);
});
