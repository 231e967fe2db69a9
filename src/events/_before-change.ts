import { originOf } from '../changes/predecessors.ts';
import { placeOf } from '../changes/rules.ts';
import { touchesPlace } from '../changes/touched.ts';
import type { BaselineModel, ModelConfig } from '../config/config.ts';
import type { RawConfig } from '../config/schema.ts';
import { CamdriftError } from '../errors.ts';
import { baseModel } from '../repository/base-model.ts';
import { remedyFor, whyNot } from '../repository/no-file.ts';
import type { Place, Snapshot } from '../repository/snapshot.ts';
import type { Change } from '../results/change.ts';
import { isAddress } from '../sources/address.ts';
import type { Network } from '../sources/network.ts';
import type { Comparison } from './_comparison.ts';
import { type Said, type VersionElsewhere, versionAtAddress, versionInDvc } from './_elsewhere.ts';
import type { Project } from './_project.ts';

/** What is known of the version before. */
export interface BeforeChange {
  readonly project: Project;
  readonly comparison: Comparison;
  /** The configuration before, as it is written. */
  readonly written: RawConfig | undefined;
  readonly raw: RawConfig | undefined;
  readonly network: Network;
  warn(message: string): void;
}

/** A model's version before the change. */
export interface Before {
  readonly model: BaselineModel;
  /** Relative to the repository. */
  readonly path: string;
  /** Why Git's word for its content is all that there is of it. */
  readonly trouble?: CamdriftError | undefined;
  readonly renamed: Change['renamed'][number] | undefined;
  /** When Git tells of it and does not hold it. */
  readonly said?: Said | undefined;
}

/** The version before the change; undefined when there was none. */
export async function versionBefore(
  side: BeforeChange,
  name: string,
  folder: string,
): Promise<Before | CamdriftError | undefined> {
  const { project, comparison, written } = side;
  const { files, sides } = comparison;
  const found = sides!.before;
  const here = project.raw.models.find(each => each.name === name)!;
  const path = project.written(here.path);
  const origin = originOf(here, files, written, project.raw, project.written);
  if (origin.unclear.length > 1) throw unclear(name, origin.unclear);
  for (const candidate of origin.paths) {
    const version = await versionAt(side, candidate, name, folder);
    const renamed = candidate === path ? undefined : { name, from: candidate, to: path };
    if (version) return { ...version, path: candidate, renamed };
  }
  if (!origin.known) return undefined;
  throw notInGit(found.place(origin.paths[0]!));
}

/** In Git; where the configuration had an address; where DVC held it. */
async function versionAt(
  { project, comparison, written, network }: BeforeChange,
  path: string,
  name: string,
  folder: string,
): Promise<VersionElsewhere | Pick<Before, 'model' | 'trouble'> | undefined> {
  const { before } = comparison.sides!;
  const there = written?.models.filter(each => isAddress(each.path) && project.written(each.path) === path) ?? [];
  const [first] = there;
  if (first) return versionAtAddress(there.find(each => each.name === name) ?? first, network);
  const place = await before.locate(path);
  if (place) {
    const model = { ...baseModel(before, path, folder), origin: before.place(path) };
    return { model, trouble: 'entry' in place ? undefined : outOfReach(path, place, before) };
  }
  return versionInDvc(path, before, project, network, folder);
}

const outOfReach = (path: string, place: Place, before: Snapshot): CamdriftError =>
  new CamdriftError('model-untracked', `The model ${before.place(path)} cannot be compared with${whyNot(place)}.`, {
    remedy: remedyFor(place),
  });

const unclear = (name: string, gone: readonly string[]): CamdriftError =>
  new CamdriftError(
    'baseline-unavailable',
    `The model ${name} may have been any of ${gone.join(', ')}, which went away: it is not clear what to compare it with.`,
    { remedy: 'Let a model keep its name when it moves, or move one model at a time.' },
  );

export const notInGit = (path: string): CamdriftError =>
  new CamdriftError(
    'model-untracked',
    `Git does not hold ${path}, so nothing tells whether this change changes the model.`,
  );

/** The version that the configuration names; as it was before when the change touches it. */
export async function named(
  { files, sides }: Comparison,
  project: Project,
  { reference }: Pick<ModelConfig, 'reference'>,
  folder: string,
): Promise<BaselineModel | undefined> {
  if (reference.kind !== 'model') return undefined;
  const path = project.inRepository(await reference.model.path());
  if (!touchesPlace(files, placeOf(path))) return reference.model;
  const { before } = sides!;
  // When this cannot be answered, whoever reads the model is told so.
  const there = await before.locate(path).catch(() => 'unknown');
  if (!there) return reference.model;
  return { ...baseModel(before, path, folder), origin: before.place(path) };
}
