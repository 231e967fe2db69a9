import { z } from 'zod';
import { engineNames } from '../engines/engine.ts';
import { lineageKinds } from '../lineage/lineage.ts';
import { findMethod, methods } from '../methods/index.ts';
import { metrics } from '../metrics/index.ts';
import { taskKinds } from '../models/model.ts';
import { checkLevels } from '../sanity/sanity.ts';
import { addressProblem } from '../sources/address.ts';

import { tooIntricate } from './_pattern.ts';
import { probeKeys, probesSetting } from './_probe-setting.ts';
import { regionsSetting } from './_region-setting.ts';
import { pictureSettings, preprocessSetting } from './pictures.ts';

/**
 * The configuration file, once: the types, the messages and the published JSON schema all come from here.
 * Paths are relative to the file; names and values are written as the field writes them.
 */
const method = z.string().transform((name, context) => {
  const found = findMethod(name);
  if (found) return found.name;
  context.addIssue({
    code: 'custom',
    message: `unknown method \`${name}\``,
    params: { known: methods.map(each => each.name) },
  });
  return z.NEVER;
});

const size = z
  .union([z.tuple([z.int().positive(), z.int().positive()]), z.string().regex(/^\d+x\d+$/, 'expected WIDTHxHEIGHT')])
  .transform(value => {
    const [width, height] = typeof value === 'string' ? value.split('x').map(Number) : value;
    return { width: width!, height: height! };
  })
  .describe('Width and height of the input, for models that accept any: [224, 224] or 224x224.');

/** Names of limits on right answers. */
const ofAccuracy = ['class-loss', 'accuracy-loss'];
const ofDrift = [...metrics.map(metric => metric.name), 'divergence'];
const limits = (names: readonly string[]) => z.partialRecord(z.enum(names), z.number().min(0).max(1));

const thresholds = limits([...ofDrift, ...ofAccuracy]).describe(
  'Largest accepted mean drift over the fixtures, 0 to 1, per metric, and divergence of the answers in bits; by lineage unless said otherwise. class-loss and accuracy-loss: largest accepted share of labelled fixtures, of any class or tag and of all, that are no longer answered right.',
);

const seconds = z.number().gt(0).max(86_400);

const glob = z.string().superRefine((pattern, context) => {
  const why = tooIntricate(pattern);
  if (why)
    context.addIssue({ code: 'custom', message: `the glob \`${pattern.slice(0, 60)}\` is too intricate: ${why}` });
});

/** What can be said per model, or once for all models at the top of the file. */
const settings = {
  fixtures: z
    .array(glob)
    .min(1)
    .describe('Globs of fixture images (PNG, JPEG, WebP, TIFF, AVIF, BMP, GIF, PPM, PGM) or .npy arrays.'),
  labels: z
    .union([z.string(), z.array(z.string()).min(1)])
    .describe('Class names in the order of the outputs: a text file (one per line), a JSON file, or a list.'),
  task: z
    .enum(taskKinds)
    .describe('What the answers are, where the graph does not show it: one class of several, labels, or a number.'),
  'answer-limit': z
    .number()
    .gt(0)
    .describe('Of a regression: largest accepted mean change of the answer, in its own unit.'),
  truth: z.string().describe('True class of each fixture: `folder` (its folder is the class), or a COCO JSON file.'),
  layer: z
    .union([z.string(), z.array(z.string()).min(1).max(8)])
    .describe('Path of the target layer, or `auto`; a list of paths explains each by itself, as of an ensemble.'),
  methods: z.array(method).min(1).describe('CAM methods; the first one is judged, the others are shown.'),
  score: z
    .enum(['logit', 'probability'])
    .describe('What is differentiated: the pre-softmax logit, or the probability.'),
  ...pictureSettings,
  thresholds,
  probes: probesSetting,
  regions: regionsSetting,
  tags: z
    .record(z.string(), z.array(glob).min(1))
    .describe('Groups of fixtures by name, each a list of globs, for figures per group.'),
  watch: z
    .array(glob)
    .min(1)
    .describe('Globs of files whose change alone makes the model be looked at, such as what trains it.'),
  checks: z
    .enum(checkLevels)
    .describe('Whether the explanation itself is sound: `basic`; `full`, which takes hundreds of passes; or `none`.'),
  'false-alarms': z.number().gt(0).lt(1).describe('Rate of false alarms that a calibrated verdict may have; 0.1.'),
  repairs: z
    .enum(['pass', 'fail'])
    .describe(
      'Whether attention may move where that mends what the version before had got wrong, by rules of regions, a pinned or an earlier stored baseline; pass.',
    ),
  lineage: z
    .enum(['auto', ...lineageKinds])
    .describe('How the model descends from its baseline; auto: told from the weights.'),
  output: z.string().describe('Which output to explain, when the model has several.'),
  signature: z.string().describe('Which signature of a SavedModel to explain; `serving_default`, or the only one.'),
  inputs: z
    .record(
      z.string().max(200),
      z.union([z.number(), z.string().regex(/\.npy$/, 'expected a number, or the path of a .npy file')]),
    )
    .describe('What inputs beside the picture are given, by their names: one number for all of it, or a `.npy` file.'),
  size,
  baseline: z.string().describe('Folder of stored baselines.'),
  'baseline-model': z
    .string()
    .describe(
      'The version to compare with, explained in the same run; wins over stored baselines of another model. none: no comparison, so that regions alone are judged.',
    ),
  'baseline-preprocess': preprocessSetting.describe('Preprocessing of the baseline model, when it differs.'),
  pinned: z
    .string()
    .describe('A golden release that drift is also measured from: a model, or the folder of a stored baseline.'),
  timeout: seconds.describe(
    'Seconds that one model may take, its baseline included; what it has then is incomplete. 900.',
  ),
  'pinned-thresholds': limits(ofDrift).describe('As `thresholds`, for the drift from the pinned reference.'),
};

