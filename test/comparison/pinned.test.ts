import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { audit } from '../../src/audit.ts';
import { writeBaseline } from '../../src/baselines/directory.ts';
import { resolveConfig } from '../../src/config/resolve.ts';
import type { RawConfig } from '../../src/config/schema.ts';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { inProcess } from '../../src/explainer/explainer.ts';
import { presets } from '../../src/images/preprocess.ts';
import { sentenceOf } from '../../src/reports/reasons.ts';
import type { ModelResult } from '../../src/results/model.ts';
import { resultsSchema } from '../../src/results-file/schema.ts';
import { written } from '../../src/results-file/write.ts';
import { explainSide } from '../../src/versions/sides.ts';
import type { TinyModel } from '../support/models.ts';
import { emptyWorkspace, reasonCodes, type Workspace, watermarked } from '../support/workspace.ts';

const engine = inProcess(await wasmEngine());
const run = { engine, jobs: 1, batch: undefined, progress: () => () => {} };

async function given(t: TestContext, models: Readonly<Record<string, TinyModel>>): Promise<Workspace> {
  const workspace = await emptyWorkspace(t);
  for (const [name, options] of Object.entries(models)) await workspace.model(name, options);
  for (const [name, spots] of Object.entries(watermarked)) await workspace.picture(name, spots);
  return workspace;
}

async function resolved(workspace: Workspace, settings: Partial<RawConfig>) {
  const raw: RawConfig = {
    fixtures: ['images/*'],
    preprocess: 'unit',
    methods: ['grad-cam'],
    models: [{ name: 'tiny', path: 'models/new' }],
    'baseline-model': 'models/old',
    checks: 'none',
    jobs: 1,
    ...settings,
  };
  const source = { base: workspace.root };
  return resolveConfig({ raw, source }, { settings: {}, source });
}

async function audited(workspace: Workspace, settings: Partial<RawConfig>): Promise<ModelResult> {
  const config = await resolved(workspace, settings);
  const { results } = await audit(config, engine, run.progress, () => new Date(0));
  assert.deepEqual(resultsSchema.parse(written(results)), written(results));
  return results.models[0]!;
}

/** The version before has moved just as far already, so only the golden release shows it. */
const crept = {
  gold: {},
  old: { sees: ['blue', 'green', 'nothing'] },
  new: { sees: ['blue', 'green', 'nothing'], noise: 1e-4 },
} as const;

test('drift that the last version had already is found against the golden release', async t => {
  const workspace = await given(t, crept);
  assert.equal((await audited(workspace, {})).verdict, 'pass');
  const model = await audited(workspace, { pinned: 'models/gold' });
  assert.equal(model.verdict, 'fail');
  const [reason] = model.reasons;
  assert.equal(reason?.code, 'pinned-drift');
  assert.match(
    sentenceOf(reason),
    /^Since the pinned reference models\/gold, over 3 fixtures: Attention moved: .*limit 12\.0 %/,
  );
  assert.equal(model.pinned?.fixtures, 3);
  assert.deepEqual(Object.keys(model.pinned.limits), ['attention-shift', 'divergence']);
  assert.ok(Math.abs(model.pinned.limits['attention-shift']! - 0.12) < 1e-12);
  assert.ok(Math.abs(model.pinned.limits.divergence! - 0.09) < 1e-12);
});

test('thresholds of its own take the place of the wide ones, and nothing is said below them', async t => {
  const workspace = await given(t, { gold: {}, old: { noise: 0.01 }, new: { noise: 0.01, seed: 2 } });
  const quiet = await audited(workspace, { pinned: 'models/gold' });
  assert.deepEqual([reasonCodes(quiet).includes('pinned-drift'), quiet.pinned?.fixtures], [false, 3]);
  const strict = await audited(workspace, { pinned: 'models/gold', 'pinned-thresholds': { overlap: 0 } });
  assert.ok(reasonCodes(strict).includes('pinned-drift'));
  assert.equal(strict.pinned?.limits.overlap, 0);
  assert.equal(strict.pinned?.limits['attention-shift'], undefined);
});

