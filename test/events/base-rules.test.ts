import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { parseConfig } from '../../src/config/read.ts';
import { resolveConfig } from '../../src/config/resolve.ts';
import type { RawConfig } from '../../src/config/schema.ts';
import { withBaseFiles } from '../../src/events/_base-rules.ts';
import type { Project } from '../../src/events/_project.ts';
import { temporaryFolder } from '../support/tfjs-model.ts';
import { commitOf } from './_commit.ts';

const raw = parseConfig(
  JSON.stringify({
    models: [{ name: 'shoes', path: 'm.onnx', baseline: 'maps', 'baseline-model': 'gold.onnx', pinned: 'release' }],
    ...{ fixtures: ['i/*.png'], labels: 'l.txt', inputs: { words: 'w.npy', step: 'made.npy', meta: 0 } },
  }),
  'camdrift.yml',
);
const same = { 'i/1.png': 'one', 'l.txt': 'a\nb', 'w.npy': 'words' };

async function ruled(t: TestContext, tip: Record<string, string>, head: Record<string, string>, own: RawConfig = raw) {
  const folder = await temporaryFolder(t);
  const root = join(folder, 'work');
  for (const [path, text] of Object.entries(head)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const project = {
    ...{ raw, root, workspace: root, configuration: 'camdrift.yml', written: (path: string) => path },
    resolved: (given: RawConfig, instead = root) =>
      resolveConfig(
        { raw: given, source: { base: instead, workspace: instead } },
        { settings: {}, source: { base: instead } },
        join(root, 'out'),
      ),
  } as unknown as Project;
  const read: string[] = [];
  const sides = { tip: commitOf(tip, read), candidate: commitOf(head), before: commitOf(tip) };
  const rules = join(folder, 'rules');
  const { models } = await withBaseFiles(project, sides, raw, own, rules);
  const model = models[0]!;
  const shown = model.fixtures.map(({ path, touched }) =>
    [model.shown(path), path.startsWith(rules), touched ?? ''].join(),
  );
  return { model, root, rules, read, shown };
}

test('where the branch has the same files nothing is copied', async t => {
  const { model, root, read } = await ruled(t, same, same);
  assert.equal(model.fixtures[0]!.path, join(root, 'i/1.png'));
  assert.deepEqual(read, []);
});

test('fixtures are those of the branch as it is now; the change’s own are shown, and judge nothing', async t => {
  const head = { ...same, 'i/2.png': 'added', 'i/1.png': 'edited' };
  const { shown, read, rules } = await ruled(t, { ...same, 'i/3.png': 'gone since' }, head);
  assert.deepEqual(shown, ['i/1.png,true,', 'i/2.png,true,added', 'i/3.png,true,']);
  assert.deepEqual(read, ['i/1.png', 'i/3.png']);
  assert.equal(await readFile(join(rules, 'i/1.png'), 'utf8'), 'one');
});

test('the model, what it is given, and what it is compared with stay where they are', async t => {
  const { model, root } = await ruled(t, same, { ...same, 'i/1.png': 'edited', 'w.npy': 'other words' });
  assert.deepEqual(model.load.inputs, { words: join(root, 'w.npy'), step: join(root, 'made.npy'), meta: 0 });
  assert.deepEqual(
    [model.path, model.baseline, model.pinned],
    [join(root, 'm.onnx'), join(root, 'maps'), join(root, 'release')],
  );
  assert.ok(model.reference.kind === 'model');
  assert.equal(await model.reference.model.path(), join(root, 'gold.onnx'));
  assert.equal(model.calibration.path, join(root, 'maps/calibration.json'));
  assert.deepEqual(model.labels, ['a', 'b']);
});

test('labels describe the model, and are the change’s', async t => {
  const { model } = await ruled(t, same, { ...same, 'i/1.png': 'edited', 'l.txt': 'c\nd' });
  assert.deepEqual(model.labels, ['c', 'd']);
});

test('more files than may be fetched are no reason to judge by others', async t => {
  const many = (text: string) =>
    Object.fromEntries(Array.from({ length: 301 }, (_, at) => [`i/${at}.png`, `${text}${at}`]));
  await assert.rejects(ruled(t, { ...same, ...many('a') }, { ...same, ...many('b') }), {
    code: 'baseline-unavailable',
  });
});
