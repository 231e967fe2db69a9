import { z } from 'zod';
import type { DriftLimits } from '../judgement/limits.ts';
import { probeRatio } from '../judgement/probe-scale.ts';
import { ratioTo } from '../judgement/signals.ts';
import { type LineageKind, lineageKinds } from '../lineage/lineage.ts';
import type { ProbeOfAccepted } from '../results/policy.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const share = z.number().min(0).max(1);

const probeSchema = z.strictObject({
  digest: sha256.describe('Of the edit: what decides the edited pixels.'),
  added: z.number().min(-1).max(1).describe('Mean movement of its heat less that of its baseline.'),
  changed: share.describe('Share of fixtures on which the edit changes its answer.'),
  pulled: z
    .number()
    .min(-1)
    .max(1)
    .describe('Share of fixtures, more than in the baseline, that it turns into one class.'),
  before: z.strictObject({ moved: share, changed: share }).describe('The same of its baseline.'),
});

const acceptedSchema = z.strictObject({
  name: z.string().max(1024).describe('Path of the model when it was audited, for people.'),
  digest: sha256.describe('`modelDigest` of it.'),
  lineage: z.enum(lineageKinds),
  against: sha256.describe('`modelDigest` of the baseline that it was compared with.'),
  settings: sha256.describe('`settingsDigest`: all else that decides the numbers.'),
  signals: z
    .record(z.string().max(64), z.number().min(0).max(1))
    .describe('What drifted, as a mean over the fixtures: per metric, and `divergence` of the answers in bits.'),
  probes: z.record(z.string().max(200), probeSchema).describe('What edits do to it, per probe.').optional(),
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
  /** Of drift, in rising order. */
  readonly scores: readonly number[];
  /** Of those that tell of every probe that is asked about: the scores of drift and probes together, in rising order. */
  readonly whole: Pick<Pool, 'scores' | 'otherBaselines'>;
  /** What the edits do to those that tell of them. */
  readonly probes: Readonly<Record<string, readonly ProbeOfAccepted[]>>;
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
  /** The probes that its score has, each with camdrift's own limit and the digest of its edit. */
  readonly probes?: Readonly<Record<string, { readonly limit: number; readonly digest: string }>> | undefined;
  /** Its own `modelDigest`: an accepted model that is audited again is not its own company. */
  readonly digest: string;
}

/**
 * The scores of the accepted models of one lineage, in rising order. They are computed here, from the stored signals and the
 * limits of today, so that other limits do not make a calibration worthless.
 */
export function poolFor({ models }: Calibration, asking: Asking): Pool {
  const { lineage, limits, settings, against, digest, probes = {} } = asking;
  const kin = models.filter(model => model.lineage === lineage && model.digest !== digest);
  const scored = kin.flatMap(model => {
    const score = model.settings === settings ? scoreOf(model.signals, limits) : undefined;
    return score === undefined ? [] : [{ score, against: model.against, edits: editsOf(model, probes) }];
  });
  const names = Object.keys(probes);
  const telling = scored.filter(({ edits }) => names.every(name => edits[name]));
  const elsewhere = (among: typeof scored) => among.filter(each => each.against !== against).length;
  const rising = (scores: readonly number[]) => scores.toSorted((a, b) => a - b);
  return {
    scores: rising(scored.map(({ score }) => score)),
    whole: {
      scores: rising(telling.map(({ score, edits }) => Math.max(score, ...names.map(name => edits[name]!.ratio)))),
      otherBaselines: elsewhere(telling),
    },
    probes: Object.fromEntries(names.map(name => [name, scored.flatMap(({ edits }) => edits[name] ?? [])])),
    otherBaselines: elsewhere(scored),
    otherSettings: kin.length - scored.length,
  };
}

/** What the very same edits do to a model. */
function editsOf(
  { probes = {} }: Accepted,
  asked: NonNullable<Asking['probes']>,
): Record<string, ProbeOfAccepted | undefined> {
  return Object.fromEntries(
    Object.entries(asked).map(([name, { limit, digest }]) => {
      const found = Object.hasOwn(probes, name) ? probes[name] : undefined;
      if (found?.digest !== digest) return [name, undefined];
      return [name, { ratio: probeRatio(found, limit), pulled: found.pulled }];
    }),
  );
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
