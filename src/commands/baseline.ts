import { writeBaseline } from '../baselines/directory.ts';
import type { ModelConfig } from '../config/config.ts';
import { CamdriftError, exitCodes } from '../errors.ts';
import { deadlines } from '../explainer/deadlines.ts';
import { oneLine } from '../reports/printable.ts';
import { explainSide } from '../versions/sides.ts';
import { staleReason } from '../versions/staleness.ts';
import { configOf } from './configuration.ts';
import type { AuditOptions } from './options.ts';
import { startedEngine, tellFallback, type World, writable, writeJson } from './world.ts';

export interface BaselineOptions extends AuditOptions {
  readonly check?: boolean;
}

/** `camdrift baseline`: explain the models as they are and store the maps; with `--check`, only say whether that is due. */
export async function baselineCommand(options: BaselineOptions, world: World): Promise<number> {
  const config = await configOf(options, world);
  const models = config.models.map(model => ({ ...model, folder: requireFolder(model) }));
  if (options.check) return check(models, options, world);
  const limit = deadlines(config.runTimeout);
  await using engine = await startedEngine(config.engine, world);
  const written: { name: string; folder: string; fixtures: number; digest: string }[] = [];
  for (const model of models) {
    await model.obtain?.();
    const side = await explainSide(
      model,
      { title: model.name, path: model.path, preprocess: model.preprocess },
      {
        engine,
        jobs: config.jobs,
        batch: config.batch,
        progress: world.terminal.progress,
        deadline: limit(model.timeout),
      },
    );
    const [failure] = side.failures.values();
    if (failure !== undefined)
      throw new CamdriftError('fixture-unreadable', failure, { remedy: `Nothing was written to ${model.folder}.` });
    await writable(model.folder);
    await writeBaseline(model.folder, side);
    tellFallback(side, world);
    written.push({ name: model.name, folder: model.folder, fixtures: side.seen.size, digest: side.model.digest });
    world.terminal.note(
      oneLine(
        `${model.name}: ${side.seen.size} fixtures written to ${model.folder} (layer ${side.layer.name}, ${side.layerReason})`,
      ),
    );
  }
  await writeJson(options.json, { baselines: written }, world);
  return exitCodes.pass;
}

function requireFolder({ baseline, name }: Pick<ModelConfig, 'baseline' | 'name'>): string {
  if (baseline !== undefined) return baseline;
  throw new CamdriftError(
    'config-invalid',
    `Model ${name} has a baseline-model and no baseline folder, so there is nowhere to store a baseline.`,
    {
      remedy: 'Name the folder: `baseline: .camdrift/baselines/NAME`, or --baseline.',
    },
  );
}

async function check(
  models: readonly (ModelConfig & { folder: string })[],
  options: BaselineOptions,
  world: World,
): Promise<number> {
  const found = await Promise.all(
    models.map(async model => ({ name: model.name, folder: model.folder, stale: await staleReason(model) })),
  );
  for (const { name, stale } of found)
    world.terminal.note(
      `${name}: ${stale === undefined ? 'the stored baseline is up to date' : `the stored baseline is stale: ${oneLine(stale)}`}`,
    );
  await writeJson(options.json, { baselines: found }, world);
  return found.some(({ stale }) => stale !== undefined) ? exitCodes.baselineUnavailable : exitCodes.pass;
}
