import type { Acceptance, JudgedModel } from '../results/model.ts';
import { worst } from '../results/verdict.ts';
import type { Pair } from './pair.ts';

/**
 * A model that was accepted: what failed stays in sight, and what could not be judged stays undecided. What a file of the base
 * branch accepts is no longer there to accept: comments are not what it stands on.
 */
export function acceptedModel(model: JudgedModel, { code, named }: Pair, accepted: Acceptance): JudgedModel {
  const rest = model.reasons.filter(({ level }) => level !== 'fail').map(({ level }) => level);
  const pair = accepted.file === undefined ? { pair: { code, named: [...named] } } : {};
  return { ...model, ...pair, verdict: worst(['accepted', ...rest]), accepted };
}
