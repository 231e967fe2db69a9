import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type StatusPart, setStatus, statusParts } from '../../src/targets/commit-status.ts';
import { type Hub, hub, repositoryOn } from '../support/action-world.ts';

const place = { sha: 'a'.repeat(40), key: 'default', url: 'https://github.example/runs/5' };
const id = (digit: string) => digit.repeat(16);
const part = (digit: string, state: StatusPart['state'], more: Partial<StatusPart> = {}): StatusPart => ({
  ...{ id: id(digit), group: id(digit), legs: 1, standing: 'own', state, description: `${digit} says ${state}` },
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
    { ...part('1', 'failure'), url: `${place.url}#camdrift-${id('1')}-${id('1')}-1-own-failure` },
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
  const create = repository.api.rest.repos.createCommitStatus as unknown as (made: Hub['statuses'][number]) => void;
  let left = 2;
  const overwrite = async (made: Hub['statuses'][number]) => {
    await create(made);
    if (left-- > 0) github.statuses.unshift({ ...made, state: 'success', target_url: '' });
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
  assert.equal(await reads(part('1', 'success')), whole);
  assert.equal(await reads(part('1', 'pending', { standing: 'claimed' })), whole);
});
