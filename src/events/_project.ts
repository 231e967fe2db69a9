import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { DecidingFiles } from '../changes/deciding-files.ts';
import { rulesOf } from '../changes/rules.ts';
import type { Config, ModelConfig } from '../config/config.ts';
import { readConfig } from '../config/read.ts';
import { resolveConfig } from '../config/resolve.ts';
import type { RawConfig } from '../config/schema.ts';
import { CamdriftError } from '../errors.ts';
import { confined, inside } from '../files/workspace.ts';
import { modelFiles } from '../models/index.ts';
import { folderModels } from '../models/model.ts';
import { isAddress, shownUrl } from '../sources/address.ts';
import { located } from '../sources/located.ts';
import type { Network } from '../sources/network.ts';
import { networkOf } from './_network.ts';
import type { ActionWorld } from './world.ts';

/** The checked-out configuration, and where its paths lie in the repository. */
export interface Project {
  readonly raw: RawConfig;
  /** Folder of the clone. */
  readonly root: string;
  readonly workspace: string;
  /** What models may be fetched from. */
  readonly network: Network;
  /** The configuration file, relative to the repository. */
  readonly configuration: string;
  /** The output folder, absolute. */
  readonly out: string;
  /**
   * What the configuration means; or what another one, standing in its place, would.
   * @param instead a folder that stands for the repository's
   */
  resolved(raw?: RawConfig, instead?: string): Promise<Config>;
  /** A path of this machine, as the repository has it. */
  inRepository(path: string): string;
  /** A path as a configuration writes it, as the repository has it; an address without what may be secret. */
  written(path: string): string;
  /** The first of the repository's paths at which a file is checked out. */
  present(paths: readonly string[]): string | undefined;
}

export async function openProject(world: ActionWorld): Promise<Project> {
  const { inputs, workspace } = world;
  const folder = await confined(
    workspace,
    resolve(workspace, inputs['working-directory']),
    'input `working-directory`',
  );
  const file = await confined(workspace, resolve(folder, inputs.config), 'input `config`');
  const out = await confined(workspace, resolve(folder, inputs.out), 'input `out`');
  const root = repositoryRoot(dirname(file), workspace);
  const inRepository = (path: string) => relative(root, path).split(sep).join('/');
  const source = { base: dirname(file), workspace };
  const raw = await readConfig(file).catch(withoutOptions);
  const network = await networkOf(world);
  return {
    raw,
    root,
    workspace,
    network,
    configuration: inRepository(file),
    out,
    resolved: async (given = raw, instead = root) => {
      const at = (path: string) => join(instead, relative(root, path));
      const flags = { settings: {}, source: { base: at(folder) } };
      const from = { base: at(source.base), workspace: instead === root ? workspace : instead };
      return located(await resolveConfig({ raw: given, source: from }, flags, out), network);
    },
    inRepository,
    written: path => (isAddress(path) ? shownUrl(path) : inRepository(resolve(source.base, path))),
    present: paths => paths.find(path => statSync(join(root, path), { throwIfNoEntry: false })?.isFile()),
  };
}

/** The remedy of the command line speaks of options, which a workflow has none of. */
function withoutOptions(error: unknown): never {
  if (!(error instanceof CamdriftError) || error.code !== 'config-missing') throw error;
  throw new CamdriftError('config-missing', error.message, {
    cause: error,
    remedy:
      'Write a camdrift.yml, or name yours with the input `config`; and let actions/checkout run before this step.',
  });
}

/** The nearest folder above that is a clone; the workspace when there is none. */
function repositoryRoot(folder: string, workspace: string): string {
  if (folder === workspace || !inside(workspace, folder)) return workspace;
  return existsSync(join(folder, '.git')) ? folder : repositoryRoot(dirname(folder), workspace);
}

/** The files that decide one model's verdict. */
export async function watch(project: Project, config: ModelConfig): Promise<DecidingFiles> {
  const rules = rulesOf(project.raw, config.name, project.written);
  const paths = config.fixtures.map(({ path }) => project.inRepository(path));
  return {
    ...rules,
    files: config.address ? [] : (await filesOf(config.path, config.load.within)).map(project.inRepository),
    fixtures: { ...rules.fixtures, paths },
  };
}

/** A model that cannot be read is audited all the same, and says then what is wrong with it. */
async function filesOf(path: string, within: string | undefined): Promise<string[]> {
  const found = await modelFiles(path, within).catch(() => undefined);
  return found
    ? found.files.map(file => join(found.root, file))
    : [path, ...folderModels.map(name => join(path, name))];
}
