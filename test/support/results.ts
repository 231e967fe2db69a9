import { metrics } from '../../src/metrics/index.ts';
import type { Change } from '../../src/results/change.ts';
import type { ComparedFixture, FixtureResult } from '../../src/results/fixture.ts';
import type { ComparedModel, ModelError, ModelResult, UnauditedModel } from '../../src/results/model.ts';
import type { ReadReason } from '../../src/results/reason.ts';
import type { Results } from '../../src/results/results.ts';
import type { Level } from '../../src/results/verdict.ts';
import { readFixture } from '../../src/results-file/read.ts';
import type { WrittenFixture, WrittenResults } from '../../src/results-file/schema.ts';
import { resultsText } from '../../src/results-file/write.ts';

/** The same drift in every metric. */
export const everywhere = (drift: number) => Object.fromEntries(metrics.map(({ name }) => [name, drift]));

/** As it would be written: what its status does not have is left out. */
export function fixture(name: string, drift: number, more?: Changed): ComparedFixture;
export function fixture(name: string, drift: number, more: SomeFixture): FixtureResult;
export function fixture(name: string, drift: number, more: SomeFixture = {}): FixtureResult {
  return readFixture({
    name,
    status: drift > 0.08 ? 'moved' : 'steady',
    baseline: { predicted: { index: 0, label: 'hat', probability: 0.71 }, explained: { index: 0 } },
    candidate: { predicted: { index: 0, label: 'hat', probability: 0.55 }, explained: { index: 0 } },
    flipped: false,
    maps: { 'grad-cam': { drift: everywhere(drift), centre: { dx: 1, dy: 0, towards: 'right' } } },
    ...more,
  });
}

/** Still one that was compared. */
type Changed = Omit<SomeFixture, 'status' | 'maps'> & {
  readonly status?: 'moved' | 'steady';
  readonly maps?: WrittenFixture['maps'] & {};
};

const provenance: ComparedModel['candidate'] = {
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

/** Fields of a model of any kind; `undefined` takes one away. */
export type SomeModel = {
  readonly [F in keyof ComparedModel]?: ComparedModel[F] | undefined | (F extends 'error' ? ModelError : never);
};
export type SomeFixture = Partial<WrittenFixture>;

export function model(fixtures: readonly FixtureResult[], more?: Partial<ComparedModel>): ComparedModel;
export function model(fixtures: readonly FixtureResult[], more: SomeModel): ModelResult;
export function model(fixtures: readonly FixtureResult[], more: SomeModel = {}): ModelResult {
  const summary = { mean: 0.142, p90: 0.2, max: 0.3 };
  const fields: SomeModel = {
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
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as unknown as ModelResult;
}

/** A model that is compared with none. */
export const lone = (fixtures: readonly FixtureResult[], more: SomeModel = {}): ModelResult =>
  model(fixtures, { ...more, baseline: undefined, drift: undefined, predictions: undefined });

/** A model that was not audited. */
export const broken = (error: ModelError, more: Partial<UnauditedModel> = {}): UnauditedModel => ({
  name: 'shoes',
  path: 'm',
  verdict: 'incomplete',
  reasons: [readReason('incomplete', error.code, error.message)],
  error,
  fixtures: [],
  ...more,
});

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

/** `results.json` as whoever reads it has it: to be forged. */
export const fileOf = (found: Results): WrittenResults => JSON.parse([...resultsText(found)].join(''));

/** A change that edits nothing but a model. */
export const changeOf = (head: string, base: string, more: Partial<Change> = {}): Change => ({
  head,
  base,
  baseRef: 'main',
  unchanged: [],
  removed: [],
  renamed: [],
  edits: [],
  settings: [],
  policyFrom: 'head',
  ...more,
});
