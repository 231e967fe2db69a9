/** The table of scripts/check-engine-audits.ts. */
import { type FixtureResult, isCompared } from '../../src/results/fixture.ts';

/** A model's baseline, made by one engine and audited by another, or by the same again. */
export interface Pair extends Apart {
  readonly before: string;
  readonly now: string;
  /** Whether the engine that made the baseline made it twice byte by byte. */
  readonly repeated: boolean;
  readonly verdict: string;
}

export interface Apart {
  /** Maps that were compared. */
  readonly maps: number;
  /** The largest drift of any. */
  readonly drift: { readonly value: number; readonly method: string; readonly metric: string };
  /** The largest difference of what a probe moved, or of the heat on its mark; none without probes. */
  readonly probes: number | undefined;
}

/** What is asked of another engine. */
const allowed = 1e-3;

export const heading = [
  '| model | maps | audits that pass | largest drift | of | probes apart | same engine again |',
  '| --- | --- | --- | --- | --- | --- | --- |',
];

/** One line of the table, and whether all holds that is asked. */
export function rowOf(name: string, pairs: readonly Pair[]): { row: string; holds: boolean } {
  const across = pairs.filter(({ before, now }) => before !== now);
  const again = pairs.filter(({ before, now }) => before === now);
  const worst = across.toSorted((a, b) => b.drift.value - a.drift.value)[0]!;
  const probes = across.every(each => each.probes === undefined)
    ? undefined
    : Math.max(...across.map(pair => pair.probes ?? Number.POSITIVE_INFINITY));
  const passed = across.filter(({ verdict }) => verdict === 'pass').length;
  const maps = [...new Set(pairs.map(pair => pair.maps))];
  const same = again.every(({ repeated, drift, probes = 0 }) => repeated && drift.value === 0 && probes === 0);
  const { value, metric, method } = worst.drift;
  const where = `${metric} of ${method}, ${worst.before} to ${worst.now}`;
  const figures = [`${passed} of ${across.length}`, value.toExponential(1), where, probes?.toExponential(1) ?? '-'];
  const cells = [name, maps.join(' or '), ...figures, same ? 'the same' : 'DIFFERS'];
  const near = value < allowed && (probes ?? 0) < allowed;
  return { row: `| ${cells.join(' | ')} |`, holds: passed === across.length && near && same && maps.length === 1 };
}

/** How far the maps of the two sides are from each other. Throws where none was compared: nothing would be shown by it. */
export function apart(fixtures: readonly FixtureResult[]): Apart {
  const compared = fixtures.filter(isCompared);
  const maps = compared.flatMap(fixture =>
    Object.entries(fixture.maps).flatMap(([method, map]) => ('drift' in map ? [{ method, drift: map.drift }] : [])),
  );
  const all = maps.flatMap(({ method, drift }) =>
    Object.entries(drift).map(([metric, value]) => ({ method, metric, value })),
  );
  const drift = all.toSorted((a, b) => b.value - a.value)[0];
  if (!drift) throw new RangeError('No map was compared.');
  const probes = compared.flatMap(fixture => Object.values(fixture.probes ?? {}).flatMap(probe => differences(probe)));
  return { maps: maps.length, drift, probes: probes.length > 0 ? Math.max(...probes) : undefined };
}

type Probe = NonNullable<FixtureResult['probes']>[string];

function differences(probe: Probe): number[] {
  if (!('candidate' in probe) || !probe.baseline) return [];
  const { baseline, candidate } = probe;
  const values = [[baseline.moved, candidate.moved] as const, [baseline.onMark ?? 0, candidate.onMark ?? 0] as const];
  return values.map(([before, now]) => Math.abs(before - now));
}
