/** How sure a judged mean is, as a sample of pictures like these: all in the mean's own unit. */
export interface MeanInterval {
  /** What is measured: a metric of attention, the divergence of the answers, a number's change, what a probe adds, heat in a region. */
  readonly of: 'drift' | 'divergence' | 'answer' | 'probe' | 'region';
  /** Of the metric, probe or region; of answers as `of`. */
  readonly name: string;
  readonly fixtures: number;
  readonly mean: number;
  /** 95 % confidence interval. */
  readonly low: number;
  readonly high: number;
  /** The smallest difference from a limit that so many fixtures show in four of five draws. */
  readonly sees: number;
}
