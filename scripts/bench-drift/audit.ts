import { join, parse } from 'node:path';
import { audit } from '../../src/audit.ts';
import type { ModelConfig } from '../../src/config/config.ts';
import { resolveConfig } from '../../src/config/resolve.ts';
import { configSchema } from '../../src/config/schema.ts';
import type { Explainer } from '../../src/explainer/explainer.ts';
import type { ModelResult } from '../../src/results/model.ts';
import type { Family, FamilyModel } from './family.ts';

/** A model of a family with what camdrift says of it. */
export interface Judged extends FamilyModel {
  readonly result: ModelResult;
}

/**
 * The configurations of all models of a family against its base, as a team would write them.
 * @param most fixtures that are used, from the front
 * @param settings what the configuration says besides models and pictures
 */
export async function configsOf(
  { classes, preprocess, fixtures, masks, base, models, folder }: Family,
  most: number,
  settings: Record<string, unknown>,
): Promise<readonly ModelConfig[]> {
  const used = fixtures.slice(0, most);
  const raw = configSchema.parse({
    models: models.map(({ name, path }) => ({ name, path })),
    labels: classes,
    preprocess,
    fixtures: used.map(({ path }) => path),
    'baseline-model': base,
    checks: 'none',
    methods: ['grad-cam'],
    ...(masks !== undefined && { regions: [{ name: 'object', from: masks }] }),
    ...settings,
  });
  const source = { base: folder, workspace: parse(folder).root };
  const { models: configs } = await resolveConfig({ raw, source }, { settings: {}, source }, join('/', 'nowhere'));
  const truth = new Map(used.map(({ path, label }) => [path, label]));
  return configs.map(config => ({
    ...config,
    fixtures: config.fixtures.map(each => ({ ...each, label: truth.get(each.path) })),
  }));
}

/** By the audit's own way; models of which something is missing end it with the reason. */
export async function judgeAll(
  family: Family,
  configs: readonly ModelConfig[],
  explainer: Explainer,
): Promise<readonly Judged[]> {
  const { results } = await audit(
    { models: configs, engine: 'auto', jobs: undefined, batch: undefined, out: '', runTimeout: 1e6 },
    explainer,
    () => () => {},
    () => new Date(0),
  );
  const broken = results.models.find(({ error }) => error);
  if (broken) throw new Error(`${family.name}: ${broken.name}: ${broken.error!.message}`);
  return family.models.map((model, index) => ({ ...model, result: results.models[index]! }));
}

/** The same, but that no edit takes anything of another picture: what swapped surroundings add. */
export const withoutSwaps = (explainer: Explainer): Explainer => ({
  ...explainer,
  async answers(request, deadline) {
    const found = await explainer.answers(request, deadline);
    const edited = found.edited.map((row, at) => (request.edits[at]!.kind === 'swap' ? row.map(() => undefined) : row));
    return { ...found, edited };
  },
});
