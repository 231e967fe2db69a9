import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertEnded, project, type Workspace, watermarked } from '../support/workspace.ts';

const esc = '\u001b';
const hostile = `${esc}[2J${esc}[31m<img src=x onerror=alert(1)> @octocat [x](https://evil.example) | \`code\` #1\n\n# forged ${esc}]8;;https://evil.example\u0007`;

/** Neither stream may steer the terminal or start a line that camdrift did not write; summary.md may hold no markup. */
async function assertHarmless(workspace: Workspace, ...args: string[]): Promise<void> {
  const run = await workspace.run(...args);
  assert.notEqual(run.code, 10, run.stderr);
  for (const text of [run.stdout, run.stderr]) {
    assert.doesNotMatch(text, /[^\P{Cc}\n]/u, 'no control characters');
    assert.doesNotMatch(text, /^# forged/m, 'no line of its own');
  }
}

async function assertPlainSummary(workspace: Workspace): Promise<void> {
  const summary = await workspace.read('camdrift-out/summary.md');
  assert.match(summary, /&lt;img/, 'the name is there, as text');
  assert.doesNotMatch(summary, /<img|@octocat|\[x\]\(|https:\/\/evil|^# forged|[^\P{Cc}\n]/mu);
  const rows = summary.split('\n').filter(line => line.startsWith('| ') && line.includes('img'));
  for (const row of rows) assert.equal(row.match(/(?<!\\)\|/g)?.length, 8, row);
}

test('a file name', async t => {
  const name = `images/${hostile.replaceAll('/', '-')}.png`;
  const workspace = await project(t, { images: { ...watermarked, [name]: [['red', 1, 1]] } });
  await assertHarmless(workspace, 'audit');
  await assertPlainSummary(workspace);
});

test('a label', async t => {
  const workspace = await project(t, { config: { labels: [hostile, 'b', 'c'] } });
  await assertHarmless(workspace, 'audit');
  await assertPlainSummary(workspace);
});

test('a class name that the model carries', async t => {
  const [visible] = hostile.replaceAll(esc, '').split('\n');
  const metadata = { labels: [visible!.replace('\u0007', ''), 'b', 'c'] };
  const workspace = await project(t, { after: { metadata } });
  await assertHarmless(workspace, 'audit');
  await assertPlainSummary(workspace);
  assert.equal((await workspace.results()).models[0]?.fixtures[0]?.candidate?.predicted.label, metadata.labels[0]);
});

test('a layer of the model', async t => {
  const workspace = await project(t, { after: { layer: hostile } });
  await assertHarmless(workspace, 'layers', '--engine', 'wasm', '--model', 'models/after');
  await assertHarmless(workspace, 'baseline', '--baseline', 'stored');
  await assertHarmless(workspace, 'audit');
  await assertPlainSummary(workspace);
});

test('a class name of the model that does not exist', async t => {
  const workspace = await project(t, {
    after: {
      alter: (_, { config }) => {
        config.layers[1]!.class_name = hostile;
      },
    },
  });
  await assertHarmless(workspace, 'audit');
  await assertHarmless(workspace, 'layers', '--engine', 'wasm', '--model', 'models/after');
});

test('what they are is still in results.json, as data', async t => {
  const workspace = await project(t, { config: { labels: [hostile, 'b', 'c'] } });
  assertEnded(await workspace.run('audit'), { code: 0 });
  const { models } = await workspace.results();
  assert.equal(models[0]?.fixtures[0]?.candidate?.predicted.label, hostile);
});
