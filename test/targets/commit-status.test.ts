import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Repository } from '../../src/repository/repository.ts';
import { type StatusPart, setStatus, statusParts } from '../../src/targets/commit-status.ts';

interface Status {
  readonly context: string;
  readonly state: string;
  readonly description: string | null;
  readonly target_url: string | null;
}

const place = { sha: 'c'.repeat(40), key: 'default', url: 'https://github.example/run/7' };

const part = (more: Partial<StatusPart> = {}): StatusPart => ({
  ...{ id: '1'.repeat(16), group: 'a'.repeat(16), legs: 1, standing: 'own', state: 'success', description: 'mine' },
  ...more,
});

const fragmentOf = ({ id, group, legs, standing, state }: StatusPart) =>
  `#camdrift-${id}-${group}-${legs}-${standing}-${state}`;

/** What another job has set, its own word being what the commit says. */
const other = (digit: string, more: Partial<StatusPart> = {}): Status => {
  const said = part({ id: digit.repeat(16), group: digit.repeat(16), description: `of ${digit}`, ...more });
  const { state, description } = said;
  return { context: 'camdrift / verdict', state, description, target_url: `${place.url}${fragmentOf(said)}` };
};

/**
 * A commit's statuses, newest first, as GitHub lists them.
 * @param race what others set right after each write, who had read before it
 */
function commit(before: readonly Status[], race: (count: number) => readonly Status[] = () => []) {
  const statuses = [...before];
  const written: (Status & { readonly sha: string; readonly owner: string; readonly repo: string })[] = [];
  let reads = 0;
  const repos = {
    listCommitStatusesForRef: 'listed',
    createCommitStatus: async (status: (typeof written)[number]) => {
      written.push(status);
      statuses.unshift(...race(written.length), status);
    },
  };
  const paginate = async (route: unknown, asked: object) => {
    assert.equal(route, 'listed');
    assert.deepEqual(asked, { owner: 'o', repo: 'r', ref: place.sha, per_page: 100 });
    reads++;
    return [...statuses];
  };
  const repository = { owner: 'o', name: 'r', second: 0, api: { paginate, rest: { repos } } } as unknown as Repository;
  return { repository, written, reads: () => reads };
}

test('a job that is alone says its own word, where its own run is linked, and reads it back', async () => {
  const { repository, written, reads } = commit([]);
  await setStatus(repository, place, part());
  assert.deepEqual(written, [
    {
      owner: 'o',
      repo: 'r',
      sha: place.sha,
      state: 'success',
      context: 'camdrift / verdict',
      description: 'mine',
      target_url: `${place.url}#camdrift-1111111111111111-aaaaaaaaaaaaaaaa-1-own-success`,
    },
  ]);
  assert.equal(reads(), 2);
});

test('a key of its own is a context of its own, in which other jobs do not count', async () => {
  const { repository, written } = commit([other('2', { state: 'failure' })]);
  await setStatus(repository, { ...place, key: 'vision' }, part());
  assert.deepEqual(
    written.map(({ context, state }) => [context, state]),
    [['camdrift / verdict (vision)', 'success']],
  );
});

