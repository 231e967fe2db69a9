import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { failedRun, hear, hearing, offers, reactions, says } from '../support/hearing.ts';
import { states } from '../support/jobs.ts';
import { modelFiles, projectFiles, type RunOptions, type Scene, scene, shortcut } from '../support/scene.ts';
import { finishedRun, fork, said } from '../support/second-workflow.ts';
import { writesOf } from '../support/stored.ts';
import { trusted } from '../support/trusted.ts';

const ours = ({ comments }: Pick<Scene, 'comments'>) =>
  comments().filter(each => each.startsWith('<!-- camdrift key='));

/** A pull request of octocat’s whose run has ended red, and what its comment offers. */
async function failing(t: TestContext, inputs: Readonly<Record<string, string>>, models: object = { tiny: {} }) {
  const after = Object.assign(
    {},
    ...(await Promise.all(Object.keys(models).map(name => modelFiles(`models/${name}`, shortcut)))),
  );
  const made = await scene(t, { before: await projectFiles({ models: models as Record<string, object> }), after });
  const red = failedRun(made);
  const judge = (more: RunOptions = {}) => made.run({ ...more, inputs, env: { GITHUB_RUN_ID: String(red.id) } });
  const first = await judge();
  assert.equal(first.outputs.verdict, 'fail', first.stdout);
  return { ...made, red, judge, commands: offers(made) };
}

