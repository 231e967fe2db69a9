import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boxes, firstWords, levels, regions, repairing, verdictOf } from '../support/repairing.ts';
import { marked, modelFiles, projectFiles, runIn, scene, shortcut } from '../support/scene.ts';
import { assertEnded, onlyModel, project } from '../support/workspace.ts';

const inputs = { 'max-images': '0' };

test('who meets rules that the base breaks is not failed for attention that moved by it, on a pull request and when it is pushed', async t => {
  const made = await repairing(t);
  const ran = await made.run({ inputs });
  assert.deepEqual(verdictOf(ran), [0, 'warn'], ran.stdout);
  assert.deepEqual(levels(ran).slice(0, 2), ['pass repair', 'warn attention-regression']);
  const { repair, pair } = ran.results!.models[0]!;
  assert.deepEqual([repair?.drift, repair?.closer, pair], ['excused', [], undefined]);
  const [rule, ...more] = repair!.rules;
  assert.deepEqual(
    [rule?.region, rule?.rule, rule?.fixtures, more],
    ['mark', { of: 'inside', at: 'most', limit: 0.3 }, 3, []],
  );
  assert.ok(rule!.before > 0.8 && rule!.now < 0.01);
  assert.match(made.comments()[0]!, /^### ⚠️ camdrift: warn – a repair of tiny$/m);
  assert.match(
    firstWords(made),
    /^The new model \*\*repairs\*\* what .*: that one looked too much at the \*\*mark\*\*\./,
  );
  assert.match(
    made.comments()[0]!,
    /^- Region “mark” .*: 8\d\.\d % → 0\.0 % over 3 fixtures\.\n- Attention moved: .* By a repair that is a warning, and no failure\.$/m,
  );
  assert.doesNotMatch(made.comments()[0]!, /\/camdrift accept/);

  const { github, number } = made;
  const before = (await github.branch('main'))!;
  const after = await github.merge(number);
  const event = { name: 'push', payload: github.payload.push({ branch: 'main', before, after }) };
  const pushed = await runIn(t, github, { event, commit: after, inputs });
  assert.deepEqual(verdictOf(pushed), [0, 'warn'], pushed.stdout);
  assert.match(pushed.summary, /repairs/);
});

test('`repairs: fail` fails it, says that it is one, and offers to accept it', async t => {
  const made = await repairing(t, { config: { regions, repairs: 'fail' } });
  const ran = await made.run({ inputs });
  assert.deepEqual(verdictOf(ran), [1, 'fail'], ran.stdout);
  assert.equal(ran.results!.models[0]!.repair?.drift, 'held');
  assert.match(firstWords(made), /\*\*repairs\*\*/);
  assert.match(made.comments()[0]!, /^\/camdrift accept [0-9a-f]{16} <why>$/m);
});

test('who is back at the golden release is not failed either, unless the change brings that too', async t => {
  const config = { pinned: 'models/gold' };
  const before = await modelFiles('models/gold');
  const now = { noise: 0.001 };
  const made = await repairing(t, { config, before, now });
  const ran = await made.run({ inputs });
  assert.deepEqual(verdictOf(ran), [0, 'warn'], ran.stdout);
  const { repair } = ran.results!.models[0]!;
  const [closer] = repair!.closer;
  assert.deepEqual(
    [repair!.drift, repair!.rules, closer!.title, closer!.kind, closer!.fixtures],
    ['excused', [], 'models/gold', 'pinned', 3],
  );
  assert.ok(closer!.before > 0.5 && closer!.now < 0.05);
  assert.match(firstWords(made), /\*\*repairs\*\* .*: that one had moved away from the pinned \*\*models\/gold\*\*\./);

  const own = await repairing(t, {
    config,
    before,
    was: {},
    now: shortcut,
    after: await modelFiles('models/gold', { ...shortcut, noise: 1e-4 }),
  });
  const steered = await own.run({ inputs });
  assert.deepEqual(verdictOf(steered), [1, 'fail'], steered.stdout);
  assert.equal(steered.results!.models[0]!.repair, undefined);
  assert.ok(levels(steered).includes('pass repair-unproven'));
});

test('a class that is lost fails, whatever is repaired', async t => {
  const red = Object.fromEntries(
    Object.entries(marked()).map(([name, spots]) => [name.replace('images/', 'images/red/'), spots]),
  );
  const green = {
    'images/green/4.png': [['green', 1, 1]],
    'images/green/5.png': [['green', 2, 1]],
    'images/green/6.png': [['green', 0, 2]],
  } as const;
  const config = { regions, truth: 'folder', labels: ['red', 'green', 'other'], fixtures: ['images/**'] };
  const files = await projectFiles({ models: { tiny: shortcut }, images: { ...red, ...green }, config });
  const made = await scene(t, {
    before: { ...files, 'boxes.json': boxes(Object.keys(red)) },
    after: await modelFiles('models/tiny', { sees: ['red', 'nothing', 'green'] }),
  });
  const ran = await made.run({ inputs });
  assert.deepEqual(verdictOf(ran), [1, 'fail'], ran.stdout);
  const failed = levels(ran).filter(each => each.startsWith('fail'));
  assert.ok(failed.includes('fail class-regression'), failed.join());
  assert.match(firstWords(made), /no longer recognises \*\*green\*\*/);
});

test('on the command line who is back at the stored baseline of an earlier version repairs what came between', async t => {
  const workspace = await project(t, { before: {}, after: { noise: 0.001 } });
  assertEnded(
    await workspace.run(
      'baseline',
      '--model',
      'models/before',
      '--fixtures',
      'images/*',
      '--preprocess',
      'unit',
      '--baseline',
      'stored',
    ),
    { code: 0 },
  );
  await workspace.model('between', shortcut);
  const audit = ['audit', '--baseline-model', 'models/between', '--baseline', 'stored'];
  assertEnded(await workspace.run(...audit), {
    code: 0,
    out: [
      /This repairs the version before\. Attention shift from the stored baseline of an earlier version stored: 5\d\.\d % -> \d\.\d %/,
    ],
  });
  const { verdict, repair } = await onlyModel(workspace);
  assert.deepEqual([verdict, repair?.drift, repair?.closer[0]?.kind], ['warn', 'excused', 'stored']);
});
