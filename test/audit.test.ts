import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Audit, audit } from '../src/audit.ts';
import { writeBaseline } from '../src/baselines/directory.ts';
import { calibrationIn } from '../src/calibration/file.ts';
import type { ModelConfig, Reference } from '../src/config/config.ts';
import { wasmEngine } from '../src/engines/wasm.ts';
import { inProcess } from '../src/explainer/explainer.ts';
import { usualPixels } from '../src/images/pixels.ts';
import { presets } from '../src/images/preprocess.ts';
import { modelDigest } from '../src/models/index.ts';
import { resultsSchema } from '../src/results-file/schema.ts';
import { written } from '../src/results-file/write.ts';
import { explainSide } from '../src/versions/sides.ts';
import type { TinyModel } from './support/models.ts';
import { emptyWorkspace, type Workspace } from './support/workspace.ts';

const engine = inProcess(await wasmEngine());
const run = { engine, jobs: 1, batch: undefined, progress: () => () => {} };
const noon = () => new Date('2026-01-01T12:00:00Z');

async function modelConfig(workspace: Workspace, before: TinyModel, after: TinyModel): Promise<ModelConfig> {
  const picture = await workspace.picture('a.png', [
    ['red', 1, 1],
    ['blue', 3, 3],
  ]);
  return {
    name: 'tiny',
    path: await workspace.model('after', after),
    load: {},
    ofLayers: [],
    leftOut: { own: 0, again: 0, others: [] },
    fixtures: [{ name: 'a.png', path: picture, label: undefined, tags: [], regions: [] }],
    labels: undefined,
    layer: 'auto',
    methods: ['grad-cam'],
    score: 'logit',
    preprocess: presets.unit,
    fit: 'fill',
    pixels: usualPixels,
    answerLimit: undefined,
    unsaid: ['orientation', 'colour'],
    thresholds: { 'attention-shift': 0.08 },
    sweep: 'never',
    probes: [],
    regions: [],
    falseAlarms: 0.1,
    repairs: 'pass',
    lineage: 'auto',
    checks: 'basic',
    timeout: 900,
    pinned: undefined,
    pinnedThresholds: undefined,
    calibration: calibrationIn(workspace.path('stored')),
    baseline: workspace.path('stored'),
    reference: onDisk(await workspace.model('before', before)),
    baselinePreprocess: presets.unit,
    notes: [],
    shown: file => file.slice(workspace.root.length + 1),
  };
}

const pathOf = ({ reference }: ModelConfig) => (reference.kind === 'model' ? reference.model.path() : assert.fail());

const onDisk = (path: string): Reference => ({
  kind: 'model',
  model: { digest: () => modelDigest(path), path: async () => path },
});

const audited = (...models: ModelConfig[]): Promise<Audit> =>
  audit({ models, engine: 'wasm', jobs: 1, batch: undefined, out: '', runTimeout: 3600 }, engine, run.progress, noon);

test('the result follows its schema, holds no absolute path, and takes its time from the clock it is given', async t => {
  const workspace = await emptyWorkspace(t);
  const { results, pictures } = await audited(await modelConfig(workspace, {}, { noise: 0.001 }));
  assert.deepEqual(resultsSchema.parse(written(results)), written(results));
  assert.equal(JSON.stringify(results).includes(workspace.root), false);
  assert.deepEqual(results.times, { started: '2026-01-01T12:00:00.000Z', seconds: 0 });
  assert.equal(results.verdict, 'pass');
  assert.equal(pictures.length, 1);
});

test('attention on the watermark fails with the distance that the pictures foretell', async t => {
  const workspace = await emptyWorkspace(t);
  const { results } = await audited(await modelConfig(workspace, {}, { sees: ['blue', 'green', 'nothing'] }));
  const [model] = results.models;
  assert.equal(results.verdict, 'fail');
  // From the middle of the square at (1, 1) to that of (3, 3): two quarters of 16 cells each way, of a diagonal of 15. The
  // convolution widens a square by a cell on each side, but not beyond the border.
  const shift = model?.drift?.['grad-cam']?.['attention-shift']?.mean ?? 0;
  assert.ok(Math.abs(shift - 8 / 15) < 0.04, `shift ${shift}`);
});

test('a model that cannot be read is a result with its error, and a bug is not', async t => {
  const workspace = await emptyWorkspace(t);
  const sound = await modelConfig(workspace, {}, {});
  const { results } = await audited({ ...sound, name: 'gone', path: workspace.path('gone') }, sound);
  assert.deepEqual(
    results.models.map(({ name, verdict, error }) => [name, verdict, error?.code]),
    [
      ['gone', 'incomplete', 'model-unreadable'],
      ['tiny', 'pass', undefined],
    ],
  );
  const bug = { ...sound, shown: () => assert.fail('a bug') };
  await assert.rejects(audited(bug), /a bug/);
});

