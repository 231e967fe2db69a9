import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { modelFiles, projectFiles, type Scene, scene, shortcut } from '../support/scene.ts';
import { assertEnded, emptyWorkspace } from '../support/workspace.ts';

const inputs = { 'max-images': '0' };
const folder = '.camdrift/accepted';

/** What `camdrift accept` writes when it is asked about the same two models, and where. */
async function acceptedFile(t: TestContext): Promise<Readonly<Record<string, string>>> {
  const workspace = await emptyWorkspace(t);
  const files = await projectFiles({ config: { 'baseline-model': 'models/earlier' } });
  const models = { ...(await modelFiles('models/tiny', shortcut)), ...(await modelFiles('models/earlier')) };
  for (const [name, content] of Object.entries({ ...files, ...models })) await workspace.write(name, content ?? '');
  const run = await workspace.run('accept', '--reason', 'the crop is meant', '--by', 'mona');
  assertEnded(run, { code: 0, out: [/tiny: accepted by mona/] });
  const [name, ...more] = await readdir(workspace.path(folder));
  assert.deepEqual(more, []);
  return { [`${folder}/${name}`]: await workspace.read(join(folder, name!)) };
}

const verdictOf = async (made: Scene) => {
  const { code, outputs, results, stdout } = await made.run({ inputs });
  return { ended: [code, outputs.verdict], model: results!.models[0]!, body: made.comments()[0]!, stdout };
};

test('the base branch’s file accepts, until somebody takes it back; the pull request’s own never does', async t => {
  const file = await acceptedFile(t);
  const [path] = Object.keys(file);
  const [before, after] = [await projectFiles(), await modelFiles('models/tiny', shortcut)];

  const accepted = await scene(t, { before: { ...before, ...file }, after });
  const first = await verdictOf(accepted);
  assert.deepEqual(first.ended, [0, 'accepted'], first.stdout);
  assert.deepEqual(first.model.accepted, { by: 'mona', why: 'the crop is meant', url: '', named: [], file: path });
  const told = /^\*\*Accepted\*\* by .*$/m.exec(first.body)?.[0].replace(/[\\\u200b]/g, '');
  assert.equal(told, `**Accepted** by mona, in ${path} of the base branch: the crop is meant. What was accepted:`);
  assert.match(first.body, /^- ~~Attention moved/m);
  assert.doesNotMatch(first.body, /\/camdrift accept/);
  const { code } = JSON.parse(file[path!]!);
  accepted.github.role('boss', 'admin');
  accepted.github.addComment(accepted.number, { author: 'boss', body: `/camdrift reject ${code} not any more` });
  const rejected = await verdictOf(accepted);
  assert.deepEqual(rejected.ended, [1, 'fail'], rejected.stdout);
  assert.match(rejected.body, new RegExp(`/camdrift accept ${code}`));

  const brought = await verdictOf(await scene(t, { before, after: { ...after, ...file } }));
  assert.deepEqual([brought.ended, brought.model.accepted], [[1, 'fail'], undefined], brought.stdout);
  assert.match(brought.body, new RegExp(`/camdrift accept ${code}`));

  const other = { [path!]: file[path!]!.replace(code, '0123456789abcdef') };
  const edited = await verdictOf(await scene(t, { before: { ...before, ...other }, after: { ...after, ...file } }));
  assert.deepEqual([edited.ended, edited.model.accepted], [[1, 'fail'], undefined], edited.stdout);
  const gone = edited.model.reasons.filter(reason => reason.code === 'acceptance-void').map(({ message }) => message);
  assert.equal(gone.length, 1);
  assert.match(gone[0]!, /^What mona accepted \(0123456789abcdef\) was of another model, or for other reasons/);
});
