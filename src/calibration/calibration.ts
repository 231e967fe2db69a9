import { z } from 'zod';
import type { DriftLimits } from '../judgement/limits.ts';
import { ratioTo } from '../judgement/signals.ts';
import { type LineageKind, lineageKinds } from '../lineage/lineage.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const acceptedSchema = z.strictObject({
  name: z.string().max(1024).describe('Path of the model when it was audited, for people.'),
  digest: sha256.describe('`modelDigest` of it.'),
  lineage: z.enum(lineageKinds),
  against: sha256.describe('`modelDigest` of the baseline that it was compared with.'),
  settings: sha256.describe('`settingsDigest`: all else that decides the numbers.'),
  signals: z
    .record(z.string().max(64), z.number().min(0).max(1))
    .describe('What drifted, as a mean over the fixtures: per metric, and `divergence` of the answers in bits.'),
  accepted: z
    .strictObject({ by: z.string().max(100), why: z.string().max(1000), url: z.string().max(1000) })
    .describe('Who accepted it by name, with which words, and where.')
    .optional(),
});

/** The models that a team accepts, and how far each of them drifted from its baseline. */
export const calibrationSchema = z.strictObject({ version: z.literal(1), models: z.array(acceptedSchema).max(10_000) });

export type Accepted = z.infer<typeof acceptedSchema>;
export type Calibration = z.infer<typeof calibrationSchema>;

export const noCalibration: Calibration = { version: 1, models: [] };

/** The accepted models that a candidate may be compared with. */
export interface Pool {
  readonly scores: readonly number[];
  /** How many of these were audited against another baseline: the promise then holds on average over baselines. */
  readonly otherBaselines: number;
  /** How many of this lineage do not count, because they were audited with other fixtures or settings. */
  readonly otherSettings: number;
}

/** The candidate that asks, and what it is judged by. */
export interface Asking {
  readonly lineage: LineageKind;
  readonly limits: Partial<DriftLimits>;
  readonly settings: string;
  /** Its baseline's `modelDigest`. */
  readonly against: string;
  /** Its own `modelDigest`: an accepted model that is audited again is not its own company. */
  readonly digest: string;
}

/**
 * The scores of the accepted models of one lineage, in rising order. They are computed here, from the stored signals and the
 * limits of today, so that other limits do not make a calibration worthless.
 */
export function poolFor({ models }: Calibration, { lineage, limits, settings, against, digest }: Asking): Pool {
  const kin = models.filter(model => model.lineage === lineage && model.digest !== digest);
  const scored = kin.flatMap(model => {
    const score = model.settings === settings ? scoreOf(model.signals, limits) : undefined;
    return score === undefined ? [] : [{ score, against: model.against }];
  });
  return {
    scores: scored.map(({ score }) => score).sort((a, b) => a - b),
    otherBaselines: scored.filter(each => each.against !== against).length,
    otherSettings: kin.length - scored.length,
  };
}

/** The largest ratio of a signal to its limit; `undefined` when a signal that is judged was not looked at. */
export function scoreOf(signals: Accepted['signals'], limits: Partial<DriftLimits>): number | undefined {
  const { divergence } = limits;
  const judged = { ...limits.thresholds, ...(divergence !== undefined && { divergence }) };
  const ratios = Object.entries(judged).map(([name, limit]) => {
    const value = Object.hasOwn(signals, name) ? signals[name] : undefined;
    return value === undefined ? Number.NaN : ratioTo(limit, value);
  });
  return ratios.length === 0 || ratios.some(Number.isNaN) ? undefined : Math.max(...ratios);
}

/** The stored models and new ones, which take the place of those with the same files; in an order that no run changes. */
export function withAccepted({ models }: Calibration, added: readonly Accepted[]): Calibration {
  const digests = new Set(added.map(({ digest }) => digest));
  const all = [...models.filter(({ digest }) => !digests.has(digest)), ...added];
  const key = ({ lineage, name, digest }: Accepted) => `${lineage}\n${name}\n${digest}`;
  return { version: 1, models: all.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)) };
}
