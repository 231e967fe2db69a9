import type { FixtureResult } from '../results/fixture.ts';
import type { ModelResult } from '../results/model.ts';
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
  const there = (path: string | undefined) => path === undefined || files.has(path);
  const drawn = <T extends Drawn>(each: T): T => (there(each.picture) ? each : withoutPicture(each));
  const checked = (model: ModelResult): ModelResult => {
    if (!model.judged) return model;
    const fixtures = model.fixtures.map(fixture => (there(fixture.montage) ? fixture : withoutMontage(fixture)));
    const seen = { ...model, fixtures, ...(model.probes && { probes: model.probes.map(drawn) }) };
    return seen.flips ? { ...seen, flips: seen.flips.map(drawn) } : seen;
  };
  return { ...results, models: results.models.map(checked) };
}

interface Drawn {
  readonly picture?: string | undefined;
}

function withoutPicture<T extends Drawn>({ picture: _, ...rest }: T): T {
  return rest as T;
}

function withoutMontage(fixture: FixtureResult): FixtureResult {
  const { montage: _, ...rest } = fixture;
  return rest;
}

function picturesOf({ models }: Results, files: ReadonlyMap<string, Uint8Array>): Claims['pictures'] {
  const paths = models.flatMap(({ fixtures, probes = [], flips = [] }) => [
    ...fixtures.flatMap(({ montage }) => montage ?? []),
    ...[...probes, ...flips].flatMap(({ picture }) => picture ?? []),
  ]);
  return new Map(paths.map(path => [path, () => republish(files.get(path)!)]));
}
