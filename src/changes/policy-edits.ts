import picomatch from 'picomatch';
import { fixtureEndings } from '../images/load.ts';
import type { Change } from '../reports/results.ts';
import type { ChangedFile, ChangedFiles } from '../repository/changed-files.ts';
import type { Watched } from './watched.ts';

type Edit = Change['edits'][number];
type What = Edit['what'];

/** Whether a path of the repository is of each kind of file that decides how a model is judged. */
export type Policy = Readonly<Record<What, (path: string) => boolean>>;

export function policyOf(
  { labels, truth, regions = [], probes = [], fixtures, baselines = [] }: Watched,
  configuration: string,
): Policy {
  const named = new Set(fixtures.paths);
  const globbed = matcher(fixtures.globs);
  return {
    configuration: path => path === configuration,
    labels: path => path === labels,
    truth: path => path === truth,
    region: path => regions.some(place => within(place, path)),
    probe: path => probes.includes(path),
    baseline: path => baselines.some(place => within(place, path)),
    fixture: path => named.has(path) || (isImage(path) && globbed(path)),
  };
}

/** Whether a path is a place, or lies below it. */
export const within = (place: string, path: string): boolean => path === place || path.startsWith(`${place}/`);

/** One kind per file: the first that fits. A stored baseline in the folder of the fixtures is no fixture. */
const order: readonly What[] = ['configuration', 'labels', 'truth', 'region', 'probe', 'baseline', 'fixture'];

/** The changed files that decide how models are judged. What was moved out of sight is removed, what was moved in is added. */
export function policyEdits({ files }: ChangedFiles, watched: readonly Watched[], configuration: string): Edit[] {
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
function matcher(globs: readonly string[]): (path: string) => boolean {
  const expanded = (glob: string) => {
    const bare = glob.replace(/^\.\//, '').replace(/\/$/, '');
    return bare.endsWith('*') ? bare : `${bare}/**`;
  };
  const wanted = globs.filter(glob => !glob.startsWith('!')).map(expanded);
  const excluded = globs.filter(glob => glob.startsWith('!')).map(glob => expanded(glob.slice(1)));
  return picomatch(wanted, { posix: true, dot: false, ignore: excluded });
}

const isImage = (path: string): boolean => fixtureEndings.includes(path.split('.').at(-1)!.toLowerCase());
