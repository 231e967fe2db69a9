import assert from 'node:assert/strict';
import { test } from 'node:test';
import { audit } from '../src/audit.ts';
import { resolveConfig } from '../src/config/resolve.ts';
import { configSchema } from '../src/config/schema.ts';
import { wasmEngine } from '../src/engines/wasm.ts';
import { type Explainer, inProcess } from '../src/explainer/explainer.ts';
import { loadFixture } from '../src/images/load.ts';
import { preprocess, presets } from '../src/images/preprocess.ts';
import { sampled } from '../src/maps/answers.ts';
import { gradCam } from '../src/methods/grad-cam.ts';
import { loadModel } from '../src/models/index.ts';
import { edit } from '../src/probes/edit.ts';
import { stock } from '../src/probes/stock.ts';
import { sentenceOf } from '../src/reports/reasons.ts';
import { codeOf } from '../src/results/reason.ts';
import { readResults } from '../src/results-file/read.ts';
import { resultsSchema } from '../src/results-file/schema.ts';
import { resultsText, written } from '../src/results-file/write.ts';
import { withSweep } from '../src/versions/sweep.ts';
import { emptyWorkspace, type Workspace } from './support/workspace.ts';

const engine = await wasmEngine();
const explainer = inProcess(engine);
const places = [1, 2, 3, 0].map((x, at) => ['green', x, 3 - at] as const);

/** Version 1 knows class `first` by red, version 2 by blue; the pictures show the green of `second`. */
async function project(workspace: Workspace, settings: object) {
  await workspace.model('before', { sees: ['red', 'green', 'nothing'] });
  await workspace.model('after', { sees: ['blue', 'green', 'nothing'], noise: 0.02 });
  for (const [at, spot] of places.entries()) await workspace.picture(`images/${at}.png`, [spot]);
  const raw = configSchema.parse({
    models: [{ name: 'tiny', path: 'models/after' }],
    labels: ['first', 'second', 'third'],
    preprocess: 'unit',
    fixtures: ['images/*.png'],
    'baseline-model': 'models/before',
    methods: ['grad-cam'],
    checks: 'none',
    ...settings,
  });
  const source = { base: workspace.root, workspace: workspace.root };
  return (await resolveConfig({ raw, source }, { settings: {}, source }, workspace.path('nowhere'))).models;
}

const audited = async (workspace: Workspace, settings: object, by: Explainer = explainer) =>
  audit(
    { models: await project(workspace, settings), engine: 'wasm', jobs: 1, batch: undefined, out: '', runTimeout: 99 },
    by,
    () => () => {},
    () => new Date(0),
  );

test('the sweep names the edit and the class, and has the map of the new answer on a picture that turned', async t => {
  const workspace = await emptyWorkspace(t);
  const { results, pictures } = await audited(workspace, { probes: 'sweep' });
  assert.deepEqual(resultsSchema.parse(written(results)), written(results));
  const [model] = results.models;
  const [pull] = model!.sweep!.pulls;
  assert.deepEqual([model!.sweep!.edits, model!.sweep!.fixtures, model!.sweep!.of], [stock(undefined).length, 4, 4]);
  assert.match(pull!.edit, /-blue$/);
  assert.deepEqual([pull!.to, pull!.turned, pull!.fixtures, pull!.lost], ['first', { before: 0, now: 4 }, 4, false]);
  const told = model!.reasons.find(({ code }) => code === 'edit-pull')!;
  assert.equal(told.level, 'warn');
  assert.match(sentenceOf(told), /^A blue .* turns 4 of 4 pictures into `first` \(baseline 0\)\.$/);
  const [flip] = pictures[0]!.flips!;
  assert.deepEqual([flip!.edit, flip!.from, flip!.to], [pull!.edit, 'second', 'first']);
  const { done: _, map, sure, ...shown } = flip!;
  assert.ok(sure.from > 0.5 && sure.to > 0.5, 'each answer is the likeliest of three');
  assert.deepEqual(model!.flips![0], shown);
  assert.deepEqual(map, await mapOfNewAnswer(workspace, flip!.fixture, pull!.edit));
});

