import assert from 'node:assert/strict';
import { test } from 'node:test';
import { earlierVerdict } from '../../src/events/_earlier-verdict.ts';
import { speakerOf } from '../../src/events/_speaker.ts';
import { type Gated, type GateOptions, openGate } from '../../src/events/_verdict-gate.ts';
import type { PullRequest } from '../../src/events/payloads.ts';
import { type Part, partId, wholeComment } from '../../src/reports/comment/comment.ts';
import type { Change } from '../../src/results/change.ts';
import type { Results } from '../../src/results/results.ts';
import { actionWorld, type Hub, hub, us } from '../support/action-world.ts';
import { fixture, model, results } from '../support/results.ts';

const head = 'a'.repeat(40);
const other = 'b'.repeat(40);
const change: Change = {
  ...{ head, base: other, baseRef: 'main', policyFrom: 'head' },
  ...{ unchanged: [], removed: [], renamed: [], edits: [], settings: [] },
};

/** Results whose models have these verdicts. */
const judged = (...verdicts: Results['verdict'][]): Results => {
  const models = verdicts.map((verdict, at) => model([fixture('a.png', 0)], { name: `m${at}`, verdict, reasons: [] }));
  return { ...results(...models), verdict: verdicts[0] ?? 'pass', change };
};

/** What the commit's status says after each word, what the job ends with, and what the log has. */
async function gated(
  found: Results | string,
  inputs: Record<string, string>,
  options: GateOptions & Partial<Gated> = {},
  github = hub(),
) {
  const told = actionWorld(github, inputs);
  const gate = await openGate(told.world, { head, number: 7, ...options }, options);
  const ended = typeof found === 'string' ? await gate.giveUp(found) : await gate.close(found);
  const said = github.statuses.map(({ state, description }) => `${state}: ${description}`).reverse();
  return { said, failure: ended?.failure, log: told.lines, asked: github.asked, github, told };
}
const failed = 'failure: Attention regressed in m0.';
const looking = 'pending: Looking at what the models look at';

test('with the job as the gate it fails as the verdict says, and GitHub is asked nothing', async () => {
  const { said, failure, asked } = await gated(judged('fail'), { gate: 'job' });
  assert.deepEqual([said, failure, asked], [[], 'Attention regressed in m0.', []]);
  assert.equal((await gated(judged('pass'), { gate: 'job' })).failure, undefined);
  assert.equal((await gated(judged('fail'), { gate: 'job', 'fail-on': 'never' })).failure, undefined);
  assert.equal(
    (await gated(judged('warn'), { gate: 'job', 'fail-on': 'any' })).failure,
    'There are warnings or moved fixtures in m0.',
  );
});

test('with a status it says pending at once, then the verdict, and the job stays green', async () => {
  for (const [found, last] of [
    [judged('fail'), 'failure: Attention regressed in m0.'],
    [judged('incomplete'), 'failure: There is no verdict for m0.'],
    [judged('pass'), 'success: ✓ pass'],
    [judged('warn'), 'success: ! pass, with warnings'],
    [judged('accepted'), 'success: ✓ accepted by name'],
    [judged(), 'success: No model changed'],
    ['There is no artifact.', 'error: There is no artifact.'],
  ] as const) {
    const { said, failure, log } = await gated(found, { gate: 'status' });
    assert.equal(said[0], looking);
    assert.deepEqual([said.at(-1), failure, log], [last, undefined, []]);
  }
});

test('what a stranger’s run claims is never a success', async () => {
  const claimed = { standing: 'claimed' } as const;
  const last = async (found: Results) => (await gated(found, { gate: 'status' }, claimed)).said.at(-1);
  assert.equal(await last(judged('pass')), 'pending: Claimed, not checked: ✓ pass');
  assert.equal(await last(judged()), 'pending: Claimed, not checked: No model changed');
  assert.equal(await last(judged('fail')), 'failure: Claimed, not checked: Attention regressed in m0.');
});

