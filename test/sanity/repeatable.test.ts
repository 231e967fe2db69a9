import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { CamdriftError } from '../../src/errors.ts';
import { presets } from '../../src/images/preprocess.ts';
import { explainBatch } from '../../src/maps/explain.ts';
import { loadModel } from '../../src/models/index.ts';
import type { Model } from '../../src/models/model.ts';
import { type AskedModel, examine } from '../../src/sanity/examine.ts';
import { judgeSanity } from '../../src/sanity/judge.ts';
import { emptyWorkspace, type Spot } from '../support/workspace.ts';

const engine = await wasmEngine();
const pictures: Readonly<Record<string, Spot>> = { a: ['red', 1, 1], b: ['red', 2, 0], c: ['green', 0, 2] };

/** The model with probabilities that sink by a part for each neighbour in the batch. */
const swayed = (model: Model, part: number): Model =>
  Object.create(model, {
    explain: {
      value: (...[batch, request]: Parameters<Model['explain']>) =>
        model.explain(batch, request).map(evidence => ({
          ...evidence,
          probabilities: evidence.probabilities.map(value => value * (1 - part * (batch.length - 1))),
        })),
    },
  });

async function explained(t: TestContext, changed: (tiny: Model) => Model): Promise<AskedModel & Disposable> {
  const workspace = await emptyWorkspace(t);
  for (const [name, spot] of Object.entries(pictures)) await workspace.picture(`${name}.png`, [spot]);
  const tiny = await loadModel(await workspace.model('tiny'), engine, {});
  const model = changed(tiny);
  const layer = tiny.targetLayer('auto');
  const options = {
    layer: layer.name,
    methods: ['grad-cam'],
    score: 'logit',
    preprocess: presets.unit,
    fit: 'fill',
  } as const;
  const tasks = Object.keys(pictures).map(name => ({
    path: workspace.path(`${name}.png`),
    class: 'predicted' as const,
  }));
  const outcomes = await explainBatch(model, tasks, options);
  return { model, layer, options, batch: 3, tasks, outcomes, [Symbol.dispose]: () => tiny[Symbol.dispose]() };
}

test('an engine that breaks while the head is shuffled is no check that was left out', async t => {
  const failing = (code: 'broke-down' | 'model-unsupported') => (tiny: Model) =>
    Object.create(tiny, {
      explain: {
        value: (...[batch, request]: Parameters<Model['explain']>) => {
          if (request.rewired !== undefined) throw new CamdriftError(code, 'The head overflows.');
          return tiny.explain(batch, request);
        },
      },
    });
  using overflows = await explained(t, failing('model-unsupported'));
  const { rewired } = await examine(overflows, 'full');
  assert.deepEqual(rewired, { notRun: 'The model gives no numbers there: The head overflows.' });
  using breaks = await explained(t, failing('broke-down'));
  await assert.rejects(examine(breaks, 'full'), { code: 'broke-down' });
});

for (const [what, part, deviation, expected] of [
  ['depends on nothing but its picture', 0, 0, 'ok'],
  ['depends on its neighbours', 0.01, 0.02, 'trips'],
] as const)
  test(`a model that ${what} is told as such`, async t => {
    using subject = await explained(t, tiny => swayed(tiny, part));
    const { outcomes, layer } = subject;
    const findings = await examine(subject, 'basic');
    assert.ok('deviation' in findings.repeated);
    const largest = Math.max(...[...outcomes].flatMap(each => ('failed' in each ? [] : [...each.probabilities])));
    // Alone against three at once: two neighbours, of the largest probability as it was among them.
    assert.ok(Math.abs(findings.repeated.deviation - (deviation * largest) / (1 - deviation)) < 1e-6);
    const evidence = { method: 'grad-cam', layer: layer.name, limit: 0.08, candidate: new Map(), findings };
    const check = judgeSanity(evidence).find(each => each.check === 'repeatable');
    assert.equal(check?.outcome, expected, check?.message);
    if (expected === 'trips') assert.match(check!.message, /depends on the batch/);
  });
