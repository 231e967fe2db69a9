import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { type TestContext, test } from 'node:test';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { inProcess } from '../../src/explainer/explainer.ts';
import { type SeparateExplainer, startExplainer } from '../../src/explainer/separate-explainer.ts';
import { presets } from '../../src/images/preprocess.ts';
import { isFailure } from '../../src/maps/explain.ts';
import { stock } from '../../src/probes/stock.ts';
import { isGone, onLinux } from '../support/processes.ts';
import { emptyWorkspace, type Workspace } from '../support/workspace.ts';

async function started(t: TestContext): Promise<SeparateExplainer> {
  const explainer = await startExplainer('wasm');
  t.after(() => explainer[Symbol.asyncDispose]());
  return explainer;
}

async function asked(workspace: Workspace, path = 'models/tiny') {
  const picture = await workspace.picture('a.png', [['red', 1, 1]]);
  const request = {
    path: workspace.path(path),
    load: {},
    layer: 'auto',
    methods: ['grad-cam'],
    score: 'logit' as const,
    preprocess: presets.unit,
    fit: 'fill' as const,
    batch: 1,
    jobs: 1,
  };
  const tasks = (count: number) => () =>
    Array.from({ length: count }, () => ({ path: picture, class: 'predicted' as const }));
  return { request, tasks, picture };
}

const soon = () => ({ at: performance.now() + 1, words: '1 ms for a test' });

test('another process says what this one says, bit by bit', async t => {
  const workspace = await emptyWorkspace(t);
  await workspace.model('tiny');
  const { request, tasks, picture } = await asked(workspace);
  const [here, there] = [inProcess(await wasmEngine()), await started(t)];
  assert.deepEqual([there.name, there.version], [here.name, here.version]);
  const told: [number, number][] = [];
  const checked = { ...request, checks: 'basic' as const };
  assert.deepEqual(
    await there.maps(checked, tasks(3), (...words) => told.push(words)),
    await here.maps(checked, tasks(3)),
  );
  assert.deepEqual(told.at(-1), [3, 3]);
  assert.deepEqual(await there.layers(request.path, {}), await here.layers(request.path, {}));
  const fixture = { path: picture, input: { width: 8, height: 8, channels: 3 }, preparation: request };
  const shown = await there.fixture(fixture);
  assert.deepEqual(shown, await here.fixture(fixture));
  assert.deepEqual(Object.keys(shown), ['picture', 'stored', 'regions'], 'nothing that the model is fed is sent along');
});

test('no secret of this process reaches it, and it writes to nobody', onLinux, async t => {
  process.env.A_SECRET_FOR_THIS_TEST = 'hunter2';
  process.env['INPUT_GITHUB-TOKEN'] = 'hunter2';
  process.env.TF_TOKEN_example = 'hunter2';
  t.after(() => {
    for (const name of ['A_SECRET_FOR_THIS_TEST', 'INPUT_GITHUB-TOKEN', 'TF_TOKEN_example']) delete process.env[name];
  });
  const { pid } = await started(t);
  const given = readFileSync(`/proc/${pid}/environ`, 'utf8');
  assert.match(given, /PATH=/);
  assert.doesNotMatch(given, /hunter2|GITHUB|TOKEN/);
  assert.match(given, /GLIBC_TUNABLES=glibc\.malloc\.hugetlb=1/);
  assert.doesNotMatch(readFileSync(`/proc/${pid}/cmdline`, 'utf8'), /hunter2/);
  assert.match(readFileSync(`/proc/${pid}/cmdline`, 'utf8'), /max-old-space-size=2048/);
});

test('time that runs out is told, and the next model has a new process', async t => {
  const workspace = await emptyWorkspace(t);
  await workspace.model('tiny');
  const { request, tasks } = await asked(workspace);
  const explainer = await started(t);
  const { pid } = explainer;
  const late = { code: 'timed-out', message: 'The time is up: 1 ms for a test.', exitCode: 4 };
  await assert.rejects(explainer.maps(request, tasks(2), undefined, soon()), late);
  await assert.rejects(explainer.layers(request.path, {}, soon()), late);
  assert.equal((await explainer.maps(request, tasks(2))).outcomes.length, 2);
  assert.notEqual(explainer.pid, pid);
  await once(spawn('true'), 'close');
  assert.throws(() => process.kill(pid!, 0), { code: 'ESRCH' }, 'the old process is gone');
});

