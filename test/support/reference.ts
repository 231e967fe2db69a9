import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './dist.ts';

/** Real models, photos and golden numbers that lie beside the repository and may not be copied into it. */
export const reference = (...path: string[]): string => join(root, '../shared/reference', ...path);

/** Why tests of the reference material are skipped here; `false`: they are not. */
export const whyNoReference: string | false = existsSync(reference('README.md'))
  ? false
  : `the reference material is not here: ${reference()}`;

/** The 38 photos of the benchmark, in the order of its stored maps. */
export function fixturePaths(): string[] {
  const { fixtures }: { fixtures: { file: string }[] } = JSON.parse(
    readFileSync(reference('benchmark/fixtures/fixtures.json'), 'utf8'),
  );
  return fixtures.map(({ file }) => reference('benchmark/fixtures', file));
}
