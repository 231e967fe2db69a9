import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type StatusPart, setStatus, statusParts } from '../../src/targets/commit-status.ts';
import { type Hub, hub, repositoryOn, us } from '../support/action-world.ts';

const place = { sha: 'a'.repeat(40), key: 'default', url: 'https://github.example/runs/5' };
const id = (digit: string) => digit.repeat(16);
const part = (digit: string, state: StatusPart['state'], more: Partial<StatusPart> = {}): StatusPart => ({
  ...{
    id: id(digit),
    group: id(digit),
    pull: 7,
    legs: 1,
    standing: 'own',
    state,
    description: `${digit} says ${state}`,
  },
  ...more,
});

/** What the commit's status is after these words, one after the other. */
async function after(...parts: StatusPart[]): Promise<string> {
  const github = hub();
  for (const each of parts) await setStatus(repositoryOn(github), place, each);
  const { state, description } = github.statuses[0]!;
  return `${state}: ${description}`;
}

test('one job’s word is the status, and its last word is the one that counts', async () => {
  for (const state of ['success', 'failure', 'error', 'pending'] as const)
    assert.equal(await after(part('1', state)), `${state}: 1 says ${state}`);
  assert.equal(await after(part('1', 'failure'), part('1', 'success')), 'success: 1 says success');
  assert.equal(await after(part('1', 'success'), part('1', 'pending')), 'pending: 1 says pending');
});

test('of several jobs the worst word stands, whoever speaks last: error, failure, pending, success', async () => {
  const order = ['error', 'failure', 'pending', 'success'] as const;
  for (const [worse, a] of order.entries())
    for (const b of order.slice(worse + 1)) {
      assert.equal(await after(part('1', a), part('2', b)), `${a}: 1 says ${a}`, `${a}, ${b}`);
      assert.equal(await after(part('2', b), part('1', a)), `${a}: 1 says ${a}`, `${b}, ${a}`);
    }
  assert.equal(
    await after(part('1', 'failure'), part('2', 'failure')),
    'failure: 2 says failure',
    'of equal ones its own words',
  );
  assert.equal(
    await after(part('1', 'failure'), part('2', 'success'), part('1', 'success')),
    'success: 1 says success',
  );
});

test('a matrix has not passed before all of its legs have', async () => {
  const leg = (digit: string, state: StatusPart['state'] = 'success') =>
    part(digit, state, { group: id('9'), legs: 3 });
  const waiting = (spoken: number) =>
    `pending: ${spoken} of 3 legs of the matrix have spoken, and pass. The input legs says how many will.`;
  assert.equal(await after(leg('1')), waiting(1));
  assert.equal(await after(leg('1'), leg('1')), waiting(1), 'one leg twice is one leg');
  assert.equal(await after(leg('1'), leg('2')), waiting(2));
  assert.equal(await after(leg('1'), leg('2'), leg('3')), 'success: 3 says success');
  assert.equal(await after(leg('1'), leg('2', 'failure'), leg('3')), 'failure: 2 says failure');
  assert.equal(await after(leg('1'), part('4', 'success')), waiting(1), 'another job does not stand for a leg');
});

test('a claim counts until a trusted run has spoken, and never again', async () => {
  const claimed = (state: StatusPart['state']) => part('1', state, { standing: 'claimed' });
  const trusted = (state: StatusPart['state']) => part('2', state, { standing: 'trusted' });
  assert.equal(await after(claimed('pending')), 'pending: 1 says pending');
  assert.equal(await after(claimed('pending'), trusted('success')), 'success: 2 says success');
  assert.equal(await after(trusted('success'), claimed('failure')), 'success: 2 says success');
  assert.equal(await after(claimed('pending'), trusted('failure')), 'failure: 2 says failure');
  assert.equal(
    await after(claimed('pending'), part('3', 'success')),
    'pending: 1 says pending',
    'its own run is no check',
  );
});

test('every key has a context of its own, and words of other tools and hands are none of ours', async () => {
  const github = hub();
  const repository = repositoryOn(github);
  await setStatus(repository, place, part('1', 'failure'));
  await setStatus(repository, { ...place, key: 'nightly' }, part('2', 'success'));
  assert.deepEqual(github.statuses.map(({ context, state }) => [context, state]).slice(0, 1), [
    ['camdrift / verdict (nightly)', 'success'],
  ]);
  const [context] = ['camdrift / verdict'];
  const forged = (target_url: string) => ({ context, state: 'success', description: 'x', target_url });
  const ours = await statusParts(repository, place);
  assert.deepEqual(ours, [
    { ...part('1', 'failure'), url: `${place.url}#camdrift-${id('1')}-${id('1')}-1-own-failure-7`, by: us, ours: true },
  ]);
  for (const url of [
    '',
    'https://x',
    `${place.url}#camdrift-1-1-1-own-success`,
    `#camdrift-${id('1')}-${id('1')}-1-own-success-`,
  ])
    github.statuses.unshift(forged(url));
  for (const standing of ['root', 'OWN'])
    github.statuses.unshift(forged(`#camdrift-${id('1')}-${id('1')}-1-${standing}-success`));
  assert.deepEqual(await statusParts(repository, place), ours);
});

