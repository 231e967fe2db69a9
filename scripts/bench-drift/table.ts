export const number = (value: number | undefined, digits = 3): string =>
  value === undefined || Number.isNaN(value) ? '-' : value.toFixed(digits);

export const percent = (value: number, digits = 1): string =>
  Number.isNaN(value) ? '-' : `${(value * 100).toFixed(digits)} %`;

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
