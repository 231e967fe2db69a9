/** Whether two folders hold the same files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Every file byte by byte, but for when `results.json` and `report.html` were made, and how long that took.
 * @returns how many files there are, and those that differ or that one folder alone has. Throws where there are none.
 */
export function differences(
  one: string,
  other: string,
): { readonly files: number; readonly differ: readonly string[] } {
  const names = [...new Set([one, other].flatMap(filesOf))].sort();
  if (names.length === 0) throw new RangeError(`There is nothing in ${one}.`);
  return { files: names.length, differ: names.filter(name => !same(contentOf(one, name), contentOf(other, name))) };
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));

/** Where a file says when it was made. */
const times: Readonly<Record<string, RegExp>> = {
  'results.json': /"times": \{[^}]*\}/,
  'report.html': /"started":"[^"]*"/,
};

function contentOf(folder: string, name: string): Buffer | undefined {
  try {
    const bytes = readFileSync(join(folder, name));
    const time = times[name];
    return time ? Buffer.from(bytes.toString().replace(time, '')) : bytes;
  } catch {
    return undefined;
  }
}

const same = (one: Buffer | undefined, other: Buffer | undefined): boolean =>
  one !== undefined && other !== undefined && one.equals(other);