test('a job is run again when somebody with the right accepts what failed, and no model is read for it', async t => {
  const made = await failing(t, {});
  const { github, red } = made;
  const [command = ''] = made.commands;
  const failed = ours(made)[0]!;

  await t.test('what is no command, or of no person, is met with silence', async () => {
    const quiet = github.exchanges.length;
    const bodies = [
      ['mona', `> ${command}`],
      ['mona', `\`\`\`\n${command}\n\`\`\``],
      ['mona', 'Looks fine.'],
      ['helper[bot]', command],
    ] as const;
    for (const [author, body] of bodies) {
      const comment = says(made, author, body, author === 'mona' ? 'write' : undefined);
      const { code, outputs, stdout } = await hear(t, made, comment);
      assert.deepEqual([code, outputs.verdict], [0, 'skipped'], stdout);
      assert.deepEqual(reactions(comment), []);
    }
    const own = github.comments(made.number).find(({ body }) => body === failed)!;
    assert.equal((await hear(t, made, own, { did: 'edited', was: command })).outputs.verdict, 'skipped');
    assert.equal(github.exchanges.length, quiet, 'nothing is asked');
  });

  await t.test('a stranger gets one reaction, and no word', async () => {
    const comment = says(made, 'passerby', command, 'read');
    const from = github.exchanges.length;
    const { code, outputs } = await hear(t, made, comment);
    assert.deepEqual([code, outputs.verdict, reactions(comment)], [0, 'skipped', ['confused']]);
    assert.equal(writesOf(github, from).length, 1);
    assert.deepEqual(ours(made), [failed]);
  });

  await t.test('the author, an old code and a command without a reason are refused with one', async () => {
    const author = says(made, 'octocat', command, 'write');
    await hear(t, made, author);
    assert.deepEqual(reactions(author), ['eyes', 'confused']);
    assert.match(ours(made)[0]!, /octocat cannot accept this: whoever opens a pull request needs somebody else to/);
    const old = says(made, 'mona', command.replace(/[0-9a-f]{16}/, '0123456789abcdef'));
    await hear(t, made, old);
    assert.deepEqual(reactions(old), ['eyes', 'confused']);
    assert.match(ours(made)[0]!, /What mona accepted \S+ was of another model, or for other reasons/);
    const mute = says(made, 'hubot', command.replace('the crop is meant', ''), 'write');
    await hear(t, made, mute);
    assert.deepEqual(reactions(mute), ['eyes', 'confused']);
    assert.match(ours(made)[0]!, /hubot cannot accept this/);
    assert.doesNotMatch(ours(made)[0]!, /passerby/);
    assert.match(ours(made)[0]!, /camdrift: fail/);
  });

  const pictures = failed.match(/<img /g)?.length;
  const word = says(made, 'mona', command);

  await t.test('without `actions: write` the comment says how to run the job again', async () => {
    const { code, outputs, annotations, stdout } = await hear(t, made, word, { may: { ...hearing, actions: 'read' } });
    assert.deepEqual([code, outputs.verdict], [0, 'accepted'], stdout);
    assert.deepEqual(
      annotations.filter(({ level }) => level !== 'notice'),
      [],
    );
    assert.deepEqual(reactions(word), ['eyes', '+1']);
    const [body, ...more] = ours(made);
    assert.deepEqual(more, []);
    assert.match(body!, /^### ☑️ camdrift: accepted – an intended change of tiny$/m);
    assert.match(body!, /\*\*Accepted\*\* by \[mona\]\(http[^)]*#issuecomment-\d+\): the crop is meant\./);
    assert.match(body!, /^- ~~Attention moved/m);
    assert.match(body!, /The check follows when the \[run\]\([^)]*\) is run again/);
    assert.doesNotMatch(body!, /Meant that way/);
    assert.equal(body!.match(/<img /g)?.length, pictures);
    assert.ok(pictures! > 0);
    assert.equal(github.run(red.id).status, 'completed');
  });

  await t.test('with it the failed jobs are run again, once, however often the event comes', async () => {
    const both = await Promise.all([hear(t, made, word), hear(t, made, word)]);
    for (const { outputs, stdout } of both) assert.equal(outputs.verdict, 'accepted', stdout);
    const { status, attempt, again } = github.run(red.id);
    assert.deepEqual([status, attempt, again], ['queued', 2, 'failed']);
    assert.match(ours(made)[0]!, /The \[run\]\([^)]*\) that judged this is going/);
    const from = github.exchanges.length;
    await hear(t, made, word);
    assert.deepEqual(
      writesOf(github, from),
      Array(2).fill(`POST /repos/acme/models/issues/comments/${word.id}/reactions`),
    );
  });

  await t.test('the run says the same, and what is taken back makes the job fail again', async () => {
    assert.equal((await made.judge()).code, 0);
    assert.match(ours(made)[0]!, /camdrift: accepted/);
    Object.assign(github.run(red.id), { status: 'completed', conclusion: 'success' });
    const back = says(made, 'octocat', command.replace(/accept (\w+).*/, 'reject $1'));
    await hear(t, made, back);
    assert.deepEqual(reactions(back), ['eyes', '+1']);
    assert.match(ours(made)[0]!, /^### ❌ camdrift: fail – attention moved in tiny$/m);
    assert.match(ours(made)[0]!, /^Attention moved/m);
    assert.deepEqual(offers(made), made.commands);
    assert.deepEqual([github.run(red.id).attempt, github.run(red.id).again], [3, 'all']);
  });

  await t.test('an acceptance that is edited by somebody else, or deleted, holds no longer', async () => {
    const given = says(made, 'mona', command);
    await hear(t, made, given);
    assert.match(ours(made)[0]!, /camdrift: accepted/);
    github.editComment(given.id, 'passerby', `${command} indeed`);
    const { outputs } = await hear(t, made, given, { did: 'edited', sender: 'passerby', was: command });
    assert.equal(outputs.verdict, 'fail');
    assert.match(ours(made)[0]!, /somebody without the right to has edited the comment/);
    const anew = says(made, 'mona', command);
    await hear(t, made, anew);
    github.deleteComment(anew.id, 'mona');
    assert.equal((await hear(t, made, anew, { did: 'deleted' })).outputs.verdict, 'fail');
  });

  await t.test(
    'a comment of ours that somebody has edited is not believed, and a pull request that moved on waits',
    async () => {
      const own = github.comments(made.number).find(({ body }) => body.startsWith('<!-- camdrift key='))!;
      github.editComment(own.id, 'mona', own.body.replace('attention moved', 'nothing moved'));
      const comment = says(made, 'hubot', command);
      const heard = await hear(t, made, comment);
      assert.match(said(heard, 'warning').join() || heard.stdout, /mona has edited our comment, so it is not believed/);
      assert.deepEqual(reactions(comment), ['eyes']);
      github.closePullRequest(made.number);
      assert.equal((await hear(t, made, comment)).outputs.verdict, 'skipped');
    },
  );
});

test('a commit status follows at once: two models accepted by two people at the same time, among three hundred comments', async t => {
  const made = await failing(t, { gate: 'status', 'max-images': '0' }, { a: {}, b: {} });
  const { github, commands } = made;
  assert.equal(commands.length, 2);
  for (let index = 0; index < 300; index++) says(made, 'chatty', `Comment ${index}.`);
  const first = says(made, 'mona', commands[0]!, 'write');
  const one = await hear(t, made, first, { may: { ...hearing, actions: 'read' } });
  assert.equal(one.outputs.verdict, 'fail', one.stdout);
  assert.deepEqual(reactions(first), ['eyes', '+1']);
  assert.match(ours(made)[0]!, /^### ❌ camdrift: fail – attention moved in 1 of 2 models$/m);
  assert.match(ours(made)[0]!, /^#### ☑️ \w: accepted$/m);
  assert.deepEqual(offers(made), [commands[1]]);
  assert.deepEqual(states(made), { 'camdrift / verdict': 'failure' });
  github.deleteComment(first.id, 'mona');
  const words = [says(made, 'mona', commands[0]!), says(made, 'hubot', commands[1]!, 'maintain')];
  const both = await Promise.all(words.map(word => hear(t, made, word, { may: { ...hearing, actions: 'read' } })));
  for (const { code, stdout } of both) assert.equal(code, 0, stdout);
  assert.deepEqual(words.map(reactions), [
    ['eyes', '+1'],
    ['eyes', '+1'],
  ]);
  const [body, ...more] = ours(made);
  assert.deepEqual(more, []);
  assert.match(body!, /^### ☑️ camdrift: accepted – an intended change of 2 of 2 models$/m);
  assert.match(body!, /☑️ \*\*a\*\* accepted · ☑️ \*\*b\*\* accepted/);
  assert.deepEqual(states(made), { 'camdrift / verdict': 'success' });
  assert.equal(github.run(made.red.id).attempt, 1, 'nothing is run again');
  const from = github.exchanges.length;
  await hear(t, made, words[1]!);
  const requests = github.exchanges.slice(from).length;
  assert.ok(requests <= 15, `${requests} requests`);
});

test('on a fork’s pull request the trusted verdict follows; on one from here it is judged again', async t => {
  const made = await scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', shortcut), fork });
  const inputs = { 'max-images': '0' };
  const { published } = await trusted(t, made, finishedRun(made, undefined), { inputs });
  assert.equal(published.outputs.verdict, 'fail', published.stdout);
  const word = says(made, 'mona', offers(made)[0]!, 'write');
  const stranger = says(made, 'stranger', offers(made)[0]!);
  await hear(t, made, stranger);
  assert.deepEqual([reactions(stranger), states(made)], [['confused'], { 'camdrift / verdict': 'failure' }]);
  const { outputs, stdout } = await hear(t, made, word, { may: { ...hearing, actions: 'read' } });
  assert.equal(outputs.verdict, 'accepted', stdout);
  assert.deepEqual(states(made), { 'camdrift / verdict': 'success' });
  assert.match(ours(made)[0]!, /camdrift: accepted/);
});

test('a trusted verdict of a pull request from here is not opened by what its own job says', async t => {
  const made = await failing(t, { 'max-images': '0' });
  const { github, number } = made;
  const { head } = github.pullRequest(number);
  const verdict = github.addRun({ headSha: head, name: 'camdrift verdict', event: 'workflow_run' });
  const own = /camdrift part=([0-9a-f]{16})/.exec(ours(made)[0]!)![1]!;
  for (const id of [own, 'f'.repeat(16)]) await setStatus(made, verdict.id, id);
  await hear(t, made, says(made, 'mona', made.commands[0]!, 'write'));
  assert.deepEqual(states(made), { 'camdrift / verdict': 'failure' });
  assert.deepEqual([github.run(verdict.id).attempt, github.run(verdict.id).again], [2, 'all']);
});

/** As the job of the trusted workflow does. */
async function setStatus({ github, number }: Scene, run: number, id: string): Promise<void> {
  const { head } = github.pullRequest(number);
  const target_url = `${github.url}/acme/models/actions/runs/${run}#camdrift-${id}-${id}-1-trusted-failure`;
  const answer = await fetch(`${github.url}/repos/acme/models/statuses/${head}`, {
    method: 'POST',
    headers: { authorization: `token ${github.token('write')}` },
    body: JSON.stringify({
      state: 'failure',
      context: 'camdrift / verdict',
      description: 'Attention moved.',
      target_url,
    }),
  });
  assert.equal(answer.status, 201);
}
