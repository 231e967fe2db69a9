import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Engine } from '../../src/engines/engine.ts';
import { nativeEngine } from '../../src/engines/native.ts';
import { wasmEngine } from '../../src/engines/wasm.ts';
import type { Operation } from '../../src/models/onnx/operation.ts';
import { operations } from '../../src/models/onnx/operators/index.ts';
import { Known, plain } from '../../src/models/onnx/value.ts';
import { whyNoEngine } from '../support/engines.ts';
import { Bench } from './_operator-bench.ts';
import { laws } from './_operator-laws.ts';
import { type Sample, samples } from './_operator-samples.ts';

/** Without a run on pixels; what they compute is compared in `known.test.ts`, and ONNX's own node tests run them. */
const withoutPixels = Object.entries(operations).flatMap(([name, { run }]) => (run ? [] : [name]));

const benches = (engine: Engine): [string, Bench][] =>
  Object.entries(samples).map(([title, sample]) => [title, new Bench(operations[sample.operator]!, sample, engine)]);

test('every operator that works on pixels has a sample, and every sample an operator', () => {
  const used = new Set(Object.values(samples).map(({ operator }) => operator));
  const expected = Object.keys(operations).filter(name => !withoutPixels.includes(name));
  assert.deepEqual([...used].sort(), expected.sort());
});

const engines = {
  wasm: { start: wasmEngine, skip: false as const },
  native: { start: nativeEngine, skip: await whyNoEngine('native') },
};

let counted = { checks: 0, breaches: 0 };
for (const [name, { start, skip }] of Object.entries(engines)) {
  for (const law of laws) {
    test(`${name}: every operator ${law.title}`, { skip }, async () => {
      const engine = await start();
      let checked = 0;
      for (const [title, bench] of benches(engine)) {
        if (!law.applies(bench)) continue;
        checked++;
        try {
          law.check(bench);
        } catch (error) {
          assert.fail(`${bench.sample.operator}, ${title}: ${(error as Error).message}`);
        }
      }
      assert.ok(checked > 0, 'no operator says that');
      for (const { sample, record } of law.breaches) assertCaught(sample, record, engine, law);
      counted = { checks: counted.checks + checked, breaches: counted.breaches + law.breaches.length };
    });
  }
}

/** A record that says what is not so: either the law catches it, or it does not even apply any more. */
function assertCaught(title: string, record: Partial<Operation>, engine: Engine, law: (typeof laws)[number]): void {
  const sample: Sample = samples[title] ?? breachSamples[title]!;
  const bench = new Bench({ ...operations[sample.operator]!, ...record }, sample, engine);
  assert.ok(law.applies(bench), `the breach on ${title} is not looked at`);
  assert.throws(() => law.check(bench), `the breach on ${title} passes`);
}

/** Uses that only breaches need. */
const breachSamples: Readonly<Record<string, Sample>> = {
  'softmax over images': { operator: 'Softmax', attributes: { axis: 0 } },
  'running sum of rows': { operator: 'CumSum', constants: [new Known([], 'int', Int32Array.of(2), true)] },
  'rows turned round': {
    operator: 'Slice',
    constants: [-1, -100, 2, -1].map(value => new Known([1], 'int', Int32Array.of(value), true)),
  },
  'convolution of one row': {
    operator: 'Conv',
    constants: [
      new Known(
        [3, 4, 1, 1],
        'float',
        new Float32Array(12).map((_, at) => at / 9),
        true,
      ),
    ],
    attributes: { strides: [2, 1], pads: [0, 0, 1, 0] },
  },
};

test('rounding to a quantised grid passes gradients where it does not saturate', async () => {
  const engine = await wasmEngine();
  const { core } = engine.tf;
  const sample = samples['whole steps']!;
  const bench = new Bench(operations.QuantizeLinear!, sample, engine);
  const gradient = core.grad(x => bench.tensor(x))(core.tensor1d([0.26, -3, 20, -20]));
  assert.deepEqual(
    Array.from(gradient.dataSync(), x => Math.round(x)),
    [10, 10, 0, 0],
  );
  assert.ok(plain(gradient));
});

test('what was looked at is told', t => {
  const facts = Object.values(operations).length * 9;
  t.diagnostic(
    `${Object.keys(operations).length} operators, ${facts} facts, ${laws.length} laws, ${counted.checks} checks, ${counted.breaches} breaches caught`,
  );
  assert.ok(counted.checks > 500);
});
