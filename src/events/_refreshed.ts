import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeBaseline } from '../baselines/directory.ts';
import { type Accepted, withAccepted } from '../calibration/calibration.ts';
import { calibrationName, parseCalibration, writeCalibration } from '../calibration/file.ts';
import { probesOf, settingsDigest, signalsOf } from '../calibration/measured.ts';
import type { Config, ModelConfig } from '../config/config.ts';
import { actionable } from '../errors.ts';
import type { News } from '../reports/refresh.ts';
import type { StoredBaseline } from '../reports/stored-baselines.ts';
import type { ModelResult } from '../results/model.ts';
import { says } from '../results/reason.ts';
import { explainSide } from '../versions/sides.ts';
import { startedFor } from './_engine.ts';
import type { Project } from './_project.ts';
import { isKnownSound, isSound } from './_sound.ts';
import type { ActionWorld } from './world.ts';

/** What a branch should have stored, where that is not what it has. */
export interface Refreshed {
  /** By path in the repository; `null` goes away. */
  readonly files: ReadonlyMap<string, string | null>;
  /** A line for each thing that is brought up to date. */
  readonly news: readonly News[];
}

/**
 * Stored baselines made anew from the models that are there now, and the scores of those that were accepted by name. Of a model that fails, or that nobody could
 * judge, nothing becomes the measure of others.
 * @param judged what was found of the models that the push changed
 * @param waiting the text of a file as an earlier push would have it, while nobody has merged that
 */
export async function refreshed(
  world: ActionWorld,
  project: Project,
  stale: readonly StoredBaseline[],
  judged: readonly ModelResult[],
  waiting: (path: string) => Promise<string | undefined>,
): Promise<Refreshed> {
  const config = await project.resolved();
  const folder = await mkdtemp(join(world.temporary, 'camdrift-refresh-'));
  try {
    const all: Refreshed[] = [];
    for (const model of config.models) {
      const result = judged.find(({ name }) => name === model.name);
      if (!isSound(world, result)) continue;
      const scratch = join(folder, model.name);
      const why = stale.find(({ name }) => name === model.name)?.stale;
      if (why !== undefined && (result || (await isKnownSound(world, project, model, waiting))))
        all.push(await baselineOf(world, project, config, model, { why, scratch }));
      const path = project.inRepository(model.calibration.path);
      const taught = await calibrationText(model, result, await waiting(path), scratch);
      if (taught) all.push(calibrationOf(model, path, taught));
    }
    return { files: new Map(all.flatMap(({ files }) => [...files])), news: all.flatMap(({ news }) => news) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function baselineOf(
  world: ActionWorld,
  project: Project,
  config: Config,
  model: ModelConfig,
  { why, scratch }: { readonly why: string; readonly scratch: string },
): Promise<Refreshed> {
  const files = await baselineFiles(world, project, config, model, scratch);
  return { files, news: files.size > 0 ? [{ what: 'baseline', model: model.name, why }] : [] };
}

const calibrationOf = ({ name }: Pick<ModelConfig, 'name'>, path: string, { text, added }: Teaching): Refreshed => ({
  files: new Map([[path, text]]),
  news: added.map(({ accepted }) => ({ what: 'calibration', model: name, accepted })),
});

async function baselineFiles(
  world: ActionWorld,
  { inRepository }: Project,
  config: Config,
  model: ModelConfig,
  scratch: string,
): Promise<Map<string, string | null>> {
  const there = model.baseline!;
  const files = new Map<string, string | null>();
  try {
    await model.obtain?.();
    await using engine = await startedFor(world, config.engine);
    const { jobs, batch } = config;
    const side = await explainSide(
      model,
      { title: model.name, path: model.path, preprocess: model.preprocess },
      { engine, jobs, batch, progress: world.runner.progress },
    );
    const [failure] = [side.unfinished?.message, ...side.failures.values()].filter(each => each !== undefined);
    if (failure !== undefined) return told(world, model, failure);
    await writeBaseline(scratch, side);
  } catch (error) {
    const known = actionable(error);
    if (!known) throw error;
    return told(world, model, known.message);
  }
  const isOurs = (name: string) => name === 'manifest.json' || name.endsWith('.map.json');
  const now = (await readdir(scratch)).filter(isOurs);
  const before = (await readdir(there)).filter(isOurs);
  for (const name of before) if (!now.includes(name)) files.set(inRepository(join(there, name)), null);
  for (const name of now) {
    const text = await readFile(join(scratch, name), 'utf8');
    const old = await readFile(join(there, name), 'utf8').catch(() => undefined);
    if (text !== old) files.set(inRepository(join(there, name)), text);
  }
  return files;
}

function told({ runner }: ActionWorld, { name }: Pick<ModelConfig, 'name'>, why: string): Map<string, string | null> {
  runner.warning(`${name}: its stored baseline could not be made anew: ${why}`);
  return new Map();
}

/** What joins the calibration: the model, when it was accepted by name, and those that wait for that on our pull request. */
async function calibrationText(
  model: ModelConfig,
  result: ModelResult | undefined,
  waiting: string | undefined,
  scratch: string,
): Promise<Teaching | undefined> {
  const { calibration } = await model.calibration.read();
  const earlier =
    waiting === undefined
      ? []
      : parseCalibration(waiting, 'the calibration that waits to be merged').models.filter(isTaught);
  const now = acceptedNow(model, result);
  const known = new Set(calibration.models.map(each => JSON.stringify(each)));
  const added = [...earlier.filter(({ digest }) => digest !== now?.digest), ...(now ? [now] : [])].filter(
    each =>
      !known.has(JSON.stringify(each)) &&
      (each === now || !calibration.models.some(({ digest }) => digest === each.digest)),
  );
  if (added.length === 0) return undefined;
  await writeCalibration(join(scratch, calibrationName), withAccepted(calibration, added));
  return { text: await readFile(join(scratch, calibrationName), 'utf8'), added };
}

interface Teaching {
  readonly text: string;
  readonly added: readonly Taught[];
}

type Taught = Accepted & { readonly accepted: NonNullable<Accepted['accepted']> };

const isTaught = (model: Accepted): model is Taught => model.accepted !== undefined;

/** Undefined when nobody has accepted the model by name, or its score is none to compare with. */
function acceptedNow(
  model: Pick<ModelConfig, 'shown' | 'path' | 'layer' | 'methods'>,
  result: ModelResult | undefined,
): Taught | undefined {
  if (!result?.accepted || !result.baseline || !result.score || !result.judged.lineage) return undefined;
  if (result.reasons.some(reason => says(reason, 'fixture-failed', 'method-refused'))) return undefined;
  const { by, why, url } = result.accepted;
  return {
    name: model.shown(model.path),
    digest: result.candidate.model.digest,
    lineage: result.judged.lineage,
    against: result.baseline.model.digest,
    settings: settingsDigest(model, result),
    signals: signalsOf(result, model.methods[0]!),
    ...probesOf(result),
    accepted: { by, why, url },
  };
}
