import picomatch from 'picomatch';
import { fixtureEndings } from '../images/load.ts';
import type { ChangedFile, ChangedFiles } from '../repository/changed-files.ts';
import type { Change } from '../results/change.ts';
import type { DecidingFiles } from './deciding-files.ts';

type Edit = Change['edits'][number];
type What = Edit['what'];

/** Whether a path of the repository is of each kind of file that decides how a model is judged. */
export type PolicyPlaces = Readonly<Record<What, (path: string) => boolean>>;

/** Letters' case is ignored: a disk may not tell it either, and then a file is read by another name than Git has for it. */
export function policyOf(
  { labels, inputs = [], truth, regions = [], probes = [], fixtures, baselines = [] }: DecidingFiles,
  configuration: string,
): PolicyPlaces {
  const named = new Set(fixtures.paths.map(folded).flatMap(upwards));
  const globbed = matcher(fixtures.globs);
  const above = new Set(fixtures.globs.filter(glob => !glob.startsWith('!')).flatMap(glob => upwards(startOf(glob))));
  return onFolded({
    configuration: atFile(configuration),
    labels: atFile(labels),
    truth: atFile(truth),
    region: atPlaces(regions),
    probe: atFiles(probes),
    input: atFiles(inputs),
    baseline: atPlaces(baselines),
    fixture: path => named.has(path) || above.has(path) || (isImage(path) && globbed(path)),
  });
}

const folded = (path: string): string => path.toLowerCase();

function onFolded(policy: PolicyPlaces): PolicyPlaces {
  const kinds = order.map(what => [what, (path: string) => policy[what](folded(path))] as const);
  return Object.fromEntries(kinds) as PolicyPlaces;
}

/** A path above a file is that of a submodule that has it: all in it may have changed. */
const atFile = (file: string | undefined) => (path: string) => file !== undefined && within(path, folded(file));

const atFiles = (files: readonly string[]) => (path: string) => files.some(file => atFile(file)(path));

const atPlaces = (places: readonly string[]) => (path: string) =>
  places.map(folded).some(place => within(place, path) || within(path, place));

/** A path, and every path above it. */
function upwards(path: string): string[] {
  const steps = path.split('/');
  return steps.map((_, index) => steps.slice(0, index + 1).join('/'));
}

/** The folder that a glob looks into. */
const startOf = (glob: string): string => folded(picomatch.scan(glob.replace(/^\.\//, '')).base);

/** Whether a path is a place, or lies below it. */
export const within = (place: string, path: string): boolean => path === place || path.startsWith(`${place}/`);

/** One kind per file: the first that fits. A stored baseline in the folder of the fixtures is no fixture. */
const order: readonly What[] = [
  ...(['configuration', 'labels', 'truth', 'region', 'probe', 'input', 'baseline', 'fixture'] as const),
];

/** The changed files that decide how models are judged. What was moved out of sight is removed, what was moved in is added. */
export function policyEdits({ files }: ChangedFiles, watched: readonly DecidingFiles[], configuration: string): Edit[] {
  const policies = watched.map(each => policyOf(each, configuration));
  const kindOf = (path: string) => order.find(what => policies.some(policy => policy[what](path)));
  return files.flatMap(file => editsOf(file, kindOf));
}

function editsOf({ path, status, previous }: ChangedFile, kindOf: (path: string) => What | undefined): Edit[] {
  const what = kindOf(path);
  const before = previous === undefined ? undefined : kindOf(previous);
  if (what !== undefined && (previous === undefined || before === what)) return [{ what, path, status }];
  return [
    ...(before === undefined ? [] : [{ what: before, path: previous!, status: 'removed' as const }]),
    ...(what === undefined ? [] : [{ what, path, status: 'added' as const }]),
  ];
}

/** As `config/glob.ts` expands them: hidden files only when named, and a folder stands for all that is in it. */
export function matcher(globs: readonly string[]): (path: string) => boolean {
  const expanded = (glob: string) => {
    const bare = glob.replace(/^\.\//, '').replace(/\/$/, '');
    return bare.endsWith('*') ? bare : `${bare}/**`;
  };
  const wanted = globs.filter(glob => !glob.startsWith('!')).map(expanded);
  const excluded = globs.filter(glob => glob.startsWith('!')).map(glob => expanded(glob.slice(1)));
  const matches = picomatch(wanted, { posix: true, dot: false, nocase: true, ignore: excluded });
  // A name may have letters that stand for something else in a glob: `cat (1).png`.
  const names = globs.filter(glob => !glob.startsWith('!') && /[()[\]{}!+@|]/.test(glob) && !/[*?]/.test(glob));
  return path => matches(path) || names.some(name => within(folded(name), folded(path)));
}

const isImage = (path: string): boolean => fixtureEndings.includes(path.split('.').at(-1)!.toLowerCase());
