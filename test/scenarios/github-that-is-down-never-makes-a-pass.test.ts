import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TinyModel } from '../support/models.ts';
import { modelFiles, projectFiles, retrained, type SceneResult, scene, shortcut } from '../support/scene.ts';

const opened = async (t: Parameters<typeof scene>[0], model: TinyModel) =>
  scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', model) });

const warnings = ({ annotations }: SceneResult) =>
  annotations.filter(({ level, file }) => level === 'warning' && !file).map(({ message }) => message);

for (const [name, model, code, verdict] of [
  ['a regression', shortcut, 1, 'fail'],
  ['an honest retrain', retrained, 0, 'pass'],
] as const) {
  test(`down when it is to be told: ${name} keeps verdict, outputs, files and summary`, async t => {
    const { github, run, comments } = await opened(t, model);
    github.before({ asking: /CamdriftConversation/ }, () => github.down());
    const result = await run();
    assert.equal(result.code, code, result.stdout);
    const { outputs, files, summary } = result;
    assert.deepEqual([outputs.verdict, outputs.audited, outputs['comment-url']], [verdict, '1', '']);
    assert.deepEqual(
      Object.keys(files)
        .filter(path => !path.endsWith('.narrow.webp'))
        .toSorted(),
      ['report.html', 'results.json', 'summary.md', ...[1, 2, 3].map(index => `tiny/images-${index}.webp`)],
    );
    assert.match(summary, new RegExp(`camdrift: ${verdict}`));
    assert.deepEqual(comments(), []);
    assert.equal(warnings(result).length, 1);
    assert.match(warnings(result)[0]!, /^The comment could not be posted: .*The verdict does not depend on it/);
  });
}

test('down from the start: no verdict, a failing check, and what to do', async t => {
  const { github, run, comments } = await opened(t, retrained);
  const result = await run({ prepare: async () => github.down() });
  assert.equal(result.code, 1, result.stdout);
  assert.equal(result.outputs.verdict, 'incomplete');
  assert.deepEqual(comments(), []);
  assert.match(result.stdout, /::error::There is no verdict for tiny\./);
  const error = result.annotations.find(({ level, file }) => level === 'error' && file);
  assert.match(
    error?.message ?? '',
    /What this change is to be compared with could not be had.*To do: Run the job again\./,
  );
  assert.match(result.summary, /camdrift: incomplete/);
  assert.match(
    warnings(result).join('\n'),
    /^The pull request could not be read \(.*held against main, where it went when this run began\.$/m,
  );
});

test('down from the start with the status as the gate: the job fails in its place', async t => {
  const { github, number, run } = await opened(t, shortcut);
  const result = await run({ inputs: { gate: 'status' }, prepare: async () => github.down() });
  assert.equal(result.code, 1, result.stdout);
  assert.deepEqual(github.statuses(github.pullRequest(number).head), []);
  assert.match(warnings(result).join('\n'), /^The commit status could not be set: /m);
});

test('gone before the earlier model was read: no verdict either, told in the comment when it is back', async t => {
  const { github, run, comments } = await opened(t, retrained);
  github.before({ path: /\/git\/trees\// }, () => github.down());
  github.before({ asking: /CamdriftConversation/ }, () => github.up());
  // It comes back as the comment is due: the question arrives while nobody listens, and is asked again.
  const result = await run();
  assert.equal(result.code, 1, result.stdout);
  assert.equal(result.outputs.verdict, 'incomplete');
  assert.match(comments()[0] ?? '', /camdrift: incomplete – no verdict on tiny/);
  assert.match(comments()[0] ?? '', /\*\*To do\*\*: Run the job again/);
});
