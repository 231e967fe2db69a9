import { findMethod } from '../methods/index.ts';
import { metrics } from '../metrics/index.ts';
import type { WrittenFixture, WrittenModel, WrittenResults } from '../results-file/schema.ts';
import { quoted, rejected } from './_rejection.ts';

/** What the results must be about. */
export interface Expected {
  /** The commit of the run that made them. */
  readonly head: string;
  /** The branch that the pull request goes to. */
  readonly baseRef?: string | undefined;
}

/**
 * What the schema cannot say and every audit keeps to. Judging again relies on it.
 * @throws CamdriftError `claims-rejected`
 */
export function requirePlausible({ change, models }: WrittenResults, { head, baseRef }: Expected): void {
  if (change?.head !== head)
    throw rejected(`The results are of commit ${change?.head ?? 'unknown'}; the run is of ${head}.`);
  if (baseRef !== undefined && change.baseRef !== baseRef)
    throw rejected(
      `The results compare with the branch ${quoted(change.baseRef)}; the pull request goes to ${quoted(baseRef)}.`,
    );
  requireUnique(models, 'models');
  for (const model of models) {
    requireUnique(model.fixtures, `fixtures of model ${quoted(model.name)}`);
    requireKnownPolicy(model);
    for (const fixture of model.fixtures) requireSoundFixture(fixture, quoted(model.name));
    requireDistinct(model);
    requireUnique(model.probes ?? [], `probes of model ${quoted(model.name)}`);
    for (const { name, picture, narrow } of model.probes ?? [])
      requireOwnPaths(
        [picture, narrow],
        `probe ${quoted(name)} of model ${quoted(model.name)}`,
        'MODEL/probe-NAME.webp',
      );
    for (const { edit, picture, narrow } of model.flips ?? [])
      requireOwnPaths([picture, narrow], `edit ${quoted(edit)} of model ${quoted(model.name)}`, 'MODEL/edit-NAME.webp');
  }
}

function requireUnique(items: readonly { name: string }[], what: string): void {
  const names = new Set<string>();
  for (const { name } of items) {
    if (names.has(name)) throw rejected(`Two ${what} are named ${quoted(name)}.`);
    names.add(name);
  }
}

/** An audit counts each content once: a copy would give one picture the weight of several, and what is none is no copy. */
function requireDistinct({ name: model, fixtures }: WrittenModel): void {
  const counting = new Map<string, string>();
  for (const { name, digest, copyOf } of fixtures) {
    if (digest === undefined || copyOf !== undefined) continue;
    if (counting.has(digest))
      throw rejected(`Two fixtures of model ${quoted(model)} have the digest ${quoted(digest)}.`);
    counting.set(digest, name);
  }
  const wrong = fixtures.find(({ digest = '', copyOf }) => copyOf !== undefined && counting.get(digest) !== copyOf);
  if (wrong)
    throw rejected(`The fixture ${quoted(wrong.name)} of model ${quoted(model)} is not the copy that it is called.`);
}

function requireKnownPolicy({ name, error, judged, fixtures, baseline, lineage }: WrittenModel): void {
  const model = quoted(name);
  if (!/^[\w.-]+$/.test(name)) throw rejected(`${model} is not a name that a model can have.`);
  if (error && fixtures.length > 0) throw rejected(`Model ${model} was not audited, and has fixtures.`);
  if (lineage && !baseline) throw rejected(`Model ${model} has a lineage, and no baseline that it comes from.`);
  if (!error && !judged) throw rejected(`Model ${model} says neither how it was judged nor why it was not.`);
  for (const method of judged ? [judged.method] : []) requireKnown(isMethod, method, `judged method of model ${model}`);
  for (const metric of Object.keys(judged?.thresholds ?? {}))
    requireKnown(isMetric, metric, `threshold of model ${model}`);
}

function requireSoundFixture(fixture: WrittenFixture, model: string): void {
  const { name, status, baseline, candidate, flipped, divergence, maps = {}, montage, narrow } = fixture;
  const place = `fixture ${quoted(name)} of model ${model}`;
  const compared = status === 'moved' || status === 'steady';
  if (compared && !(baseline && candidate && fixture.maps)) throw rejected(`The ${place} is ${status} without maps.`);
  if (!compared && (baseline ?? flipped ?? divergence ?? fixture.maps) !== undefined)
    throw rejected(`The ${place} is ${status}, and was compared nevertheless.`);
  for (const [method, map] of Object.entries(maps)) {
    requireKnown(isMethod, method, `method in ${place}`);
    if ('drift' in map) requireEveryMetric(map.drift, place);
  }
  requireOwnPaths([montage, narrow], place, 'MODEL/FIXTURE.webp');
}

function requireOwnPaths(paths: readonly (string | undefined)[], place: string, expected: string): void {
  const wrong = paths.find(path => path !== undefined && !/^(?!\.\.?\/)[\w.-]+\/[\w.-]+\.webp$/.test(path));
  if (wrong !== undefined)
    throw rejected(`The picture of ${place} has the path ${quoted(wrong)}; expected ${expected}.`);
}

function requireEveryMetric(drift: Readonly<Record<string, number>>, place: string): void {
  for (const metric of Object.keys(drift)) requireKnown(isMetric, metric, `metric in ${place}`);
  const missing = metrics.find(({ name }) => !Object.hasOwn(drift, name));
  if (missing) throw rejected(`The ${place} has no ${missing.name}. Another version of camdrift may have made it.`);
}

const isMethod = (name: string): boolean => findMethod(name)?.name === name;
const isMetric = (name: string): boolean => metrics.some(metric => metric.name === name);

function requireKnown(known: (name: string) => boolean, name: string, what: string): void {
  if (!known(name)) throw rejected(`${quoted(name)} is not known, which is a ${what}.`);
}
