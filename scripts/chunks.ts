/** Into which files of `dist` the modules go, so that each process loads what it needs and little else. */
import { join } from 'node:path';

/** Started by name, each beside the file that starts it; in `dist` all lie in one folder. */
export const entries = ['cli', 'maps/worker', 'explainer/explainer-process', 'main'];

/** The file of one. */
export const entryPath = (entry: string): string => join(import.meta.dirname, '..', 'src', `${entry}.ts`);

/** Those that read models and make maps: started again and again, and closest to what nobody vouches for. */
const modelEntries = ['maps/worker', 'explainer/explainer-process'];

type ModuleInfo = {
  readonly importedIds: readonly string[];
  readonly dynamicallyImportedIds: readonly string[];
  readonly isEntry: boolean;
} | null;
interface Context {
  getModuleInfo(id: string): ModuleInfo;
}
interface Group {
  readonly name: string | ((id: string, context: Context) => string | null);
  readonly test: RegExp;
  readonly debugName?: string;
}

const packages = (...names: readonly string[]) => new RegExp(`node_modules[\\\\/](?:${names.join('|')})[\\\\/]`);
const sources = (...paths: readonly string[]) => new RegExp(`/src/(?:${paths.join('|')})`.replaceAll('/', '[\\\\/]'));
const either = (...those: readonly RegExp[]) => new RegExp(those.map(each => each.source).join('|'));
const anyPackage = /node_modules[\\/]/;
const anySource = /[\\/]src[\\/]/;

/**
 * A group takes along what its modules import, so what many need goes before what few need. Packages lie in files of their
 * own, which change only when a dependency does. What is loaded at need and stands in no group gets a file of its own.
 */
export function chunkGroups(): Group[] {
  return [
    // What starts what explains: read before all else.
    { name: 'ahead', test: sources('explainer/(?:ahead|fork)\\.ts', 'engines/(?:engine|folder)\\.ts') },
    // They find the core started, so they come after it.
    { name: 'gradients', test: /node_modules[\\/]@tensorflow[\\/]tfjs-core[\\/]dist[\\/](?!tf-core)/ },
    { name: 'tfjs', test: packages('@tensorflow', 'long', 'seedrandom') },
    // What fetches models: loaded with the first one that is not on this machine.
    { name: 'undici', test: packages('undici', 'ipaddr\\.js', 'proxy-from-env') },
    // What only a host of repositories needs: the command line starts without it.
    {
      name: 'github',
      test: either(
        packages(
          '@actions',
          '@octokit',
          'bottleneck',
          'tunnel',
          'before-after-hook',
          'universal-user-agent',
          'content-type',
          'json-with-bigint',
        ),
        sources('hosts/_through-proxy\\.ts'),
      ),
    },
    { name: 'protobuf', test: either(packages('@bufbuild'), sources('models/_saved-model/tensorflow_pb')) },
    { ...among(modelEntries, 'model-packages', 'at need'), test: /node_modules[\\/](?!yauzl|pend)/ },
    { ...among(modelEntries, 'models'), test: anySource },
    // What reads zips and HDF5 files: loaded with the first one.
    { name: 'archives', test: either(packages('yauzl', 'pend'), sources('(?:archives|hdf5)/')) },
    { ...among(['commands/run', 'main'], 'packages'), test: anyPackage },
    { ...shared(['commands/run', 'main'], 'camdrift'), test: anySource },
    { ...among(['main'], 'action'), test: anySource },
    { ...among(['commands/run'], 'commands'), test: anySource },
    { name: 'downloads', test: sources('sources/_(?:download|request|reach)\\.ts') },
    // What starts TensorFlow.js, and what runs models: only the process that runs them does.
    { name: 'engine', test: sources('engines/tfjs\\.ts') },
    { name: 'executor', test: sources('models/(?:onnx|lowering|keras|tensorflow|_saved-model)/') },
  ];
}

/** Takes what one of these entries loads, as it starts or also later. */
const among = (names: readonly string[], chunk: string, when?: 'at need') => taking('some', names, chunk, when);
/** Takes what each of them loads as it starts. */
const shared = (names: readonly string[], chunk: string) => taking('every', names, chunk);

function taking(
  how: 'some' | 'every',
  names: readonly string[],
  chunk: string,
  when?: 'at need',
): Pick<Group, 'name' | 'debugName'> {
  let loads: ReadonlySet<string>[] | undefined;
  const name = (id: string, context: Context) => {
    loads ??= names.map(each => loadedBy(entryPath(each), context, when));
    return loads[how](load => load.has(id)) && !context.getModuleInfo(id)?.isEntry ? chunk : null;
  };
  return { name, debugName: chunk };
}

function loadedBy(entry: string, context: Context, when?: 'at need'): ReadonlySet<string> {
  const reached = new Set([entry]);
  // A set gives what is added while one walks it.
  for (const id of reached) {
    const { importedIds = [], dynamicallyImportedIds = [] } = context.getModuleInfo(id) ?? {};
    for (const each of [...importedIds, ...(when ? dynamicallyImportedIds : [])]) reached.add(each);
  }
  return reached;
}
