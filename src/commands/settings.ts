import { parse } from 'yaml';
import { problemsOf } from '../config/problems.ts';
import { knownKeys, type RawSettings, settingsSchema } from '../config/schema.ts';
import { CamdriftError } from '../errors.ts';
import type { AuditOptions } from './options.ts';

/** Turns typed options into settings, with the same checks and words as the configuration file's. */
export function settingsFrom(options: AuditOptions): RawSettings {
  const given = {
    fixtures: options.fixtures,
    labels: options.labels,
    truth: options.truth,
    layer: options.layer?.length === 1 ? options.layer[0] : options.layer,
    methods: options.method,
    score: options.score,
    preprocess: recipe(options.preprocess),
    recipe: options.recipe,
    fit: options.fit,
    resample: options.resample,
    antialias: options.antialias && options.antialias === 'true',
    'resize-to': number(options.resizeTo),
    crop: number(options.crop),
    orientation: options.orientation,
    colour: options.colour,
    thresholds: options.threshold && Object.fromEntries(options.threshold.map(threshold)),
    lineage: options.lineage,
    'false-alarms': options.falseAlarms,
    probes: options.probes,
    output: options.output,
    signature: options.signature,
    task: options.task,
    inputs: options.input && Object.fromEntries(options.input.map(furtherInput)),
    size: options.size,
    baseline: options.baseline,
    'baseline-model': options.baselineModel,
    'baseline-preprocess': recipe(options.baselinePreprocess),
    checks: options.checks,
    pinned: options.pinned,
    timeout: options.timeout,
  };
  const written = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const parsed = settingsSchema.safeParse(written);
  if (parsed.success) return parsed.data;
  const problems = problemsOf(parsed.error, written, knownKeys).map(
    ({ path, message }) => `--${optionNames[String(path[0])] ?? String(path[0])} ${message}`,
  );
  throw new CamdriftError('usage-wrong', problems.join('\n'));
}

/** Options that are named otherwise than the setting, because they may be given again. */
const optionNames: Readonly<Record<string, string>> = { methods: 'method', thresholds: 'threshold', inputs: 'input' };

/** A number where it is one, so that the schema says what else it should be. */
const number = (text: string | undefined): unknown =>
  text !== undefined && /^[\d.]+$/.test(text) ? Number(text) : text;

/** A preset's name, or an inline mapping. */
function recipe(text: string | undefined): unknown {
  if (!text?.includes('{')) return text;
  try {
    return parse(text);
  } catch {
    return text;
  }
}

function threshold(text: string): [string, number] {
  const [metric = '', limit = ''] = text.split('=');
  if (limit.trim() !== '' && Number.isFinite(Number(limit))) return [metric, Number(limit)];
  throw new CamdriftError(
    'usage-wrong',
    `Expected --threshold METRIC=LIMIT such as attention-shift=0.08, got "${text}".`,
  );
}

function furtherInput(text: string): [string, number | string] {
  const at = text.lastIndexOf('=');
  const [name, value] = [text.slice(0, at), text.slice(at + 1).trim()];
  if (at > 0 && value !== '') return [name, Number.isFinite(Number(value)) ? Number(value) : value];
  throw new CamdriftError('usage-wrong', `Expected --input NAME=VALUE such as meta=0 or meta=meta.npy, got "${text}".`);
}
