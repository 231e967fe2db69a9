import { type Command, Option } from 'commander';
import { engineNames } from '../engines/engine.ts';
import type { EngineChoice } from '../engines/index.ts';
import { CamdriftError } from '../errors.ts';
import { fits } from '../images/frame.ts';
import { recipes } from '../images/recipes.ts';
import { lineageKinds } from '../lineage/lineage.ts';
import { taskKinds } from '../models/model.ts';
import { type CiReportFiles, ciReports } from '../reports/ci/index.ts';
import { checkLevels } from '../sanity/sanity.ts';
import { type Shard, shardFrom } from '../shards/shard.ts';
import { addModelOptions, addNetworkOptions, type ModelOptions } from './model-options.ts';

/** Options that decide how any model is explained. */
export interface MapOptions {
  readonly layer?: readonly string[];
  readonly method?: readonly string[];
  readonly score?: string;
  readonly preprocess?: string;
  readonly recipe?: string;
  readonly fit?: string;
  readonly resample?: string;
  readonly antialias?: string;
  readonly resizeTo?: string;
  readonly crop?: string;
  readonly orientation?: string;
  readonly colour?: string;
  readonly size?: string;
  readonly output?: string;
  readonly signature?: string;
  readonly task?: string;
  readonly input?: readonly string[];
  readonly labels?: string;
  readonly shard?: Shard;
  readonly engine?: EngineChoice;
  readonly jobs?: number;
  readonly timeout?: number;
  readonly batch?: number;
  readonly out?: string;
  readonly json?: string;
}

/** Options that say what is audited, and against what. */
export interface AuditOptions extends MapOptions, ModelOptions, CiReportFiles {
  readonly config?: string;
  readonly workspace?: string;
  readonly fixtures?: readonly string[];
  readonly truth?: string;
  readonly baseline?: string;
  readonly baselineModel?: string;
  readonly baselinePreprocess?: string;
  readonly threshold?: readonly string[];
  readonly lineage?: string;
  readonly checks?: string;
  readonly pinned?: string;
  readonly falseAlarms?: number;
  readonly probes?: string;
  readonly runTimeout?: number;
  readonly mapCache?: string;
}

const list = (value: string, previous: readonly string[] = []): string[] => [
  ...previous,
  ...value.split(',').filter(Boolean),
];
const each = (value: string, previous: readonly string[] = []): string[] => [...previous, value];

function whole(most: number): (value: string) => number {
  return value => {
    const number = Number(value);
    if (Number.isInteger(number) && number >= 1 && number <= most) return number;
    throw new CamdriftError('usage-wrong', `Expected a whole number from 1 to ${most}, got "${value}".`);
  };
}

function seconds(value: string): number {
  const number = Number(value);
  if (number > 0 && number <= 86_400) return number;
  throw new CamdriftError('usage-wrong', `Expected seconds, more than 0 and at most 86400, got "${value}".`);
}

export function addMapOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--layer <path>',
        'target layer: a path such as backbone/conv5, or auto; given again, each is explained by itself',
      ).argParser(each),
    )
    .option('--method <names>', 'CAM methods, separated by commas or given again', list)
    .addOption(new Option('--score <score>', 'what is differentiated').choices(['logit', 'probability']))
    .addOption(new Option('--recipe <name>', 'what a library does with pictures').choices(Object.keys(recipes)))
    .option(
      '--preprocess <recipe>',
      'tf, torch, imagenet, caffe, unit, raw, or "{scale: 1, mean: [104, 117, 123], order: bgr}"',
    )
    .addOption(new Option('--fit <fit>', 'how a picture of another size meets the input').choices(fits))
    .addOption(
      new Option('--resample <filter>', 'what pictures are resized with').choices([
        'bilinear',
        'nearest',
        'bicubic',
        'area',
        'lanczos',
      ]),
    )
    .addOption(new Option('--antialias <whether>', 'smoothed as Pillow does, or not').choices(['true', 'false']))
    .option('--resize-to <size>', 'size of the shorter side, or WxH, before the middle is cut out')
    .option('--crop <part>', 'size of what is cut out of the middle, 224, or its share, 0.875')
    .addOption(new Option('--orientation <way>', 'whether EXIF turns pictures').choices(['ignore', 'apply']))
    .addOption(
      new Option('--colour <way>', 'whether embedded colour profiles are followed').choices(['as-stored', 'srgb']),
    )
    .option('--size <WxH>', 'input size, for models that accept any')
    .option('--output <name>', 'output to explain, when the model has several')
    .option('--signature <name>', 'signature of a SavedModel to explain')
    .addOption(taskOption())
    .addOption(inputOption())
    .option('--labels <file>', 'class names: text, one per line, or JSON')
    .addOption(engineOption())
    .addOption(timeoutOption())
    .option('--jobs <count>', 'worker threads of the wasm engine (default: one per core where it pays)', whole(64))
    .option('--batch <count>', 'images per batch (default: from memory)', whole(256));
}

