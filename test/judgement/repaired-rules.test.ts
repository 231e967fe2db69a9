import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { summariseRegions } from '../../src/judgement/regions.ts';
import { repairedRules } from '../../src/judgement/repairs.ts';
import type { FixtureResult } from '../../src/results/fixture.ts';
import type { Policy } from '../../src/results/policy.ts';
import { fixture } from '../support/results.ts';
import { all, rules, seen } from './_object-heat.ts';

const policy: Policy = { method: 'grad-cam', thresholds: { 'attention-shift': 0.08 } };

describe('a rule is repaired', () => {
  const repaired = (fixtures: readonly FixtureResult[], ...of: string[]) => {
    const regions = summariseRegions(fixtures, rules(...of));
    return repairedRules({ fixtures, regions, policy: { ...policy, regions: rules(...of) } }).map(({ before, now }) => [
      before,
      now,
    ]);
  };

  it('where the version before broke it and the candidate meets it, by a tenth of the heat or more', () => {
    assert.deepEqual(repaired(all(0.25, 0.75), 'inside >= 0.5'), [[0.25, 0.75]]);
    assert.deepEqual(repaired(all(0.75, 0.25), 'inside <= 0.5'), [[0.75, 0.25]]);
    assert.deepEqual(repaired(all(0.25, 0.75), 'outside <= 0.5'), [[0.75, 0.25]]);
    assert.deepEqual(repaired(all(0.25, 0.75), 'pointing >= 0.5'), [[0, 1]]);
    assert.equal(repaired(all(0.45, 0.55), 'inside >= 0.5').length, 1);
    assert.deepEqual(repaired(all(0.45, 0.54), 'inside >= 0.5'), [], 'less than anybody could see');
  });

  it('and not where it was met before, is still broken, or another one is', () => {
    assert.deepEqual(repaired(all(0.6, 0.9), 'inside >= 0.5'), []);
    assert.deepEqual(repaired(all(0.1, 0.4), 'inside >= 0.5'), []);
    assert.deepEqual(repaired(all(0.2, 0.7), 'inside >= 0.5', 'inside <= 0.6'), []);
  });

  it('and not where another one that is met gets worse by a tenth', () => {
    const pointing = (now: number): FixtureResult[] =>
      Array.from({ length: 10 }, (_, index) => {
        const object = {
          area: 0.2,
          baseline: { inside: 0.2, pointing: true },
          candidate: { inside: 0.7, pointing: index < now },
        };
        return fixture(`${index}.png`, 0.3, { regions: { object } });
      });
    const both = ['inside >= 0.5', 'pointing >= 0.5'] as const;
    assert.equal(repaired(pointing(9), ...both).length, 1, 'a tenth itself is not worse');
    assert.deepEqual(repaired(pointing(8), ...both), []);
  });

  it('and not where a side shows no heat on one of the fixtures', () => {
    assert.deepEqual(repaired([...all(0.2, 0.7), seen('d.png', 0.2, undefined)], 'inside >= 0.5'), []);
    assert.deepEqual(repaired([...all(0.2, 0.7), seen('d.png', undefined, 0.7)], 'inside >= 0.5'), []);
    assert.deepEqual(repaired(all(undefined, 0.7), 'inside >= 0.5'), []);
  });
});
