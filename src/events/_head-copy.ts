import { writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { type PolicyPlaces, policyOf } from '../changes/policy-edits.ts';
import { rulesOf } from '../changes/rules.ts';
import { parseConfig, writtenConfig } from '../config/read.ts';
import type { RawConfig } from '../config/schema.ts';
import { CamdriftError } from '../errors.ts';
import { baseText } from '../repository/base-model.ts';
import type { Snapshot } from '../repository/snapshot.ts';
import { snapshotAt } from '../repository/snapshot-at.ts';
import { type CopyLimits, copyFiles } from '../repository/working-copy.ts';
import { copyModels } from './_copied-models.ts';
import { withEscaped } from './_escaped-models.ts';
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
export async function headCopy(world: ActionWorld, head: string, tip: string): Promise<HeadCopy> {
  const { repository, inputs, temporary } = world;
  const workspace = await temporaryFolder(temporary, 'camdrift-head-');
  const configuration = posix.join(inputs['working-directory'], inputs.config);
  const sides = { head: snapshotAt(repository, head), base: snapshotAt(repository, tip) };
  const own = await textAt(sides.head, configuration);
  if (own === undefined) throw missing(sides.head, configuration);
  const base = { text: (await textAt(sides.base, configuration)) ?? own, place: sides.base.place(configuration) };
  const [after, before] = [writtenConfig(own, sides.head.place(configuration)), writtenConfig(base.text, base.place)];
  const joined = await withEscaped(after, before, sides, written(configuration));
  // JSON is YAML.
  const text = joined ? JSON.stringify(joined) : own;
  const raw = parseConfig(text, sides.head.place(configuration));
  const troubles = await copyModels(sides.head, raw, written(configuration), workspace, limits);
  // After the models, so that no model can bring fixtures of its own in the place of the base branch's.
  await copyRules(sides, [raw, parseConfig(base.text, base.place)], configuration, workspace);
  await copyFiles(sides.head, [configuration], workspace, limits);
  if (joined) await writeFile(join(workspace, configuration), text);
  return { workspace, troubles };
}

const textAt = (at: Snapshot, configuration: string) => baseText(at, configuration, 2 ** 20);

const missing = (at: Snapshot, configuration: string): CamdriftError =>
  new CamdriftError('config-missing', `There is no ${at.place(configuration)}.`, {
    remedy: 'Name the configuration with the inputs `config` and `working-directory`, as the first workflow does.',
  });

const written = (configuration: string) => (path: string) => posix.join(posix.dirname(configuration), path);

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
    rules.some(({ configuration: _, input: __, ...kinds }) => Object.values(kinds).some(matches => matches(path)));
}

async function filesOf(at: Snapshot): Promise<ReadonlySet<string>> {
  const listed = await at.list();
  if (!listed?.complete)
    throw new CamdriftError('baseline-unavailable', `Commit ${at.commit.slice(0, 7)} is too large to be listed.`, {
      remedy: 'Keep the models in a smaller repository, or judge in the job of the pull request.',
    });
  return new Set([...listed.entries].filter(([, { kind }]) => kind === 'file').map(([path]) => path));
}
