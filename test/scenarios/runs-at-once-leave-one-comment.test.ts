import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributes } from '../support/comment-html.ts';
import type { GitHub } from '../support/github/index.ts';
import { meetAt, patient } from '../support/meeting.ts';
import { modelFiles, projectFiles, type Scene, scene, shortcut } from '../support/scene.ts';

const ids = ['501', '502', '503'];

const opened = async (t: Parameters<typeof scene>[0]) =>
  scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', shortcut) });

/** Each waits for the others where it starts the branch of pictures, and where it comments. */
function atOnce({ github, run }: Scene) {
  const [started, commented] = [/\/git\/refs$/, /\/comments$/].map(path =>
    meetAt(github, ids.length, { method: 'POST', path }),
  );
  const ended = () => [started!(), commented!()];
  return Promise.all(ids.map(id => run({ env: { ...patient, GITHUB_RUN_ID: id } }).finally(ended)));
}

async function assertShown(github: GitHub, body: string): Promise<void> {
  const sources = attributes(body, 'src');
  assert.ok(sources.length > 0);
  for (const source of sources) {
    const answer = await fetch(source);
    assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'image/webp'], source);
  }
  assert.ok(sources.every(source => source.startsWith(`${github.url}/acme/models/blob/`)));
}

async function assertAllPublished({ github, number }: Scene, commits: readonly string[], keys: readonly string[]) {
  const log = (await github.log('camdrift-assets')).map(({ sha }) => sha);
  assert.equal(new Set(commits).size, ids.length);
  for (const [index, commit] of commits.entries()) {
    assert.ok(log.includes(commit), 'every run’s pictures stay on the branch');
    const path = `pr-${number}/${keys[index]}/${ids[index]}-1/tiny/images-1.webp`;
    assert.ok(await github.fileAt('camdrift-assets', path), path);
  }
  assert.equal(log.length, ids.length + 1, 'one commit each, and the one that starts the branch');
}

test('three runs at once under one key leave the oldest comment, with pictures that show', async t => {
  const made = await opened(t);
  const { github, comments } = made;
  const runs = await atOnce(made);
  const [body, ...others] = comments();
  assert.deepEqual(others, [], 'one comment remains');
  assert.match(body!, /camdrift: fail/);
  await assertShown(github, body!);
  for (const { code, annotations, stdout, outputs } of runs) {
    assert.equal(code, 1, stdout);
    assert.deepEqual(
      annotations.filter(({ level, file }) => level === 'warning' && !file),
      [],
    );
    assert.equal(outputs['comment-url'], runs[0]!.outputs['comment-url']);
  }
  const commits = runs.map(({ outputs }) => outputs['images-commit']!);
  await assertAllPublished(made, commits, ['default', 'default', 'default']);
});

test('under three keys there are three comments', async t => {
  const made = await opened(t);
  const { github, comments, run } = made;
  const keys = ['linux', 'nightly.2', 'edge_tpu'];
  const runs = await Promise.all(
    ids.map((id, index) => run({ env: { GITHUB_RUN_ID: id }, inputs: { 'comment-key': keys[index]! } })),
  );
  const said = comments().map(body => /key=(\S+)/.exec(body)?.[1]);
  assert.deepEqual(said.toSorted(), keys.toSorted());
  for (const body of comments()) await assertShown(github, body);
  assert.equal(new Set(runs.map(({ outputs }) => outputs['comment-url'])).size, 3);
  const commits = runs.map(({ outputs }) => outputs['images-commit']!);
  await assertAllPublished(made, commits, keys);
});
