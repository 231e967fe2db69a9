import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { type TestContext, test } from 'node:test';
import { triggeringRun } from '../../src/artifacts/triggering-run.ts';
import { api, head } from './_github.ts';
import { assertRefused } from './_refused.ts';

const examples: { name: string; examples: { workflow_run: object }[] }[] = createRequire(import.meta.url)(
  '@octokit/webhooks-examples',
);
const octo = { id: 396980812, full_name: 'octo-org/octo-repo' };
const fork = { id: 7, owner: { login: 'stranger' } };

/** GitHub's own example of the event, as it would tell of a fork's pull request. */
function event(changes: Record<string, unknown> = {}) {
  const example = examples.find(({ name }) => name === 'workflow_run')!.examples[1]!;
  const path = '.github/workflows/camdrift.yml';
  const told = { event: 'pull_request', path, head_sha: head, head_branch: 'better', head_repository: fork };
  return { ...example, workflow_run: { ...example.workflow_run, repository: octo, ...told, ...changes } };
}

const pull = (number: number, changes: Record<string, unknown> = {}) => ({
  number,
  head: { sha: head, repo: { id: fork.id } },
  base: { ref: 'main', sha: 'b'.repeat(40), repo: { id: octo.id } },
  ...changes,
});

async function asked(context: TestContext, pulls: readonly unknown[], payload: unknown = event(), workflow?: string) {
  const { repository, requests } = await api(context, { '/repos/octo-org/octo-repo/pulls': pulls });
  return { found: await triggeringRun(repository, payload, workflow), requests };
}

test('the pull request is looked up by the branch and commit of the run', async context => {
  const { found, requests } = await asked(context, [pull(3, { head: { sha: head, repo: null } }), pull(12)]);
  assert.deepEqual(found, {
    pullRequest: { number: 12, head, base: { ref: 'main', sha: 'b'.repeat(40) } },
    runId: 289782451,
    runUrl: 'https://github.com/octo-org/octo-repo/actions/runs/289782451',
    pushed: new Date('2020-10-05T16:33:24Z'),
    mute: true,
  });
  const query = new URL(requests[0]!.url!, 'http://host').searchParams;
  assert.deepEqual([query.get('state'), query.get('head')], ['open', 'stranger:better']);
});

test('a pull request of the same repository is not a fork', async context => {
  const own = { head: { sha: head, repo: { id: octo.id } } };
  const payload = event({ head_repository: { id: octo.id, owner: { login: 'octo-org' } } });
  const { found } = await asked(context, [pull(12, own)], payload);
  assert.equal('mute' in found && found.mute, false);
});

test("Dependabot's own branch is as mute as a fork", async context => {
  const own = { head: { sha: head, repo: { id: octo.id } } };
  const from = { head_repository: { id: octo.id, owner: { login: 'octo-org' } }, actor: { login: 'dependabot[bot]' } };
  const { found } = await asked(context, [pull(12, own)], event(from));
  assert.equal('mute' in found && found.mute, true);
});

test('a workflow file under another name is named, and may carry the ref that it ran at', async context => {
  const path = '.github/workflows/models.yml@refs/heads/main';
  const { found } = await asked(context, [pull(12)], event({ path }), '.github/workflows/models.yml');
  assert.ok('pullRequest' in found);
});

test('being superseded is no error: closed, moved on, several, cancelled, fork gone', async context => {
  const reason = async (pulls: readonly unknown[], payload: unknown = event()) => {
    const { found } = await asked(context, pulls, payload);
    return 'reason' in found ? found.reason : assert.fail('There was something to do.');
  };
  assert.match(await reason([]), /^No open pull request comes from `stranger:better`; it may have been closed/);
  const moved = pull(12, { head: { sha: 'c'.repeat(40), repo: { id: fork.id } } });
  assert.match(await reason([moved]), /^#12 has moved on: its head is c{40}, and the run judged a{40}\.$/);
  const several = 'Several open pull requests have this head: #12, #13. Close all but one, and run it again.';
  assert.deepEqual((await asked(context, [pull(12), pull(13)])).found, { reason: several, undecided: head });
  assert.deepEqual(Object.keys((await asked(context, [moved])).found), ['reason'], 'its own run decides it');
  assert.match(await reason([pull(12)], event({ conclusion: 'cancelled' })), /^The run ended as `cancelled`/);
  assert.match(await reason([pull(12)], event({ head_repository: null })), /is gone/);
});

test('pull requests of another fork or to another repository are not taken for it', async context => {
  const strangers = [
    pull(1, { head: { sha: head, repo: { id: 8 } } }),
    pull(2, { base: { ref: 'main', sha: head, repo: { id: 9 } } }),
  ];
  const { found } = await asked(context, strangers);
  assert.ok('reason' in found);
});

test('a run of another repository, workflow or event is refused, and nothing is asked of the API', async context => {
  const { repository, requests } = await api(context, {});
  const refused = (changes: Record<string, unknown>, words: RegExp) =>
    assertRefused(() => triggeringRun(repository, event(changes)), words);
  await refused(
    { repository: { id: 1, full_name: 'evil/octo-repo' } },
    /belongs to `evil\/octo-repo`; expected octo-org/,
  );
  await refused({ path: '.github/workflows/other.yml' }, /workflow `\.github\/workflows\/other\.yml`; expected/);
  await refused({ path: '.github/workflows/camdrift.yml.yml' }, /expected \.github\/workflows\/camdrift\.yml/);
  await refused({ event: 'push' }, /started by `push`; expected `pull_request`/);
  await refused({ path: `\u001b[31m\n::error::${'x'.repeat(1e6)}` }, /\.\.\.`; expected/);
  assert.equal(requests.length, 0);
});

test('another event is a matter of configuration, not of trust', async context => {
  const { repository } = await api(context, {});
  for (const payload of [undefined, {}, { workflow_run: null }, event({ head_sha: 'main' }), event({ id: '1' })])
    await assert.rejects(triggeringRun(repository, payload), { code: 'usage-wrong', message: /`workflow_run` event/ });
});
