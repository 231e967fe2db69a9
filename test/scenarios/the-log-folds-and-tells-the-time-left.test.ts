import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marked, modelFiles, projectFiles, scene, shortcut } from '../support/scene.ts';

test('every model gets a group with its place among the others, the time left, and a total', async t => {
  const images = marked(8);
  const config = { batch: 1 };
  const changed = await Promise.all(['one', 'two'].map(name => modelFiles(`models/${name}`, shortcut)));
  const { run } = await scene(t, {
    before: await projectFiles({ models: { one: {}, two: {}, three: {} }, images, config }),
    after: Object.assign({}, ...changed),
  });
  const { groups, stdout, code } = await run({ inputs: { comment: 'never' } });
  assert.equal(code, 1, stdout);
  assert.deepEqual(
    groups.map(({ title }) => title),
    ['baseline of one (1 of 2)', 'one (1 of 2)', 'baseline of two (2 of 2)', 'two (2 of 2)'],
  );
  for (const { title, lines } of groups) {
    assert.match(lines.at(-1)!, /^8 fixtures in \d+\.\d s$/, title);
    // The next line would come after five seconds, and these take less.
    assert.equal(lines.length, 2, title);
    assert.match(lines[0]!, /^1\/8 fixtures, about \d+ s left$/);
  }
  assert.match(stdout, /^three: unchanged$/m);
  assert.match(stdout, /^2 models to audit; engine: wasm \(tfjs /m);
  assert.match(stdout, /^one: ✗ regression$/m);
});

test('a model that cannot be explained does not fold the rest of the log away', async t => {
  const files = await modelFiles('models/tiny', shortcut);
  const cut = Object.entries(files).map(([path, bytes]) => [
    path,
    path.endsWith('.bin') ? bytes.subarray(0, 40) : bytes,
  ]);
  const { run } = await scene(t, { before: await projectFiles(), after: Object.fromEntries(cut) });
  const { groups, stdout } = await run({ inputs: { comment: 'never' } });
  assert.deepEqual(groups.at(-1), { title: 'tiny', lines: [] });
  assert.match(stdout, /::group::tiny\n::endgroup::\n::error [^\n]*\n(.*\n)*tiny: \? incomplete\n/);
});
