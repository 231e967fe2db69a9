import type { LineageKind } from '../lineage/lineage.ts';
import type { Among } from '../results/reason.ts';

/** `8.0 %` */
export const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

/** `8 %` */
export const wholePercent = (value: number): string => `${(value * 100).toFixed(0)} %`;

/** `10 %`, `2.5 %`: a number that somebody chose. */
export const share = (value: number): string => `${Number((value * 100).toPrecision(3))} %`;

/** `0.014 bits` */
export const bits = (value: number): string => `${value.toFixed(3)} bits`;

/** `0.083`, `0.0002` */
export const decimals = (value: number): string => String(Number(value.toPrecision(2)));

/** `12 accepted retrained models` */
export const acceptedWords = (count: number, lineage: LineageKind | undefined): string =>
  `${count} accepted ${lineage === undefined ? '' : `${lineage} `}model${count === 1 ? '' : 's'}`;

/** Scores against several baselines are alike only on average over baselines, and so is what follows from them. */
export function againstWords({ accepted, otherBaselines }: Pick<Among, 'accepted' | 'otherBaselines'>): string {
  if (otherBaselines === 0) return '';
  return `${accepted - otherBaselines} of the ${accepted} were audited against this baseline, the others against earlier ones, so that rate is an average over baselines.`;
}

/** `a.png, b.png, c.png, ...` */
export const firstNames = (names: readonly string[]): string =>
  `${names.slice(0, 3).join(', ')}${names.length > 3 ? ', ...' : ''}`;

/** Four digits that count. */
export const plainNumber = (value: number): string => String(Number(value.toPrecision(4)));
