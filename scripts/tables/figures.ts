/**
 * A table of the docs: what a check found, file by file and engine by engine, kept beside the models so that another engine, or a part of
 * the files again, can be added; drawn as Markdown with the engines side by side; and held against the table that stands in the document.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineNames } from '../../src/engines/engine.ts';
import { comparison } from './comparison.ts';
import { replaceTable, tableIn } from './document.ts';

export interface Measured {
  /** What names the row: files of one row are told together, the worst of their figures. */
  readonly row: readonly string[];
  readonly file: string;
  /** What else the row says, as every file and engine must. */
  readonly facts: readonly string[];
  /** As many as the table has; NaN where there is none. */
  readonly figures: readonly number[];
}

export interface Layout {
  readonly document: string;
  /** Of the names in a row, of its facts, and of its figures. */
  readonly row: readonly string[];
  readonly facts: readonly string[];
  readonly figures: readonly string[];
}

export class Figures {
  readonly #folder: string;
  readonly #layout: Layout;
  readonly #found: Record<string, Record<string, Measured>>;

  constructor(folder: string, layout: Layout) {
    this.#folder = folder;
    this.#layout = layout;
    const path = this.#path;
    this.#found = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  }

  get #path(): string {
    return join(this.#folder, 'figures.table.json');
  }

  add(engine: string, measured: Measured): void {
    const found = { ...this.#found[engine], [`${measured.row.join()} ${measured.file}`]: measured };
    this.#found[engine] = found;
    writeFileSync(this.#path, JSON.stringify(this.#found, undefined, 1));
    const figures = measured.figures.map(figure => figure.toExponential(1));
    console.log([engine, ...measured.row, measured.file, ...measured.facts, ...figures].join('  '));
  }

  /** Prints the table of everything that was found, and what differs from the document's; puts it there if it is to. */
  finish(write: boolean): void {
    const table = [...this.#head(), ...this.#rows().map(cells => `| ${cells.join(' | ')} |`)];
    const opening = `| ${[...this.#layout.row, ...this.#layout.facts].slice(0, 2).join(' | ')} |`;
    console.log(`\n${table.join('\n')}\n`);
    console.log(comparison(tableIn(this.#layout.document, opening), table).join('\n'));
    if (write) replaceTable(this.#layout.document, opening, table);
  }

  get #engines(): string[] {
    return engineNames.filter(name => this.#found[name]).toReversed();
  }

  #head(): string[] {
    const { row, facts, figures } = this.#layout;
    const columns = [...row, ...facts, ...figures.map(name => `${name}: ${this.#engines.join(', ')}`)];
    return [`| ${columns.join(' | ')} |`, `|${' --- |'.repeat(columns.length)}`];
  }

  #rows(): string[][] {
    const all = this.#engines.map(engine => Object.values(this.#found[engine]!));
    const names = new Map(all.flat().map(({ row }) => [row.join(), row]));
    const sorted = [...names].sort(([, [a = '']], [, [b = '']]) => a.localeCompare(b));
    return sorted.map(([name, row]) => {
      const each = all.map(found => found.filter(measured => measured.row.join() === name));
      const facts = this.#layout.facts.map((fact, at) =>
        fact === 'files' ? distinct(each.flat().map(({ file }) => file)).join(', ') : told(each.flat(), at),
      );
      const figures = this.#layout.figures.map((_, at) => each.map(found => worst(found, at)).join(', '));
      return [...row, ...facts, ...figures];
    });
  }
}

const told = (found: readonly Measured[], at: number): string =>
  distinct(found.map(({ facts }) => facts[at]!)).join(' / ');

const worst = (found: readonly Measured[], at: number): string =>
  found.length === 0 ? '-' : Math.max(...found.map(({ figures }) => figures[at]!)).toExponential(1);

const distinct = (values: readonly string[]): string[] => [...new Set(values)];
