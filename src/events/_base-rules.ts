import { constants, existsSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, posix, relative, sep } from 'node:path';
import { calibrationIn } from '../calibration/file.ts';
import { policyOf } from '../changes/policy-edits.ts';
import { rulesOf } from '../changes/rules.ts';
import type { Config, ModelConfig } from '../config/config.ts';
import { givenAt } from '../config/given.ts';
import { onDisk } from '../config/references.ts';
import type { RawConfig } from '../config/schema.ts';
import { CamdriftError } from '../errors.ts';
import { confined, inside } from '../files/workspace.ts';
import { downloadLfs } from '../lfs/download.ts';
import { readLfsPointer } from '../lfs/pointer.ts';
import { type Listing, largestBlob, type Snapshot } from '../repository/snapshot.ts';
import type { Comparison } from './_comparison.ts';
import type { Project } from './_project.ts';

/** More files of the rules would take too many requests. */
const mostFetched = 300;
const mostBytes = 2 ** 30;

/**
 * What a configuration means with the base branch's files: its fixtures, masks, annotations and marks as that branch has them today, whatever the
 * change makes of them. Fixtures that the change adds are there too, to be shown. Where none differ, nothing is copied.
 * @param policy the base branch's configuration
 * @param judged the changed configuration under that policy
 * @param folder to write to
 * @throws CamdriftError `baseline-unavailable`
 */
export async function withBaseFiles(
  project: Project,
  sides: NonNullable<Comparison['sides']>,
  policy: RawConfig,
  judged: RawConfig,
  folder: string,
): Promise<Config> {
  const [tip, head] = await Promise.all([sides.tip.list(), sides.candidate.list()]);
  if (!tip?.complete || !head?.complete) return project.resolved(judged);
  const files = whereTheyAre(project, filesFor(project, policy, judged, tip, head), tip);
  if (files.fetched.length === 0 && files.dropped.length === 0) return project.resolved(judged);
  if (files.fetched.length > mostFetched) throw tooMany(files.fetched.length, sides.tip);
  for (const path of files.copied) await copied(join(project.root, path), join(folder, path));
  await fetched(files.fetched, sides.tip, folder);
  const config = await project.resolved(judged, folder);
  const added = new Set(files.added);
  const real = (model: ModelConfig) => inPlace(model, project, folder, added);
  return { ...config, models: await Promise.all(config.models.map(real)) };
}

interface Files {
  /** As the workspace has them. */
  readonly copied: readonly string[];
  /** Only as the base branch has them. */
  readonly fetched: readonly string[];
  /** Of the change alone, and no fixture: they judge nothing. */
  readonly dropped: readonly string[];
  /** Fixtures of the change alone. */
  readonly added: readonly string[];
}

function filesFor({ written }: Project, policy: RawConfig, judged: RawConfig, tip: Listing, head: Listing): Files {
  const rules = (raw: RawConfig) => raw.models.map(({ name }) => policyOf(rulesOf(raw, name, written), ''));
  const [base, ours] = [rules(policy), rules(judged)];
  const kinds = ['truth', 'region', 'probe', 'fixture'] as const;
  const isBase = (path: string) => base.some(each => kinds.some(kind => each[kind](path)));
  const isOurs = (path: string) => ours.some(each => each.labels(path) || kinds.some(kind => each[kind](path)));
  const isFixture = (path: string) => base.some(each => each.fixture(path) && !each.region(path));
  const filesOf = ({ entries }: Listing) => [...entries].flatMap(([path, { kind }]) => (kind === 'file' ? [path] : []));
  const known = filesOf(tip).filter(isBase);
  const same = (path: string) => tip.entries.get(path)?.sha === head.entries.get(path)?.sha;
  const own = filesOf(head).filter(path => isBase(path) && !tip.entries.has(path));
  const added = own.filter(isFixture);
  const others = filesOf(head).filter(path => !isBase(path) && isOurs(path));
  return {
    copied: [...known.filter(same), ...added, ...others],
    fetched: known.filter(path => !same(path)),
    dropped: own.filter(path => !isFixture(path)),
    added,
  };
}

/** What the base branch has and this machine has not is fetched; what only the change has is not missed: it judges nothing. */
function whereTheyAre({ root }: Project, files: Files, tip: Listing): Files {
  const isHere = (path: string) => existsSync(join(root, path));
  const gone = files.copied.filter(path => !isHere(path));
  return {
    ...files,
    copied: files.copied.filter(isHere),
    fetched: [...files.fetched, ...gone.filter(path => tip.entries.has(path))],
    added: files.added.filter(isHere),
  };
}

async function copied(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to, constants.COPYFILE_FICLONE);
}

async function fetched(paths: readonly string[], tip: Snapshot, folder: string): Promise<void> {
  const objects: Parameters<typeof downloadLfs>[1][number][] = [];
  for (const path of paths) {
    const to = join(folder, path);
    const bytes = await tip.read(path, largestBlob);
    const pointer = readLfsPointer(bytes);
    await mkdir(dirname(to), { recursive: true });
    if (pointer) objects.push({ pointer, place: tip.place(path), to });
    else await writeFile(to, bytes);
  }
  if (objects.length > 0) await downloadLfs(tip.repository!, objects, mostBytes);
}

/** Models, what they are given, and stored maps stay where they are checked out; only what judges lies in the folder. */
async function inPlace(
  model: ModelConfig,
  { root, workspace, configuration }: Project,
  folder: string,
  added: ReadonlySet<string>,
): Promise<ModelConfig> {
  const path = (file: string) => relative(folder, file).split(sep).join('/');
  const real = (file: string) =>
    confined(workspace, join(root, path(file)), `path ${path(file)} of model ${model.name}`);
  const { baseline, reference, pinned, calibration } = model;
  const base = posix.dirname(configuration);
  return {
    ...model,
    load: { ...model.load, inputs: await givenAt(model.load.inputs, real) },
    path: model.address ? model.path : await real(model.path),
    baseline: baseline && (await real(baseline)),
    reference: reference.kind === 'model' ? onDisk(await real(await reference.model.path())) : reference,
    pinned: pinned && (await real(pinned)),
    calibration: calibrationIn(dirname(await real(calibration.path))),
    fixtures: model.fixtures.map(fixture =>
      added.has(path(fixture.path)) ? { ...fixture, touched: 'added' as const } : fixture,
    ),
    shown: file =>
      relative(join(inside(folder, file) ? folder : root, base), file)
        .split(sep)
        .join('/') || '.',
  };
}

const tooMany = (count: number, { commit }: Snapshot): CamdriftError =>
  new CamdriftError(
    'baseline-unavailable',
    `The change has ${count} other files to be judged by than the base branch at ${commit.slice(0, 7)}; at most ${mostFetched} are fetched.`,
    { remedy: 'Change fixtures, masks and annotations in a pull request of their own, without the model.' },
  );
