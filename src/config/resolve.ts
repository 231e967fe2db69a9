import { resolve } from 'node:path';
import { CamdriftError } from '../errors.ts';
import { confined } from '../files/workspace.ts';
import type { Judging } from '../judgement/policy.ts';
import { addressOf, isAddress } from '../sources/address.ts';
import { probesOf, sweepOf } from './_probe-setting.ts';
import { isObject } from './_region-setting.ts';
import type { Config, Fixture, ModelConfig } from './config.ts';
import { findFixtures } from './fixtures.ts';
import { givenAt } from './given.ts';
import { readLabels } from './labels.ts';
import { type Layered, type PickSetting, pickFrom } from './layered.ts';
import { pictureSettings, picturesMeant, preprocessOf } from './pictures.ts';
import { resolveProbes } from './probes.ts';
import { defaultBaselines, references } from './references.ts';
import { locateRegions } from './regions.ts';
import type { RawConfig, RawSettings } from './schema.ts';
import { layersBeside, perLayer } from './several-layers.ts';
import { locate, locateModel, type Source, shown } from './source.ts';
import { tagged } from './tags.ts';
import { readTruth } from './truth.ts';

export const defaultMethods: readonly string[] = ['grad-cam', 'grad-cam++', 'cam'];
const defaultFalseAlarms = 0.1;
const defaultOut = 'camdrift-out';
/** Seconds that one model may take. */
export const usualTimeout = 900;
const usualRunTimeout = 3600;

const pictureKeys = Object.keys(pictureSettings) as (keyof typeof pictureSettings)[];

type RawModel = RawConfig['models'][number];
/**
 * Turns what was written into what is meant: defaults filled in, paths absolute and confined, globs expanded, label
 * files read.
 * @param file the configuration file's content and source
 * @param flags what the command line overrides
 * @param output absolute path of the output folder that whoever runs this names, instead of the file's
 */
export async function resolveConfig(
  file: { raw: RawConfig; source: Source },
  flags: { settings: RawSettings; source: Source },
  output?: string,
): Promise<Config> {
  const raw = perLayer(file.raw, flags.settings.layer);
  const { models, engine, jobs, batch, out, 'run-timeout': runTimeout = usualRunTimeout, ...shared } = raw;
  requireUniqueNames(models);
  const { layer: typed, ...others } = flags.settings;
  const settings = Array.isArray(typed) || typed === undefined ? others : flags.settings;
  const layers = (model: RawModel): Layered => [
    { ...flags, settings },
    { settings: model, source: file.source },
    { settings: shared, source: file.source },
  ];
  const folder = output ?? (await outFolder(out, file.source, flags.source));
  const own = [folder, ...models.map(model => baselineFolder(layers(model), model.name, file.source))];
  return {
    models: await Promise.all(
      models.map(async model => ({
        ...(await resolveModel(model, layers(model), file.source, own)),
        ofLayers: layersBeside(raw, model),
      })),
    ),
    engine: engine ?? 'auto',
    jobs,
    batch,
    runTimeout,
    out: folder,
  };
}

function baselineFolder(layered: Layered, name: string, { base }: Source): string {
  const found = pickFrom(layered, 'baseline');
  return found ? resolve(found.source.base, found.value) : resolve(base, defaultBaselines, name);
}

