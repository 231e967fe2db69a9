import { writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { type PolicyPlaces, policyOf } from '../changes/policy-edits.ts';
import { rulesOf } from '../changes/rules.ts';
import { effective } from '../changes/settings.ts';
import { parseConfig } from '../config/read.ts';
import type { RawConfig } from '../config/schema.ts';
import { CamdriftError } from '../errors.ts';
import { baseModel, baseText } from '../repository/base-model.ts';
import type { Snapshot } from '../repository/snapshot.ts';
import { snapshotAt } from '../repository/snapshot-at.ts';
import { type CopyLimits, copyFiles } from '../repository/working-copy.ts';
import { isAddress } from '../sources/address.ts';
import { temporaryFolder } from './_temporary.ts';
import type { ActionWorld } from './world.ts';

/** A folder that holds what a pull request is judged from, and nothing that could be run. */
export interface HeadCopy {
  /** Stands in the place of a checkout. */
  readonly workspace: string;
  /** Why models could not be had, by their names. */
  readonly troubles: ReadonlyMap<string, CamdriftError>;
}

/** Fixtures and the other files of rules; models have limits of their own. */
const limits: CopyLimits = { files: 700, bytes: 2 ** 30 };

/**
 * Models and their configuration as the pull request has them; fixtures, labels, true classes, regions, probes and stored
 * baselines as the base branch has them now. Of these the pull request's are taken only where a model of its own asks for
 * files that the base branch does not have, and no model of the base branch looks at.
 * @throws CamdriftError when the configuration cannot be read, or the files are too many
 */
export async function headCopy(world: ActionWorld, head: string, base: string): Promise<HeadCopy> {
  const { repository, inputs, temporary } = world;
  const workspace = await temporaryFolder(temporary, 'camdrift-head-');
  const configuration = posix.join(inputs['working-directory'], inputs.config);
  const sides = { head: snapshotAt(repository, head), base: snapshotAt(repository, base) };
  const own = await configAt(sides.head, configuration);
  if (!own) throw missing(sides.head, configuration);
  const before = (await configAt(sides.base, configuration)) ?? own;
  const raw = await withoutEscapes(own, before, sides.head, written(configuration));
  const troubles = await copyModels(sides.head, raw, configuration, workspace);
  // After the models, so that no model can bring fixtures of its own in the place of the base branch's.
  await copyRules(sides, [raw, before], configuration, workspace);
  await copyFiles(sides.head, [configuration], workspace, limits);
  // JSON is YAML.
  if (raw !== own) await writeFile(join(workspace, configuration), JSON.stringify(raw));
  return { workspace, troubles };
}

/**
 * A model that the pull request takes out of the configuration, and whose files stay, is judged all the same: else it could be
 * replaced in the same breath.
 */
async function withoutEscapes(
  after: RawConfig,
  before: RawConfig,
  head: Snapshot,
  placed: (path: string) => string,
): Promise<RawConfig> {
  const gone = before.models.filter(
    ({ name, path }) => !after.models.some(model => model.name === name || placed(model.path) === placed(path)),
  );
  const there = await Promise.all(gone.map(async ({ path }) => !isAddress(path) && (await head.locate(placed(path)))));
  const escaped = gone.filter((_, index) => there[index]);
  if (escaped.length === 0) return after;
  const kept = escaped.map(({ name, path, ...model }) => ({
    name,
    path,
    ...effective(before, { name, path, ...model }),
  }));
  return { ...after, models: [...after.models, ...kept] };
}

async function configAt(at: Snapshot, configuration: string): Promise<RawConfig | undefined> {
  const text = await baseText(at, configuration, 2 ** 20);
  return text === undefined ? undefined : parseConfig(text, at.place(configuration));
}

const missing = (at: Snapshot, configuration: string): CamdriftError =>
  new CamdriftError('config-missing', `There is no ${at.place(configuration)}.`, {
    remedy: 'Name the configuration with the inputs `config` and `working-directory`, as the first workflow does.',
  });

const written = (configuration: string) => (path: string) => posix.join(posix.dirname(configuration), path);

async function copyModels(
  at: Snapshot,
  { models }: RawConfig,
  configuration: string,
  workspace: string,
): Promise<Map<string, CamdriftError>> {
  const troubles = new Map<string, CamdriftError>();
  for (const { name, path } of models.filter(model => !isAddress(model.path))) {
    const place = written(configuration)(path);
    try {
      if (!(await at.locate(place))) throw await notHeld(at, place);
      await baseModel(at, place, workspace).path();
    } catch (error) {
      if (!(error instanceof CamdriftError)) throw error;
      troubles.set(name, error);
    }
  }
  return troubles;
}

/** No step runs here that could bring it. */
async function notHeld(at: Snapshot, place: string): Promise<CamdriftError> {
  const why = (await at.locate(`${place}.dvc`)) ? ', only its DVC pointer' : '';
  return new CamdriftError('model-untracked', `Git does not hold ${place} at commit ${at.commit.slice(0, 7)}${why}.`, {
    remedy:
      'A model is judged here when Git, Git LFS or an address with its SHA-256 (`path: https://…`) has it. Else review it by the claim of its own run.',
  });
}

async function copyRules(
  { head, base }: { readonly head: Snapshot; readonly base: Snapshot },
  [after, before]: readonly [RawConfig, RawConfig],
  configuration: string,
  workspace: string,
): Promise<void> {
  const [was, is] = [await filesOf(base), await filesOf(head)];
  const [ofBase, ofHead] = [ruling(before, configuration), ruling(after, configuration)];
  const trusted = [...was].filter(path => ofBase(path) || ofHead(path));
  const added = [...is].filter(path => ofHead(path) && !ofBase(path) && !was.has(path));
  await copyFiles(base, trusted, workspace, limits);
  await copyFiles(head, added, workspace, { ...limits, files: limits.files - trusted.length });
}

/** Whether a file decides how a model is judged, the configuration itself left out. */
function ruling(raw: RawConfig, configuration: string): (path: string) => boolean {
  const rules = raw.models.map(
    ({ name }): PolicyPlaces => policyOf(rulesOf(raw, name, written(configuration)), configuration),
  );
  return path =>
    path !== configuration &&
    rules.some(({ configuration: _, ...kinds }) => Object.values(kinds).some(matches => matches(path)));
}

async function filesOf(at: Snapshot): Promise<ReadonlySet<string>> {
  const listed = await at.list();
  if (!listed?.complete)
    throw new CamdriftError('baseline-unavailable', `Commit ${at.commit.slice(0, 7)} is too large to be listed.`, {
      remedy: 'Keep the models in a smaller repository, or judge in the job of the pull request.',
    });
  return new Set([...listed.entries].filter(([, { kind }]) => kind === 'file').map(([path]) => path));
}