test('what was found before it broke down is kept', async t => {
  const workspace = await emptyWorkspace(t);
  await workspace.model('tiny');
  const { request, tasks } = await asked(workspace);
  const explainer = await started(t);
  const made = await explainer.maps(request, tasks(400), done => {
    if (done === 2) process.kill(explainer.pid!, 'SIGKILL');
  });
  const failures = [...made.outcomes].filter(isFailure);
  assert.equal(made.outcomes.length, 400);
  assert.ok(failures.length > 0 && failures.length <= 398, `${failures.length} not reached`);
  assert.ok(!isFailure(made.outcomes.at(0)!) && !isFailure(made.outcomes.at(1)!));
  assert.match(failures[0]!.failed, /^Not reached\. What loads and explains the model broke down: the system ended/);
  assert.equal(made.unfinished?.code, 'broke-down');
  assert.match(made.unfinished.message, new RegExp(`${failures.length} of 400 fixtures were not reached\\.$`));
});

test('an error of ours comes across with its remedy; an error of whoever asks does not hurt it', async t => {
  const workspace = await emptyWorkspace(t);
  await workspace.model('tiny');
  const { request, tasks } = await asked(workspace);
  const explainer = await started(t);
  const { pid } = explainer;
  await assert.rejects(explainer.layers(workspace.path('none'), {}), { code: 'model-unreadable', exitCode: 4 });
  const refused = explainer.maps(request, () => {
    throw new RangeError('no such class');
  });
  await assert.rejects(refused, { name: 'RangeError', message: 'no such class' });
  assert.equal((await explainer.maps(request, tasks(1))).outcomes.length, 1);
  assert.equal(explainer.pid, pid);
});

for (const [how, system] of [
  ['ended by the system or a thread', process.platform],
  ['ended by a thread', 'another system'],
])
  test(`it does not outlive whoever started it, not even by a kill: ${how}`, onLinux, async () => {
    const code = `Object.defineProperty(process, 'platform', { value: '${system}' });
    const { startExplainer } = await import('${new URL('../../src/explainer/separate-explainer.ts', import.meta.url)}');
    const { pid } = await startExplainer('wasm');
    console.log(pid);
    setInterval(() => {}, 1000);`;
    const words = ['--input-type=module', '-e', code];
    const parent = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [chunk] = await once(parent.stdout, 'data');
    const pid = Number(String(chunk));
    assert.match(execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }), /explainer-process/);
    // It hears of nothing that happens; a thread of its own would not either.
    const stopped = system === process.platform && existsSync('/usr/bin/setpriv');
    if (stopped) process.kill(pid, 'SIGSTOP');
    parent.kill('SIGKILL');
    await once(parent, 'close');
    assert.ok(await isGone(pid));
  });

test('another process gives the same answers to edited pictures, and one that is late is ended', async t => {
  const workspace = await emptyWorkspace(t);
  await workspace.model('tiny');
  const { request, picture } = await asked(workspace);
  const [here, there] = [inProcess(await wasmEngine()), await started(t)];
  const question = {
    path: request.path,
    load: {},
    preprocess: request.preprocess,
    fit: request.fit,
    fixtures: [{ path: picture }, { path: workspace.path('nowhere.png') }],
    edits: stock(undefined).slice(0, 4),
    sample: true,
  };
  const found = await there.answers(question);
  assert.deepEqual(found, await here.answers(question));
  assert.deepEqual(found.asked, [0, 1]);
  for (const row of [found.plain, ...found.edited]) {
    assert.equal(row.length, 2);
    assert.ok(Math.abs(row[0]!.reduce((sum, value) => sum + value, 0) - 1) < 1e-5);
    assert.equal(row[1], undefined, 'what cannot be read has no answer');
  }
  await assert.rejects(there.answers(question, soon()), { code: 'timed-out' });
  assert.deepEqual(await there.answers(question), found, 'it is started anew');
});

test('after its end it starts no process any more', async t => {
  const explainer = await started(t);
  await explainer[Symbol.asyncDispose]();
  const picture = { path: 'a.png', input: { height: 1, width: 1, channels: 3 as const } };
  await assert.rejects(
    explainer.fixture({ ...picture, preparation: { preprocess: presets.unit, fit: 'fill' }, regions: [] }),
    /asked after its end/,
  );
  assert.equal(explainer.pid, undefined);
});
