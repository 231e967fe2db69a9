import { probeRatio } from '../../src/judgement/probe-scale.ts';
import { measureOf } from '../../src/judgement/probe-summaries.ts';
import type { Judged } from './audit.ts';

/** The numbers that a verdict rests on, of one model. */
export interface Signals {
  readonly shift: number;
  readonly divergence: number;
  /** Largest fall of a class's probability on its own fixtures, over one fixture more than there are. */
  readonly classLoss: number;
  /** What the edit of each built-in probe adds, in parts of what honest models of such a baseline add. */
  readonly probes: readonly number[];
  /** Whether rules that no accepted model excuses fail it: classes, accuracy. */
  readonly apart: boolean;
  /** Whether a probe fails it by its limit. */
  readonly probed: boolean;
}

export const isHonest = ({ kind }: Judged): boolean => kind === 'benign' || kind === 'accepted';
export const isBad = ({ kind }: Judged): boolean => kind === 'regression';
export const isDrift = (code: string): boolean => code === 'attention-regression' || code === 'prediction-regression';

export const signalsOf = ({ result }: Judged): Signals => ({
  shift: result.drift?.['grad-cam']?.['attention-shift']?.mean ?? 0,
  divergence: result.predictions?.divergence?.mean ?? 0,
  classLoss: classLoss(result),
  probes: probeRatios(result),
  apart: result.reasons.some(({ level, code }) => level === 'fail' && !isDrift(code) && code !== 'probe-regression'),
  probed: result.reasons.some(({ level, code }) => level === 'fail' && code === 'probe-regression'),
});

const probeRatios = ({ probes = [], judged }: Judged['result']): number[] =>
  probes.flatMap(summary => {
    const measure = measureOf(summary);
    const limit = judged?.probes?.[summary.name];
    return measure && limit !== undefined && !summary.unjudged ? [probeRatio(measure, limit)] : [];
  });

function classLoss({ fixtures }: Judged['result']): number {
  const sums = new Map<string, { fell: number; of: number }>();
  for (const { truth, baseline, candidate } of fixtures) {
    if (truth === undefined || !baseline || !candidate) continue;
    const sum = sums.get(truth) ?? { fell: 0, of: 0 };
    sum.fell += (baseline.explained.probability ?? 0) - (candidate.explained.probability ?? 0);
    sum.of++;
    sums.set(truth, sum);
  }
  return Math.max(0, ...[...sums.values()].map(({ fell, of }) => fell / (of + 1)));
}
