import { ratio, type Timing } from './stopwatch.ts';

/** One line of the table. */
export interface Row {
  readonly benchmark: string;
  readonly subject: string;
  /** The absolute numbers behind the result, as text. */
  readonly measured: string;
  readonly result: number;
  readonly unit: 'x' | 's' | 'ms' | 'MB';
  /** The same ratio in processor time, which other programs on the machine disturb less. */
  readonly cpu?: number;
  readonly target?: { readonly most: number } | { readonly least: number };
}

/** Both readings of the ratio of two timings, for a row. */
export function ratios(a: readonly Timing[], b: readonly Timing[]): Pick<Row, 'result' | 'unit' | 'cpu'> {
  return { result: ratio(a, b, 'wall'), cpu: ratio(a, b, 'cpu'), unit: 'x' };
}

export function markdownTable(rows: readonly Row[]): string {
  const head = ['benchmark', 'on', 'measured', 'result', 'in CPU time', 'target', 'met'];
  const lines = rows.map(row => [
    row.benchmark,
    row.subject,
    row.measured,
    shown(row.result, row.unit),
    row.cpu === undefined ? '' : shown(row.cpu, row.unit),
    targetText(row),
    row.target ? (isMet(row) ? 'yes' : 'NO') : '',
  ]);
  const table = [head, head.map(() => '---'), ...lines];
  const widths = head.map((_, column) => Math.max(...table.map(line => line[column]!.length)));
  return table.map(line => `| ${line.map((cell, column) => pad(cell, widths[column]!)).join(' | ')} |`).join('\n');
}

function isMet({ target, result }: Row): boolean {
  return !target || ('most' in target ? result <= target.most : result >= target.least);
}

function targetText({ target, unit }: Row): string {
  if (!target) return '';
  return 'most' in target ? `<= ${target.most} ${unit}` : `>= ${target.least} ${unit}`;
}

const shown = (value: number, unit: Row['unit']) => `${value.toFixed(unit === 'MB' ? 0 : 2)} ${unit}`;

const pad = (cell: string, width: number) => (cell === '---' ? '-'.repeat(width) : cell.padEnd(width));
