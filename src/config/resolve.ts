import { resolve } from 'node:path';
import { CamdriftError } from '../errors.ts';
import { type Preprocess, presets } from '../images/preprocess.ts';
import { modelDigest } from '../models/index.ts';
import type { Judging } from '../policy.ts';
import { probesOf } from './_probe-setting.ts';
import type { BaselineModel, Config, ModelConfig } from './config.ts';
import { findFixtures } from './fixtures.ts';
import { readLabels } from './labels.ts';
import { resolveProbes } from './probes.ts';
import type { RawConfig, RawSettings } from './schema.ts';
import { locate, type Source, shown } from './source.ts';
import { readTruth } from './truth.ts';

export const defaultMethods: readonly string[] = ['grad-cam', 'grad-cam++', 'cam'];
export const defaultBaselines = '.camdrift/baselines';
const defaultOut = 'camdrift-out';

type RawModel = RawConfig['models'][number];
/** Settings in order of precedence, each with where it comes from. */
type Layered = readonly { readonly settings: RawSettings; readonly source: Source }[];

/**
 * Turns what was written into what is meant: defaults filled in, paths absolute and confined, globs expanded, label
 * files read.
 * @param file the configuration file's content and source
 * @param flags what the command line overrides
 */
export async function resolveConfig(
  file: { raw: RawConfig; source: Source },
  flags: { settings: RawSettings; source: Source },
): Promise<Config> {
  const { models, engine, jobs, batch, out, ...shared } = file.raw;
  requireUniqueNames(models);
  return {
    models: await Promise.all(
      models.map(model =>
        resolveModel(
          model,
          [flags, { settings: model, source: file.source }, { settings: shared, source: file.source }],
          file.source,
        ),
      ),
    ),
    engine: engine ?? 'auto',
    jobs,
    batch,
    out: out === undefined ? resolve(flags.source.base, defaultOut) : await locate(out, file.source, 'output folder'),
  };
}

function requireUniqueNames(models: readonly RawModel[]): void {
  const twice = models.find((model, index) => models.findIndex(other => other.name === model.name) !== index);
  if (twice)
    throw new CamdriftError(
      'config-invalid',
      `Two models are named \`${twice.name}\`; names must differ because output files carry them.`,
      { remedy: 'Rename one of them.' },
    );
}

async function resolveModel(model: RawModel, layered: Layered, source: Source): Promise<ModelConfig> {
  const pick = <K extends keyof RawSettings>(key: K) => pickFrom(layered, key);
  const path = async (key: 'baseline' | 'baseline-model') => {
    const found = pick(key);
    return found && locate(found.value, found.source, `${key} of model ${model.name}`);
  };
  const fixtures = pick('fixtures');
  if (!fixtures)
    throw new CamdriftError('config-invalid', `Model ${model.name} has no fixtures.`, {
      remedy: 'Give `fixtures: ["images/*.png"]` in the configuration, or --fixtures.',
    });
  const recipe = pick('preprocess')?.value;
  const preprocess = preprocessOf(recipe ?? 'unit');
  const baselineRecipe = pick('baseline-preprocess')?.value;
  const baselineModel = await path('baseline-model');
  return {
    name: model.name,
    path: await locate(model.path, source, `path of model ${model.name}`),
    load: { output: pick('output')?.value, size: pick('size')?.value },
    fixtures: await findFixtures(fixtures.value, fixtures.source, await truthOf(pick('truth'))),
    labels: await labelsOf(pick('labels'), model.name),
    layer: pick('layer')?.value ?? 'auto',
    methods: [...new Set(pick('methods')?.value ?? defaultMethods)],
    score: pick('score')?.value ?? 'logit',
    preprocess,
    fit: pick('fit')?.value ?? 'fill',
    thresholds: pick('thresholds')?.value as Record<string, number> | undefined,
    probes: await resolveProbes(pick('probes'), pick('regions')?.value ?? [], model.name),
    regions: pick('regions')?.value.map(({ name, rules }) => ({ name, rules })) ?? [],
    falseAlarms: pick('false-alarms')?.value ?? 0.1,
    baseline:
      (await path('baseline')) ?? (baselineModel ? undefined : resolve(source.base, defaultBaselines, model.name)),
    baselineModel: baselineModel === undefined ? undefined : onDisk(baselineModel),
    baselinePreprocess: baselineRecipe === undefined ? preprocess : preprocessOf(baselineRecipe),
    shown: file => shown(source.base, file),
    notes:
      recipe === undefined
        ? [
            'No preprocessing is named, so pixels are divided by 255 (`preprocess: unit`). Name the one the model was trained with.',
          ]
        : [],
  };
}

const onDisk = (path: string): BaselineModel => ({ digest: () => modelDigest(path), path: async () => path });

function pickFrom<K extends keyof RawSettings>(
  layered: Layered,
  key: K,
): { value: NonNullable<RawSettings[K]>; source: Source } | undefined {
  const found = layered.find(({ settings }) => settings[key] !== undefined);
  return found && { value: found.settings[key] as NonNullable<RawSettings[K]>, source: found.source };
}

export function preprocessOf(recipe: NonNullable<RawSettings['preprocess']>): Preprocess {
  return typeof recipe === 'string' ? presets[recipe] : recipe;
}

async function labelsOf(
  found: { value: string | readonly string[]; source: Source } | undefined,
  model: string,
): Promise<readonly string[] | undefined> {
  if (!found || typeof found.value !== 'string') return found?.value as readonly string[] | undefined;
  return readLabels(await locate(found.value, found.source, `labels of model ${model}`));
}

async function truthOf(found: { value: string; source: Source } | undefined) {
  if (!found) return () => undefined;
  return readTruth(found.value === 'folder' ? 'folder' : await locate(found.value, found.source, 'truth'));
}

/** What of the settings judges, as far as it can be known without reading a file. */
export function judgingOf({ methods, thresholds, probes, regions }: RawSettings): Judging {
  return {
    methods: methods ?? defaultMethods,
    thresholds: thresholds as Record<string, number> | undefined,
    probes: probesOf(probes),
    regions: regions ?? [],
  };
}
