import type { ModelResult } from '../results/model.ts';
import { picturePaths } from '../results/pictures.ts';
import type { Results } from '../results/results.ts';
import { readResults } from '../results-file/read.ts';
import { type Expected, requirePlausible } from './_plausible.ts';
import { rejected } from './_rejection.ts';
import { writtenIn } from './_results-file.ts';
import { republish } from './pictures.ts';
import { type PolicyOf, rejudge } from './rejudge.ts';

/** What a stranger's run says it found, as far as it may be shown. */
export interface Claims {
  /** Judged again by their own numbers, which remain the stranger's word. */
  readonly results: Results;
  /** By montage path. A picture is drawn anew when it is asked for; `undefined` when it cannot be. */
  readonly pictures: ReadonlyMap<string, () => Promise<Uint8Array | undefined>>;
}

/**
 * Reads the output folder that a run without rights uploaded.
 *
 * @param files what `unpack` gave
 * @param policyOf how the base branch judges; by default the results are held to the policy that they name themselves
 * @throws CamdriftError `claims-rejected`: no `results.json`, one that no audit writes, or one about something else
 */
export function readClaims(
  files: ReadonlyMap<string, Uint8Array>,
  expected: Expected,
  policyOf: PolicyOf = () => undefined,
): Claims {
  const claimed = ofRun(files, expected);
  const results = rejudge(withoutMissingPictures(claimed, files), policyOf);
  return { results, pictures: picturesOf(results, files) };
}

/**
 * Reads the output folder of a job of our own that may have met a stranger's files: within the same bounds, its pictures
 * drawn anew, and its verdict as it is.
 * @throws CamdriftError `claims-rejected`
 */
export function readOwn(files: ReadonlyMap<string, Uint8Array>, expected: Expected): Claims {
  const results = withoutMissingPictures(ofRun(files, expected), files);
  return { results, pictures: picturesOf(results, files) };
}

function ofRun(files: ReadonlyMap<string, Uint8Array>, expected: Expected): Results {
  const bytes = files.get('results.json');
  if (!bytes)
    throw rejected('The artifact has no results.json.', {
      remedy: 'Let the job that judges upload the output folder itself, with results.json at the top.',
    });
  const claimed = writtenIn(bytes);
  requirePlausible(claimed, expected);
  return readResults(claimed);
}

function withoutMissingPictures(results: Results, files: ReadonlyMap<string, Uint8Array>): Results {
  const kept = <T extends Drawn>(each: T): T => withoutMissing(each, files);
  const checked = (model: ModelResult): ModelResult => {
    if (!model.judged) return model;
    const fixtures = model.fixtures.map(kept);
    const seen = { ...model, fixtures, ...(model.probes && { probes: model.probes.map(kept) }) };
    return seen.flips ? { ...seen, flips: seen.flips.map(kept) } : seen;
  };
  return { ...results, models: results.models.map(checked) };
}

/** What has pictures. */
interface Drawn {
  readonly montage?: string | undefined;
  readonly picture?: string | undefined;
  readonly narrow?: string | undefined;
}

function withoutMissing<T extends Drawn>(each: T, files: ReadonlyMap<string, Uint8Array>): T {
  const missing = new Set<string>(
    ['montage', 'picture', 'narrow'].filter(key => isMissing(each[key as keyof Drawn], files)),
  );
  return missing.size === 0
    ? each
    : (Object.fromEntries(Object.entries(each).filter(([key]) => !missing.has(key))) as unknown as T);
}

const isMissing = (path: string | undefined, files: ReadonlyMap<string, Uint8Array>): boolean =>
  path !== undefined && !files.has(path);

const picturesOf = ({ models }: Results, files: ReadonlyMap<string, Uint8Array>): Claims['pictures'] =>
  new Map(picturePaths(models).map(path => [path, () => republish(files.get(path)!)]));
