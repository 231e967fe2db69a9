import type { ModelResult } from '../results/model.ts';
import type { Results } from '../results/results.ts';
import { evidenceOf } from './fixture-set.ts';

/** What fails a check. Each level includes the one before it. */
export type FailOn = 'never' | 'regression' | 'new' | 'any';

/**
 * Why the check fails; `undefined` when it passes. A model without a verdict never passes unseen: it fails like a
 * regression, unless nothing is to fail.
 */
export function failure({ models }: Pick<Results, 'models'>, failOn: FailOn): string | undefined {
  if (failOn === 'never') return undefined;
  const wanted = {
    regression: [regressed, unjudged],
    new: [regressed, unjudged, isNew],
    any: [regressed, unjudged, isNew, warned],
  }[failOn];
  const found = wanted.flatMap(({ words, holds }) => {
    const names = models.filter(holds).map(({ name }) => name);
    return names.length === 0 ? [] : [`${words} ${listed(names)}`];
  });
  return found.length > 0 ? `${found.join('. ')}.` : undefined;
}

interface Ground {
  readonly words: string;
  holds(model: ModelResult): boolean;
}

const regressed: Ground = { words: 'Attention regressed in', holds: ({ verdict }) => verdict === 'fail' };
const unjudged: Ground = { words: 'There is no verdict for', holds: ({ verdict }) => verdict === 'incomplete' };
const isNew: Ground = {
  words: 'There is no baseline for fixtures of',
  holds: ({ fixtures, judged }) =>
    judged?.baseline !== 'none' && evidenceOf(fixtures).some(({ status }) => status === 'new'),
};
const warned: Ground = {
  words: 'There are warnings or moved fixtures in',
  holds: ({ verdict, fixtures }) => verdict === 'warn' || evidenceOf(fixtures).some(({ status }) => status === 'moved'),
};

function listed(names: readonly string[]): string {
  const more = names.length - 5;
  return `${names.slice(0, 5).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
