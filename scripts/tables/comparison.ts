/** What became of the figures of a table, row by row. */

/** Below this, in parts of the largest value, figures are what the order of float32 sums leaves. */
const noise = 2e-6;

/**
 * Lines for a reader: rows that came or went, rows of which a figure is worse than it was beyond noise (twice as large, and more than
 * 2e-6 above), and how many are neither. Figures are known by their column and engine, as its heading lists them.
 * @param before the rows of a Markdown table, with its header and rule
 */
export function comparison(before: readonly string[], after: readonly string[]): string[] {
  const [old, now] = [rowsOf(before), rowsOf(after)];
  const gone = [...old.keys()].filter(name => !now.has(name)).map(name => `gone: ${name}`);
  const come = [...now.keys()].filter(name => !old.has(name)).map(name => `new: ${name}`);
  const both = [...now.keys()].filter(name => old.has(name));
  const worse = new Map(both.map(name => [name, worseOf(old.get(name)!, now.get(name)!)]));
  const told = both.flatMap(name => worse.get(name)!.map(each => `worse: ${name}: ${each}`));
  const fine = both.filter(name => worse.get(name)!.length === 0).length;
  return [...gone, ...come, ...told, `${fine} of ${both.length} rows no worse than before, beyond ${noise}.`];
}

type Figures = ReadonlyMap<string, number>;

function worseOf(before: Figures, after: Figures): string[] {
  return [...after].flatMap(([column, now]) => {
    const old = before.get(column);
    return old !== undefined && beyond(old, now)
      ? [`${column} ${old.toExponential(1)} before, ${now.toExponential(1)}`]
      : [];
  });
}

const beyond = (before: number, after: number): boolean =>
  !Number.isFinite(after) || (after > 2 * before && after > before + noise);

/** Figures by the first cell, and the second where it holds none. */
function rowsOf(table: readonly string[]): Map<string, Figures> {
  const heads = cellsOf(table[0]!).map(columnsOf);
  return new Map(
    table.slice(2).map(line => {
      const cells = cellsOf(line);
      const found = cells.map(cell => Array.from(cell.matchAll(figure), ([text]) => Number(text)));
      const names = cells.slice(0, 2).filter((_, at) => found[at]!.length === 0);
      const figures = found.flatMap((values, at) =>
        values.map((value, which) => [heads[at]![which] ?? '', value] as const),
      );
      return [names.join(', '), new Map(figures)];
    }),
  );
}

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map(cell => cell.trim());

/** `logits: wasm, native` heads two figures. */
function columnsOf(heading: string): string[] {
  const [column = '', engines] = heading.split(': ');
  return engines ? engines.split(', ').map(engine => `${column}, ${engine}`) : [heading];
}

const figure = /(?<![\w.])\d\.\de[+-]\d+|\bNaN\b/g;
