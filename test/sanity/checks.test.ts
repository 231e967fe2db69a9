import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { audit } from '../../src/audit.ts';
import { resolveConfig } from '../../src/config/resolve.ts';
import type { RawConfig } from '../../src/config/schema.ts';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { inProcess } from '../../src/explainer/explainer.ts';
import type { ModelResult } from '../../src/results/model.ts';
import { resultsSchema } from '../../src/results-file/schema.ts';
import { written } from '../../src/results-file/write.ts';
import type { SanityCheck } from '../../src/sanity/sanity.ts';
import type { TinyModel } from '../support/models.ts';
import { axes, convolution, node, placeholder, writeGraph } from '../support/tfjs-model.ts';
import { emptyWorkspace, reasonCodes, type Spot, type Workspace } from '../support/workspace.ts';

const engine = inProcess(await wasmEngine());
const images: Readonly<Record<string, readonly Spot[]>> = {
  'a.png': [
    ['red', 1, 1],
    ['blue', 3, 3],
  ],
  'b.png': [
    ['red', 2, 0],
    ['green', 0, 2],
  ],
  'c.png': [
    ['red', 0, 2],
    ['green', 3, 0],
  ],
};

interface Case {
  readonly before?: TinyModel;
  readonly after?: TinyModel;
  readonly config?: Partial<RawConfig>;
  /** Where the candidate lies, when it is none of the tiny models. */
  readonly candidate?: (workspace: Workspace) => Promise<string>;
  readonly pictures?: typeof images;
}

async function audited(
  t: TestContext,
  { before, after, config, candidate, pictures = images }: Case,
): Promise<ModelResult> {
  const workspace = await emptyWorkspace(t);
  for (const [name, spots] of Object.entries(pictures)) await workspace.picture(`images/${name}`, spots);
  const path = candidate ? await candidate(workspace) : await workspace.model('after', after);
  const raw: RawConfig = {
    fixtures: ['images/*'],
    preprocess: 'unit',
    methods: ['grad-cam'],
    models: [{ name: 'tiny', path }],
    'baseline-model': before ? await workspace.model('before', before) : path,
    jobs: 1,
    ...config,
  };
  const source = { base: workspace.root };
  const resolved = await resolveConfig({ raw, source }, { settings: {}, source });
  const { results } = await audit(
    resolved,
    engine,
    () => () => {},
    () => new Date(0),
  );
  assert.deepEqual(resultsSchema.parse(written(results)), written(results));
  const [model] = results.models;
  assert.equal(model!.error, undefined);
  return model!;
}

function found({ sanity }: ModelResult, name: SanityCheck['check']): readonly [outcome: string, message: string] {
  const check = sanity?.find(each => each.check === name);
  assert.ok(check, `no ${name}`);
  return [check.outcome, check.message];
}

function outcome(
  model: ModelResult,
  name: SanityCheck['check'],
  expected: SanityCheck['outcome'],
  words?: RegExp,
): void {
  const [is, message] = found(model, name);
  assert.equal(is, expected, message);
  if (words) assert.match(message, words);
  assert.equal(reasonCodes(model).includes(`sanity-${name}`), expected === 'trips');
}

test('a sound model passes every basic check, and without checks none is told', async t => {
  const model = await audited(t, { before: {}, after: { noise: 0.01 } });
  const basic = ['empty-maps', 'class-blind', 'unmoved', 'repeatable'];
  assert.deepEqual(
    model.sanity?.map(({ check, outcome }) => [check, outcome]),
    basic.map(check => [check, 'ok']),
  );
  assert.equal(model.verdict, 'pass');
  assert.equal((await audited(t, { config: { checks: 'none' } })).sanity, undefined);
});

test('units that never fire give maps of zeros, which is told apart from evidence against the class', async t => {
  const dead = await audited(t, {
    before: {},
    after: { alter: weights => weights['conv/bias']!.data.fill(-10) },
    config: { layer: 'conv' },
  });
  outcome(dead, 'empty-maps', 'trips', /of 3, 3 are 0 everywhere: no gradient reaches conv/);
  outcome(dead, 'class-blind', 'not-run', /heat/);
  const against = await audited(t, {
    before: {},
    after: { alter: weights => weights['scores/kernel']!.data.fill(-1) },
  });
  outcome(against, 'empty-maps', 'trips', /of 3, 3 are negative/);
  assert.doesNotMatch(found(against, 'empty-maps')[1], /everywhere/);
});

test('two classes that look at the same thing have the same map', async t => {
  outcome(await audited(t, { after: { sees: ['red', 'red', 'nothing'] } }), 'class-blind', 'trips', /differ by 0.0 %/);
  outcome(await audited(t, { after: { sees: ['red', 'green'] } }), 'class-blind', 'ok', /3 fixtures/);
});