test('a long description is cut where GitHub takes no more', async () => {
  const of = async (length: number) =>
    (await after(part('1', 'success', { description: 'x'.repeat(length) }))).slice(9);
  assert.equal(await of(140), 'x'.repeat(140));
  assert.equal(await of(141), `${'x'.repeat(137)}...`);
});

test('what others have overwritten is said again, and in the end it is an error', async () => {
  const github = hub();
  const repository = repositoryOn(github);
  const create = repository.api.rest.repos.createCommitStatus as unknown as (
    made: Hub['statuses'][number],
  ) => Promise<object>;
  let left = 2;
  const overwrite = async (made: Hub['statuses'][number]) => {
    const answer = await create(made);
    if (left-- > 0) github.statuses.unshift({ ...made, state: 'success', target_url: '' });
    return answer;
  };
  Object.assign(repository.api.rest.repos, { createCommitStatus: overwrite });
  await setStatus(repository, place, part('1', 'failure'));
  assert.equal(github.statuses[0]!.state, 'failure');
  assert.equal(github.asked.filter(each => each === 'createCommitStatus').length, 3);
  left = 100;
  await assert.rejects(
    setStatus(repository, place, part('1', 'failure')),
    /others have overwritten the status 6 times/,
  );
});

test('a pending word is not read again, unless it is all that a claim may say', async () => {
  const reads = async (each: StatusPart) => {
    const github = hub();
    await setStatus(repositoryOn(github), place, each);
    return github.asked.join();
  };
  assert.equal(await reads(part('1', 'pending')), 'listCommitStatusesForRef,createCommitStatus');
  const whole = 'listCommitStatusesForRef,createCommitStatus,listCommitStatusesForRef';
  const asking = whole.replace(',', ',listPullRequestsAssociatedWithCommit,');
  assert.equal(await reads(part('1', 'success')), asking);
  assert.equal(await reads(part('1', 'success', { pull: 0 })), whole, 'a merge queue is of no pull request');
  assert.equal(await reads(part('1', 'failure')), whole);
  assert.equal(await reads(part('1', 'pending', { standing: 'claimed' })), whole);
});

const at = (number: number, more: object = {}) => ({
  ...{ number, state: 'open', head: { sha: place.sha }, base: { ref: `to-${number}` } },
  ...more,
});

/** What the status is after these words about pull requests that have the same head, and what was asked last. */
async function together(pulls: Hub['pulls'], ...parts: StatusPart[]) {
  const github = hub({ pulls });
  const repository = repositoryOn(github);
  for (const each of parts.slice(0, -1)) await setStatus(repository, place, each);
  github.asked.length = 0;
  await setStatus(repository, place, parts.at(-1)!);
  const { state, description } = github.statuses[0]!;
  return { said: `${state}: ${description}`, asked: github.asked.join() };
}
const about = (pull: number, state: StatusPart['state'], more: Partial<StatusPart> = {}) =>
  part('1', state, { pull, ...more });

test('of two open pull requests with one head the worse stands, whichever job ends last', async () => {
  const both = [at(7), at(8)];
  for (const bad of ['error', 'failure', 'pending'] as const) {
    const last = await together(both, about(8, bad), about(7, 'success'));
    assert.equal(last.said, `${bad}: #8 has the same commit: 1 says ${bad}`);
    assert.equal((await together(both, about(7, 'success'), about(8, bad))).said, `${bad}: 1 says ${bad}`);
  }
  assert.equal((await together(both, about(8, 'failure'), about(7, 'failure'))).said, 'failure: 1 says failure');
  assert.equal((await together(both, about(8, 'success'), about(7, 'success'))).said, 'success: 1 says success');
  const mended = await together(both, about(8, 'failure'), about(7, 'success'), about(8, 'success'));
  assert.equal(mended.said, 'success: 1 says success', 'each has its own word replaced, and no other');
});

test('one that is closed, has moved on or does not exist stops nobody; one that cannot be read does', async () => {
  for (const gone of [[], [at(8, { state: 'closed' })], [at(8, { head: { sha: 'b'.repeat(40) } })]]) {
    const github = hub({ pulls: [at(7), ...gone] });
    const repository = repositoryOn(github);
    await setStatus(repository, place, about(8, 'failure'));
    if (gone.length === 0) github.refuses = { 'pulls.get': 404 };
    await setStatus(repository, place, about(7, 'success'));
    assert.equal(github.statuses[0]!.state, 'success');
  }
  const github = hub({ pulls: [at(7), at(8)] });
  await setStatus(repositoryOn(github), place, about(8, 'failure'));
  for (const refused of ['pulls.get', 'listPullRequestsAssociatedWithCommit']) {
    github.refuses = { [refused]: 403 };
    const words = about(refused === 'pulls.get' ? 7 : 8, 'success');
    await assert.rejects(setStatus(repositoryOn(github), place, words), /Refused/);
  }
  assert.equal(github.statuses[0]!.state, 'failure');
});

