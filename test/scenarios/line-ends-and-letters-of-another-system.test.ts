import assert from 'node:assert/strict';
import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { configText, modelFiles, pictureFiles, projectFiles, runIn, scene, shortcut } from '../support/scene.ts';
import { storedBaseline } from '../support/stored.ts';

const inputs = { 'max-images': '0' };
const json = 'models/tiny/model.json';

/** As Windows checks out text, with lines to end. */
const lines = (bytes: Uint8Array): string =>
  `${JSON.stringify(JSON.parse(Buffer.from(bytes).toString()), undefined, 1)}\n`;
const withLines = async () => {
  const project = await projectFiles();
  return { ...project, [json]: lines(project[json] as Uint8Array) };
};
const asOnWindows = async (workspace: string) => {
  for (const path of [json, 'camdrift.yml']) {
    const text = await readFile(join(workspace, path), 'utf8');
    await writeFile(join(workspace, path), text.replaceAll('\n', '\r\n'));
  }
};

test('line ends that a checkout has changed make no other model, and leave stored maps fresh', async t => {
  const project = await withLines();
  const s = await scene(t, {
    before: { ...project, ...(await storedBaseline(project)) },
    after: await pictureFiles({ 'images/9.png': [['red', 1, 1]] }),
  });
  const still = await s.run({ inputs, prepare: asOnWindows });
  assert.deepEqual([still.code, still.results?.models[0]?.lineage?.kind], [0, 'same'], still.stdout);
  assert.equal(still.results?.models[0]?.baseline?.source, 'stored');
  assert.ok(still.results!.models[0]!.reasons.some(({ code }) => code === 'same-model'));
  const commit = s.github.pullRequest(s.number).base;
  const event = { name: 'push', payload: s.github.payload.push({ branch: 'main', before: commit, after: commit }) };
  const pushed = await runIn(t, s.github, { event, commit, inputs, prepare: asOnWindows });
  assert.match(pushed.stdout, /^tiny: the stored baseline is up to date$/m);
});

test('what changed is still seen among them', async t => {
  const s = await scene(t, { before: await withLines(), after: await modelFiles('models/tiny', shortcut) });
  const { code, results, stdout } = await s.run({ inputs, prepare: asOnWindows });
  assert.deepEqual([code, results?.verdict], [1, 'fail'], stdout);
});

// A second way to the folder is as near as a disk that tells letters apart comes to one that does not.
test('on a disk that does not tell letters apart, paths are those that Git has', async t => {
  const config = configText([], { models: [{ name: 'tiny', path: 'Models/Tiny' }] });
  const alike = async (workspace: string) => {
    await symlink('models', join(workspace, 'Models'));
    await symlink('tiny', join(workspace, 'models/Tiny'));
  };
  const before = { ...(await projectFiles()), 'camdrift.yml': config };
  const s = await scene(t, { before, after: { 'README.md': 'Words.' } });
  const still = await s.run({ inputs, prepare: alike });
  assert.deepEqual([still.code, still.results?.change?.unchanged], [0, ['tiny']], still.stdout);
  await s.github.commit({ branch: 'retrain', files: await modelFiles('models/tiny', shortcut) });
  const { code, results, stdout } = await s.run({ inputs, prepare: alike, action: 'synchronize' });
  assert.deepEqual([code, results?.verdict], [1, 'fail'], stdout);
});

test('on such a disk, fixtures, labels and annotations that change under their own names are told as edits', async t => {
  const config = { labels: 'Labels.txt', fixtures: ['Images/*'], regions: [{ from: 'Masks' }] };
  const made = await projectFiles({ config });
  const before = { ...made, 'labels.txt': 'a\nb\nc\n', 'masks/1.png': made['images/1.png']! };
  const picture = (await pictureFiles({ 'images/1.png': [['red', 2, 2]] }))['images/1.png']!;
  const after = { 'labels.txt': 'a\nb\nd\n', 'images/1.png': picture, 'masks/1.png': picture };
  const s = await scene(t, { before, after });
  const alike = async (workspace: string) => {
    for (const [name, other] of [
      ['images', 'Images'],
      ['labels.txt', 'Labels.txt'],
      ['masks', 'Masks'],
    ] as const)
      await symlink(name, join(workspace, other));
  };
  const { results, stdout } = await s.run({ inputs, prepare: alike });
  assert.deepEqual(
    results?.change?.edits.map(({ what, path }) => [what, path]),
    [
      ['fixture', 'images/1.png'],
      ['labels', 'labels.txt'],
      ['region', 'masks/1.png'],
    ],
    stdout,
  );
});