/** By hand: the picture, edited, explained for the first class. */
async function mapOfNewAnswer(workspace: Workspace, fixture: string, name: string) {
  using model = await loadModel(workspace.path('models/after'), engine, {});
  const wanted = { preprocess: presets.unit, fit: 'fill' as const };
  const { picture } = await loadFixture(workspace.path(fixture), model.input, wanted);
  const found = edit(stock(undefined).find(each => each.name === name)!, picture!, []);
  assert.ok('picture' in found);
  const layer = model.targetLayer('auto').name;
  const values = preprocess(found.picture, presets.unit);
  return gradCam.explain(model.explain([values], { layer, classes: [0], score: 'logit' })[0]!);
}

test('by default edits are tried where something is in doubt, and else cost nothing', async t => {
  const workspace = await emptyWorkspace(t);
  let asked = 0;
  const counting = {
    ...explainer,
    answers: (...all: Parameters<Explainer['answers']>) => {
      asked++;
      return explainer.answers(...all);
    },
  };
  const doubtful = (await audited(workspace, { thresholds: { divergence: 1e-6 } }, counting)).results.models[0]!;
  assert.ok(doubtful.reasons.some(reason => codeOf(reason) === 'prediction-regression'));
  assert.ok(doubtful.sweep);
  assert.equal(asked, 2);
  for (const probes of ['quick', 'none', [{ frame: '#ff0000' }]] as const)
    assert.equal(
      (await audited(workspace, { probes, thresholds: { divergence: 1e-6 } }, counting)).results.models[0]!.sweep,
      undefined,
    );
  assert.equal(asked, 2);
});

test('a model of grey pictures is tried with shades, and no colour is named', async t => {
  const workspace = await emptyWorkspace(t);
  const grey: Explainer = {
    ...explainer,
    maps: async (...all) => {
      const found = await explainer.maps(...all);
      return { ...found, input: { ...found.input, channels: 1 } };
    },
  };
  const [model] = (await audited(workspace, { probes: 'sweep' }, grey)).results.models;
  assert.equal(model!.sweep!.edits, stock(undefined, 1).length);
  const words = new Map(stock(undefined, 1).map(each => [each.name, each.words]));
  assert.ok(model!.sweep!.pulls.every(pull => words.get(pull.edit) === pull.words));
});

test('a sweep that ends early costs no verdict, and is told', async t => {
  const workspace = await emptyWorkspace(t);
  const broken = { ...explainer, answers: () => Promise.reject(new Error('the cable')) };
  const [model] = (await audited(workspace, { probes: 'sweep' }, broken)).results.models;
  assert.equal(model!.verdict === 'fail' || model!.verdict === 'warn', true);
  assert.ok(model!.drift);
  const told = model!.reasons.find(({ code }) => code === 'sweep-unfinished')!;
  assert.match(sentenceOf(told), /^Which edits the model follows was not found out: .*the cable/);
});

test('the version before is asked as its own configuration says', async t => {
  const workspace = await emptyWorkspace(t);
  const [config] = await project(workspace, { probes: 'sweep' });
  const { result, baseline, candidate } = (await audited(workspace, { probes: 'quick' })).pictures[0]!;
  assert.ok(result.baseline);
  const asked: Parameters<Explainer['answers']>[0][] = [];
  const engine: Explainer = {
    ...explainer,
    answers: async request => {
      asked.push(request);
      if (asked.length > 1) throw new Error('enough');
      return { asked: [0], plain: [undefined], edited: [] };
    },
  };
  const own = { load: { output: 'old', size: { width: 4, height: 4 } }, fit: 'cover', pixels: config!.pixels } as const;
  const run = { engine, jobs: 1, batch: undefined, progress: () => () => {} };
  await withSweep({ ...config!, baselineUse: own }, result, baseline!, candidate, run);
  const used = asked.map(({ load, fit, path }) => ({ load, fit, path }));
  assert.deepEqual(used[0], { load: config!.load, fit: 'fill', path: config!.path });
  assert.deepEqual(used[1], { load: own.load, fit: 'cover', path: workspace.path('models/before') });
});

