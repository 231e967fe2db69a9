import type { Acceptance, JudgedModel } from '../results/model.ts';
import { worst } from '../results/verdict.ts';
import type { Pair } from './pair.ts';

/** A model that was accepted: what failed stays in sight, and what could not be judged stays undecided. */
export function acceptedModel(model: JudgedModel, { code, named }: Pair, accepted: Acceptance): JudgedModel {
  const rest = model.reasons.filter(({ level }) => level !== 'fail').map(({ level }) => level);
  return { ...model, pair: { code, named: [...named] }, verdict: worst(['accepted', ...rest]), accepted };
}