test('no success for one that nobody has looked at: it would be green with it', async () => {
  const waiting =
    'pending: #8 has the same commit and is not judged yet. Run its job, or close it and run this one again.';
  assert.equal((await together([at(7), at(8)], about(7, 'success'))).said, waiting);
  assert.equal((await together([at(7), at(8)], about(7, 'failure'))).said, 'failure: 1 says failure');
  for (const other of [at(8, { state: 'closed' }), at(8, { head: { sha: 'b'.repeat(40) } })])
    assert.equal((await together([at(7), other], about(7, 'success'))).said, 'success: 1 says success');
  const seen = await together([at(7), at(8)], about(8, 'success'), about(7, 'success'));
  const once = 'viewer,listPullRequestsAssociatedWithCommit,createCommitStatus,listCommitStatusesForRef';
  assert.equal(seen.asked.replace(',viewer', ''), `listCommitStatusesForRef,${once.replace('viewer,', '')}`);
});

test('legs and claims of one pull request stand for none of another', async () => {
  const both = [at(7), at(8)];
  const leg = (digit: string, pull: number) => part(digit, 'success', { pull, group: id('9'), legs: 2 });
  const { said } = await together(both, leg('1', 7), leg('2', 8));
  assert.match(said, /^pending: 1 of 2 legs/);
  const trusted = about(8, 'success', { id: id('2'), standing: 'trusted' });
  const claim = await together(both, trusted, about(7, 'pending', { standing: 'claimed' }));
  assert.equal(claim.said, 'pending: 1 says pending');
});

test('what somebody else sets in the name of a job stands beside its word, and makes nothing better', async () => {
  const by = async (forged: StatusPart, ...parts: StatusPart[]) => {
    const github = hub({ pulls: [at(7), at(8)].slice(0, forged.pull - 6) });
    const repository = repositoryOn(github);
    for (const each of parts.slice(0, -1)) await setStatus(repository, place, each);
    const theirs = hub({ pulls: [] });
    await setStatus(repositoryOn(theirs), place, { ...forged, pull: 0 });
    const [made] = theirs.statuses;
    const target_url = made!.target_url.replace(/-0$/, `-${forged.pull}`);
    github.statuses.unshift({ ...made!, target_url, creator: { login: 'mona' } });
    await setStatus(repositoryOn(github), place, parts.at(-1)!);
    return github.statuses[0]!.state;
  };
  const other = part('2', 'success');
  assert.equal(
    await by(part('1', 'success'), part('1', 'failure'), other),
    'failure',
    'a job’s own word is not replaced',
  );
  assert.equal(await by(part('1', 'failure'), part('1', 'success'), other), 'failure', 'whoever may write can stop it');
  const leg = (digit: string) => part(digit, 'success', { group: id('9'), legs: 2 });
  assert.equal(await by(leg('3'), leg('1')), 'pending', 'no leg is spoken for');
  const claim = part('1', 'failure', { standing: 'claimed' });
  assert.equal(await by(part('3', 'success', { standing: 'trusted' }), claim), 'failure', 'no claim is checked');
  assert.equal(
    await by(part('1', 'success', { pull: 8 }), part('1', 'success')),
    'pending',
    'nor a pull request looked at',
  );
});

test('a push has a context of its own, which opens no pull request with the same commit', async () => {
  const github = hub({ pulls: [at(7)] });
  const repository = repositoryOn(github);
  await setStatus(repository, place, about(7, 'failure'));
  await setStatus(repository, { ...place, pushed: true }, about(0, 'success'));
  await setStatus(repository, { ...place, pushed: true, key: 'b' }, about(0, 'success'));
  assert.deepEqual(
    github.statuses.map(({ context, state }) => `${context}: ${state}`),
    ['camdrift / push (b): success', 'camdrift / push: success', 'camdrift / verdict: failure'],
  );
});

test('what an earlier camdrift said names no pull request: it counts until its job speaks again', async () => {
  const github = hub({ pulls: [at(7)] });
  await setStatus(repositoryOn(github), place, about(0, 'failure'));
  github.statuses[0]!.target_url = github.statuses[0]!.target_url.replace(/-0$/, '');
  await setStatus(repositoryOn(github), place, part('2', 'success'));
  assert.equal(github.statuses[0]!.state, 'failure');
  await setStatus(repositoryOn(github), place, about(7, 'success'));
  assert.equal(github.statuses[0]!.state, 'success');
});
