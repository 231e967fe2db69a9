import { random, shuffled } from '../../src/core/random.ts';
import { judge } from '../../src/judgement/verdict.ts';
import type { ComparedModel } from '../../src/results/model.ts';
import type { Verdict } from '../../src/results/verdict.ts';
import type { Judged } from './audit.ts';
import { isBad, isHonest } from './signals.ts';
import { percent, table } from './table.ts';

const sizes = [6, 8, 12];
const draws = 20;

/**
 * The verdict with fewer fixtures: twenty draws of so many of those that each model was audited on, judged by the judge itself. What fails with
 * few and not with all is no finding; the sweep, which fails nothing, is left out.
 */
export function fewer(families: readonly { readonly name: string; readonly models: readonly Judged[] }[]): string {
  const pools = [...families, { name: 'pooled', models: families.flatMap(({ models }) => models) }];
  const verdicts = new Map(pools.at(-1)!.models.map(model => [model, sizes.map(size => drawn(model, size))]));
  const rows = pools.flatMap(({ name, models }) => {
    const found = (list: readonly Judged[]) => list.map(model => verdicts.get(model)!);
    const [honest, bad] = [found(models.filter(isHonest)), found(models.filter(isBad))];
    return sizes.map((size, at) => {
      const share = (list: typeof honest, verdict: Verdict) =>
        percent(list.flatMap(each => each[at]!).filter(each => each === verdict).length / (list.length * draws));
      const worst = Math.max(...honest.map(each => each[at]!.filter(verdict => verdict === 'fail').length / draws));
      return [
        name,
        String(size),
        share(honest, 'fail'),
        percent(worst),
        share(honest, 'warn'),
        share(bad, 'fail'),
        share(bad, 'warn'),
      ];
    });
  });
  const head = [
    'family',
    'fixtures',
    'benign failed',
    'of the worst benign model',
    'warned',
    'regressions failed',
    'warned',
  ];
  return table(head, rows);
}

/** What becomes of a model in each draw, the same ones for every model of as many fixtures. */
export function drawn({ result }: Judged, size: number): Verdict[] {
  const { fixtures, judged, reasons } = result as ComparedModel;
  const notes = reasons.filter(({ code }) => code === 'preprocess-assumed');
  const next = random(size);
  return Array.from({ length: draws }, () => {
    const chosen = [...shuffled(fixtures.length, next)].slice(0, size).sort((a, b) => a - b);
    return judge(
      chosen.map(at => fixtures[at]!),
      judged,
      notes,
    ).verdict;
  });
}