/** Also the usual one is confined: a change may have made a link of it. */
async function outFolder(out: string | undefined, file: Source, { base }: Source): Promise<string> {
  if (out !== undefined) return locate(out, file, 'output folder');
  return confined(base, resolve(base, defaultOut), `output folder ${defaultOut}`);
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

async function resolveModel(
  model: RawModel,
  layered: Layered,
  source: Source,
  own: readonly string[],
): Promise<Omit<ModelConfig, 'ofLayers'>> {
  const pick: PickSetting = key => pickFrom(layered, key);
  const fixtures = pick('fixtures');
  if (!fixtures)
    throw new CamdriftError('config-invalid', `Model ${model.name} has no fixtures.`, {
      remedy: 'Give `fixtures: ["images/*.png"]` in the configuration, or --fixtures.',
    });
  const pictures = picturesMeant(Object.fromEntries(pictureKeys.map(key => [key, pick(key)?.value])));
  const baseline = pick('baseline-preprocess')?.value;
  const { fixtures: all, leftOut } = await findFixtures(
    fixtures.value,
    fixtures.source,
    await truthOf(pick('truth')),
    own,
  );
  requireTruth(model.name, all, pick('truth')?.value);
  return {
    name: model.name,
    ...(await placeOf(model, source)),
    load: {
      output: pick('output')?.value,
      signature: pick('signature')?.value,
      task: pick('task')?.value,
      inputs: await inputsOf(pick('inputs'), model.name),
      size: pick('size')?.value,
      within: source.workspace,
    },
    leftOut,
    ...(await locateRegions(pick('regions'), await tagged(all, pick('tags'), model.name), model.name)),
    labels: await labelsOf(pick('labels'), model.name),
    layer: [pick('layer')?.value ?? 'auto'].flat()[0]!,
    methods: [...new Set(pick('methods')?.value ?? defaultMethods)],
    score: pick('score')?.value ?? 'logit',
    ...pictures,
    unsaid: (['orientation', 'colour'] as const).filter(key => pick(key) === undefined),
    ...(await references(model.name, pick, source)),
    baselinePreprocess: baseline ? preprocessOf(baseline) : pictures.preprocess,
    thresholds: pick('thresholds')?.value as Record<string, number> | undefined,
    pinnedThresholds: pick('pinned-thresholds')?.value as Record<string, number> | undefined,
    lineage: pick('lineage')?.value ?? 'auto',
    sweep: sweepOf(pick('probes')?.value),
    probes: await resolveProbes(pick('probes'), pick('regions')?.value ?? [], model.name),
    answerLimit: pick('answer-limit')?.value,
    falseAlarms: pick('false-alarms')?.value ?? defaultFalseAlarms,
    repairs: pick('repairs')?.value ?? 'pass',
    checks: pick('checks')?.value ?? 'basic',
    timeout: pick('timeout')?.value ?? usualTimeout,
    shown: file => shown(source.base, file),
    notes: pick('preprocess') || pick('recipe') ? [] : [assumedPreprocess],
  };
}

/** Files are confined as every path is. */
async function inputsOf(
  found: ReturnType<PickSetting> | undefined,
  model: string,
): Promise<ModelConfig['load']['inputs']> {
  if (!found) return undefined;
  const at = (path: string, name: string) => locate(path, found.source, `input ${name} of model ${model}`);
  return givenAt(found.value as ModelConfig['load']['inputs'], at);
}

/** True classes that are asked for and belong to none of the fixtures would be missed by nobody. */
function requireTruth(model: string, fixtures: readonly Fixture[], source: string | undefined): void {
  if (source === undefined || fixtures.some(({ label }) => label !== undefined)) return;
  throw new CamdriftError(
    'config-invalid',
    `\`truth: ${source}\` says nothing about any of the ${fixtures.length} fixtures of model ${model}.`,
    { remedy: 'Its `file_name`s are relative to its own folder: correct them, or leave `truth` out.' },
  );
}

/** A model at an address has no place on this machine until it is given one. */
async function placeOf(model: RawModel, source: Source): Promise<Pick<ModelConfig, 'path' | 'address'>> {
  if (!isAddress(model.path)) return { path: await locateModel(model.path, source, `path of model ${model.name}`) };
  const address = addressOf(model);
  return { path: address.url, address };
}

const assumedPreprocess =
  'No preprocessing is named, so pixels are divided by 255 (`preprocess: unit`). Name the one the model was trained with.';

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
export function judgingOf(settings: RawSettings): Judging {
  const { methods, thresholds, probes, regions } = settings;
  return {
    methods: methods ?? defaultMethods,
    thresholds: thresholds as Record<string, number> | undefined,
    probes: probesOf(probes, regions?.some(isObject) ?? false),
    regions: regions ?? [],
    reference: { kind: settings['baseline-model'] === 'none' ? 'none' : 'stored' },
    answerLimit: settings['answer-limit'],
    falseAlarms: settings['false-alarms'] ?? defaultFalseAlarms,
  };
}
