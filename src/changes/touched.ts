import type { ChangedFiles } from '../repository/changed-files.ts';
import type { DecidingFiles } from './deciding-files.ts';
import { matcher, policyOf, within } from './policy-edits.ts';

/** What of a model a change touches. */
export interface Touched {
  readonly model: boolean;
  readonly configuration: boolean;
  readonly labels: boolean;
  readonly inputs: boolean;
  readonly truth: boolean;
  readonly regions: boolean;
  readonly probes: boolean;
  readonly fixtures: boolean;
  readonly baseline: boolean;
  readonly watch: boolean;
}

/**
 * A renamed file counts where it was and where it is. When the list of files is not complete, everything may be touched.
 * @param configuration path of the configuration file
 */
export function touched({ files, complete }: ChangedFiles, watched: DecidingFiles, configuration: string): Touched {
  const paths = files.flatMap(({ path, previous }) => (previous === undefined ? [path] : [path, previous]));
  const parts = new Set(watched.files);
  const policy = policyOf(watched, configuration);
  const any = (matches: (path: string) => boolean) => !complete || paths.some(matches);
  return {
    model: any(path => parts.has(path)),
    configuration: any(policy.configuration),
    labels: watched.labels !== undefined && any(policy.labels),
    inputs: watched.inputs !== undefined && any(policy.input),
    truth: watched.truth !== undefined && any(policy.truth),
    regions: watched.regions !== undefined && any(policy.region),
    probes: watched.probes !== undefined && any(policy.probe),
    fixtures: any(policy.fixture),
    baseline: watched.baselines !== undefined && any(policy.baseline),
    watch: watched.watch !== undefined && any(matcher(watched.watch)),
  };
}

/** Whether a change may have touched what lies at a place. */
export const touchesPlace = ({ files, complete }: ChangedFiles, place: string): boolean =>
  !complete ||
  files.some(({ path, previous = path }) => [path, previous].some(each => within(place, each) || within(each, place)));