const sha256 = z
  .string()
  .regex(/^[0-9a-fA-F]{64}$/, 'expected 64 hex digits')
  .transform(text => text.toLowerCase());
/** Relative, and without a step upwards. */
const besideName = z
  .string()
  .max(200)
  .regex(/^(?!.*(?:^|\/)\.{0,2}(?:\/|$))[\w.@+ /-]+$/, 'expected the name of a file beside the address');

const plainModel = z.strictObject({
  ...z.strictObject(settings).partial().shape,
  name: z
    .string()
    .regex(/^[\w.-]+$/, 'expected letters, digits, `.`, `-` and `_` only')
    .max(100, 'expected at most 100 letters, because folders carry it')
    .describe('Name in reports and of output files.'),
  path: z
    .string()
    .describe('The model file, the folder that holds a model.json or a saved_model.pb, or an https address.'),
  sha256: sha256.describe('Of a model at an address: the SHA-256 of its file.').optional(),
  files: z
    .record(besideName, sha256)
    .describe('Of a model at an address that is in several files: the SHA-256 of each other one, by its name.')
    .optional(),
  'token-env': z
    .string()
    .regex(/^(?!(?:GITHUB|ACTIONS|RUNNER|INPUT)_)[A-Z][A-Z0-9_]*$/, 'expected a variable of your own, such as HF_TOKEN')
    .describe("Environment variable with a token for the address's host, which goes to no other.")
    .optional(),
});

const model = plainModel.superRefine((value, { addIssue }) => {
  const problem = addressProblem(value);
  if (problem) addIssue({ code: 'custom', path: [problem.key], message: problem.message });
});

export const configSchema = z.strictObject({
  ...z.strictObject(settings).partial().shape,
  models: z
    .array(model)
    .min(1)
    .describe('The models to audit. A setting of a model wins over the same setting at the top.'),
  engine: z
    .enum(['auto', ...engineNames])
    .describe('What computes; auto takes the fastest that is installed: onnxruntime, then native, then wasm.')
    .optional(),
  jobs: z.int().min(1).max(64).describe('Worker threads of the wasm engine; one per core where it pays.').optional(),
  batch: z.int().min(1).max(256).describe('Images per batch; from memory.').optional(),
  'run-timeout': seconds.describe('Seconds that all models together may take. 3600.').optional(),
  out: z.string().describe('Folder for results.json, summary and pictures; camdrift-out.').optional(),
});

export const settingsSchema = z.strictObject(settings).partial();

/** The keys that may stand in the mapping at a path, for suggestions. */
export function knownKeys(path: readonly PropertyKey[]): readonly string[] {
  const last = String(path.at(-1) ?? '');
  if (path.length === 0) return Object.keys(configSchema.shape);
  if (path[0] === 'models' && path.length === 2) return Object.keys(plainModel.shape);
  if (last === 'thresholds') return [...ofDrift, ...ofAccuracy];
  if (last === 'pinned-thresholds') return ofDrift;
  if (path.at(-2) === 'regions') return Object.keys(regionsSetting.element.shape);
  if (path.at(-2) === 'probes') return probeKeys;
  return last.endsWith('preprocess') ? ['scale', 'mean', 'std', 'order'] : [];
}

export type RawConfig = z.output<typeof configSchema>;
/** As it stands in the file. */
export type WrittenConfig = z.input<typeof configSchema>;
export type RawSettings = z.output<typeof settingsSchema>;