test('methods and models whose other class says nothing new are not asked', async t => {
  const eigen = await audited(t, { config: { methods: ['eigen-cam'] } });
  outcome(eigen, 'class-blind', 'not-run', /same map for every class/);
  const sigmoid = await audited(t, { candidate: oneLogit });
  outcome(sigmoid, 'class-blind', 'not-run', /one logit/);
});

const oneLogit = (workspace: Workspace) =>
  workspace.model('after', {
    sees: ['red'],
    alter: (_, { config }) => Object.assign(config.layers.at(-1)!.config, { activation: 'sigmoid' }),
  });

test('a change behind all that the maps are made of leaves them where they were', async t => {
  const bias = (weights: Record<string, { readonly data: Float32Array }>) => {
    weights['scores/bias']!.data[0] = 1;
  };
  const model = await audited(t, { before: {}, after: { alter: bias } });
  outcome(model, 'unmoved', 'trips', /Answers changed on 3 of 3 fixtures, and not a single map of grad-cam did/);
  outcome(await audited(t, { before: {}, after: {} }), 'unmoved', 'not-run', /No answer changed/);
  outcome(await audited(t, { before: {}, after: { noise: 1e-4 } }), 'unmoved', 'ok', /maps on 3/);
});

/** The tiny network whose features have the mean over the batch taken off, as a batch statistic left in training would. */
async function batchDependent(workspace: Workspace, batchAxis: 0 | 3): Promise<string> {
  const kernel = Float32Array.from({ length: 81 }, (_, at) => (Math.floor(at / 3) % 3 === at % 3 ? 1 : -0.5) / 9);
  const scores = Float32Array.from({ length: 9 }, (_, at) => (at % 4 === 0 ? 40 : 0));
  const nodes = [
    placeholder(16, 16, 3),
    convolution('conv', 'image', 'kernel'),
    node('relu', 'Relu', ['conv']),
    node('centre', 'Mean', ['relu', 'batch/axes'], { keep_dims: { b: true } }),
    node('centred', 'Sub', ['relu', 'centre']),
    node('squared', 'Mul', ['centred', 'centred']),
    node('pooled', 'Mean', ['squared', 'grid/axes'], { keep_dims: { b: false } }),
    node('logits', 'MatMul', ['pooled', 'scores'], { transpose_a: { b: false }, transpose_b: { b: false } }),
    node('softmax', 'Softmax', ['logits']),
  ];
  return writeGraph(workspace.path('batch'), nodes, {
    kernel: { shape: [3, 3, 3, 3], data: kernel },
    scores: { shape: [3, 3], data: scores },
    'batch/axes': axes(batchAxis),
    'grid/axes': axes(1, 2),
  });
}

test('a model whose graph mixes the images of a batch is run one by one, so that its numbers are repeatable', async t => {
  const config = { layer: 'relu', batch: 8 };
  const dependent = await audited(t, { candidate: workspace => batchDependent(workspace, 0), config });
  outcome(dependent, 'repeatable', 'ok', /equal bit by bit/);
  const independent = await audited(t, { candidate: workspace => batchDependent(workspace, 3), config });
  outcome(independent, 'repeatable', 'ok');
});

test('a shuffled head moves the maps of methods that read it, with one logit as well', async t => {
  const config = { checks: 'full' } as const;
  outcome(await audited(t, { config }), 'head-randomised', 'ok', /limit 8.0 %/);
  outcome(await audited(t, { config, candidate: oneLogit }), 'head-randomised', 'ok');
  const eigen = await audited(t, { config: { ...config, methods: ['eigen-cam'] } });
  outcome(eigen, 'head-randomised', 'trips', /move by 0.0 %/);
});

test('hot pixels matter more than random ones, unless the map shows something else', async t => {
  const config = { checks: 'full' } as const;
  const sound = await audited(t, { config });
  outcome(
    sound,
    'faithfulness',
    'ok',
    /^Deletion 0\.\d\d \(random 0\.\d\d\), insertion 0\.\d\d \(random 0\.\d\d\), 3 fixtures\.$/,
  );
  // Eigen-CAM shows the strongest pattern, here blue; the answer is about the little red there is.
  const distracting = {
    'a.png': [
      ['red', 0, 0],
      ['blue', 2, 1],
      ['blue', 3, 1],
      ['blue', 2, 3],
      ['blue', 3, 3],
    ],
  } as const;
  const misled = await audited(t, {
    config: { ...config, methods: ['eigen-cam'] },
    after: { sees: ['red', 'nothing'] },
    pictures: distracting,
  });
  outcome(misled, 'faithfulness', 'trips', /matter no more to the answer than random ones/);
});
