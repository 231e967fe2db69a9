import { isRight } from '../../src/judgement/predictions.ts';
import { probeRatio } from '../../src/judgement/probe-scale.ts';
import { measureOf } from '../../src/judgement/probe-summaries.ts';
import type { FixtureResult } from '../../src/results/fixture.ts';
import type { Judged } from './audit.ts';

/** The numbers that a verdict rests on, of one model. */
export interface Signals {
  readonly shift: number;
  readonly divergence: number;
  /** Largest fall of a class's probability on its own fixtures, as it is judged: also without the fixture that falls farthest. */
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
  const told = fixtures.filter(isTold);
  const classes = [...new Set(told.map(({ truth }) => truth))];
  return Math.max(0, ...classes.map(name => lossOf(told.filter(({ truth }) => truth === name))));
}

const isTold = ({ truth, baseline, candidate }: FixtureResult): boolean =>
  truth !== undefined && baseline !== undefined && candidate !== undefined;

/** The lower of what all lose, over one more than there are, and of what they lose on average without the one that loses most. */
function lossOf(fixtures: readonly FixtureResult[]): number {
  const losses = fixtures
    .map(({ baseline, candidate }) => (baseline!.explained.probability ?? 0) - (candidate!.explained.probability ?? 0))
    .sort((a, b) => b - a);
  const lost = fixtures.filter(each => isRight(each, each.baseline) && !isRight(each, each.candidate)).length;
  if (losses.length < 2 || (losses.length === 2 && lost < 2)) return 0;
  const sum = losses.reduce((total, loss) => total + loss, 0);
  return Math.min(sum / (losses.length + 1), (sum - losses[0]!) / (losses.length - 1));
}
