import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Fault } from '../support/github/faults.ts';
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

/** An answer is worth losing where something was done for it. */
const cases = (requests: readonly Exchange[]) =>
  requests.flatMap(({ write }, index) =>
    Object.keys(kinds)
      .filter(kind => write || kind !== 'an answer that is lost')
      .map(kind => ({ index, kind })),
  );

/** The job that judges: all that it asks GitHub is to read. */
const judge = (made: Scene): Promise<SceneResult> => made.run({ inputs: { mode: 'judge' }, may: { contents: 'read' } });

test('each request of the job that judges failing once: a regression is never a pass', async t => {
  const files = await setting();
  const made = await scene(t, files);
  const usual = await judge(made);
  assert.equal(usual.outputs.verdict, 'fail', usual.stdout);
  const runs = cases([...made.github.exchanges]);
  assert.ok(runs.length >= 24);
  t.diagnostic(`${made.github.exchanges.length} requests, ${runs.length} runs`);
  await each(runs, async ({ index, kind }) => {
    const again = await scene(t, files);
    again.github.fail({ ...kinds[kind], after: index });
    const { code, outputs, stdout } = await judge(again);
    const what = `${kind} at request ${index}:\n${stdout}`;
    assert.equal(code, 1, what);
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
  assert.ok(runs.length >= 48);
  t.diagnostic(`${usual.made.github.exchanges.length} requests, ${runs.length} runs`);
  await each(runs, async ({ index, kind }) => {
    const { ran, made } = await publish(t, files, judged, { ...kinds[kind], after: index });
    const what = `${kind} at request ${index}:\n${ran.stdout}`;
    const state = states(made)['camdrift / verdict'];
    assert.ok(made.comments().length <= 1, what);
    assert.notEqual(state, 'success', what);
    if (passing.includes(kind)) {
      assert.deepEqual([ran.code, ran.outputs.verdict, state, made.comments().length], [0, 'fail', 'failure', 1], what);
      assert.match(made.comments()[0]!, /### ❌ camdrift: fail/, what);
    } else assert.ok(state === 'failure' || ran.code === 1, `${what}\n${state}`);
  });
});
