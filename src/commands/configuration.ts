import { dirname, resolve } from 'node:path';
import type { Config } from '../config/config.ts';
import { readConfig } from '../config/read.ts';
import { resolveConfig } from '../config/resolve.ts';
import type { RawConfig } from '../config/schema.ts';
import { CamdriftError } from '../errors.ts';
import { inside } from '../files/workspace.ts';
import { located } from '../sources/located.ts';
import { networkOf, typedModel } from './model-options.ts';
import type { AuditOptions } from './options.ts';
import { settingsFrom } from './settings.ts';
import type { World } from './world.ts';

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
