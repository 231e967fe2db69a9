import type { Baseline } from '../baselines/baseline.ts';
import type { ModelConfig } from '../config/config.ts';
import type { ComparedFixture } from '../results/fixture.ts';
import { compare } from './compare.ts';

/** Of the fixtures that a verdict may rest on. */
export const countedNames = ({ fixtures }: Pick<ModelConfig, 'fixtures'>): ReadonlySet<string> =>
  new Set(fixtures.filter(({ touched, copyOf }) => !touched && copyOf === undefined).map(({ name }) => name));

export type Compared = Pick<ComparedFixture, 'name' | 'maps' | 'flipped' | 'divergence'>;

/** The fixtures that both sides explain for the same class, with heat in a map of the judged method. */
export function comparable(
  pinned: Pick<Baseline, 'seen'>,
  candidate: Pick<Baseline, 'seen' | 'task'>,
  method: string,
): Compared[] {
  const found: Compared[] = [];
  for (const [name, after] of candidate.seen) {
    const before = pinned.seen.get(name);
    if (before?.digest !== after.digest || before.classIndex !== after.classIndex) continue;
    const { maps, prediction } = compare(before, after, [method], candidate.task);
    if ('drift' in maps[method]!) found.push({ name, maps, ...prediction });
  }
  return found;
}