export const taskOption = (): Option =>
  new Option('--task <kind>', 'what the answers are, where the graph does not show it').choices(taskKinds);

export const shardOption = (): Option =>
  new Option('--shard <n/of>', 'explain every of-th fixture only, and write what was found for merge').argParser(
    shardFrom,
  );

export const timeoutOption = (): Option =>
  new Option('--timeout <seconds>', 'how long one model may take (default: 900)').argParser(seconds);

export function engineOption(): Option {
  return new Option('--engine <engine>', 'what computes; auto takes the fastest that is installed').choices([
    'auto',
    ...engineNames,
  ]);
}

export function addAuditOptions(command: Command): Command {
  return addModelOptions(configuredOptions(command)).option(
    '--model <path>',
    'the model, or its https address, instead of a configuration file',
  );
}

/** All of `addAuditOptions` for a command that needs a configuration file. */
export const addConfiguredOptions = (command: Command): Command => addNetworkOptions(configuredOptions(command));

function configuredOptions(command: Command): Command {
  return addMapOptions(command)
    .option('--config <file>', 'configuration file (default: camdrift.yml, unless --model is given)')
    .option('--workspace <folder>', 'folder that the configuration may read from (default: the working directory)')
    .option('--fixtures <glob...>', 'fixture images or .npy arrays')
    .option('--truth <source>', 'true classes: folder, or a COCO JSON file')
    .option('--run-timeout <seconds>', 'how long all models together may take (default: 3600)', seconds)
    .option('--baseline <folder>', 'folder of stored baselines')
    .addOption(
      new Option('--probes <which>', 'edits that should not matter: a few, a sweep of many, or none').choices([
        'default',
        'quick',
        'sweep',
        'none',
      ]),
    );
}

export const inputOption = (): Option =>
  new Option('--input <name=value>', 'what an input beside the picture is given: a number, or a .npy file').argParser(
    each,
  );

export const historyOption = new Option(
  '--history <count>',
  'earlier versions of the model on the default branch of its clone, as accepted models',
).argParser(whole(200));

export const lineageOption = new Option(
  '--lineage <kind>',
  'how the model descends from its baseline, instead of what the weights show',
).choices(['auto', ...lineageKinds]);
export const checksOption = new Option(
  '--checks <level>',
  'whether the explanation itself is sound; full takes hundreds of passes',
).choices(checkLevels);

export const pinnedOption = new Option(
  '--pinned <path>',
  'golden release that drift is also measured from: a model, or a folder of stored baselines',
);

export const thresholdOption = new Option(
  '--threshold <metric=limit>',
  'largest accepted mean drift, 0 to 1; may be given again',
).argParser(each);

export const falseAlarmsOption = new Option(
  '--false-alarms <rate>',
  'rate of false alarms that a calibrated verdict may have (default: 0.1)',
).argParser(Number);

export const addCiReports = (command: Command): Command =>
  ciReports.reduce((made, { option, help }) => made.option(`${option} <file>`, help), command);
