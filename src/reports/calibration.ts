import { neededFor } from '../core/conformal.ts';
import { percentile } from '../core/statistics.ts';
import type { LineageKind } from '../lineage/lineage.ts';
import type { ModelResult } from '../results/model.ts';
import { type Reason, says } from '../results/reason.ts';
import { plainTable } from './_plain-table.ts';
import { decimals, share } from './figures.ts';
import { oneLine } from './printable.ts';
import { sentenceOf } from './reasons.ts';
import { reading } from './words.ts';

/** A model that was accepted. */
export interface AcceptedRow {
  readonly name: string;
  readonly lineage: LineageKind;
  /** Mean drift per metric, and `divergence` in bits. */
  readonly signals: Readonly<Record<string, number>>;
  /** Of the signals that are judged. */
  readonly limits: Readonly<Record<string, number>>;
  /** Largest ratio of a signal to its limit. */
  readonly score: number;
  /** How far the edit of each probe moves it more than its baseline, and its heat in each region: beside the score. */
  readonly beside: Readonly<Record<string, string>>;
}

/** What no score holds, for the table. */
export function besideScore({ probes = [], regions = [] }: ModelResult): AcceptedRow['beside'] {
  const added = probes.flatMap(({ name, added }) => (added === undefined ? [] : [[`probe ${name}`, signed(added)]]));
  const inside = regions.map(({ name, candidate }) => [`heat in ${name}`, share(Number(candidate.inside.toFixed(3)))]);
  return Object.fromEntries([...added, ...inside]);
}

const signed = (value: number): string => `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(2)}`;

/** The accepted models for a terminal, as they were named. */
export function acceptedTable(rows: readonly AcceptedRow[]): string {
  const judged = [...new Set(rows.flatMap(({ limits }) => Object.keys(limits)))];
  const rules = [...new Set(rows.flatMap(({ beside }) => Object.keys(beside)))];
  const table = plainTable(['model', 'lineage', ...judged, 'score', 'over its limits', ...rules]);
  for (const { name, lineage, signals, limits, score, beside } of rows) {
    const values = judged.map(signal => (limits[signal] === undefined ? '-' : signalWords(signal, signals[signal])));
    table.push([
      oneLine(name),
      lineage,
      ...values,
      score.toFixed(2),
      score > 1 ? 'yes' : 'no',
      ...rules.map(rule => beside[rule] ?? '-'),
    ]);
  }
  return rows.length === 0 ? 'No model was added.' : table.toString();
}

const signalWords = (signal: string, value: number | undefined): string =>
  signal === 'divergence' ? `${(value ?? 0).toFixed(3)} bits` : reading(signal, value);

/** Rules of the team that an accepted model breaks. They are not part of its score, so no calibration excuses them. */
export function violations(name: string, { reasons, judged }: Pick<ModelResult, 'reasons' | 'judged'>): string[] {
  const learnt = judged?.scaledProbes ?? [];
  const isLearnt = (reason: Reason) => reason.code === 'probe-regression' && learnt.includes(reason.probe);
  return reasons
    .filter(reason => says(reason, 'probe-regression', 'region-rule') && !isLearnt(reason))
    .map(
      reason =>
        `${oneLine(name)}: ${oneLine(sentenceOf(reason))} It is an accepted model: raise the limit, or look at it.`,
    );
}

/** The accepted models of one lineage, those of earlier runs among them. */
export interface PoolRow {
  readonly lineage: LineageKind;
  readonly scores: readonly number[];
  /** How many were audited with other fixtures or settings, and do not count. */
  readonly otherSettings: number;
}

/** What a calibration is good for: one line, and one about those that do not count. */
export function poolLines({ lineage, scores, otherSettings }: PoolRow, rate: number): string[] {
  const more = neededFor(rate) - scores.length;
  const said =
    scores.length === 0
      ? []
      : [
          `${lineage}: n = ${scores.length}, largest score ${decimals(Math.max(...scores))}, 90th percentile ${decimals(percentile(scores, 90))}; the smallest rate of false alarms it can keep is ${share(1 / (scores.length + 1))}.${
            more > 0 ? ` ${more} more are needed for ${share(rate)}.` : ` Enough for ${share(rate)}.`
          }`,
        ];
  const stale =
    otherSettings === 0
      ? []
      : [`${lineage}: ${otherSettings} stored models were audited with other fixtures or settings and do not count.`];
  return [...said, ...stale];
}
