import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { failedRun, offers, says } from '../support/hearing.ts';
import { modelFiles, projectFiles, type RunOptions, runIn, type Scene, scene, shortcut } from '../support/scene.ts';
import { storedBaseline, writesOf } from '../support/stored.ts';

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString();
const manifest = '.camdrift/baselines/tiny/manifest.json';
const calibration = '.camdrift/baselines/tiny/calibration.json';
const branch = 'camdrift/refresh/main';

/** A project with a stored baseline, whose pull request fails and is accepted. */
async function accepted(t: TestContext) {
  const project = await projectFiles();
  const before = { ...project, ...(await storedBaseline(project)) };
  const made = await scene(t, { before, after: await modelFiles('models/tiny', shortcut) });
  failedRun(made);
  assert.equal((await made.run({ inputs: { 'max-images': '0' } })).outputs.verdict, 'fail');
  says(made, 'mona', offers(made, 'the @team moved the <b>crop</b>')[0]!, 'write');
  return made;
}

/** What the workflow of the default branch does after a push. */
async function pushed(
  t: TestContext,
  { github }: Scene,
  before: string,
  after: string,
  how: string,
  options: RunOptions = {},
) {
  const payload = github.payload.push({ branch: 'main', before, after });
  const event = { name: 'push', payload };
  return runIn(t, github, { event, commit: after, inputs: { refresh: how, 'image-branch': '' }, ...options });
}

test('after the merge one pull request brings the baseline up to date and the accepted scores, is kept up to date, and ends', async t => {
  const made = await accepted(t);
  const { github, number } = made;
  const before = (await github.branch('main'))!;
  const after = await github.merge(number, 'squash');
  const first = await pushed(t, made, before, after, 'pull-request');
  assert.deepEqual([first.code, first.outputs.verdict], [0, 'accepted'], first.stdout);
  const [refresh, ...more] = github.open();
  assert.deepEqual([refresh?.headBranch, refresh?.author, more], [branch, 'github-actions[bot]', []]);
  assert.equal(refresh!.title, 'Refresh what camdrift has stored of tiny');
  assert.match(refresh!.body!, /\*\*tiny\*\*: the stored baseline is made anew; the model has changed since/);
  assert.match(
    refresh!.body!,
    /\[accepted by mona\]\(http[^)]*#issuecomment-\d+\): the @\u200bteam moved the \\?&?[^b]*b/,
  );
  assert.doesNotMatch(refresh!.body!, /<b>/);
  const [commit] = await github.log(branch);
  assert.deepEqual(commit!.parents, [after]);
  assert.match(commit!.message, /tiny: its scores join the calibration, accepted by mona: the @team moved/);
  const taught = JSON.parse(text(await github.fileAt(branch, calibration))).models;
  assert.deepEqual(
    taught.map((each: { lineage: string; accepted: { by: string; why: string } }) => [
      each.lineage,
      each.accepted.by,
      each.accepted.why,
    ]),
    [['retrained', 'mona', 'the @team moved the <b>crop</b>']],
  );
  assert.equal(text(await github.fileAt('main', calibration)), '');
  const digest = JSON.parse(text(await github.fileAt(branch, manifest))).model.digest;
  assert.deepEqual([digest, taught[0].digest], [first.results!.models[0]!.candidate!.model.digest, digest]);
  assert.notEqual(taught[0].signals['attention-shift'], undefined);

  await t.test('the same event again writes nothing', async () => {
    const from = github.exchanges.length;
    const again = await pushed(t, made, before, after, 'pull-request');
    assert.equal(again.code, 0, again.stdout);
    assert.deepEqual(
      writesOf(github, from).filter(each => !each.endsWith('/git/trees')),
      [],
    );
  });

  await t.test('a further push brings the same pull request up to date', async () => {
    const next = await github.commit({ branch: 'main', files: { 'README.md': 'Words.' } });
    const ran = await pushed(t, made, after, next, 'pull-request');
    assert.equal(ran.code, 0, ran.stdout);
    assert.deepEqual(
      github.open().map(each => each.number),
      [refresh!.number],
    );
    const [now] = await github.log(branch);
    assert.deepEqual(now!.parents, [next]);
    assert.notEqual(text(await github.fileAt(branch, manifest)), text(await github.fileAt('main', manifest)));
    assert.deepEqual(
      JSON.parse(text(await github.fileAt(branch, calibration))).models,
      taught,
      'nobody has to accept it again',
    );
  });

  await t.test('merged, it asks for no further one', async () => {
    const tip = (await github.branch('main'))!;
    const merged = await github.merge(refresh!.number);
    const ran = await pushed(t, made, tip, merged, 'pull-request');
    assert.equal(ran.code, 0, ran.stdout);
    assert.deepEqual(github.open(), []);
    assert.match(ran.stdout, /What is stored is up to date/);
  });
});

test('a commit brings it, once; without the permission, or with `mode: judge`, a warning does', async t => {
  const made = await accepted(t);
  const { github, number } = made;
  const before = (await github.branch('main'))!;
  const after = await github.merge(number);
  const reading = await pushed(t, made, before, after, 'pull-request', {
    may: { contents: 'read', 'pull-requests': 'read' },
  });
  assert.deepEqual([reading.code, reading.outputs.verdict], [0, 'accepted'], reading.stdout);
  const warned = reading.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);
  assert.match(
    warned.join('\n'),
    /could not be refreshed on camdrift\/refresh\/main .*contents: write, pull-requests: write/,
  );
  const ran = await pushed(t, made, before, after, 'commit');
  assert.equal(ran.code, 0, ran.stdout);
  const [commit] = await github.log('main');
  assert.deepEqual([commit!.parents, github.open()], [[after], []]);
  const again = await pushed(t, made, after, commit!.sha, 'commit');
  assert.match(again.stdout, /What is stored is up to date/);
  assert.equal((await github.branch('main'))!, commit!.sha, 'no loop');
  const late = await pushed(t, made, before, after, 'commit');
  assert.match(late.stdout, /main has moved on/);
  assert.equal((await github.branch('main'))!, commit!.sha);
});

test('nothing is made from a model that fails, and nothing is done unless it is asked for', async t => {
  const made = await accepted(t);
  const { github, number } = made;
  for (const { id, author } of github.comments(number)) if (author === 'mona') github.deleteComment(id, 'mona');
  const before = (await github.branch('main'))!;
  const after = await github.merge(number);
  const ran = await pushed(t, made, before, after, 'pull-request');
  assert.deepEqual([ran.code, ran.outputs.verdict], [1, 'fail'], ran.stdout);
  assert.match(ran.stdout, /tiny: its verdict is fail, so nothing is made from it/);
  assert.deepEqual([github.open(), await github.branch(branch)], [[], undefined]);
  const next = await github.commit({ branch: 'main', files: { 'README.md': 'Words.' } });
  const later = await pushed(t, made, after, next, 'pull-request');
  assert.match(later.stdout, /tiny: its stored baseline is of another model, and this push has not judged the one/);
  assert.deepEqual([github.open(), await github.branch(branch)], [[], undefined], 'nor by the next push');
  const from = github.exchanges.length;
  await pushed(t, made, before, after, 'never');
  assert.deepEqual(writesOf(github, from), []);
});
