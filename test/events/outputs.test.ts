import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { checkedOutCommit } from '../../src/events/_checkout.ts';
import { addressed } from '../../src/events/_hosted.ts';
import { goneFiles, inOwnPaths } from '../../src/events/_own-paths.ts';
import { speakerOf } from '../../src/events/_speaker.ts';
import { suspectOf } from '../../src/events/_suspect.ts';
import { eventNames, handlerOf } from '../../src/events/index.ts';
import { onPublish } from '../../src/events/publish-run.ts';
import { onPullRequest } from '../../src/events/pull-request.ts';
import { onPush } from '../../src/events/push.ts';
import { onRecompute } from '../../src/events/recompute.ts';
import { report, writeOutputs } from '../../src/events/report.ts';
import { onWorkflowRun } from '../../src/events/workflow-run.ts';
import type { ChangedFile } from '../../src/repository/changed-files.ts';
import { actionWorld, hub } from '../support/action-world.ts';
import { broken, everywhere, fixture, lone, model, results } from '../support/results.ts';

const world = (inputs: Record<string, string> = {}, more: Parameters<typeof actionWorld>[2] = {}) =>
  actionWorld(hub(), inputs, more);

test('what an event leads to is told by its name and the mode', () => {
  const handler = (name: string, mode = 'auto', inputs = {}) =>
    handlerOf(world({ mode, ...inputs }, { event: { name, payload: {} } }).world);
  assert.equal(handler('pull_request'), onPullRequest);
  assert.equal(handler('pull_request', 'judge'), onPullRequest);
  assert.equal(handler('merge_group', 'publish'), onPublish);
  assert.equal(handler('push'), onPush);
  assert.equal(handler('workflow_run'), onWorkflowRun, 'without a word it believes nothing, and judges nothing');
  assert.equal(handler('workflow_run', 'judge'), onRecompute);
  assert.equal(handler('pull_request', 'auto', { shard: '1/2' }), onPullRequest);
  for (const name of eventNames) assert.equal(typeof handler(name), 'function', name);
});

test('an event or a mode that does not go is refused with what does', () => {
  const refused = (name: string, mode: string, words: RegExp, inputs = {}) =>
    assert.throws(() => handlerOf(world({ mode, ...inputs }, { event: { name, payload: {} } }).world), words);
  refused('issues', 'auto', /does not know what to do on the event `issues`/);
  refused('constructor', 'auto', /does not know what to do on the event `constructor`/);
  refused('pull_request_target', 'auto', /pull_request_target`/);
  refused('push', 'publish', /`mode: publish` does not go with the event push/);
  refused('pull_request', 'comment', /`mode: comment` does not go with the event pull_request/);
  refused('push', 'auto', /A `shard` is explained on the event pull_request alone, and this is push/, { shard: '1/2' });
  refused('pull_request', 'publish', /A `shard` is explained/, { shard: '1/2' });
});

test('outputs are counted over all models, the worst of their shifts among them', () => {
  const mean = (shift: number) => ({ 'grad-cam': { 'attention-shift': { mean: shift, p90: 1, max: 1 } } });
  const fresh = { name: 'n.png', status: 'new' } as const;
  const all = results(
    model([fixture('a.png', 0.3), fixture('b.png', 0), fresh], { drift: mean(0.1) }),
    model([fixture('a.png', 0.2)], { name: 'hats', verdict: 'pass', drift: mean(0.25) }),
    lone([fresh], { name: 'bags', verdict: 'fail' }),
    broken({ code: 'c', message: 'm', remedy: 'r', exitCode: 4 }, { name: 'caps' }),
  );
  const told = world();
  writeOutputs(told.world, all, '/nowhere/out', { pictures: new Map(), commentUrl: 'c', imagesCommit: 'i' });
  assert.deepEqual(told.outputs, {
    ...{ verdict: 'fail', audited: 4, 'models-failed': 2, fixtures: 5, moved: 2, new: 2, 'attention-shift': 0.25 },
    ...{ results: 'out/results.json', out: 'out', 'comment-url': 'c', 'images-commit': 'i' },
  });
});

test('without a model the verdict is skipped; what there is not is empty, and the workspace itself is a dot', () => {
  const told = world();
  writeOutputs(told.world, { ...results(), verdict: 'pass' }, '/nowhere', { pictures: new Map() });
  assert.deepEqual(told.outputs, {
    ...{ verdict: 'skipped', audited: 0, 'models-failed': 0, fixtures: 0, moved: 0, new: 0, 'attention-shift': '' },
    ...{ results: './results.json', out: '.', 'comment-url': '', 'images-commit': '' },
  });
});

test('the log has a line per model; summary and annotations are left out where they are turned off', async () => {
  const said = async (inputs: Record<string, string>) => {
    const told = world(inputs);
    const found = results(model([fixture('a.png', 0.3)]));
    const checked = { results: found, folder: '/nowhere/out', fileOf: () => 'm' };
    const message = { results: found, picture: async () => undefined };
    await report(told.world, checked, message, { pictures: new Map() });
    return told.lines.map(line => line.split(':')[0]);
  };
  assert.deepEqual(await said({}), ['summary', 'annotation', 'line']);
  assert.deepEqual(await said({ summary: 'false', annotations: 'false' }), ['line']);
});

test('a leg of a matrix is named by its values; what is no object is taken as it is', () => {
  const leg = (matrix: string) => speakerOf(world({ matrix }).world).leg;
  assert.equal(leg('{"os":"ubuntu","python":3.12,"extra":{"a":1},"on":true}'), 'ubuntu, 3.12, {"a":1}, true');
  assert.deepEqual(['', 'null', '{}', 'ubuntu', '7', '["a","b"]'].map(leg), ['', '', '', 'ubuntu', '7', 'a, b']);
  const { config } = speakerOf(world({ 'working-directory': './ml/', config: 'camdrift.yml' }).world);
  assert.equal(config, 'ml/camdrift.yml');
});

test('whose token may read only: a fork’s pull request, else Dependabot’s', () => {
  const by = (actor: string, fork: boolean) => suspectOf({ run: { ...world().world.run, actor } }, { fork });
  assert.deepEqual([by('mona', false), by('mona', true)], [undefined, 'a pull request from a fork']);
  assert.deepEqual(
    [by('dependabot[bot]', false), by('dependabot[bot]', true), by('dependabot', false)],
    ["Dependabot's pull request", 'a pull request from a fork', undefined],
  );
});

test('pictures have an address below where the workflow puts them, each step of the path written for the web', () => {
  assert.equal(addressed('https://cdn.example/x//', 'shoes/a b#1.webp'), 'https://cdn.example/x/shoes/a%20b%231.webp');
});

const [one, two] = ['1'.repeat(40), '2'.repeat(40)];

async function clone(t: TestContext, files: Readonly<Record<string, string>>) {
  const root = await mkdtemp(join(tmpdir(), 'camdrift-clone-'));
  t.after(() => rm(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return checkedOutCommit(root);
}

test('the commit that is checked out: by itself, by its branch, by what was packed; of no clone none', async t => {
  const long = 'c'.repeat(64);
  const branch = 'ref: refs/heads/x/y-1.0\n';
  for (const [files, commit] of [
    [{ '.git/HEAD': `${one}\n` }, one],
    [{ '.git/HEAD': long }, long],
    [{ '.git/HEAD': branch, '.git/refs/heads/x/y-1.0': `${one}\n` }, one],
    [{ '.git/HEAD': branch, '.git/packed-refs': `# pack\n${two} refs/heads/x\n${one} refs/heads/x/y-1.0\n` }, one],
    [{ '.git/HEAD': branch, '.git/refs/heads/x/y-1.0': one, '.git/packed-refs': `${two} refs/heads/x/y-1.0` }, one],
    [{ '.git/HEAD': branch, '.git/refs/heads/x/y-1.0': 'ref: refs/heads/other' }, undefined],
    [{ '.git/HEAD': branch, '.git/packed-refs': `${two} refs/heads/x` }, undefined],
    [{ '.git/HEAD': branch }, undefined],
    [{ '.git/HEAD': 'ref: refs/heads/../../../etc/passwd', '.git/packed-refs': '' }, undefined],
    [{ '.git/HEAD': 'ref: /etc/passwd' }, undefined],
    [{ 'a.txt': '' }, undefined],
  ] as const)
    assert.equal(await clone(t, files as Record<string, string>), commit, JSON.stringify(files));
});

