/** What became of the figures of a table, row by row. */

/** Below this, in parts of the largest value, figures are what the order of float32 sums leaves. */
const noise = 2e-6;

/**
 * Lines for a reader: rows that came or went, rows of which a figure is worse than it was beyond noise (twice as large, and more than
 * 2e-6 above), and how many are neither.
 * @param before the rows of a Markdown table, with its header and rule
 */
export function comparison(before: readonly string[], after: readonly string[]): string[] {
  const [old, now] = [rowsOf(before), rowsOf(after)];
  const gone = [...old.keys()].filter(name => !now.has(name)).map(name => `gone: ${name}`);
  const come = [...now.keys()].filter(name => !old.has(name)).map(name => `new: ${name}`);
  const both = [...now.keys()].filter(name => old.has(name));
  const worse = both.filter(name => isWorse(old.get(name)!, now.get(name)!));
  const told = worse.map(name => `worse: ${name}: ${old.get(name)!.join(', ')} before, ${now.get(name)!.join(', ')}`);
  const same = `${both.length - worse.length} of ${both.length} rows no worse than before, beyond ${noise}.`;
  return [...gone, ...come, ...told, same];
}

/** Compared one by one where there are as many, else the largest with the largest: another engine may have been added. */
function isWorse(before: readonly number[], after: readonly number[]): boolean {
  if (before.length !== after.length) return beyond(Math.max(...before), Math.max(...after));
  return after.some((figure, at) => beyond(before[at]!, figure));
}

const beyond = (before: number, after: number): boolean =>
  !Number.isFinite(after) || (after > 2 * before && after > before + noise);

/** Figures by the first cell and those behind it that hold none. */
function rowsOf(table: readonly string[]): Map<string, number[]> {
  return new Map(
    table.slice(2).map(line => {
      const cells = line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim());
      const figures = cells.flatMap(cell => cell.match(figure)?.map(Number) ?? []);
      const names = cells.slice(0, 2).filter(cell => !new RegExp(figure).test(cell));
      return [names.join(', '), figures];
    }),
  );
}

const figure = /(?<![\w.])\d\.\de[+-]\d+|\bNaN\b/g;
