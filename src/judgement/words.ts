import type { Policy } from '../results/results.ts';

/** `8.0 %` */
export const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

/** `10 %`, `2.5 %`: a number that somebody chose. */
export const share = (value: number): string => `${Number((value * 100).toPrecision(3))} %`;

/** `0.083`, `0.0002` */
export const decimals = (value: number): string => String(Number(value.toPrecision(2)));

/** `12 accepted retrained models` */
export const acceptedWords = (count: number, lineage: Policy['lineage']): string =>
  `${count} accepted ${lineage === undefined ? '' : `${lineage} `}model${count === 1 ? '' : 's'}`;

/** Scores against several baselines are alike only on average over baselines, and so is what follows from them. */
export function againstWords({ scores, otherBaselines = 0 }: NonNullable<Policy['calibration']>): string {
  if (otherBaselines === 0) return '';
  return `${scores.length - otherBaselines} of the ${scores.length} were audited against this baseline, the others against earlier ones, so that rate is an average over baselines.`;
}
