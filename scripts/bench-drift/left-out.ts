import { spread } from '../../src/judgement/limits.ts';
import { byCounts } from './ablation.ts';
import type { Judged } from './audit.ts';
import { isBad, isHonest, signalsOf } from './signals.ts';
import { percent, table } from './table.ts';

type Named = { readonly name: string; readonly models: readonly Judged[] };

interface Column {
  readonly title: string;
  of(model: Judged): number;
  shown(limit: number): string;
  /** How many times the limit fails a model: drift between once and so many times is only told. */
  readonly fails: number;
}

const bits = (limit: number): string => limit.toFixed(3);
const columns: readonly Column[] = [
  { title: 'attention shift', of: model => signalsOf(model).shift, shown: percent, fails: spread },
  { title: 'divergence, bits', of: model => signalsOf(model).divergence, shown: bits, fails: spread },
  { title: 'class probability lost', of: model => signalsOf(model).classLoss, shown: bits, fails: 1 },
  { title: 'what a probe adds', of: model => Math.max(0, ...signalsOf(model).probes), shown: bits, fails: 1 },
];

/**
 * One family left out by turns: the limit of a signal is the largest value of any honest retrain of the other families, and
 * judges the one that is left out. What transfers fails none of its honest models and most of its regressions.
 */
export function leftOut(families: readonly Named[]): string {
  const limits = families.map(({ name }) => {
    const others = families.filter(each => each.name !== name).flatMap(each => retrained(each.models));
    return columns.map(({ of }) => Math.max(...others.filter(isHonest).map(of)));
  });
  const row = (title: string, at: number, shown: string, fails: (model: Judged) => boolean) => {
    const here = retrained(families[at]!.models);
    const count = (list: readonly Judged[]) => `${list.filter(fails).length} of ${list.length}`;
    return [title, families[at]!.name, shown, count(here.filter(isHonest)), count(here.filter(isBad))];
  };
  const rows = columns.flatMap(({ title, of, shown }, which) =>
    families.map((_, at) => row(title, at, shown(limits[at]![which]!), model => of(model) > limits[at]![which]!)),
  );
  const together = families.map((_, at) => {
    const beyond = (model: Judged) => columns.some(({ of, fails }, which) => of(model) > fails * limits[at]![which]!);
    return row('the verdict', at, '-', model => beyond(model) || byCounts(model));
  });
  return table(
    ['signal', 'family left out', 'limit of the others', 'benign above', 'regressions above'],
    [...rows, ...together],
  );
}

const retrained = (models: readonly Judged[]): readonly Judged[] =>
  models.filter(({ result }) => result.lineage?.kind === 'retrained');