test('a verdict is never lost: where the status cannot be set the job fails in its place', async () => {
  const refusing = () => hub({ refuses: { createCommitStatus: 403 } });
  const fails = await gated(judged('fail'), { gate: 'status' }, {}, refusing());
  assert.deepEqual([fails.said, fails.failure], [[], 'Attention regressed in m0.']);
  assert.equal(fails.log.length, 2);
  for (const each of fails.log)
    assert.match(
      each,
      /^warning: The commit status could not be set: .*The job needs `permissions: statuses: write, pull-requests: read`\.$/,
    );
  assert.equal((await gated(judged('pass'), { gate: 'status' }, {}, refusing())).failure, undefined);
  const broken = await gated(judged('fail'), { gate: 'status' }, {}, hub({ refuses: { listCommitStatuses: 500 } }));
  assert.equal(broken.failure, 'Attention regressed in m0.');
  assert.doesNotMatch(broken.log.join(), /permissions/, 'it is no matter of permissions');
});

test('where the token of a stranger’s pull request may only read, that is told once, and the job is the gate', async () => {
  const suspect = { suspect: 'a pull request from a fork' };
  const { failure, log, told } = await gated(
    judged('fail'),
    { gate: 'status' },
    suspect,
    hub({ refuses: { createCommitStatus: 403 } }),
  );
  assert.equal(failure, 'Attention regressed in m0.');
  assert.deepEqual(log, [
    'notice: The commit status cannot be set in a pull request from a fork; this job takes its place.',
  ]);
  await told.end('crashed');
  assert.equal(log.length, 1, 'nothing more is tried');
  const may = await gated(judged('fail'), { gate: 'status' }, suspect);
  assert.deepEqual(
    [may.said.at(-1), may.failure],
    ['failure: Attention regressed in m0.', undefined],
    'some may write',
  );
  const down = await gated(judged('fail'), { gate: 'status' }, suspect, hub({ refuses: { createCommitStatus: 500 } }));
  assert.match(down.log[0]!, /^warning: /, 'that GitHub is down is another matter');
});

test('a job that only judges leaves the status to the one that publishes, and does not fail for the verdict', async () => {
  const { said, failure, asked } = await gated(judged('fail'), { gate: 'status', mode: 'judge' });
  assert.deepEqual([said, failure, asked], [[], undefined, []]);
  assert.ok((await gated(judged('fail'), { gate: 'job', mode: 'judge' })).failure);
});

test('a run that ends before its verdict leaves an error, not a pending status', async () => {
  for (const [how, words] of [
    ['cancelled', 'was cancelled'],
    ['crashed', 'failed'],
  ] as const) {
    const github = hub();
    const told = actionWorld(github, { gate: 'status' });
    await openGate(told.world, { head, number: 7 });
    await told.end(how);
    assert.equal(github.statuses[0]!.description, `The run ${words} before its verdict`);
    assert.equal(github.statuses[0]!.state, 'error');
  }
});

const pull: PullRequest = {
  ...{ number: 7, head, base: { ref: 'main', sha: other }, moves: 'stay', fork: false, pushed: undefined },
};
const part = (status: Part['status'], more: Partial<Part> = {}): Part => {
  const speaker = speakerOf(actionWorld(hub()).world);
  const said = {
    status,
    head,
    base: 'main',
    claimed: false,
    words: 'words',
    legs: 1,
    time: 1,
    content: 'c',
    text: 'Text.',
  };
  return { id: partId(speaker), speaker, ...said, ...more };
};
const comment = (...parts: Part[]) => ({
  ...{ id: 1, login: us, body: wholeComment(parts, { key: 'default', head: parts[0]!.head, budget: 60_000 }) },
});

/** How an event that moves nothing ends: `audit`, or its verdict and whether it fails. */
async function still(github: Partial<Hub>, inputs: Record<string, string> = {}): Promise<string> {
  const told = actionWorld(hub(github), inputs);
  const ended = await earlierVerdict(told.world, pull);
  return ended ? `${told.outputs.verdict}${ended.failure === undefined ? '' : ', fails'}` : 'audit';
}

test('an event that moves nothing ends as the comment says that the run before did', async () => {
  for (const [status, ended] of [
    ['fail', 'fail, fails'],
    ['incomplete', 'incomplete, fails'],
    ['warn', 'warn'],
    ['accepted', 'accepted'],
    ['pass', 'pass'],
  ] as const)
    assert.equal(await still({ comments: [comment(part(status))] }), ended);
  const { world } = actionWorld(hub({ comments: [comment(part('fail'))] }));
  const ended = await earlierVerdict(world, pull);
  assert.equal(ended?.failure, 'This event moves nothing, and the verdict stands: fail (https://github.example/c/1).');
});

