import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Config } from '../config/config.ts';
import { readConfig } from '../config/read.ts';
import { resolveConfig, usualTimeout } from '../config/resolve.ts';
import type { RawConfig } from '../config/schema.ts';
import type { EngineChoice } from '../engines/index.ts';
import { CamdriftError } from '../errors.ts';
import { deadlines } from '../explainer/deadlines.ts';
import type { Deadline } from '../explainer/explainer.ts';
import { type SeparateExplainer, startExplainer } from '../explainer/separate-explainer.ts';
import { inside } from '../files/workspace.ts';
import type { Terminal } from '../hosts/terminal.ts';
import { engineWords } from '../reports/engine.ts';
import { oneLine } from '../reports/printable.ts';
import { sentenceOf } from '../reports/reasons.ts';
import { located } from '../sources/located.ts';
import type { RanBy } from '../versions/ran-by.ts';
import { networkOf, typedModel } from './model-options.ts';
import { type AuditOptions, settingsFrom } from './options.ts';

/** What a command is given instead of reaching for it. */
export interface World {
  readonly terminal: Terminal;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  now(): Date;
}

/** The configuration of a run: from a file, or from `--model`; options that are typed win. */
export async function configOf(options: AuditOptions, world: World): Promise<Config> {
  const { cwd } = world;
  const flags = { settings: settingsFrom(options), source: { base: cwd } };
  const file = options.model === undefined ? await fromFile(options, cwd) : fromModel(options, cwd);
  const { engine, jobs, batch, out, runTimeout } = options;
  const typed = Object.fromEntries(
    Object.entries({ engine, jobs, batch, runTimeout }).filter(([, value]) => value !== undefined),
  );
  const config = await resolveConfig(file, flags, out === undefined ? undefined : resolve(cwd, out));
  return located({ ...config, ...typed }, networkOf(options, world));
}

async function fromFile(options: AuditOptions, cwd: string) {
  const path = resolve(cwd, options.config ?? 'camdrift.yml');
  const base = dirname(path);
  const workspace = options.workspace ? resolve(cwd, options.workspace) : inside(cwd, base) ? cwd : base;
  return { raw: await readConfig(path), source: { base, workspace } };
}

function fromModel(options: AuditOptions, cwd: string): { raw: RawConfig; source: { base: string } } {
  if (options.config !== undefined)
    throw new CamdriftError('usage-wrong', 'Give either --config or --model, not both.');
  return { raw: { models: [typedModel(options)] }, source: { base: cwd } };
}

/** Starts the process that explains, and says with which engine. */
export async function startedEngine(choice: EngineChoice | undefined, { terminal }: World): Promise<SeparateExplainer> {
  const engine = await startExplainer(choice ?? 'auto');
  terminal.note(`engine: ${engineWords(engine)}`);
  return engine;
}

/** Says when another engine ran a model than the one that was asked. */
export function tellFallback({ fallback }: Pick<RanBy, 'fallback'>, { terminal }: World): void {
  if (fallback) terminal.note(`note: ${oneLine(sentenceOf(fallback))}`);
}

/** When a command that asks one model must be done. */
export const deadlineOf = ({ timeout = usualTimeout }: { readonly timeout?: number }): Deadline =>
  deadlines(Number.POSITIVE_INFINITY)(timeout);

/** `-` is standard output; anything else a file. */
export async function writeJson(target: string | undefined, value: unknown, { terminal, cwd }: World): Promise<void> {
  if (target === undefined) return;
  const text = JSON.stringify(value, undefined, 2);
  if (target === '-') return terminal.out(text);
  await writeText(resolve(cwd, target), `${text}\n`);
}

/** Writes a file, and the folders that it lies in. */
export async function writeText(file: string, text: string): Promise<void> {
  await writable(dirname(file));
  await writeFile(file, text).catch(cannotWrite(file));
}

/** Makes a folder for output. */
export async function writable(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch(cannotWrite(folder));
}

const cannotWrite = (path: string) => (cause: Error) => {
  throw new CamdriftError('usage-wrong', `${path} cannot be written: ${cause.message}.`, {
    cause,
    remedy: 'Name another file or folder for the output.',
  });
};
