import type { FixtureResult } from '../results/fixture.ts';
import type { ModelResult } from '../results/model.ts';
import type { ReadReason } from '../results/reason.ts';
import type { Results } from '../results/results.ts';
import type { WrittenFixture, WrittenModel, WrittenResults } from './schema.ts';

/**
 * What `results.json` says. The facts of its reasons stayed with whoever wrote it: they are read as sentences.
 * @throws TypeError for a fixture that was compared and lacks what a comparison gives; a stranger's file is looked at before
 */
export const readResults = ({ models, ...rest }: WrittenResults): Results => ({
  ...rest,
  models: models.map(readModel),
});

export function readModel(model: WrittenModel): ModelResult {
  const { name, path, verdict, error, candidate, judged, probes, regions, sanity, pinned, pair, accepted } = model;
  const named = { name, path, verdict, reasons: model.reasons.map(readReason) };
  if (error || !judged || !candidate) return { ...named, ...(error && { error }), fixtures: [] };
  const fixtures = model.fixtures.map(readFixture);
  const audited = { ...named, candidate, judged, probes, regions, sanity, pinned, pair, accepted, fixtures };
  const {
    baseline,
    drift = {},
    predictions = { compared: 0, flipped: 0 },
    score,
    intervals,
    slices,
    lineage,
    history,
    repair,
    sweep,
    flips,
  } = model;
  return given(
    baseline
      ? { ...audited, baseline, drift, predictions, score, intervals, slices, lineage, history, repair, sweep, flips }
      : audited,
  );
}

export function readFixture(fixture: WrittenFixture): FixtureResult {
  const { status, baseline, candidate, flipped, divergence, maps, ...shown } = fixture;
  if (status === 'lost') return { name: shown.name, status };
  if (status === 'failed') {
    const { name, truth, expected, reason } = shown;
    return given({ name, truth, expected, status, reason });
  }
  if (status === 'new') return given({ ...shown, status, candidate });
  if (!baseline || !candidate || !maps) throw new TypeError(`${shown.name} is ${status}, and was not compared.`);
  const turned = flipped ?? baseline.predicted.index !== candidate.predicted.index;
  return given({ ...shown, status, baseline, candidate, flipped: turned, divergence, maps });
}

/** Without the fields that are not there. */
const given = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

const readReason = ({ level, code, message }: WrittenModel['reasons'][number]): ReadReason => ({
  level,
  code: 'as-written',
  written: code,
  message,
});
