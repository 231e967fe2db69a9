import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { type Unit, writeColourHeads, writeEnsemble } from '../support/colour-heads.ts';
import { assertEnded, emptyWorkspace, onlyModel, reasonCodes, type Spot, settings } from '../support/workspace.ts';

const pictures: Readonly<Record<string, readonly Spot[]>> = {
  a: [['red', 0, 0], ['green', 2, 2]],
  b: [['red', 1, 2], ['blue', 3, 0]],
  c: [['green', 0, 3], ['blue', 2, 1]],
  d: [['red', 3, 3], ['green', 1, 0]],
  e: [['blue', 0, 1], ['red', 2, 3]],
  f: [['green', 3, 1], ['blue', 1, 3]],
}; // biome-ignore format: a table

const names = ['indoor', 'dog', 'cat', 'car'];
const colourOf = { red: 'dog', green: 'cat', blue: 'car' } as const;
const indoor: Unit = [1, 1, 1, 7];
const dog: Unit = [300, -20, -20, -5];
const cat: Unit = [-20, 300, -20, -5];
const car: Unit = [-20, -20, 300, -5];

/** Every picture is indoors, red is a dog, green a cat, blue a car. */
const truth = JSON.stringify({
  images: Object.keys(pictures).map((name, id) => ({ id, file_name: `images/${name}.png` })),
  categories: names.map((name, id) => ({ id, name })),
  annotations: Object.values(pictures).flatMap((spots, id) =>
    [...spots.map(([colour]) => names.indexOf(colourOf[colour])), 0].map(category => ({
      image_id: id,
      category_id: category,
    })),
  ),
});

async function workspaceOf(
  t: TestContext,
  before: readonly Unit[],
  after: readonly Unit[],
  ends: 'Sigmoid' | 'nothing',
  more: object = {},
) {
  const made = await emptyWorkspace(t);
  await writeColourHeads(made.path('before.onnx'), before, ends);
  await writeColourHeads(made.path('after.onnx'), after, ends);
  for (const [name, spots] of Object.entries(pictures)) await made.picture(`images/${name}.png`, spots);
  await made.write('truth.json', truth);
  await made.config({
    ...settings,
    fixtures: ['images/*.png'],
    models: [{ name: 'after', path: 'after.onnx' }],
    ...more,
  });
  return made;
}

const labelled = { labels: names, truth: 'truth.json', 'baseline-model': 'before.onnx' };

describe('a model of several labels', () => {
  test('whose dog, cat and car changed places fails, label by label, though one label hides them in the mean', async t => {
    const workspace = await workspaceOf(t, [indoor, dog, cat, car], [indoor, car, dog, cat], 'Sigmoid', labelled);
    const run = await workspace.run('audit');
    assertEnded(run, {
      code: 1,
      out: [
        /Label `dog` \(6 fixtures\): (Answers|Attention) moved/,
        /labels appeared or vanished/,
        /accuracy on the fixtures fell from 100\.0 %/,
      ],
    });
    const result = await onlyModel(workspace);
    assert.equal(result.candidate?.task, 'multi-label');
    assert.ok(reasonCodes(result).includes('task-multi-label'));
    const dogs = result.fixtures.filter(({ candidate }) => candidate?.explained.label === 'dog');
    const [a] = dogs.filter(({ name }) => name === 'images/a.png#1');
    assert.deepEqual([a?.expected, a?.baseline?.present, a?.candidate?.present, a?.flipped], [true, true, false, true]);
    assert.ok(a!.maps, 'a label that was there is compared map by map');
    const onlyAfter = result.fixtures.find(({ name }) => name === 'images/c.png#1');
    assert.deepEqual([onlyAfter?.baseline?.present, onlyAfter?.candidate?.present, onlyAfter?.maps], [false, true, {}]);
  });

  test('passes against itself, with every true or predicted label by itself', async t => {
    const workspace = await workspaceOf(t, [indoor, dog, cat, car], [indoor, dog, cat, car], 'Sigmoid', labelled);
    assertEnded(await workspace.run('audit'), { code: 0 });
    const { fixtures, predictions } = await onlyModel(workspace);
    assert.equal(fixtures.length, 18, 'indoor and two colours in each of six pictures');
    assert.deepEqual(predictions?.accuracy, { labelled: 18, baseline: 1, candidate: 1 });
    assert.ok(fixtures.every(({ status, copyOf }) => status === 'steady' && copyOf === undefined));
  });

  test('is told by `task` where the graph ends in raw scores, and stored baselines know it', async t => {
    const more = { labels: names, truth: 'truth.json', task: 'multi-label', baseline: 'stored' };
    const workspace = await workspaceOf(t, [indoor, dog, cat, car], [indoor, car, dog, cat], 'nothing', more);
    const before = await workspace.read('camdrift.yml');
    await workspace.write('camdrift.yml', before.replace('path: after.onnx', 'path: before.onnx'));
    assertEnded(await workspace.run('baseline'), { code: 0 });
    assertEnded(await workspace.run('baseline', '--check'), { code: 0 });
    await workspace.write('camdrift.yml', before);
    assertEnded(await workspace.run('audit'), { code: 1, out: [/Label `dog` \(6 fixtures\)/, /baseline stored/] });
    await workspace.write('camdrift.yml', before.replace('task: multi-label\n', ''));
    assertEnded(await workspace.run('audit'), { code: 2, out: [/read as `multi-label`.* as `single-label`/] });
  });
});

