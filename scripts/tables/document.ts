/** Parts of a document that a script made, found again by how they begin and put anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export const documentText = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Everything from a line that begins with `opening` to the next heading, or the end. */
export function replaceSection(path: string, opening: string, lines: readonly string[]): void {
  const before = documentText(path).split('\n');
  const from = place(path, before, opening);
  const next = before.findIndex((line, at) => at > from && /^#+ /.test(line));
  put(path, [...before.slice(0, from), ...lines, '', ...(next < 0 ? [] : before.slice(next))]);
}

/** The rows of the table whose header begins with `opening`, header and rule included. */
export function tableIn(path: string, opening: string): readonly string[] {
  const lines = documentText(path).split('\n');
  const from = place(path, lines, opening);
  const length = lines.slice(from).findIndex(line => !line.startsWith('|'));
  return lines.slice(from, length < 0 ? undefined : from + length);
}

export function replaceTable(path: string, opening: string, table: readonly string[]): void {
  const lines = documentText(path).split('\n');
  const from = place(path, lines, opening);
  put(path, [...lines.slice(0, from), ...table, ...lines.slice(from + tableIn(path, opening).length)]);
}

function place(path: string, lines: readonly string[], opening: string): number {
  const found = lines.findIndex(line => line.startsWith(opening));
  if (found < 0) throw new RangeError(`${path} has no line that begins with "${opening}"`);
  return found;
}

function put(path: string, lines: readonly string[]): void {
  writeFileSync(join(root, path), `${lines.join('\n').trimEnd()}\n`);
}