test('the stored baseline of that very model gives the same result as explaining it again', async t => {
  const workspace = await emptyWorkspace(t);
  const config = await modelConfig(workspace, {}, { noise: 0.01 });
  const fresh = (await audited(config)).results.models[0];
  await writeBaseline(
    workspace.path('stored'),
    await explainSide(config, { title: '', path: await pathOf(config), preprocess: presets.unit }, run),
  );
  const stored = (await audited(config)).results.models[0];
  assert.deepEqual([fresh?.baseline?.source, stored?.baseline?.source], ['recomputed', 'stored']);
  assert.deepEqual(stored?.fixtures, fresh?.fixtures);
  assert.deepEqual(stored?.drift, fresh?.drift);
});

test('the lineage is told from the weights, or from the configuration, which wins', async t => {
  const workspace = await emptyWorkspace(t);
  const config = await modelConfig(workspace, {}, { noise: 0.05 });
  const lineageOf = async (model: ModelConfig) => (await audited(model)).results.models[0]?.lineage;
  assert.deepEqual(await lineageOf({ ...config, path: await pathOf(config) }), {
    kind: 'same',
    words: 'All 2 kernels are equal.',
    source: 'detected',
  });
  const tuned = await lineageOf(config);
  assert.deepEqual([tuned?.kind, tuned?.source], ['fine-tuned', 'detected']);
  const configured = await lineageOf({ ...config, lineage: 'retrained' });
  assert.deepEqual([configured?.kind, configured?.source], ['retrained', 'configured']);
  assert.equal(configured?.words, `The weights say fine-tuned: ${tuned?.words}`);
});

test('a stored baseline tells the lineage like its model, and one without weights tells none', async t => {
  const workspace = await emptyWorkspace(t);
  const config = await modelConfig(workspace, {}, { noise: 0.001 });
  const fresh = (await audited(config)).results.models[0];
  const side = await explainSide(config, { title: '', path: await pathOf(config), preprocess: presets.unit }, run);
  const storedOnly = { ...config, reference: { kind: 'stored' as const } };
  await writeBaseline(workspace.path('stored'), side);
  const stored = (await audited(storedOnly)).results.models[0];
  assert.equal(stored?.baseline?.source, 'stored');
  assert.deepEqual(stored?.lineage, fresh?.lineage);
  await writeBaseline(workspace.path('stored'), { ...side, weights: undefined });
  const old = (await audited(storedOnly)).results.models[0];
  assert.deepEqual([old?.verdict, old?.lineage], [fresh?.verdict, undefined]);
  const told = (await audited({ ...storedOnly, lineage: 'converted' })).results.models[0]?.lineage;
  assert.deepEqual([told?.kind, told?.source], ['converted', 'configured']);
  assert.match(told?.words ?? '', /no weights to compare/);
});

test("without labels, each side is told by the names that its model carries; a stored baseline by the candidate's", async t => {
  const workspace = await emptyWorkspace(t);
  const labels = (...names: string[]) => ({ metadata: { labels: names } });
  const config = await modelConfig(workspace, labels('r', 'g', 'b'), labels('red', 'green', 'blue'));
  const told = async (given: ModelConfig) => {
    const [model] = (await audited(given)).results.models;
    const [found] = model!.fixtures;
    return [found?.baseline?.predicted.label, found?.candidate?.predicted.label, model?.baseline?.source];
  };
  assert.deepEqual(await told(config), ['r', 'red', 'recomputed']);
  assert.deepEqual(await told({ ...config, labels: ['1', '2', '3'] }), ['1', '1', 'recomputed']);
  const side = await explainSide(config, { title: '', path: await pathOf(config), preprocess: presets.unit }, run);
  await writeBaseline(workspace.path('stored'), side);
  assert.deepEqual(await told(config), ['red', 'red', 'stored']);
});

test('a true class is found among the names that the model carries', async t => {
  const workspace = await emptyWorkspace(t);
  const metadata = { labels: ['red', 'green', 'blue'] };
  const config = await modelConfig(workspace, { metadata }, { metadata });
  const fixtures = (label: string) => config.fixtures.map(fixture => ({ ...fixture, label }));
  const { results } = await audited({ ...config, fixtures: fixtures('blue') });
  assert.equal(results.models[0]?.fixtures[0]?.candidate?.explained.index, 2);
  const other = await audited({ ...config, fixtures: fixtures('pink') });
  assert.match(
    other.results.models[0]?.error?.message ?? '',
    /`pink`, which is not among the labels \(red, green, blue\)/,
  );
});
