import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { presets } from '../../src/images/preprocess.ts';
import { explainBatch } from '../../src/maps/explain.ts';
import { loadModel } from '../../src/models/index.ts';
import type { Model } from '../../src/models/model.ts';
import { examine } from '../../src/sanity/examine.ts';
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

for (const [what, part, deviation, expected] of [
  ['depends on nothing but its picture', 0, 0, 'ok'],
  ['depends on its neighbours', 0.01, 0.02, 'trips'],
] as const)
  test(`a model that ${what} is told as such`, async t => {
    const workspace = await emptyWorkspace(t);
    for (const [name, spot] of Object.entries(pictures)) await workspace.picture(`${name}.png`, [spot]);
    using tiny = await loadModel(await workspace.model('tiny'), engine, {});
    const model = swayed(tiny, part);
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
    const findings = await examine({ model, layer, options, batch: 3, tasks, outcomes }, 'basic');
    assert.ok('deviation' in findings.repeated);
    const largest = Math.max(...outcomes.flatMap(each => ('failed' in each ? [] : [...each.probabilities])));
    // Alone against three at once: two neighbours, of the largest probability as it was among them.
    assert.ok(Math.abs(findings.repeated.deviation - (deviation * largest) / (1 - deviation)) < 1e-6);
    const evidence = { method: 'grad-cam', layer: layer.name, limit: 0.08, candidate: new Map(), findings };
    const check = judgeSanity(evidence).find(each => each.check === 'repeatable');
    assert.equal(check?.outcome, expected, check?.message);
    if (expected === 'trips') assert.match(check!.message, /depends on the batch/);
  });