describe('a model that answers a number', () => {
  const points: Unit = [320, 0, 0, 20];
  const halved: Unit = [32, 0, 0, 20];

  test('whose answers fell fails in the unit of the output', async t => {
    const more = { task: 'regression', 'answer-limit': 2, 'baseline-model': 'before.onnx' };
    const workspace = await workspaceOf(t, [points], [halved], 'nothing', more);
    const run = await workspace.run('audit');
    assertEnded(run, {
      code: 1,
      out: [
        /The answers moved by \d+(\.\d+)? on average, from \d+(\.\d+)? to \d+(\.\d+)? \(limit 2, in the unit of the output\)/,
      ],
    });
    assert.doesNotMatch(run.stdout, /class [01] /);
    const { candidate, predictions, fixtures } = await onlyModel(workspace);
    assert.equal(candidate?.task, 'regression');
    assert.ok(predictions!.change!.before > 2 + predictions!.change!.after);
    assert.ok(fixtures.every(({ candidate: side }) => side!.value! >= 20));
  });

  test('stays within its limit, and is incomplete without one', async t => {
    const more = { task: 'regression', 'answer-limit': 50, 'baseline-model': 'before.onnx' };
    const workspace = await workspaceOf(t, [points], [halved], 'nothing', more);
    assertEnded(await workspace.run('audit'), { code: 0 });
    await workspace.write('camdrift.yml', (await workspace.read('camdrift.yml')).replace('answer-limit: 50\n', ''));
    await workspace.run('audit');
    assert.ok(reasonCodes(await onlyModel(workspace)).includes('answer-limit-none'));
  });

  test('is asked about where nothing says that it is one', async t => {
    const workspace = await workspaceOf(t, [points], [points], 'nothing', { 'baseline-model': 'before.onnx' });
    assertEnded(await workspace.run('audit'), {
      code: 0,
      out: [/one number without a sigmoid.*say `task: regression`/],
    });
    assertEnded(await workspace.run('layers', '--model', 'after.onnx', '--task', 'regression'), {
      code: 0,
      out: ['a number (regression)'],
    });
  });
});

test('an ensemble is explained member by member where its layers are named, and auto says that it explains a part', async t => {
  const [red, green, blue] = [[90, -40, -40, 0], [-40, 90, -40, 0], [-40, -40, 90, 0]] as const satisfies Unit[]; // biome-ignore format: a table
  const workspace = await workspaceOf(t, [red, green, blue], [red, green, blue], 'nothing', {
    'baseline-model': 'before.onnx',
    labels: ['red', 'green', 'blue'],
  });
  const other: Unit[] = [[30, 0, 0, 0], [0, 30, 0, 0], [0, 0, 30, 0]]; // biome-ignore format: a table
  await writeEnsemble(workspace.path('before.onnx'), { a: [red, green, blue], b: other });
  await writeEnsemble(workspace.path('after.onnx'), { a: [green, red, blue], b: other });
  assertEnded(await workspace.run('layers', '--model', 'after.onnx', '--engine', 'wasm'), {
    code: 0,
    out: ['* /b/Relu', 'a part of the model: the answers also read `/a/Relu` past it'],
  });
  await workspace.run('audit');
  const whole = await onlyModel(workspace);
  assert.equal(whole.candidate?.layer.name, '/b/Relu');
  assert.ok(reasonCodes(whole).includes('layer-part'));
  assert.match(
    whole.reasons.find(({ code }) => code === 'layer-part')!.message,
    /also read `\/a\/Relu` past it\. .*`layer: \[\/b\/Relu, \/a\/Relu\]`/,
  );

  const run = await workspace.run('audit', '--layer', '/a/Relu', '--layer', '/b/Relu');
  assertEnded(run, {
    code: 1,
    out: ['after.a-Relu:', 'after.b-Relu:', 'Several layers are explained, each by itself: `/a/Relu`, `/b/Relu`.'],
  });
  const { models } = await workspace.results();
  assert.deepEqual(
    models.map(({ name, candidate }) => [name, candidate?.layer.name]),
    [
      ['after.a-Relu', '/a/Relu'],
      ['after.b-Relu', '/b/Relu'],
    ],
  );
  const [a, b] = models.map(({ drift }) => drift!['grad-cam']!['attention-shift']!.max);
  assert.ok(a! > 0.2 && b! < 1e-6, `the member that changed, and the one that did not: ${a}, ${b}`);
  assert.ok(models.every(model => !reasonCodes(model).includes('layer-part')));
  assertEnded(
    await workspace.run(
      'map',
      '--model',
      'after.onnx',
      '--image',
      'images/a.png',
      '--layer',
      '/a/Relu',
      '--layer',
      '/b/Relu',
    ),
    { code: 3, err: ['map draws one layer, and 2 are named'] },
  );
});