test('a stored baseline is taken as it is, and gives the numbers of the model that made it', async t => {
  const workspace = await given(t, crept);
  const config = (await resolved(workspace, {})).models[0]!;
  const gold = { title: '', path: workspace.path('models/gold'), preprocess: presets.unit };
  await writeBaseline(workspace.path('stored'), await explainSide(config, gold, run));
  // Neither side has a true class, so each stored map is of the class that the golden release predicted.
  const fromModel = await audited(workspace, { pinned: 'models/gold', 'baseline-model': 'models/gold' });
  const settings = { pinned: 'stored', 'baseline-model': 'models/copy' };
  await workspace.model('copy', { noise: 1e-6 });
  const stored = await audited(workspace, settings);
  assert.deepEqual(
    reasonCodes(fromModel).filter(code => code.startsWith('pinned')),
    ['pinned-is-baseline'],
  );
  const direct = await audited(workspace, { ...settings, pinned: 'models/gold' });
  assert.equal(direct.pinned?.fixtures, 3);
  assert.deepEqual({ ...stored.pinned, title: '' }, { ...direct.pinned, title: '' });
});

test('a model without an earlier version is held against the golden release all the same', async t => {
  const workspace = await given(t, crept);
  const config = await resolved(workspace, { pinned: 'models/gold' });
  const [model] = config.models;
  const alone = { ...config, models: [{ ...model!, reference: { kind: 'none' as const } }] };
  const { results } = await audit(alone, engine, run.progress, () => new Date(0));
  assert.equal(results.models[0]?.verdict, 'fail');
  assert.ok(reasonCodes(results.models[0]).includes('pinned-drift'));
});

test('what cannot be compared leaves the verdict open, and says why', async t => {
  const workspace = await given(t, crept);
  await workspace.write('broken/manifest.json', '{}');
  const codes = async (pinned: string) => {
    const model = await audited(workspace, { pinned });
    assert.equal(model.pinned, undefined);
    return [model.verdict, model.reasons[0]!.code, sentenceOf(model.reasons[0]!)] as const;
  };
  for (const pinned of ['models/gone', 'broken']) {
    const [verdict, code, message] = await codes(pinned);
    assert.deepEqual([verdict, code], ['incomplete', 'pinned-unavailable']);
    assert.match(message, new RegExp(`^Drift from the pinned reference ${pinned} is not known: `));
  }
  const config = (await resolved(workspace, { methods: ['cam'] })).models[0]!;
  const gold = { title: '', path: workspace.path('models/gold'), preprocess: presets.unit };
  await writeBaseline(workspace.path('cams'), await explainSide(config, gold, run));
  assert.match((await codes('cams'))[2], /it has no maps of grad-cam, which is judged/);
});

test('a golden release on too few fixtures is no reference: neither its own that are gone, nor maps without heat', async t => {
  const workspace = await given(t, { gold: {}, old: { noise: 0.01 }, new: { noise: 0.01, seed: 2 } });
  const config = await resolved(workspace, { models: [{ name: 'tiny', path: 'models/gold' }] });
  const [model] = config.models;
  const side = await explainSide(
    model!,
    { title: 'gold', path: workspace.path('models/gold'), preprocess: presets.unit },
    run,
  );
  await writeBaseline(workspace.path('golden'), side);
  for (const name of ['a', 'b'])
    await workspace.picture(`images/${name}.png`, [['green', 3, 0]], name === 'a' ? 16 : 20);
  const few = await audited(workspace, { pinned: 'golden' });
  const [reason] = few.reasons.filter(({ code }) => code === 'pinned-unavailable');
  assert.equal(few.verdict, 'incomplete');
  assert.match(
    sentenceOf(reason!),
    /only 1 of its 3 fixtures have maps with heat of the same file and class on both sides/,
  );
});