test('stored maps alone cannot be asked, and the reader is told', async t => {
  const workspace = await emptyWorkspace(t);
  const [config] = await project(workspace, { probes: 'sweep' });
  const { result, baseline, candidate } = (await audited(workspace, { probes: 'quick' })).pictures[0]!;
  const run = { engine: explainer, jobs: 1, batch: undefined, progress: () => () => {} };
  const alone = { ...config!, reference: { kind: 'stored' as const } };
  assert.ok(result.baseline);
  const { result: found } = await withSweep(alone, result, baseline!, candidate, run);
  assert.deepEqual(
    found.reasons.filter(each => !result.reasons.includes(each)).map(({ level, code }) => [level, code]),
    [['warn', 'sweep-no-baseline']],
  );
});

test('the answers to an edited picture are those to the picture that the edit makes', async t => {
  const workspace = await emptyWorkspace(t);
  await project(workspace, {});
  const fixtures = places.map((_, at) => ({ path: workspace.path(`images/${at}.png`) }));
  const request = {
    path: workspace.path('models/after'),
    load: {},
    preprocess: presets.unit,
    fit: 'fill' as const,
    fixtures,
    edits: stock(undefined).slice(0, 3),
    sample: true,
  };
  const here = await explainer.answers(request);
  assert.deepEqual(here.asked, [0, 1, 2, 3]);
  assert.deepEqual([here.plain.length, here.edited.map(row => row.length)], [4, [4, 4, 4]]);
  using model = await loadModel(request.path, engine, {});
  const { picture } = await loadFixture(fixtures[2]!.path, model.input, request);
  const byHand = edit(request.edits[1]!, picture!, []);
  assert.ok('picture' in byHand);
  const [answer] = model.answers([preprocess(byHand.picture, presets.unit)]);
  for (const [at, value] of answer!.entries()) assert.ok(Math.abs(value - here.edited[1]![2]![at]!) < 1e-6);
});

test('an edit that takes something of another picture takes it of the one that is named, in answers and maps', async t => {
  const workspace = await emptyWorkspace(t);
  await project(workspace, {});
  const [path, donor] = [workspace.path('images/0.png'), await workspace.picture('blue.png', [['blue', 0, 3]])];
  const model = workspace.path('models/after');
  const swap = stock(undefined).find(({ kind }) => kind === 'swap')!;
  const asked = { path: model, load: {}, preprocess: presets.unit, fit: 'fill' as const };
  const fixtures = [{ path, donor: { path: donor } }, { path: donor }];
  const found = await explainer.answers({ ...asked, fixtures, edits: [swap], sample: false });
  using loaded = await loadModel(model, engine, {});
  const [own, other] = await Promise.all([path, donor].map(each => loadFixture(each, loaded.input, asked)));
  const byHand = edit(swap, own!.picture!, [], { picture: other!.picture!, regions: [] });
  assert.ok('picture' in byHand);
  const values = preprocess(byHand.picture, presets.unit);
  const near = (a: ArrayLike<number>, b: ArrayLike<number>) =>
    Array.from(a).every((each, at) => Math.abs(each - b[at]!) < 1e-6);
  assert.ok(near(loaded.answers([values])[0]!, found.edited[0]![0]!));
  assert.equal(found.edited[0]![1], undefined);
  assert.ok(found.plain[0]![1]! > 0.5 && found.edited[0]![0]![0]! > 0.5, 'the blue of the other picture turns it');
  const request = { ...asked, layer: 'auto', methods: ['grad-cam'], score: 'logit' as const };
  const [turned] = (await explainer.maps(request, () => [{ path, class: 0, edit: swap, donor: { path: donor } }]))
    .outcomes;
  const layer = loaded.targetLayer('auto').name;
  const expected = gradCam.explain(loaded.explain([values], { layer, classes: [0], score: 'logit' })[0]!);
  assert.ok(turned && 'maps' in turned);
  assert.deepEqual(turned.maps['grad-cam'], expected);
});