const watched = (name: string, ...files: string[]) => ({ name, files, fixtures: { globs: [], paths: [] } });

test('of each model the first file that the change takes away or moves away is told', () => {
  const files: ChangedFile[] = [
    { path: 'a/weights.bin', status: 'removed' },
    { path: 'a/model.json', status: 'modified' },
    { path: 'new.onnx', previous: 'b.onnx', status: 'renamed' },
    { path: 'c.onnx', status: 'added' },
  ];
  const models = [watched('a', 'a/model.json', 'a/weights.bin'), watched('b', 'b.onnx'), watched('c', 'c.onnx')];
  assert.deepEqual(
    [...goneFiles({ files, complete: true }, models)],
    [
      ['a', 'a/weights.bin'],
      ['b', 'b.onnx'],
    ],
  );
});

test('folders of this machine are in no sentence; a model that was taken away is told as such', () => {
  const folders = [
    ['/work/repo/sub', ''],
    ['/tmp/x', 'the base branch’s '],
  ] as const;
  const told = { folders, gone: new Map([['shoes', 'm.onnx']]), configuration: 'sub/camdrift.yml' };
  const error = { code: 'model-unreadable', message: '/work/repo/sub/m.onnx is gone.', remedy: 'Look.', exitCode: 4 };
  const own = (each: Parameters<typeof results>[0]) =>
    inOwnPaths({ results: results(each), pictures: [] }, told).results.models[0]!;
  const found = own(broken(error));
  assert.equal(found.error?.message, 'm.onnx is gone.');
  assert.match(
    found.error!.remedy,
    /^This change removes m\.onnx while sub\/camdrift\.yml still names the model `shoes`/,
  );
  assert.equal(own(broken({ ...error, code: 'engine-failed' })).error?.remedy, 'Look.');
  assert.equal(own(broken(error, { name: 'hats' })).error?.remedy, 'Look.');
  const failed = {
    name: 'a.png',
    status: 'failed',
    reason: '/tmp/x/a.png and /work/repo/sub/b.png are damaged.',
  } as const;
  const audited = own(
    model([failed, fixture('c.png', 0)], {
      reasons: [{ level: 'incomplete', code: 'fixture-failed', fixture: 'a.png', why: failed.reason }],
    }),
  );
  assert.equal(audited.fixtures[0]!.reason, 'the base branch’s a.png and b.png are damaged.');
  assert.deepEqual(audited.reasons[0], {
    level: 'incomplete',
    code: 'fixture-failed',
    fixture: 'a.png',
    why: 'the base branch’s a.png and b.png are damaged.',
  });
  assert.deepEqual(audited.fixtures[1]!.maps, {
    'grad-cam': { drift: everywhere(0), centre: { dx: 1, dy: 0, towards: 'right' } },
  });
});
