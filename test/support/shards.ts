import { type Audit, audit } from '../../src/audit.ts';
import { configOf } from '../../src/commands/configuration.ts';
import type { AuditOptions } from '../../src/commands/options.ts';
import type { World } from '../../src/commands/world.ts';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { type Explainer, inProcess } from '../../src/explainer/explainer.ts';
import type { Outcome } from '../../src/shards/record.ts';
import { recording } from '../../src/shards/recording.ts';
import { replaying } from '../../src/shards/replaying.ts';
import { readShards } from '../../src/shards/shards.ts';
import { writeShard as write } from '../../src/shards/write.ts';
import type { Workspace } from './workspace.ts';

export const engine = inProcess(await wasmEngine());

const noon = () => new Date('2026-01-01T12:00:00Z');

/** What the audit of a workspace finds, in this process, by the clock at noon. */
export async function audited(workspace: Workspace, by: Explainer, options: AuditOptions = {}): Promise<Audit> {
  const world = { cwd: workspace.root, env: {} } as World;
  return audit(await configOf(options, world), by, () => () => {}, noon);
}

/** What `audit --shard at/of` writes. */
export async function writeShard(workspace: Workspace, at: number, of: number): Promise<void> {
  const outcomes = new Map<string, Outcome>();
  await audited(workspace, recording(engine, { at, of }, outcomes));
  await write(workspace.path(`shards/${at}`), { at, of }, engine, outcomes);
}

/** All of them, or all but one. */
export async function writeShards(workspace: Workspace, of: number, but?: number): Promise<void> {
  for (let at = 1; at <= of; at++) if (at !== but) await writeShard(workspace, at, of);
}

/** What `merge --shards shards` finds. */
export async function merged(workspace: Workspace, options: AuditOptions = {}): Promise<Audit> {
  return audited(workspace, replaying(engine, await readShards(workspace.path('shards'))), options);
}