test('a small model is asked about at most 24 fixtures, a large one about 6, evenly taken', () => {
  const model = (megabytes: number, side: number) => ({
    weightBytes: megabytes * 2 ** 20,
    input: { width: side, height: side, channels: 3 },
  });
  assert.deepEqual(sampled(5, model(100, 224)), [0, 1, 2, 3, 4]);
  assert.equal(sampled(60, model(1, 128)).length, 24);
  assert.equal(sampled(60, model(6, 128)).length, 12);
  assert.deepEqual(sampled(60, model(100, 224)), [0, 10, 20, 30, 40, 50]);
  assert.deepEqual(sampled(9, model(100, 224)), [0, 1, 3, 4, 6, 7]);
});

test('a class that is being lost is named with the edit that it is known by now, and the file is read back as it was', async t => {
  const workspace = await emptyWorkspace(t);
  await project(workspace, {});
  // Version 2 knows `second` by blue alone: the four pictures of green are lost to `third`.
  await workspace.model('after', { sees: ['red', 'blue', 'green'] });
  await workspace.write('truth.json', truthOf('second'));
  const settings = { truth: 'truth.json', probes: 'default' };
  const [config] = await project(workspace, settings);
  await workspace.model('after', { sees: ['red', 'blue', 'green'] });
  const { results } = await audit(
    { models: [config!], engine: 'wasm', jobs: 1, batch: undefined, out: '', runTimeout: 99 },
    explainer,
    () => () => {},
    () => new Date(0),
  );
  const [model] = results.models;
  const codes = model!.reasons.map(({ level, code }) => `${level} ${code}`);
  assert.ok(codes.includes('fail class-regression'), codes.join());
  const [pull] = model!.sweep!.pulls;
  assert.match(pull!.edit, /-blue$/);
  assert.deepEqual([pull!.to, pull!.lost, pull!.fixtures], ['second', true, 4]);
  const told = model!.reasons.find(({ code }) => code === 'edit-pull')!;
  assert.match(sentenceOf(told), /into `second` \(baseline \d\)\. It may be what that class is known by now\.$/);
  const [back] = readResults(resultsSchema.parse(JSON.parse([...resultsText(results)].join('')))).models;
  assert.deepEqual(back!.sweep, model!.sweep);
  assert.deepEqual(back!.flips, model!.flips);
});

/** COCO: every picture shows one object of the class. */
const truthOf = (name: string) =>
  JSON.stringify({
    images: places.map((_, id) => ({ id, file_name: `images/${id}.png`, width: 16, height: 16 })),
    annotations: places.map((_, id) => ({ id, image_id: id, category_id: 1, bbox: [1, 1, 4, 4] })),
    categories: [{ id: 1, name }],
  });

test('a model of several labels or of a number is not swept: nothing is one class there', async t => {
  const workspace = await emptyWorkspace(t);
  const [config] = await project(workspace, { probes: 'sweep' });
  const { result, baseline, candidate } = (await audited(workspace, { probes: 'quick' })).pictures[0]!;
  assert.ok(result.baseline);
  const asked = { ...explainer, answers: () => assert.fail('it was asked') };
  const run = { engine: asked, jobs: 1, batch: undefined, progress: () => () => {} };
  for (const task of ['multi-label', 'regression'] as const) {
    const { result: found } = await withSweep(config!, result, baseline!, { ...candidate, task }, run);
    assert.deepEqual([found.sweep, found.reasons], [undefined, result.reasons]);
  }
});
