import { CamdriftError } from '../errors.ts';
import type { Fixture } from './config.ts';
import { globbed } from './glob.ts';
import type { RawSettings } from './schema.ts';
import type { Source } from './source.ts';

/**
 * The same fixtures with the tags whose globs match them; globs are read as those of the fixtures are, relative to where
 * the tags are written.
 * @throws CamdriftError `config-invalid` when a glob matches no fixture of the model
 */
export async function tagged(
  fixtures: readonly Fixture[],
  tags: { readonly value: NonNullable<RawSettings['tags']>; readonly source: Source } | undefined,
  model: string,
): Promise<readonly Fixture[]> {
  if (!tags) return fixtures;
  const groups = await Promise.all(
    Object.entries(tags.value).map(async ([tag, patterns]) => {
      const found = await members(tag, patterns, fixtures, tags.source, model);
      return { tag, paths: new Set(found) };
    }),
  );
  return fixtures.map(fixture => ({
    ...fixture,
    tags: groups.filter(({ paths }) => paths.has(fixture.path)).map(({ tag }) => tag),
  }));
}

async function members(
  tag: string,
  patterns: readonly string[],
  fixtures: readonly Fixture[],
  source: Source,
  model: string,
): Promise<string[]> {
  const known = new Set(fixtures.map(({ path }) => path));
  const ignore = patterns.filter(pattern => pattern.startsWith('!')).map(pattern => pattern.slice(1));
  const wanted = patterns.filter(pattern => !pattern.startsWith('!'));
  const found = wanted.map(async pattern => {
    const files = await globbed(pattern, source, { ignore, nocase: true, what: `file of tag ${tag}` });
    const matched = files.filter(file => known.has(file));
    if (matched.length > 0) return matched;
    throw new CamdriftError('config-invalid', `Tag \`${tag}\`: no fixture of model ${model} matches \`${pattern}\`.`, {
      remedy: 'Correct the glob under `tags`, which is relative to the configuration, or remove it.',
    });
  });
  return (await Promise.all(found)).flat();
}
