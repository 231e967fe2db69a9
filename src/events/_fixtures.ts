import { posix } from 'node:path';
import { fixtureChanges, fixturesAmong } from '../changes/fixture-changes.ts';
import { predecessor } from '../changes/predecessors.ts';
import { rulesOf } from '../changes/rules.ts';
import type { ModelConfig } from '../config/config.ts';
import type { RawConfig } from '../config/schema.ts';
import { inside } from '../files/workspace.ts';
import type { Comparison } from './_comparison.ts';
import type { Project } from './_project.ts';

/**
 * The model with what the change does to its fixtures. Where the base has no configuration of it, or is too large to be
 * listed, nothing is said: the fixtures then count as they are.
 * @param before the base's configuration
 */
export async function withFixtureChanges(
  model: ModelConfig,
  project: Project,
  { sides }: Comparison,
  before: RawConfig | undefined,
): Promise<ModelConfig> {
  const written = project.raw.models.find(({ name }) => name === model.name);
  const known = written && before && predecessor(written, before, project.raw);
  // Those that lie elsewhere are the base branch's own.
  const areOurs = model.fixtures.every(({ path }) => inside(project.root, path));
  if (!sides || !known || !areOurs) return model;
  const [was, is] = await Promise.all([sides.before.list(), sides.candidate.list()]);
  if (!was?.complete || !is?.complete) return model;
  const own = [project.inRepository(project.out)].filter(folder => folder !== '');
  const earlier = fixturesAmong(was.entries, rulesOf(before, known.name, project.written), own);
  if (earlier.size === 0) return model;
  const found = model.fixtures.flatMap(({ path }) => {
    const place = project.inRepository(path);
    const sha = is.entries.get(place)?.sha;
    return sha === undefined ? [] : [[place, sha] as const];
  });
  const { touched, gone } = fixtureChanges(earlier, new Map(found));
  const folder = posix.dirname(project.configuration);
  return {
    ...model,
    fixtures: model.fixtures.map(fixture => ({ ...fixture, touched: touched.get(project.inRepository(fixture.path)) })),
    gone: gone.map(path => posix.relative(folder, path)),
  };
}
