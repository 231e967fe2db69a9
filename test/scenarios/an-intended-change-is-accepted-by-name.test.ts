import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Role } from '../support/github/world.ts';
import { states } from '../support/jobs.ts';
import { modelFiles, projectFiles, type RunOptions, type Scene, scene, shortcut } from '../support/scene.ts';
import { finishedRun, fork } from '../support/second-workflow.ts';
import { trusted } from '../support/trusted.ts';

const inputs = { 'max-images': '0' };

/** A pull request of octocat’s that fails, and the command that its comment offers. */
async function failing(t: TestContext, config?: object) {
  const before = await projectFiles({ ...(config && { config }) });
  const made = await scene(t, { before, after: await modelFiles('models/tiny', shortcut) });
  const first = await made.run({ inputs });
  assert.deepEqual([first.code, first.outputs.verdict], [1, 'fail'], first.stdout);
  return {
    ...made,
    command: offered(made),
    again: (more: RunOptions = {}) => made.run({ ...more, inputs: { ...inputs, ...more.inputs } }),
  };
}

/** The line to copy, with a reason in the place of the placeholder. */
function offered({ comments }: Pick<Scene, 'comments'>, why = 'the crop is meant'): string {
  const [, line] = /^```\n(\/camdrift accept [0-9a-f]{16}.*)\n```$/m.exec(comments().at(-1)!) ?? [];
  assert.ok(line?.endsWith('<why>'), comments().at(-1));
  return line!.replace('<why>', why);
}

function says({ github, number }: Scene, author: string, body: string, role?: Role) {
  if (role) github.role(author, role);
  return github.addComment(number, { author, body });
}

