import { resolve } from 'node:path';
import { readLabels } from '../config/labels.ts';
import { picturesMeant } from '../config/pictures.ts';
import type { RawSettings } from '../config/schema.ts';
import { nameFor } from '../config/source.ts';
import { CamdriftError, exitCodes } from '../errors.ts';
import type { Explainer } from '../explainer/explainer.ts';
import { feedingReasons } from '../judgement/feeding.ts';
import { type Explanation, isFailure } from '../maps/explain.ts';
import type { ModelMaps } from '../maps/maps.ts';
import type { MapRequest } from '../maps/request.ts';
import { isRefusal } from '../methods/method.ts';
import { modelDigest } from '../models/index.ts';
import { feedingWords } from '../reports/feeding.ts';
import { oneLine } from '../reports/printable.ts';
import { tool } from '../version.ts';
import { ranBy } from '../versions/ran-by.ts';
import { MapPictures } from './_map-pictures.ts';
import { type ModelOptions, modelPath, shownModel } from './model-options.ts';
import type { MapOptions } from './options.ts';
import { settingsFrom } from './settings.ts';
import { deadlineOf, startedEngine, tellFallback, type World, writeJson } from './world.ts';

export interface MapCommandOptions extends MapOptions, ModelOptions {
  readonly model: string;
  readonly image: readonly string[];
  readonly class?: string;
}

const defaultMethods = ['cam', 'grad-cam', 'grad-cam++'];

/** `camdrift map`: the maps of some images, as pictures and as numbers. */
export async function mapCommand(options: MapCommandOptions, world: World): Promise<number> {
  const settings = settingsFrom(options);
  const given = options.labels === undefined ? undefined : await readLabels(resolve(world.cwd, options.labels));
  if (!settings.preprocess && !settings.recipe && options.image.some(image => !image.endsWith('.npy'))) {
    world.terminal.note('note: no --preprocess is given, so pixels are divided by 255 (unit)');
  }
  const request: MapRequest = {
    path: await modelPath(options, world),
    load: {
      output: settings.output,
      signature: settings.signature,
      task: settings.task,
      inputs: settings.inputs,
      size: settings.size,
    },
    layer: oneLayer(settings.layer),
    methods: [...new Set(settings.methods ?? defaultMethods)],
    score: settings.score ?? 'logit',
    ...picturesMeant(settings),
    batch: options.batch,
    jobs: options.jobs,
    sketch: false,
    digest: options.json !== undefined,
  };
  await using engine = await startedEngine(options.engine, world);
  const paths = options.image.map(image => resolve(world.cwd, image));
  const draws = options.out !== undefined || options.json === undefined;
  const folder = resolve(world.cwd, options.out ?? 'camdrift-out');
  const pictures = new MapPictures(folder, paths.map(nameFor));
  const made = await engine.maps(
    { ...request, pictures: draws },
    ({ classes, labels: carried }) => {
      const labels = given ?? carried;
      const chosen = classChoice(options.class ?? 'predicted', labels, classes);
      pictures.labels = labels;
      return paths.map(path => ({ path, class: chosen }));
    },
    world.terminal.progress('map'),
    deadlineOf(options),
    (from, outcomes) => pictures.add(from, outcomes),
  );
  for (const { takes, fed } of feedingReasons(made.takes, request.preprocess))
    world.terminal.note(`note: ${oneLine(feedingWords({ takes, fed }))}`);
  tellFallback(ranBy(engine, made), world);
  const labels = given ?? made.labels;
  if (options.json !== undefined)
    await writeJson(options.json, await toJson(options, request, made, engine, labels), world);
  if (draws) {
    await pictures.written();
    const { name, width, height, reason } = made.layer;
    world.terminal.note(`layer: ${oneLine(name)}, ${width} x ${height} (${oneLine(reason)})\npictures: ${folder}`);
  }
  return failOnUnreadable(made);
}

function oneLayer(layer: RawSettings['layer'] = 'auto'): string {
  if (typeof layer === 'string') return layer;
  throw new CamdriftError('usage-wrong', `map draws one layer, and ${layer.length} are named.`, {
    remedy: 'Run it once per layer; `audit` and `baseline` take several.',
  });
}

function classChoice(choice: string, labels: readonly string[] | undefined, classes: number): number | 'predicted' {
  if (labels && labels.length !== classes)
    throw new CamdriftError(
      'labels-mismatch',
      `The model has ${classes} classes and ${labels.length} labels are given.`,
    );
  if (choice === 'predicted') return 'predicted';
  const named = labels?.indexOf(choice) ?? -1;
  const index = named >= 0 ? named : /^\d+$/.test(choice) ? Number(choice) : -1;
  if (index >= 0 && index < classes) return index;
  throw new CamdriftError(
    'usage-wrong',
    `There is no class \`${choice}\`: expected a label, an index from 0 to ${classes - 1}, or predicted.`,
  );
}

async function toJson(
  options: MapCommandOptions,
  request: MapRequest,
  made: ModelMaps,
  engine: Pick<Explainer, 'name' | 'version'>,
  labels: readonly string[] | undefined,
) {
  const { layer, format, input, classes, outcomes } = made;
  return {
    version: 1,
    tool,
    engine: ranBy(engine, made).engine,
    model: {
      path: shownModel(options.model),
      format,
      digest: made.digest ?? (await modelDigest(request.path)),
      input,
      classes,
    },
    layer,
    score: request.score,
    preprocess: request.preprocess,
    fit: request.fit,
    pixels: request.pixels,
    images: Array.from(outcomes, (outcome, index) => ({
      image: options.image[index]!,
      ...(isFailure(outcome) ? outcome : imageJson(outcome, labels)),
    })),
  };
}

function imageJson(
  { digest, predicted, classIndex, logits, probabilities, maps }: Explanation,
  labels: readonly string[] | undefined,
) {
  const described = (index: number) => {
    const label = labels?.[index];
    return {
      index,
      ...(label !== undefined && { label }),
      probability: probabilities[index]!,
      ...(logits.length > 1 && { logit: logits[index]! }),
    };
  };
  const ranked = [...probabilities.keys()].sort((a, b) => probabilities[b]! - probabilities[a]!);
  const plain = Object.entries(maps).map(([method, map]) => [
    method,
    isRefusal(map) ? map : { ...map, data: [...map.data] },
  ]);
  return {
    digest,
    predicted: described(predicted),
    explained: described(classIndex),
    top5: ranked.slice(0, 5).map(described),
    logits: [...logits],
    maps: Object.fromEntries(plain),
  };
}

/** After everything else is written, so that one bad image costs only itself. */
function failOnUnreadable(made: ModelMaps): number {
  if (made.unfinished) throw new CamdriftError(made.unfinished.code, made.unfinished.message);
  const failed = [...made.outcomes].filter(isFailure).map(outcome => outcome.failed);
  if (failed.length === 0) return exitCodes.pass;
  throw new CamdriftError('fixture-unreadable', failed.join('\n'), { remedy: 'Every other image is done.' });
}
