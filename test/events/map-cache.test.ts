import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scopesOf } from '../../src/events/_map-cache.ts';

const repo = { full_name: 'mona/shop' };
const pull = (number: number, ref: string) => ({
  action: 'synchronize',
  pull_request: {
    number,
    updated_at: '2026-01-01T00:00:00Z',
    head: { sha: 'a'.repeat(40), ref, repo },
    base: { sha: 'b'.repeat(40), ref, repo },
  },
});
const push = (ref: string) => ({
  ...{ ref, before: 'a'.repeat(40), after: 'b'.repeat(40) },
  repository: { default_branch: 'main' },
});

test('a branch reads what it wrote itself; a pull request also what its base branch wrote, and no other pull request', () => {
  const [main] = scopesOf({ name: 'push', payload: push('refs/heads/main') });
  assert.deepEqual(scopesOf({ name: 'push', payload: push('refs/heads/main') }), [main]);
  for (const name of ['pull_request', 'pull_request_target']) {
    assert.deepEqual(scopesOf({ name, payload: pull(7, 'main') }), ['pull-7', main]);
    assert.notEqual(scopesOf({ name, payload: pull(7, 'other') })[1], main);
  }
  const others = [
    scopesOf({ name: 'push', payload: push('refs/heads/pull-7') }),
    scopesOf({ name: 'push', payload: push('refs/tags/main') }),
    scopesOf({ name: 'workflow_run', payload: {} }),
    scopesOf({ name: 'schedule', payload: {} }),
  ];
  const names = [[main], ...others].flat();
  assert.equal(new Set(names).size, names.length);
  for (const name of names) assert.match(name!, /^(branch-[0-9a-f]{16}|event-[a-z_-]+)$/);
});
