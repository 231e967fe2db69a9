import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everything, job as jobOf, states, twoConfigurations } from '../support/jobs.ts';
import { meetAt, patient } from '../support/meeting.ts';
import type { RunOptions, Scene } from '../support/scene.ts';

const quiet = { 'max-images': '0' };

const job = (name: string, options: RunOptions = {}): RunOptions =>
  jobOf(name, { ...options, env: { ...patient, ...options.env } });

/** Both jobs, of which each waits at such a request for the other. */
async function both({ github, run }: Scene, where: Parameters<typeof meetAt>[2]): Promise<void> {
  const ended = meetAt(github, 2, where);
  await Promise.all(
    ['a', 'b'].map(name => run(job(name, { inputs: { ...quiet, config: `${name}.yml` } })).finally(ended)),
  );
}

const spoken = (body: string): string[] =>
  [...body.matchAll(/(?:❌|✅) \*\*(\w+)\*\*/g)].map(([, name]) => name!).toSorted();

test('two jobs that both find no comment leave one with both parts', async t => {
  const made = await twoConfigurations(t);
  await both(made, { method: 'POST', path: /\/issues\/\d+\/comments$/ });
  const [body, ...others] = made.comments();
  assert.deepEqual(others, []);
  assert.deepEqual(spoken(body!), ['a', 'b']);
});

test('two jobs that both have read the same comment lose neither part', async t => {
  const made = await twoConfigurations(t);
  await made.run(job('a', { inputs: { ...quiet, config: 'a.yml' }, env: { GITHUB_JOB: 'first' } }));
  await both(made, { method: 'PATCH', path: /\/issues\/comments\/\d+$/ });
  assert.deepEqual(spoken(made.comments()[0]!), ['a', 'b', 'first']);
});

test('a job that comes and goes between another’s reading and writing is not overwritten', async t => {
  const { github, run, comments } = await twoConfigurations(t);
  await run(job('a', { inputs: { ...quiet, config: 'a.yml' }, env: { GITHUB_JOB: 'first' } }));
  github.before({ method: 'PATCH', path: /\/issues\/comments\/\d+$/ }, async () => {
    const between = await run(job('b', { inputs: { ...quiet, config: 'b.yml' } }));
    assert.deepEqual(spoken(comments()[0]!), ['b', 'first'], between.stdout);
  });
  await run(job('a', { inputs: { ...quiet, config: 'a.yml' } }));
  assert.deepEqual(spoken(comments()[0]!), ['a', 'b', 'first']);
});

test('two statuses at once: the failure wins, whoever writes last', async t => {
  for (const last of ['a', 'b'] as const) {
    const made = await twoConfigurations(t);
    const { github, run, number } = made;
    const gated = (name: string) => job(name, { inputs: { gate: 'status', comment: 'never', config: `${name}.yml` } });
    const other = last === 'a' ? 'b' : 'a';
    // Between reading what others say and its own last word, the other job runs from beginning to end.
    github.before({ method: 'POST', path: /\/statuses\//, asking: /success|failure/ }, async () => {
      const between = await run(gated(other));
      assert.equal(between.code, 0, between.stdout);
    });
    const ran = await run(gated(last));
    assert.equal(ran.code, 0, ran.stdout);
    assert.deepEqual(states(made), { 'camdrift / verdict': 'failure' }, `${last} last`);
    assert.ok(github.statuses(github.pullRequest(number).head).length <= 7);
  }
});

test('a comment that somebody else made with our marker and parts is no part of ours', async t => {
  const { github, run, comments, number } = await twoConfigurations(t);
  await run(job('a', { inputs: { ...quiet, config: 'a.yml' } }));
  const [ours] = github.comments(number);
  const forged = ours!.body.replaceAll('❌', '✅').replaceAll('fail', 'pass');
  github.addComment(number, { author: 'mallory', body: forged });
  await run(job('b', { inputs: { ...quiet, config: 'b.yml' }, may: everything }));
  const [first, theirs, ...others] = comments();
  assert.deepEqual([theirs, others], [forged, []], 'it stays as it is');
  assert.match(first!, /❌ \*\*a\*\* fail/);
});
