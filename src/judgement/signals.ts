import type { Drift, Predictions } from '../results/model.ts';
import type { Policy } from '../results/policy.ts';
import type { Among, Regression } from '../results/reason.ts';
import { isSpread, spread } from './limits.ts';

/** Something that drifts, or an edit that moves attention, and how far it may. */
export interface Signal<R = Regression> {
  readonly of: 'drift' | 'divergence' | 'answer' | 'probe';
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  /** What certainly is none of an honest model: the limit itself where the team wrote it. */
  readonly beyond: number;
  /** Whether the team wrote the limit. */
  readonly written: boolean;
  /** The reason, when it drifted too far. @param among the accepted models that say so, where not the limit does */
  reason(among?: Among): R;
}

/** What drift there is between the two models, each kind with its limit. */
export function signalsOf(drift: Drift, divergence: number | undefined, policy: Policy, change: Change): Signal[] {
  const { method, thresholds, limits } = policy;
  const factor = (written: boolean) => (written || !isSpread(policy.lineage) ? 1 : spread);
  const written = limits !== 'uncalibrated';
  const attention = Object.entries(thresholds).flatMap(([metric, limit]): Signal[] => {
    const value = drift[method]?.[metric]?.mean;
    if (value === undefined) return [];
    const found = { level: 'fail', code: 'attention-regression', value, limit, limits, metric, method } as const;
    const beyond = limit * factor(written);
    return [{ of: 'drift', name: metric, value, limit, beyond, written, reason: among => ({ ...found, among }) }];
  });
  if (change && policy.answer !== undefined) return [...attention, answerSignal(change, policy.answer, limits)];
  if (divergence === undefined || policy.divergence === undefined) return attention;
  const [value, limit] = [divergence, policy.divergence];
  const found = { level: 'fail', code: 'prediction-regression', value, limit, limits } as const;
  const ofTeam = policy.requiredDivergence ?? false;
  const name = 'divergence';
  const beyond = limit * factor(ofTeam);
  const answers: Signal = {
    of: name,
    name,
    value,
    limit,
    beyond,
    written: ofTeam,
    reason: among => ({ ...found, among }),
  };
  return [...attention, answers];
}

/** How far the answers of a regression changed. */
export type Change = Predictions['change'];

function answerSignal(
  { mean: value, before, after: now }: NonNullable<Change>,
  limit: number,
  limits: Policy['limits'],
): Signal {
  const found = { level: 'fail', code: 'answer-regression', value, limit, limits, before, now } as const;
  const name = 'answer';
  return { of: name, name, value, limit, beyond: limit, written: true, reason: among => ({ ...found, among }) };
}

/** How many times a signal is its limit. A limit of 0 accepts only what is identical. */
export const ratioTo = (limit: number, value: number): number =>
  value === 0 ? 0 : limit === 0 ? Number.MAX_VALUE : value / limit;

export const ratio = ({ value, limit }: Pick<Signal, 'value' | 'limit'>): number => ratioTo(limit, value);