test('where no comment tells it, another title is no way to a green check', async () => {
  assert.equal(await still({}), 'audit', 'a fork’s token leaves none, and GitHub may have taken none');
  assert.equal(await still({ deleted: '2026-01-01T00:00:00Z' }), 'audit');
  assert.equal(await still({ comments: [{ ...comment(part('pass')), login: 'mona' }] }), 'audit', 'somebody else’s');
  assert.equal(await still({ comments: [comment(part('pass', { head: other }))] }), 'audit', 'of another commit');
  assert.equal(await still({ comments: [comment(part('pass', { id: '0'.repeat(16) }))] }), 'audit', 'of another job');
  assert.equal(await still({ refuses: { conversation: 403 }, comments: [comment(part('pass'))] }), 'audit');
  const both = [comment(part('pass', { id: '0'.repeat(16) }), part('fail'))];
  assert.equal(await still({ comments: both }), 'fail, fails', 'of two jobs its own word');
});

test('a comment that somebody else has edited tells nothing: whoever may write could judge themselves', async () => {
  const comments = [comment(part('pass'))];
  assert.equal(await still({ comments, editors: { 1: 'mona' } }), 'audit');
  assert.equal(await still({ comments, editors: { 1: '' } }), 'audit', 'GitHub does not say who');
  assert.equal(await still({ comments, editors: { 1: 'github-actions' } }), 'pass', 'we ourselves');
  assert.equal(await still({ comments, refuses: { editor: 403 } }), 'audit');
});

test('how much a comment tells depends on what fails the check', async () => {
  const comments = [comment(part('fail'))];
  assert.equal(await still({ comments }, { 'fail-on': 'never' }), 'skipped');
  for (const level of ['new', 'any']) assert.equal(await still({ comments }, { 'fail-on': level }), 'audit', level);
  assert.equal(await still({ comments }, { comment: 'never' }), 'audit');
  assert.equal(await still({ comments, head: other }), 'audit', 'of this commit a newer one says nothing');
});

test('with a status as the gate it stands at the commit; where none does, the job failed in its place and is done again', async () => {
  const gate = { gate: 'status' };
  const after = async (found: Results | string) => still((await gated(found, gate)).github, gate);
  assert.equal(await after(judged('fail')), 'skipped');
  assert.equal(await after(judged('pass')), 'skipped');
  assert.equal(await after('There is no artifact.'), 'audit', 'an error is no verdict');
  const { github } = await gated(judged('fail'), gate);
  const [failure] = github.statuses;
  assert.equal(await still({ statuses: github.statuses.slice(1) }, gate), 'audit', 'pending: nobody has judged yet');
  assert.equal(await still({}, gate), 'audit', 'a fork’s token sets none');
  assert.equal(await still({ comments: [comment(part('pass'))] }, gate), 'audit', 'a comment is no status');
  assert.equal(await still({ statuses: github.statuses, refuses: { listCommitStatuses: 403 } }, gate), 'audit');
  const foreign = {
    ...failure!,
    target_url: failure!.target_url.replace(/camdrift-[0-9a-f]{16}/, 'camdrift-0123456789abcdef'),
  };
  assert.equal(await still({ statuses: [foreign] }, gate), 'audit', 'of another job');
  assert.equal(await still({ statuses: github.statuses }, { ...gate, 'comment-key': 'b' }), 'audit', 'of another key');
  assert.equal(await still({}, { ...gate, 'fail-on': 'never' }), 'skipped', 'it has never failed');
});

