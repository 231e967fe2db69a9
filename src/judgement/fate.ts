import type { ComparedFixture } from '../results/fixture.ts';
import type { Policy } from '../results/policy.ts';

/** What a fixture's maps say by themselves, and why that is not judged: for showing. */
export function fateOf(
  maps: ComparedFixture['maps'],
  policy: Policy,
  touched: ComparedFixture['touched'],
): Pick<ComparedFixture, 'status' | 'reason'> {
  const status = moved(maps, policy) ? 'moved' : 'steady';
  if (touched)
    return { status, reason: `This change ${touched === 'added' ? 'adds' : 'edits'} it: shown, not judged.` };
  const map = maps[policy.method];
  const heatless = map && 'empty' in map && map.empty === 'both';
  return { status, ...(heatless && { reason: 'Neither map has heat, so it says nothing about drift.' }) };
}

/** Whether a fixture by itself moved past a threshold: for showing, not for judging. */
export function moved(maps: ComparedFixture['maps'], policy: Policy): boolean {
  const found = maps[policy.method];
  if (!found || !('drift' in found)) return false;
  return Object.entries(policy.thresholds).some(([metric, limit]) => found.drift[metric]! > limit);
}
