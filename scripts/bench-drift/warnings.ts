import { codeOf } from '../../src/results/reason.ts';
import type { Judged } from './audit.ts';
import { isBad, isHonest } from './signals.ts';
import { table } from './table.ts';

/**
 * What each warning is worth: how many benign models have it, and how many would pass without it; how many regressions that nothing
 * fails have it, and how many of these would pass without it. One that helps no regression had better be a note.
 */
export function warnings(models: readonly Judged[]): string {
  const codesOf = ({ result }: Judged) =>
    new Set(result.reasons.filter(({ level }) => level === 'warn').map(reason => codeOf(reason)));
  const warned = models.filter(({ result }) => result.verdict === 'warn');
  const codes = [...new Set(warned.flatMap(model => [...codesOf(model)]))].sort();
  const count = (list: readonly Judged[], code: string, alone: boolean) =>
    list.filter(model => codesOf(model).has(code) && (!alone || codesOf(model).size === 1)).length;
  const [honest, bad] = [warned.filter(isHonest), warned.filter(isBad)];
  const rows = codes.map(code => [
    `\`${code}\``,
    ...[honest, bad].flatMap(list => [String(count(list, code, false)), String(count(list, code, true))]),
  ]);
  const head = ['warning', 'benign with it', 'with it alone', 'regressions that nothing fails', 'with it alone'];
  return table(head, rows);
}