test('sent to another branch, it is judged for that one: what was said of the one before tells nothing', async () => {
  const comments = [comment(part('pass'))];
  assert.equal(await still({ comments }), 'pass');
  assert.equal(await still({ comments, base: 'release' }), 'audit');
  const unsaid: Partial<Part> = { base: undefined };
  assert.equal(await still({ comments: [comment(part('pass', unsaid))] }), 'audit', 'of an earlier camdrift');
  assert.equal(await still({ comments, refuses: { 'pulls.get': 403 } }), 'audit');
  const gate = { gate: 'status' };
  const { github } = await gated(judged('pass'), gate);
  const { statuses } = github;
  assert.equal(await still({ statuses }, gate), 'skipped');
  assert.equal(await still({ statuses, base: 'release' }, gate), 'audit');
  const judge = { ...gate, mode: 'judge' };
  assert.equal(await still({ comments, statuses }, judge), 'skipped', 'the job that publishes carries the verdict');
  assert.equal(await still({ comments: [comment(part('fail'))], statuses }, { ...judge, 'fail-on': 'any' }), 'skipped');
  assert.equal(await still({ comments, statuses, base: 'release' }, judge), 'audit');
  assert.equal(await still({ statuses }, judge), 'audit', 'the status may be that of another job');
});

test('a run that began before the pull request was sent elsewhere does not make it green', async () => {
  const elsewhere = hub({ base: 'release' });
  const late = await gated(judged('pass'), { gate: 'status' }, {}, elsewhere);
  const words = 'Judged as going to main, but it goes to release: run it again.';
  assert.deepEqual([late.said.at(-1), late.failure], [`error: ${words}`, undefined]);
  assert.equal((await gated(judged('fail'), { gate: 'status' }, {}, elsewhere)).said.at(-1), failed);
  const queue = await gated(judged('pass'), { gate: 'status' }, { number: 0 }, hub({ base: 'release' }));
  assert.equal(queue.said.at(-1), 'success: ✓ pass', 'a merge queue goes nowhere else');
  const lost = await gated(judged('pass'), { gate: 'status' }, {}, hub({ refuses: { 'pulls.get': 500 } }));
  assert.match(lost.said.at(-1)!, /^error: Where the pull request goes could not be read: .* Run it again\.$/);
  const refusing = hub({ base: 'release', refuses: { createCommitStatus: 403 } });
  assert.equal((await gated(judged('pass'), { gate: 'status' }, {}, refusing)).failure, words, 'the job in its place');
});

test('a job that only judges leaves the verdict to the one that publishes, and fails itself where none does', async () => {
  const judge = { mode: 'judge', gate: 'status' };
  assert.equal((await gated(judged('fail'), judge)).failure, undefined);
  const push = await gated(judged('fail'), judge, { isPush: true });
  assert.deepEqual([push.failure, push.asked], ['Attention regressed in m0.', []]);
  const own = await gated(judged('fail'), { gate: 'status' }, { isPush: true });
  assert.deepEqual([own.said.at(-1), own.failure], ['failure: Attention regressed in m0.', undefined]);
});

test('a job that only judges is told by whoever speaks for it: any leg of its workflow and configuration', async () => {
  const publisher = { ...part('pass').speaker, job: 'publish', step: 'two', leg: 'ubuntu' };
  const said = (status: Part['status'], speaker = publisher) => part(status, { id: partId(speaker), speaker });
  const judge = { mode: 'judge' };
  assert.equal(await still({ comments: [comment(said('fail'))] }, judge), 'fail, fails');
  assert.equal(await still({ comments: [comment(said('fail'))] }), 'audit', 'otherwise a job speaks for itself');
  for (const more of [{ workflow: 'other.yml' }, { config: 'other.yml' }])
    assert.equal(await still({ comments: [comment(said('fail', { ...publisher, ...more }))] }, judge), 'audit');
  const legs = [comment(said('pass'), said('incomplete', { ...publisher, leg: 'windows' }))];
  assert.equal(await still({ comments: legs }, judge), 'incomplete, fails', 'one leg is enough');
  const leg = (name: string, status: Part['status'], legs = 2) => {
    const speaker = { ...publisher, leg: name };
    return part(status, { id: partId(speaker), speaker, legs });
  };
  assert.equal(await still({ comments: [comment(leg('a', 'pass'))] }, judge), 'audit', 'of the other leg nobody knows');
  assert.equal(await still({ comments: [comment(leg('a', 'pass'), leg('b', 'warn'))] }, judge), 'warn');
  assert.equal(await still({ comments: [comment(leg('a', 'pass'), leg('b', 'fail'))] }, judge), 'fail, fails');
});