test('by somebody with the right to write: a verdict of its own, told with the name and the reason', async t => {
  const made = await failing(t);
  says(made, 'mona', `Looked at all of them.\n\n${made.command}`, 'write');
  const { code, outputs, results, annotations, stdout, summary } = await made.again();
  assert.deepEqual([code, outputs.verdict, results?.verdict], [0, 'accepted', 'accepted'], stdout);
  const [model] = results!.models;
  assert.deepEqual(
    [model!.verdict, model!.accepted?.by, model!.accepted?.why],
    ['accepted', 'mona', 'the crop is meant'],
  );
  assert.ok(model!.reasons.some(({ level, code: reason }) => level === 'fail' && reason === 'attention-regression'));
  const [body, ...others] = made.comments().filter(each => each.includes('camdrift:'));
  assert.deepEqual(others, []);
  assert.match(body!, /^### ☑️ camdrift: accepted – an intended change of tiny$/m);
  assert.match(body!, /\*\*Accepted\*\* by \[mona\]\(http[^)]*#issuecomment-\d+\): the crop is meant\./);
  assert.match(body!, /^- ~~Attention moved/m);
  assert.doesNotMatch(body!, /Meant that way/);
  assert.match(summary, /accepted/);
  assert.deepEqual(
    annotations.filter(({ level }) => level === 'error'),
    [],
  );
});

for (const [who, role, by, why] of [
  ['octocat', 'admin', 'not-author', /octocat cannot accept this: whoever opens a pull request needs somebody else to/],
  ['passerby', 'read', 'not-author', /passerby cannot accept this: that takes the right to write/],
  ['helper', 'triage', 'not-author', /helper cannot accept this: that takes the right to write/],
  ['mona', 'write', 'maintainers', /mona cannot accept this: that takes the right to write to the repository, or more/],
] as const)
  test(`not by ${who} with the role ${role}, where ${by} may: it stays a failure, and the comment says why`, async t => {
    const made = await failing(t);
    says(made, who, made.command, role);
    const { code, outputs, stdout } = await made.again({ inputs: { 'accept-by': by } });
    assert.deepEqual([code, outputs.verdict], [1, 'fail'], stdout);
    assert.match(made.comments()[0]!, why);
  });

for (const [who, role, by] of [
  ['octocat', 'write', 'anyone-with-write'],
  ['boss', 'maintain', 'maintainers'],
] as const)
  test(`by ${who} with the role ${role}, where ${by} may`, async t => {
    const made = await failing(t);
    says(made, who, made.command, role);
    const { code, outputs, stdout } = await made.again({ inputs: { 'accept-by': by } });
    assert.deepEqual([code, outputs.verdict], [0, 'accepted'], stdout);
  });

for (const [what, altered] of [
  ['another code', (line: string) => line.replace(/[0-9a-f]{16}/, '0123456789abcdef')],
  ['a part of the code', (line: string) => line.replace(/([0-9a-f]{7})[0-9a-f]{9}/, '$1')],
  ['no reason', (line: string) => line.replace('the crop is meant', '')],
  ['a quote', (line: string) => `> ${line}`],
  ['a code block', (line: string) => `\`\`\`\n${line}\n\`\`\``],
] as const)
  test(`not with ${what}`, async t => {
    const made = await failing(t);
    says(made, 'mona', altered(made.command), 'write');
    const { code, outputs, stdout } = await made.again();
    assert.deepEqual([code, outputs.verdict], [1, 'fail'], stdout);
  });

test('not by a bot, whatever it may do; nor by nobody, where nobody may, and then nothing is offered', async t => {
  const made = await failing(t);
  says(made, 'helper[bot]', made.command);
  assert.equal((await made.again()).outputs.verdict, 'fail');
  says(made, 'mona', made.command, 'admin');
  assert.equal((await made.again({ inputs: { 'accept-by': 'nobody' } })).outputs.verdict, 'fail');
  assert.doesNotMatch(made.comments()[0]!, /\/camdrift accept/);
});

test('a comment that somebody else has edited is believed when the editor has the right too', async t => {
  const made = await failing(t);
  const { id } = says(made, 'mona', 'Hm.', 'write');
  made.github.editComment(id, 'passerby', made.command);
  assert.equal((await made.again()).outputs.verdict, 'fail');
  assert.match(made.comments()[0]!, /somebody without the right to has edited the comment/);
  made.github.editComment(id, '', made.command);
  assert.equal((await made.again()).outputs.verdict, 'fail', 'nobody knows who that was');
  made.github.role('boss', 'admin');
  made.github.editComment(id, 'boss', made.command);
  assert.equal((await made.again()).outputs.verdict, 'accepted');
});

test('it can be taken back, and given again', async t => {
  const made = await failing(t);
  says(made, 'mona', made.command, 'write');
  says(made, 'hubot', made.command.replace(/accept (\w+).*/, 'reject $1'), 'write');
  assert.equal((await made.again()).outputs.verdict, 'fail');
  says(made, 'mona', made.command);
  assert.equal((await made.again()).outputs.verdict, 'accepted');
});

test('it is carried over a rebase and new files, as long as both models and the reasons are the same', async t => {
  const made = await failing(t);
  says(made, 'mona', made.command, 'write');
  const { github, number } = made;
  const before = github.pullRequest(number);
  const tip = await github.commit({ branch: 'main', files: { 'README.md': 'Words.' } });
  const files = { ...(await modelFiles('models/tiny', shortcut)), 'notes.md': 'More words.' };
  await github.commit({ branch: 'retrain', parents: [tip], files });
  assert.deepEqual(github.pullRequest(number).mergeBase, tip);
  assert.notEqual(github.pullRequest(number).head, before.head);
  const { code, outputs, stdout } = await made.again({ action: 'synchronize' });
  assert.deepEqual([code, outputs.verdict], [0, 'accepted'], stdout);
});

test('another model makes it void, and that is said', async t => {
  const made = await failing(t);
  says(made, 'mona', made.command, 'write');
  await made.github.commit({
    branch: 'retrain',
    files: await modelFiles('models/tiny', { ...shortcut, noise: 0.001, seed: 3 }),
  });
  const { code, outputs, stdout } = await made.again({ action: 'synchronize' });
  assert.deepEqual([code, outputs.verdict], [1, 'fail'], stdout);
  assert.match(made.comments()[0]!, /What mona accepted [^.]* was of another model, or for other reasons/);
});

test('a region’s rule is accepted when it is named', async t => {
  const regions = [{ name: 'object', from: 'regions.json', rules: ['inside >= 0.9'] }];
  const boxes = {
    images: [1, 2, 3].map(id => ({ id, file_name: `images/${id}.png`, width: 16, height: 16 })),
    categories: [{ id: 1, name: 'object' }],
    annotations: [1, 2, 3].map(id => ({ id, image_id: id, category_id: 1, bbox: [4, 4, 4, 4] })),
  };
  const before = { ...(await projectFiles({ config: { regions } })), 'regions.json': JSON.stringify(boxes) };
  const made = await scene(t, { before, after: await modelFiles('models/tiny', shortcut) });
  await made.run({ inputs });
  const command = offered(made);
  assert.match(command, /^\/camdrift accept [0-9a-f]{16} \+object the crop/);
  says(made, 'mona', command.replace('+object ', ''), 'write');
  assert.equal((await made.run({ inputs })).outputs.verdict, 'fail');
  assert.match(made.comments()[0]!, /the command does not name \\?\+object/);
  says(made, 'mona', command);
  assert.equal((await made.run({ inputs })).outputs.verdict, 'accepted');
});

test('of two models that fail one is accepted: the other one fails', async t => {
  const models = { a: {}, b: {} };
  const after = { ...(await modelFiles('models/a', shortcut)), ...(await modelFiles('models/b', shortcut)) };
  const made = await scene(t, { before: await projectFiles({ models }), after });
  await made.run({ inputs });
  const [, ofA, ofB] = /^(\/camdrift accept .*)\n(\/camdrift accept .*)$/m.exec(made.comments()[0]!) ?? [];
  says(made, 'mona', ofA!.replace('<why>', 'meant'), 'write');
  const { code, outputs, results, stdout } = await made.run({ inputs });
  assert.deepEqual([code, outputs.verdict], [1, 'fail'], stdout);
  assert.deepEqual(results!.models.map(({ verdict }) => verdict).sort(), ['accepted', 'fail']);
  says(made, 'mona', ofB!.replace('<why>', 'meant too'));
  assert.equal((await made.run({ inputs })).outputs.verdict, 'accepted');
});

test('it is found among three hundred comments, and the commit status is a success', async t => {
  const made = await failing(t);
  for (let index = 0; index < 299; index++) says(made, 'chatty', `Comment ${index}.`);
  says(made, 'mona', made.command, 'write');
  const { code, outputs, stdout } = await made.again({ inputs: { gate: 'status' } });
  assert.deepEqual([code, outputs.verdict], [0, 'accepted'], stdout);
  assert.deepEqual(states(made), { 'camdrift / verdict': 'success' });
});

test('a merge queue heeds it', async t => {
  const made = await failing(t);
  says(made, 'mona', made.command, 'write');
  const { github, number } = made;
  const { base, mergeCommit } = github.pullRequest(number);
  const event = { name: 'merge_group', payload: github.payload.mergeGroup({ base, head: mergeCommit!, number }) };
  const { code, outputs, stdout } = await made.run({ event, inputs });
  assert.deepEqual([code, outputs.verdict], [0, 'accepted'], stdout);
});

test('on a fork’s pull request the trusted workflow heeds it, and a forged word of it counts for nothing', async t => {
  const made = await scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', shortcut), fork });
  const first = await trusted(t, made, finishedRun(made, undefined), { inputs });
  assert.equal(first.published.outputs.verdict, 'fail', first.published.stdout);
  says(made, 'mona', offered(made), 'write');
  const { judged, published } = await trusted(t, made, finishedRun(made, undefined), { inputs });
  assert.deepEqual([judged.outputs.verdict, published.outputs.verdict], ['accepted', 'accepted'], judged.stdout);
  assert.deepEqual(states(made), { 'camdrift / verdict': 'success' });
});

test('comments that cannot be read accept nothing, and the log says what the job needs', async t => {
  const made = await failing(t);
  says(made, 'mona', made.command, 'write');
  made.github.fail({ path: /\/issues\/\d+\/comments/, status: 403, times: 9 });
  const { code, outputs, annotations, stdout } = await made.again();
  assert.deepEqual([code, outputs.verdict], [1, 'fail'], stdout);
  const warnings = annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);
  assert.ok(
    warnings.some(each => /Whether somebody has accepted this could not be read.*pull-requests: read/.test(each)),
    stdout,
  );
});