const worst: [what: string, others: readonly Status[], own: Partial<StatusPart>, said: [string, string]][] = [
  ['a failure of another job outweighs what passes', [other('2', { state: 'failure' })], {}, ['failure', 'of 2']],
  ['an error outweighs a failure', [other('2', { state: 'failure' }), other('3', { state: 'error' })], {}, ['error', 'of 3']], // biome-ignore format: one line
  ['a failure outweighs who is still at it', [other('2', { state: 'pending' })], { state: 'failure' }, ['failure', 'mine']], // biome-ignore format: one line
  ['who is still at it outweighs what passes', [other('2', { state: 'pending' })], {}, ['pending', 'of 2']],
  ['of two failures its own is told', [other('2', { state: 'failure' })], { state: 'failure' }, ['failure', 'mine']],
  ['only the latest word of a job counts', [other('2'), other('2', { state: 'failure' })], {}, ['success', 'mine']],
  ['its own earlier word does not count', [other('1', { state: 'failure' })], {}, ['success', 'mine']],
  [
    'a claim counts while nobody trusted has spoken',
    [other('2', { state: 'failure', standing: 'claimed' })],
    {},
    ['failure', 'of 2'],
  ],
  [
    'a claim counts no more once somebody trusted has spoken',
    [other('2', { state: 'failure', standing: 'claimed' }), other('3', { standing: 'trusted' })],
    {},
    ['success', 'mine'],
  ],
  [
    'a claim of its own does not outweigh who is trusted',
    [other('3', { standing: 'trusted' })],
    { state: 'failure', standing: 'claimed' },
    ['success', 'mine'],
  ],
  [
    'nor is it told in the place of the failure of who is trusted',
    [other('3', { standing: 'trusted', state: 'failure' })],
    { state: 'failure', standing: 'claimed' },
    ['failure', 'of 3'],
  ],
  [
    'a leg of a matrix waits for the others',
    [other('2', { group: 'a'.repeat(16), legs: 3 })],
    { legs: 3 },
    ['pending', '2 of 3 legs of the matrix have spoken, and pass. The input legs says how many will.'],
  ],
  [
    'the last leg passes for all',
    [other('2', { group: 'a'.repeat(16), legs: 3 }), other('3', { group: 'a'.repeat(16), legs: 3 })],
    { legs: 3 },
    ['success', 'mine'],
  ],
  [
    'legs of another matrix are not its own',
    [other('2', { legs: 2 })],
    {},
    ['pending', '1 of 2 legs of the matrix have spoken, and pass. The input legs says how many will.'],
  ],
  [
    'a failed leg waits for nobody',
    [other('2', { group: 'a'.repeat(16), legs: 3, state: 'failure' })],
    { legs: 3 },
    ['failure', 'of 2'],
  ],
];
for (const [what, others, own, [state, description]] of worst)
  test(what, async () => {
    const { repository, written } = commit(others);
    await setStatus(repository, place, part(own));
    assert.deepEqual(
      written.map(each => [each.state, each.description]),
      [[state, description]],
    );
    assert.ok(written[0]!.target_url!.endsWith(fragmentOf(part(own))), 'the fragment holds its own word');
  });

test('a description has 140 characters at most', async () => {
  for (const [length, said] of [
    [140, 'x'.repeat(140)],
    [141, `${'x'.repeat(137)}...`],
  ] as const) {
    const { repository, written } = commit([]);
    await setStatus(repository, place, part({ description: 'x'.repeat(length) }));
    assert.deepEqual(
      written.map(({ description }) => description),
      [said],
    );
  }
});

test('what others overwrote meanwhile is said again', async () => {
  const { repository, written } = commit([], count => (count === 1 ? [other('2')] : []));
  await setStatus(repository, place, part({ state: 'failure' }));
  assert.deepEqual(
    written.map(({ state, description }) => [state, description]),
    [
      ['failure', 'mine'],
      ['failure', 'mine'],
    ],
  );
});

test('whoever is overwritten six times gives up, and says so', async () => {
  const { repository, written } = commit([], () => [other('2')]);
  await assert.rejects(setStatus(repository, place, part({ state: 'failure' })), {
    message: 'others have overwritten the status 6 times',
  });
  assert.equal(written.length, 6);
});

test('a pending word is said once and not read back, unless it is a claim', async () => {
  for (const [standing, reads] of [
    ['own', 1],
    ['trusted', 1],
    ['claimed', 2],
  ] as const) {
    const made = commit([]);
    await setStatus(made.repository, place, part({ state: 'pending', standing }));
    assert.deepEqual([made.written.length, made.reads()], [1, reads], standing);
  }
});

test('every job has one word, its latest; what is not written as one is none', async () => {
  const base = other('2');
  const odd = (target_url: string | null): Status => ({ ...base, target_url });
  const { repository } = commit([
    { ...other('2', { state: 'failure', legs: 12, standing: 'trusted' }), description: null },
    other('2'),
    { ...other('3'), context: 'camdrift / verdict (vision)' },
    odd(null),
    odd(place.url),
    odd(`${place.url}${fragmentOf(part({ id: '4'.repeat(15) }))}`),
    odd(`${place.url}${fragmentOf(part({ id: 'G'.repeat(16) }))}`),
    odd(`${place.url}#camdrift-${'4'.repeat(16)}-${'4'.repeat(16)}-1000-own-success`),
    odd(`${place.url}#camdrift-${'4'.repeat(16)}-${'4'.repeat(16)}-1-nobody-success`),
    odd(`${place.url}#camdrift-${'4'.repeat(16)}-${'4'.repeat(16)}-1-own-passed`),
    odd(`${place.url}${fragmentOf(part({ id: '4'.repeat(16) }))}&more`),
  ]);
  assert.deepEqual(await statusParts(repository, place), [
    {
      id: '2'.repeat(16),
      group: '2'.repeat(16),
      legs: 12,
      standing: 'trusted',
      state: 'failure',
      description: '',
      url: `${place.url}#camdrift-2222222222222222-2222222222222222-12-trusted-failure`,
    },
  ]);
});
