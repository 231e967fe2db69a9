/** How well one number tells regressions from benign models: larger should mean worse. */
export interface Separation {
  readonly benign: number;
  readonly regressions: number;
  /** Area under the ROC curve: how often a regression scores above a benign model; ties count half. 0.5 is guessing. */
  readonly auc: number;
  /** Share of the regressions above the largest benign value: found without a false alarm. */
  readonly atNone: number;
  /** Share found when one in ten benign models may be above the limit. */
  readonly atTenth: number;
  /**
   * Share of benign models that fail when the limit is the largest value of the other benign ones: what the
   * limit "above all that we know" promises for the next model.
   */
  readonly leaveOneOut: number;
}

/** At least one of each kind. */
export function separation(benign: readonly number[], regressions: readonly number[]): Separation {
  const wins = regressions.flatMap(bad => benign.map(good => (bad > good ? 1 : bad === good ? 0.5 : 0)));
  const above = (limit: number) => regressions.filter(value => value > limit).length / regressions.length;
  const sorted = benign.toSorted((a, b) => b - a);
  const alone = benign.filter((value, index) => value > Math.max(...benign.filter((_, other) => other !== index)));
  return {
    benign: benign.length,
    regressions: regressions.length,
    auc: wins.reduce<number>((sum, win) => sum + win, 0) / wins.length,
    atNone: above(sorted[0]!),
    atTenth: above(sorted[Math.floor(benign.length / 10)]!),
    leaveOneOut: benign.length > 1 ? alone.length / benign.length : Number.NaN,
  };
}
