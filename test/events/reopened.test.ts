import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Place, reopener } from '../../src/events/_reopened.ts';
import type { Part } from '../../src/reports/comment/comment.ts';
import { type StatusPart, setStatus } from '../../src/targets/commit-status.ts';
import { actionWorld, type Hub, hub, repositoryOn } from '../support/action-world.ts';

const sha = 'a'.repeat(40);
const id = '1'.repeat(16);
const address = (run: number) => `https://github.example/o/r/actions/runs/${run}`;
const here: Place = { sha, pull: 7, key: 'default', fork: false };
const part = (status: Part['status'] = 'fail', more: Partial<Part> = {}): Part => ({
  ...{ id, head: sha, status, claimed: false, words: 'w', legs: 1, time: 1, content: 'c', text: 't', run: address(9) },
  speaker: { workflow: 'ci.yml', job: 'camdrift', leg: '', config: 'camdrift.yml', step: 'one' },
  ...more,
});
/** A commit whose status says so in the name of our job, or of another one. */
async function status(github: Hub, state: StatusPart['state'], more: Partial<StatusPart> = {}, run = 9) {
  const said = { id, group: id, pull: 7, legs: 1, standing: 'own' as const, state, description: 'before', ...more };
  await setStatus(repositoryOn(github), { sha, key: 'default', url: address(run) }, said);
  github.asked.length = 0;
}
const made = (github: Hub) => github.asked.filter(each => each.startsWith('again') || each === 'createCommitStatus');

interface Had {
  readonly runs?: Hub['runs'];
  readonly refuses?: Hub['refuses'];
  readonly takenBack?: boolean;
}
/** What becomes of the check of a job, and what was done for it. */
async function check(open: boolean, spoken: Part, { takenBack = false, ...had }: Had = {}) {
  const github = hub(had);
  const told = actionWorld(github);
  const { check: found, changed } = await reopener(told.world, takenBack).part(here, spoken, open);
  return [found, changed, made(github).join(), told.lines.length].join(' ').trim();
}

test('a job that failed is run again once what failed is accepted; one that goes on, or is green, is left alone', async () => {
  assert.equal(await check(true, part(), { runs: { 9: 'failure' } }), 'running false again failed 9 0');
  assert.equal(await check(true, part(), { runs: { 9: null } }), 'running false  0');
  assert.equal(await check(true, part(), { runs: { 9: 'success' } }), 'settled false  0');
  assert.equal(await check(true, part('fail', { run: undefined })), 'by-hand false  0', 'nobody knows which run');
});

test('a job that was green by an acceptance is run again, all of it, when that is taken back', async () => {
  assert.equal(await check(false, part('accepted'), { runs: { 9: 'success' } }), 'running false again all 9 0');
  assert.equal(await check(false, part('accepted'), { runs: { 9: 'failure' } }), 'settled false  0');
  assert.equal(await check(false, part('accepted'), { runs: { 9: null } }), 'running false  0');
  assert.equal(
    await check(false, part('fail'), { runs: { 9: 'success' } }),
    'settled false  0',
    'nothing was accepted',
  );
  assert.equal(await check(false, part('accepted', { run: undefined })), 'settled false  0');
});

test('where nothing may be run again, a person is asked to', async () => {
  const may = { runs: { 9: 'failure' as const }, refuses: { again: 403 } };
  assert.equal(await check(true, part(), may), 'by-hand false again failed 9 1');
  assert.equal(await check(true, part(), { ...may, refuses: { again: 404 } }), 'by-hand false again failed 9 1');
  assert.equal(await check(true, part(), { refuses: { 'run 9': 403, again: 403 } }), 'by-hand false again failed 9 1');
  await assert.rejects(check(true, part(), { ...may, refuses: { again: 500 } }), /Refused/);
});

test('each run is asked for once, however many jobs it has', async () => {
  const github = hub({ runs: { 9: 'failure' } });
  const again = reopener(actionWorld(github).world, false);
  await again.part(here, part(), true);
  github.runs[9] = 'failure';
  const second = await again.part(here, part('fail', { id: '2'.repeat(16) }), true);
  assert.deepEqual([second.check, made(github)], ['running', ['again failed 9']]);
});

/** What a commit status becomes, and whether that was a change. */
async function followed(state: StatusPart['state'], open: boolean, more: Partial<StatusPart> = {}, place = here) {
  const github = hub({ runs: { 9: 'failure' } });
  await status(github, state, more);
  const told = actionWorld(github);
  const { check: found, changed } = await reopener(told.world, false).part(place, part(), open);
  const [{ state: now, description, target_url } = assert.fail()] = github.statuses;
  return { said: `${found} ${changed} ${now}: ${description}`, asked: made(github), url: target_url };
}

test('a status follows at once, and no run is done again', async () => {
  const opened = await followed('failure', true);
  assert.deepEqual([opened.said, opened.asked], ['settled true success: ✓ accepted by name', ['createCommitStatus']]);
  assert.ok(opened.url.startsWith(`${address(9)}#`), 'it leads to the run that judged');
  const shut = await followed('success', false);
  assert.equal(shut.said, 'settled true failure: What failed is not accepted.');
  for (const [state, open] of [
    ['success', true],
    ['failure', false],
    ['pending', true],
    ['error', true],
    ['pending', false],
  ] as const) {
    const { said, asked } = await followed(state, open);
    assert.deepEqual([said, asked], [`settled false ${state}: before`, []], `${state} ${open}`);
  }
});

test('a status that cannot be set is a warning, and nothing has changed', async () => {
  for (const [code, words] of [
    [403, /statuses: write/],
    [500, /could not be set: [^`]*$/],
  ] as const) {
    const github = hub();
    await status(github, 'failure');
    github.refuses = { createCommitStatus: code };
    const told = actionWorld(github);
    const { changed } = await reopener(told.world, false).part(here, part(), true);
    assert.deepEqual([changed, told.lines.length], [false, 1]);
    assert.match(told.lines[0]!, words);
  }
});

test('the status of a trusted run is not opened by what a comment says in its name, but for a fork’s', async () => {
  const trusted = { standing: 'trusted' as const };
  const own = await followed('failure', true, trusted);
  assert.deepEqual(own.asked, ['again failed 9'], 'the job of the comment is run again, the status stays');
  const fork = await followed('failure', true, trusted, { ...here, fork: true });
  assert.equal(fork.said, 'settled true success: ✓ accepted by name');
});

test('jobs that say nothing in the comment are run again: failed ones when all is open, passed ones when something was taken back', async () => {
  const others = async (state: StatusPart['state'], open: boolean, takenBack: boolean, more: Partial<Hub> = {}) => {
    const github = hub({ runs: { 8: 'failure' } });
    await status(github, state, { id: '3'.repeat(16) }, 8);
    Object.assign(github, more);
    const told = actionWorld(github);
    await reopener(told.world, takenBack).others(here, [part()], open);
    return [...made(github), ...told.lines.map(() => 'warned')].join();
  };
  assert.equal(await others('failure', true, false), 'again all 8');
  assert.equal(await others('success', true, false), '');
  assert.equal(await others('success', false, true), 'again all 8');
  assert.equal(await others('success', false, false), '', 'nothing was taken back');
  assert.equal(await others('failure', false, true), '');
  assert.equal(await others('failure', true, false, { refuses: { again: 403 } }), 'again all 8,warned');
  const github = hub();
  await status(github, 'failure');
  await reopener(actionWorld(github).world, false).others(here, [part()], true);
  assert.deepEqual(made(github), [], 'its own status follows by itself');
});
