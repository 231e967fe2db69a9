import { readFile, realpath, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { BaselineModel, ModelConfig } from '../config/config.ts';
import type { RawConfig } from '../config/schema.ts';
import { inside } from '../files/workspace.ts';
import { baseText } from '../repository/base-model.ts';
import { blobName } from '../repository/blob-name.ts';
import type { Snapshot } from '../repository/snapshot.ts';
import { type Address, addressOf, isAddress, isSameAddress } from '../sources/address.ts';
import {
  cacheStore,
  type DvcPointer,
  type DvcStore,
  dvcConfig,
  dvcModel,
  dvcPointer,
  isSamePointer,
  requirePulled,
  type TextFiles,
  webStore,
} from '../sources/dvc.ts';
import { addressModel } from '../sources/located.ts';
import type { Network, TrustedHost } from '../sources/network.ts';
import type { Project } from './_project.ts';

/** What Git says of a model that it does not hold: the digest that stands for it. */
export type Said = { readonly address: Address } | { readonly pointer: DvcPointer };

/** What the change says of a model; undefined when the model is its own word, in Git or on disk. */
export async function saidNow(
  model: Pick<ModelConfig, 'address' | 'path'>,
  project: Project,
): Promise<Said | undefined> {
  if (model.address) return { address: model.address };
  const pointer = await dvcPointer(project.inRepository(model.path), checkedOut(project));
  return pointer && { pointer };
}

export const isSameSaid = (a: Said, b: Said): boolean =>
  'address' in a
    ? 'address' in b && isSameAddress(a.address, b.address)
    : 'pointer' in b && isSamePointer(a.pointer, b.pointer);

/** What lies on disk must be what DVC says; what lies at an address is looked at when it is fetched. */
export async function requireSaid(said: Said, { root }: Project): Promise<void> {
  if ('pointer' in said) await requirePulled(said.pointer, join(root, said.pointer.out));
}

/** A version that Git tells of and does not hold. */
export interface VersionElsewhere {
  readonly model: BaselineModel;
  readonly said: Said;
}

/** The version that an earlier configuration says lies at an address. */
export function versionAtAddress(raw: RawConfig['models'][number], network: Network): VersionElsewhere {
  const address = addressOf(raw);
  return { model: addressModel(address, network), said: { address } };
}

/** The version that DVC's pointer of an earlier commit names; undefined without one. */
export async function versionInDvc(
  path: string,
  before: Snapshot,
  project: Project,
  network: Network,
  folder: string,
): Promise<VersionElsewhere | undefined> {
  const pointer = await dvcPointer(path, committed(before, project));
  if (!pointer) return undefined;
  const stores = () => storesOf(pointer, before, project, network);
  return { model: dvcModel(pointer, stores, folder, fetchRemedy(pointer, before)), said: { pointer } };
}

/** The cache as the workspace has it, and the remote as the earlier commit names it: nobody else may say what is asked. */
async function storesOf(
  { file }: DvcPointer,
  before: Snapshot,
  project: Project,
  network: Network,
): Promise<readonly DvcStore[]> {
  const now = await dvcConfig(file, checkedOut(project));
  const then = await dvcConfig(file, committed(before, project));
  const cache = await cacheStore(now ?? then ?? { root: '.' }, project.root, project.workspace);
  return [cache, then && webStore(then, network)].filter(store => store !== undefined);
}

function fetchRemedy({ out }: DvcPointer, { commit }: Snapshot): string {
  const name = /^[\w./@+-]+$/.test(out) ? out : `'${out.replaceAll("'", "'\\''")}'`;
  return `In a step before: \`git fetch --depth 1 origin ${commit} && git checkout -q ${commit} && dvc fetch ${name} && git checkout -q - && dvc pull ${name}\`.`;
}

/** Hosts of the configuration that nobody outside may edit. */
export function trustedHosts(raw: RawConfig | undefined): TrustedHost[] {
  const there = raw?.models.filter(({ path }) => isAddress(path)) ?? [];
  return there.map(({ path, 'token-env': tokenEnv }) => ({ host: new URL(path).host, tokenEnv }));
}

/** What is checked out the same need not be asked for. */
const committed = (snapshot: Snapshot, project: Project): TextFiles => ({
  text: async (path, mostBytes) => {
    const entry = await snapshot.entry(path);
    const here = entry && (await checkedOut(project).text(path, mostBytes));
    if (entry && here !== undefined && blobName(Buffer.from(here), entry.sha) === entry.sha) return here;
    return entry && baseText(snapshot, path, mostBytes);
  },
  place: path => snapshot.place(path),
});

/** Links are followed within the workspace. */
const checkedOut = ({ root, workspace }: Project): TextFiles => ({
  text: async (path, mostBytes) => {
    const file = await realpath(join(root, posix.normalize(path))).catch(() => undefined);
    if (file === undefined || !inside(await realpath(workspace), file)) return undefined;
    const { size } = await stat(file);
    return size > mostBytes ? undefined : readFile(file, 'utf8');
  },
  place: path => path,
});
