import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type Fault, steady } from '../support/github/faults.ts';
import type { Exchange } from '../support/github/ledger.ts';
import { states } from '../support/jobs.ts';
import {
  type Files,
  modelFiles,
  projectFiles,
  runIn,
  type Scene,
  type SceneResult,
  scene,
  shortcut,
} from '../support/scene.ts';
import { finishedRun, zipped } from '../support/second-workflow.ts';
import { publishing } from '../support/trusted.ts';

/** What can happen to a request. Of the first four another try helps; a refusal stays. */
const kinds: Readonly<Record<string, Fault>> = {
  'an error of the server': { status: 503 },
  'a connection that breaks off': { drop: true },
  'an answer that is lost': { drop: true, late: true },
  'no answer at all': { hang: true },
  'a refusal': { status: 403, body: { message: 'Resource not accessible by integration' } },
};
const passing = Object.keys(kinds).filter(kind => kind !== 'a refusal');

interface Setting {
  readonly before: Files;
  readonly after: Files;
}

const setting = async (): Promise<Setting> => ({
  before: await projectFiles(),
  after: await modelFiles('models/tiny', shortcut),
});

/** A few at a time: those that wait for an answer use no processor. */
async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 6 }, lane));
}

/**
 * What another try helps against comes over all requests of one run, each of which fails once. What stays, or was done although
 * nobody heard of it, is tried request by request.
 */
const cases = (requests: readonly Exchange[]): readonly Case[] => [
  ...passing.map(kind => ({ kind, fault: { ...kinds[kind], eachOnce: true }, at: 'each request' })),
  ...requests.flatMap(({ write }, index) =>
    ['a refusal', ...(write ? ['an answer that is lost'] : [])].map(kind => ({
      kind,
      fault: { ...kinds[kind], after: index },
      at: `request ${index}`,
    })),
  ),
];

interface Case {
  readonly kind: string;
  readonly fault: Fault;
  readonly at: string;
}

const request = ({ method, path }: Exchange): string => `${method} ${steady(path)}`;

/** Nothing that a usual run asks was spared. */
function assertAllFailed(usual: Scene, made: Scene, what: string): void {
  const failed = made.github.exchanges.filter(({ status }) => status === 0 || status === 503);
  const requests = new Set(failed.map(request));
  const spared = usual.github.exchanges.map(request).filter(each => !requests.has(each));
  assert.deepEqual(spared, [], what);
}

/** The job that judges: all that it asks GitHub is to read. */
const judge = (made: Scene): Promise<SceneResult> => made.run({ inputs: { mode: 'judge' }, may: { contents: 'read' } });

test('each request of the job that judges failing once: a regression is never a pass', async t => {
  const files = await setting();
  const made = await scene(t, files);
  const usual = await judge(made);
  assert.equal(usual.outputs.verdict, 'fail', usual.stdout);
  const runs = cases([...made.github.exchanges]);
  assert.ok(runs.length >= 4 + made.github.exchanges.length);
  t.diagnostic(`${made.github.exchanges.length} requests, ${runs.length} runs`);
  await each(runs, async ({ kind, fault, at }) => {
    const again = await scene(t, files);
    again.github.fail(fault);
    const { code, outputs, stdout } = await judge(again);
    const what = `${kind} at ${at}:\n${stdout}`;
    assert.equal(code, 1, what);
    if (fault.eachOnce) assertAllFailed(made, again, what);
    if (passing.includes(kind)) assert.equal(outputs.verdict, 'fail', what);
    else assert.match(outputs.verdict!, /^(fail|incomplete)$/, what);
  });
});

/** The job that publishes, on a pull request whose other job has found a regression. */
async function publish(t: TestContext, files: Setting, judged: SceneResult, fault?: Fault) {
  const made = await scene(t, files);
  const { github, number } = made;
  const { head } = github.pullRequest(number);
  const text = Buffer.from(judged.files['results.json']!).toString();
  const results = Buffer.from(text.replaceAll(judged.results!.change!.head, head));
  const run = finishedRun(made, undefined, { headRepository: 'acme/models', conclusion: null });
  github.addArtifact({ runId: run.id, name: 'camdrift', zip: zipped({ ...judged.files, 'results.json': results }) });
  if (fault) github.fail(fault);
  const ran = await runIn(t, github, {
    may: publishing,
    event: { name: 'pull_request', payload: github.payload.pullRequest(number, { action: 'opened' }) },
    inputs: { mode: 'publish', gate: 'status', 'max-images': '2' },
    env: { GITHUB_RUN_ID: String(run.id) },
  });
  return { ran, made };
}

test('each request of the job that publishes failing once: the verdict stands, and there is at most one comment', async t => {
  const files = await setting();
  const judged = await judge(await scene(t, files));
  const usual = await publish(t, files, judged);
  assert.deepEqual(states(usual.made), { 'camdrift / verdict': 'failure' }, usual.ran.stdout);
  const runs = cases([...usual.made.github.exchanges]);
  assert.ok(runs.length >= 4 + usual.made.github.exchanges.length);
  t.diagnostic(`${usual.made.github.exchanges.length} requests, ${runs.length} runs`);
  await each(runs, async ({ kind, fault, at }) => {
    const { ran, made } = await publish(t, files, judged, fault);
    const what = `${kind} at ${at}:\n${ran.stdout}`;
    const state = states(made)['camdrift / verdict'];
    if (fault.eachOnce) assertAllFailed(usual.made, made, what);
    assert.ok(made.comments().length <= 1, what);
    assert.notEqual(state, 'success', what);
    if (passing.includes(kind)) {
      assert.deepEqual([ran.code, ran.outputs.verdict, state, made.comments().length], [0, 'fail', 'failure', 1], what);
      assert.match(made.comments()[0]!, /### ❌ camdrift: fail/, what);
    } else assert.ok(state === 'failure' || ran.code === 1, `${what}\n${state}`);
  });
});
