import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Change } from '../../src/results/change.ts';
import { startGitHub } from '../support/github/index.ts';
import {
  configText,
  type Files,
  marked,
  modelFiles,
  pictureFiles,
  projectFiles,
  retrained,
  scene,
  shortcut,
} from '../support/scene.ts';
import { picture } from '../support/workspace.ts';

const inputs = { 'max-images': '0', 'policy-from': 'base' };
const blanks = (names: readonly string[]) => pictureFiles(Object.fromEntries(names.map(name => [name, []])));
const names = Object.keys(marked());
const edits = (change: Change | undefined) =>
  change?.edits.map(({ what, path, status }) => `${what} ${path} ${status}`);

const judged = async (
  t: TestContext,
  before: Files,
  after: Files,
  github = undefined as Awaited<ReturnType<typeof startGitHub>> | undefined,
) => scene(t, { before, after: { ...(await modelFiles('models/tiny', shortcut)), ...after } }, github);

test('fixtures that the change blanks are judged as the base branch has them', async t => {
  const s = await judged(t, await projectFiles(), await blanks(names));
  const { code, results, stdout } = await s.run({ inputs });
  assert.deepEqual([code, results?.verdict], [1, 'fail'], stdout);
  assert.deepEqual(
    results?.models[0]?.fixtures.map(({ name, status }) => [name, status]),
    names.map(name => [name, 'moved']),
  );
  assert.deepEqual(
    edits(results?.change),
    names.map(name => `fixture ${name} modified`),
  );
  assert.doesNotMatch(s.comments()[0]!, /rules of the base branch|camdrift\\?-base/);
});

test('so are those that it takes away, also out of Git LFS; those that it adds are shown', async t => {
  const github = await startGitHub(t);
  const asLfs = (files: Files): Files =>
    Object.fromEntries(
      Object.entries(files).map(([path, bytes]) => [
        path,
        path.startsWith('images/') ? github.lfs.store(Buffer.from(bytes!)) : bytes,
      ]),
    );
  const gone = Object.fromEntries(names.map(name => [name, null]));
  const added = asLfs({ 'images/9.png': await picture([['red', 1, 1]]) });
  const s = await judged(t, asLfs(await projectFiles()), { ...gone, ...added }, github);
  const { code, results, stdout } = await s.run({ inputs, lfs: true });
  assert.deepEqual([code, results?.verdict], [1, 'fail'], stdout);
  assert.deepEqual(
    results?.models[0]?.fixtures.map(({ name, touched }) => [name, touched]),
    [...names.map(name => [name, undefined]), ['images/9.png', 'added']],
  );
});

test('where heat must lie is what the base branch says, in its file too', async t => {
  const boxes = (width: number) =>
    JSON.stringify({
      images: names.map((name, id) => ({ id, file_name: name, width: 16, height: 16 })),
      categories: [{ id: 1, name: 'object' }],
      annotations: names.map((_, id) => ({ id, image_id: id, category_id: 1, bbox: [0, 0, width, 16] })),
    });
  const regions = [{ name: 'object', from: 'boxes.json', rules: ['inside >= 0.5'] }];
  const config = { thresholds: { 'attention-shift': 1, divergence: 1 }, regions };
  const s = await judged(
    t,
    { ...(await projectFiles({ config })), 'boxes.json': boxes(8) },
    { 'boxes.json': boxes(16) },
  );
  const own = await s.run({ inputs: { 'max-images': '0' } });
  assert.deepEqual([own.code, own.results?.models[0]?.regions?.[0]?.candidate?.inside], [0, 1], own.stdout);
  const { code, results, stdout } = await s.run({ inputs });
  assert.equal(code, 1, stdout);
  assert.ok(results!.models[0]!.reasons.some(({ level, code: what }) => level === 'fail' && /region/.test(what)));
  assert.deepEqual(edits(results?.change), ['region boxes.json modified']);
});

test('limits that the change tightens hold as well, and those that it loosens do not', async t => {
  const limit = (shift: number) => configText(['tiny'], { thresholds: { 'attention-shift': shift, divergence: 1 } });
  for (const [before, after] of [
    [0.9, 0.05],
    [0.05, 0.9],
  ] as const) {
    const s = await judged(
      t,
      { ...(await projectFiles()), 'camdrift.yml': limit(before) },
      { 'camdrift.yml': limit(after) },
    );
    const { code, results, stdout } = await s.run({ inputs });
    assert.deepEqual([code, results?.models[0]?.judged?.thresholds['attention-shift']], [1, 0.05], stdout);
  }
});

test('where none of its files differ nothing more is asked, and an honest change passes', async t => {
  const s = await scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', retrained) });
  const head = await s.run({ inputs: { 'max-images': '0', comment: 'never' } });
  const asked = s.github.exchanges.length;
  const base = await s.run({ inputs: { ...inputs, comment: 'never' } });
  assert.deepEqual([head.code, base.code, base.results?.change?.policyFrom], [0, 0, 'base'], base.stdout);
  assert.equal(s.github.exchanges.length, 2 * asked);
});

test('a branch that has no configuration yet cannot judge, and the results say who did', async t => {
  const { 'camdrift.yml': config, ...before } = await projectFiles();
  const s = await scene(t, {
    before,
    after: { ...(await modelFiles('models/tiny', retrained)), 'camdrift.yml': config! },
  });
  const { code, results, stdout } = await s.run({ inputs });
  assert.deepEqual([code, results?.change?.policyFrom], [0, 'head'], stdout);
  assert.match(stdout, /The base branch has no configuration that could judge this change, so its own does\./);
});
