import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onPublish } from '../../src/events/publish-run.ts';
import { onWorkflowRun } from '../../src/events/workflow-run.ts';
import type { ActionWorld, Outcome } from '../../src/events/world.ts';
import { actionWorld, hub, us } from '../support/action-world.ts';

const head = 'a'.repeat(40);
const ours = { id: 1, full_name: 'o/r' };
const theirs = { id: 2, owner: { login: 'stranger' } };

const pull = (number: number, at = head) => ({
  ...{ number, state: 'open', head: { sha: at, repo: theirs } },
  base: { ref: `to-${number}`, sha: 'b'.repeat(40), repo: ours },
});

const payload = {
  workflow_run: {
    ...{ id: 7, html_url: 'https://github.example/runs/7', created_at: '2026-01-01T00:00:00Z', event: 'pull_request' },
    ...{ path: '.github/workflows/camdrift.yml', conclusion: 'success', actor: { login: 'stranger' }, head_sha: head },
    ...{ head_branch: 'better', repository: ours, head_repository: theirs },
  },
};

/** What the commit's status says at first and in the end, newest first. */
async function status(handler: (world: ActionWorld) => Promise<Outcome>, pulls: readonly ReturnType<typeof pull>[]) {
  const id = '0123456789abcdef';
  const target = `https://github.example/runs/5#camdrift-${id}-${id}-1-trusted-success-1`;
  const passed = {
    context: 'camdrift / verdict',
    state: 'success',
    description: 'pass',
    target_url: target,
    creator: { login: us },
  };
  const github = hub({ pulls, statuses: [passed] });
  const inputs = { gate: 'status', mode: handler === onPublish ? 'publish' : 'comment' };
  const { world, outputs } = actionWorld(github, inputs, { event: { name: 'workflow_run', payload } });
  const { failure } = await handler(world);
  return { said: github.statuses.map(({ state, description }) => `${state}: ${description}`), failure, outputs };
}

test('a success that one pull request got is none of another with the same head', async () => {
  const words = 'error: Several open pull requests have this head: #1, #2. Close all but one, and run it again.';
  const trusted = await status(onPublish, [pull(1), pull(2)]);
  assert.deepEqual([trusted.said[0], trusted.failure, trusted.outputs.verdict], [words, undefined, 'skipped']);
});

test('what a checked verdict has said of a commit no claim changes', async () => {
  const claimed = await status(onWorkflowRun, [pull(1), pull(2)]);
  assert.match(claimed.said[0]!, /^success: /);
});

test('a pull request that has moved on or is closed has its own run: its old commit is left alone', async () => {
  for (const handler of [onPublish, onWorkflowRun])
    for (const pulls of [[], [pull(1, 'c'.repeat(40))]]) {
      const { said, outputs } = await status(handler, pulls);
      assert.deepEqual([said, outputs.verdict], [['success: pass'], 'skipped']);
    }
});
