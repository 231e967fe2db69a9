import { regionsSetting } from '../../src/config/_region-setting.ts';
import type { FixtureResult } from '../../src/results/fixture.ts';
import type { Policy } from '../../src/results/policy.ts';
import { fixture } from '../support/results.ts';

export const rules = (...of: string[]): NonNullable<Policy['regions']> => ({
  object: regionsSetting.parse([{ from: 'coco.json', rules: of }])[0]!.rules,
});

/** A fixture that drifts by 0.3 and has so much of its heat on the object, before and now. */
export const seen = (name: string, before: number | undefined, now: number | undefined, more = {}): FixtureResult => {
  const heat = (inside: number) => ({ inside, pointing: inside > 0.5 });
  const object = {
    area: 0.2,
    ...(before !== undefined && { baseline: heat(before) }),
    ...(now !== undefined && { candidate: heat(now) }),
  };
  return fixture(name, 0.3, { regions: { object }, divergence: 0.001, ...more });
};
export const all = (before: number | undefined, now: number | undefined) =>
  ['a', 'b', 'c'].map(name => seen(`${name}.png`, before, now));
