import { metrics } from '../../src/metrics/index.ts';
import type { ReadReason } from '../../src/results/reason.ts';
import type { FixtureResult, ModelResult, Results } from '../../src/results/results.ts';
import type { Level } from '../../src/results/verdict.ts';

/** The same drift in every metric. */
export const everywhere = (drift: number) => Object.fromEntries(metrics.map(({ name }) => [name, drift]));

export const fixture = (name: string, drift: number, more: Partial<FixtureResult> = {}): FixtureResult => ({
  name,
  status: drift > 0.08 ? 'moved' : 'steady',
  baseline: { predicted: { index: 0, label: 'hat', probability: 0.71 }, explained: { index: 0 } },
  candidate: { predicted: { index: 0, label: 'hat', probability: 0.55 }, explained: { index: 0 } },
  flipped: false,
  maps: { 'grad-cam': { drift: everywhere(drift), centre: { dx: 1, dy: 0, towards: 'right' } } },
  ...more,
});

const provenance: NonNullable<ModelResult['candidate']> = {
  model: { path: 'm/model.json', format: 'tfjs-layers', digest: 'a'.repeat(64) },
  layer: { name: 'conv', width: 8, height: 6 },
  methods: ['grad-cam'],
  score: 'logit',
  preprocess: { scale: 1, mean: [0], std: [1], order: 'rgb' },
  fit: 'fill',
  input: { width: 16, height: 16, channels: 3 },
  classes: 2,
  engine: { name: 'wasm', version: 'tfjs 4' },
  tool: 'camdrift 0',
};

export const model = (fixtures: readonly FixtureResult[], more: Partial<ModelResult> = {}): ModelResult => {
  const summary = { mean: 0.142, p90: 0.2, max: 0.3 };
  return {
    name: 'shoes',
    path: 'm',
    verdict: 'fail',
    reasons: [readReason('fail', 'attention-regression', 'Attention moved.')],
    candidate: provenance,
    baseline: { ...provenance, source: 'stored' },
    judged: { method: 'grad-cam', thresholds: { 'attention-shift': 0.08 } },
    drift: { 'grad-cam': Object.fromEntries(metrics.map(({ name }) => [name, summary])) },
    predictions: { compared: fixtures.length, flipped: 0, divergence: { mean: 0.01, max: 0.02 } },
    fixtures: [...fixtures],
    ...more,
  };
};

export const results = (...models: ModelResult[]): Results => ({
  version: 1,
  tool: 'camdrift 0',
  engine: { name: 'wasm', version: 'tfjs 4' },
  verdict: 'fail',
  models,
  times: { started: '2026-01-01T00:00:00.000Z', seconds: 1 },
});

/** A reason as it is read from results.json: what reports are given of a run elsewhere. */
export const readReason = (level: Level, code: string, message: string): ReadReason => ({
  level,
  code: 'as-written',
  written: code,
  message,
});
