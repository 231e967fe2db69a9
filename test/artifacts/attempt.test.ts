import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areCurrent } from '../../src/artifacts/_attempt.ts';
import type { Repository } from '../../src/repository/repository.ts';

const at = (minute: number): string => `2026-01-01T00:${String(minute).padStart(2, '0')}:00Z`;
const made = (minute: number) => ({ created_at: at(minute) });

interface Job {
  readonly from?: number;
  readonly to?: number | null;
  readonly conclusion?: string | null;
}
/** The second attempt, which began in minute 30, with these jobs; and what was asked. */
async function current(minutes: readonly number[], jobs: readonly Job[], attempt = 2, started: string | null = at(30)) {
  const asked: string[] = [];
  const listed = jobs.map(({ from = 31, to = 35, conclusion = 'success' }) => ({
    ...{ status: to === null ? 'in_progress' : 'completed', conclusion: to === null ? null : conclusion },
    ...{ started_at: at(from), completed_at: to === null ? null : at(to) },
  }));
  const answering = (name: string, answer: unknown) => (given: object) => {
    asked.push(`${name} ${JSON.stringify(given)}`);
    return answer;
  };
  const actions = {
    getWorkflowRunAttempt: answering('attempt', { data: { run_started_at: started } }),
    listJobsForWorkflowRunAttempt: answering('jobs', listed),
  };
  const api = { rest: { actions }, paginate: (route: (given: object) => unknown, given: object) => route(given) };
  const repository = { owner: 'o', name: 'r', api } as unknown as Repository;
  return { is: await areCurrent(repository, { id: 5, attempt }, minutes.map(made)), asked };
}
const is = async (...given: Parameters<typeof current>) => (await current(...given)).is;
const publishing: Job = { from: 40, to: null };

test('of a run that was started once everything is current, and nothing is asked', async () => {
  assert.deepEqual(await current([1], [], 1), { is: true, asked: [] });
});

test('what this attempt has made is current, without asking for its jobs', async () => {
  const { is: found, asked } = await current([33], [{}]);
  assert.deepEqual([found, asked], [true, ['attempt {"owner":"o","repo":"r","run_id":5,"attempt_number":2}']]);
});

test('a judge that was run again and left nothing is not spoken for by what it found before', async () => {
  assert.equal(await is([5], [{ conclusion: 'failure' }, publishing]), false);
  assert.equal(await is([5], [{ conclusion: 'cancelled' }, publishing]), false);
  assert.equal(await is([5], [{ conclusion: 'success' }, publishing]), false, 'it may have gone on after an error');
});

test('what a judge has found that was not run again stands: publishing alone is done anew', async () => {
  const before: Job = { from: 2, to: 6 };
  assert.equal(await is([5], [before, publishing]), true);
  assert.equal(await is([5], [before, { conclusion: 'skipped' }, publishing]), true);
  const { asked } = await current([5], [before, publishing]);
  assert.match(asked[1]!, /^jobs .*"run_id":5,"attempt_number":2,"per_page":100/);
});

test('of a matrix the legs that were run again must each have left something', async () => {
  const before: Job = { from: 2, to: 6 };
  assert.equal(await is([5, 33], [before, {}, publishing]), true);
  assert.equal(await is([5, 33], [{}, { conclusion: 'failure' }, publishing]), false, 'one artifact, two legs');
  assert.equal(await is([5, 33], [before, { from: 34, to: 36 }, publishing]), false, 'it is not of that job');
  assert.equal(await is([5, 33], [before, { from: 31, to: 32 }, publishing]), false);
  assert.equal(await is([5, 31, 35], [before, { to: 31 }, { from: 35 }, publishing]), true, 'to the second');
});

test('one job that leaves two things does not stand for another that broke down', async () => {
  assert.equal(
    await is([5, 33, 34], [{}, { conclusion: 'failure' }, publishing]),
    false,
    'the older one is of neither',
  );
  assert.equal(await is([5, 33, 34], [{ from: 2, to: 6 }, {}, publishing]), true);
  assert.equal(await is([7, 33, 34], [{ from: 2, to: 6 }, {}, publishing]), false, 'nor of the one that stayed');
  assert.equal(await is([5, 33], [{ from: 2, to: null }, {}, publishing]), false, 'what has no end is no job before');
});

test('what is as old as the beginning of the attempt is of the one before; without times nothing is current', async () => {
  assert.equal(await is([30], [{}, publishing]), false);
  assert.equal(await is([29], [{ from: 30 }, publishing]), false, 'a job that begins with the attempt is of it');
  assert.equal(await is([33], [{}], 2, null), false);
});
