import type { Judged } from './audit.ts';
import { isBad, isHonest, type Signals, signalsOf } from './signals.ts';
import { percent, table } from './table.ts';

type Named = { readonly name: string; readonly models: readonly Judged[] };

const signals: readonly (readonly [keyof Signals & ('shift' | 'divergence' | 'classLoss'), string])[] = [
  ['shift', 'attention shift'],
  ['divergence', 'divergence, bits'],
  ['classLoss', 'class probability lost'],
];

/**
 * One family left out by turns: the limit of a signal is the largest value of any honest retrain of the other families, and
 * judges the one that is left out. What transfers fails none of its honest models and most of its regressions.
 */
export function leftOut(families: readonly Named[]): string {
  const retrained = (models: readonly Judged[]) => models.filter(({ result }) => result.lineage?.kind === 'retrained');
  const rows = signals.flatMap(([signal, title]) =>
    families.map(({ name, models }) => {
      const others = families.filter(each => each.name !== name).flatMap(each => retrained(each.models));
      const limit = Math.max(...others.filter(isHonest).map(model => signalsOf(model)[signal]));
      const above = (list: readonly Judged[]) =>
        `${list.filter(model => signalsOf(model)[signal] > limit).length} of ${list.length}`;
      const here = retrained(models);
      const shown = signal === 'shift' ? percent(limit) : limit.toFixed(3);
      return [title, name, shown, above(here.filter(isHonest)), above(here.filter(isBad))];
    }),
  );
  return table(['signal', 'family left out', 'limit of the others', 'benign above', 'regressions above'], rows);
}
