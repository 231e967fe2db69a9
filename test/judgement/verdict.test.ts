import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moved } from '../../src/judgement/fate.ts';
import { judge, overall } from '../../src/judgement/verdict.ts';
import { metrics } from '../../src/metrics/index.ts';
import { sentenceOf } from '../../src/reports/reasons.ts';
import type { ComparedFixture, FixtureResult } from '../../src/results/fixture.ts';
import type { Policy } from '../../src/results/policy.ts';
import type { Reason } from '../../src/results/reason.ts';

import { type Level, worst } from '../../src/results/verdict.ts';
import { fixture, readReason } from '../support/results.ts';

const policy: Policy = { method: 'grad-cam', thresholds: { 'attention-shift': 0.08 } };
const everywhere = (drift: number) => Object.fromEntries(metrics.map(metric => [metric.name, drift]));
const side = (index: number, label?: string) => ({
  predicted: { index, ...(label !== undefined && { label }) },
  explained: { index: 0 },
});

/** A fixture that was compared and whose heat moved that far. */
const compared = (drift: number, more: Partial<ComparedFixture> = {}): ComparedFixture => ({
  name: `drift-${drift}.png`,
  status: 'steady',
  baseline: side(0),
  candidate: side(0),
  flipped: false,
  divergence: 0,
  maps: { 'grad-cam': { drift: everywhere(drift) } },
  ...more,
});
const codes = (
  fixtures: readonly FixtureResult[],
  notes: readonly Reason[] = [],
  { given = policy, same = false }: { given?: Policy; same?: boolean } = {},
) => judge(fixtures, given, notes, same).reasons.map(({ level, code }) => `${level} ${code}`);

test('the mean over the fixtures is judged, and a mean on the threshold is accepted', () => {
  assert.deepEqual(codes([compared(0.08), compared(0.08)]), []);
  assert.deepEqual(codes([compared(0), compared(0.16)]), [], 'one image that moved far is not the mean');
  assert.deepEqual(codes([compared(0.08), compared(0.0801)]), ['fail attention-regression']);
  assert.equal(
    sentenceOf(judge([compared(0.5)], policy, []).reasons[0]!),
    'Attention moved: attention shift 50.0 % on average (limit 8.0 %, grad-cam).',
  );
});

test('every threshold is a reason of its own; a threshold of 0 accepts only what is identical', () => {
  const strict = { method: 'grad-cam', thresholds: { 'attention-shift': 0.08, overlap: 0.3, ssim: 0 } };
  const failing = (drift: number) => judge([compared(drift)], strict, []).reasons.length;
  assert.deepEqual([0, 0.01, 0.1, 0.4].map(failing), [0, 1, 2, 3]);
});

test('only the judged method counts', () => {
  const other = compared(0, { maps: { 'grad-cam': { drift: everywhere(0) }, cam: { drift: everywhere(1) } } });
  const { verdict, drift } = judge([other], policy, []);
  assert.equal(verdict, 'pass');
  assert.equal(drift.cam?.overlap?.mean, 1);
});

test('drift is summarised per method and metric: mean, 90th percentile, maximum', () => {
  const { drift } = judge(
    [0.01, 0.02, 0.03, 0.04].map(value => compared(value)),
    policy,
    [],
  );
  const found = drift['grad-cam']?.overlap;
  assert.ok(Math.abs((found?.mean ?? 0) - 0.025) < 1e-12);
  assert.equal(found?.max, 0.04);
  assert.ok(found && found.p90 > 0.03 && found.p90 <= 0.04);
});

test('a failed fixture and a refused method leave the verdict incomplete', () => {
  const failed: FixtureResult = { name: 'x.png', status: 'failed', reason: 'x.png is damaged.' };
  const refused = compared(0, { maps: { 'grad-cam': { refused: 'No GAP head.' } } });
  assert.deepEqual(codes([compared(0), failed]), ['incomplete fixture-failed']);
  assert.deepEqual(codes([compared(0), refused]), ['incomplete method-refused']);
  assert.match(
    sentenceOf(judge([compared(0), refused], policy, []).reasons[0]!),
    /^grad-cam is judged, and has no map for 1 of 2 fixtures: No GAP head\.$/,
  );
});

test('predictions: flips, divergence above 0.02 bits, accuracy that falls; each is a warning in one sentence', () => {
  const labelled = (before: string, after: string) =>
    compared(0, { truth: 'cat', baseline: side(0, before), candidate: side(1, after), flipped: before !== after });
  assert.deepEqual(codes([compared(0, { divergence: 0.02 })]), []);
  assert.deepEqual(codes([compared(0, { divergence: 0.021 })]), ['warn prediction-drift']);
  assert.deepEqual(codes([labelled('dog', 'cat')]), ['warn prediction-drift'], 'a flip to the better is told too');
  const { predictions, reasons } = judge([labelled('cat', 'dog'), labelled('cat', 'cat')], policy, []);
  assert.deepEqual(predictions.accuracy, { labelled: 2, baseline: 1, candidate: 0.5 });

  assert.deepEqual([predictions.compared, predictions.flipped], [2, 1]);
  assert.match(
    sentenceOf(reasons[0]!),
    /flipped on 1 of 2 fixtures .*accuracy on the fixtures fell from 100\.0 % to 50\.0 %/,
  );
});

test('more than three flips are not all listed', () => {
  const flips = ['a', 'b', 'c', 'd'].map(name => compared(0, { name, flipped: true }));
  assert.match(sentenceOf(judge(flips, policy, []).reasons[0]!), /\(a, b, c, \.\.\.\)/);
});

test('new and lost fixtures are warnings, and their number is told', () => {
  const fate = (name: string, status: 'new' | 'lost'): FixtureResult => ({ name, status });
  const { reasons } = judge(
    [compared(0), compared(0), fate('a', 'new'), fate('b', 'lost'), fate('c', 'lost')],
    policy,
    [],
  );
  assert.deepEqual(
    reasons.map(reason => `${reason.level} ${sentenceOf(reason)}`),
    ['warn 1 of 5 fixtures are not in the baseline and were not judged.', 'warn 2 fixtures of the baseline are gone.'],
  );
});

/** A blank picture: nothing speaks for the class, before or after. */
const heatless = compared(0, { maps: { 'grad-cam': { empty: 'both' } } });

test('a fixture without heat on both sides is in no mean: neither pulled under a limit nor over it', () => {
  const moved = compared(0.1, { truth: 'cat', tags: ['night'] });
  const still = compared(0, { truth: 'dog' });
  const blank = { ...heatless, truth: 'cat', tags: ['night'] };
  const { drift, slices, score, verdict } = judge([moved, blank, moved, blank], policy, []);
  assert.equal(verdict, 'fail');
  for (const { name } of metrics) assert.equal(drift['grad-cam']![name]!.mean, 0.1, name);
  assert.deepEqual([score?.value, score?.signal], [0.1 / 0.08, 'attention-shift']);
  assert.deepEqual(slices, undefined, 'one class, all that was measured');
  assert.deepEqual(
    judge([moved, blank, still, still], policy, []).slices!.map(({ name, fixtures, drift: mean }) => [
      name,
      fixtures,
      mean,
    ]),
    [
      ['cat', 1, 0.1],
      ['night', 1, 0.1],
      ['dog', 2, 0],
    ],
  );
});

test('fewer than half of the fixtures with heat on both sides is no verdict, and says so', () => {
  assert.deepEqual(codes([heatless]), ['incomplete heat-missing', 'warn maps-empty']);
  assert.deepEqual(codes([heatless, heatless, compared(0)]), ['incomplete heat-missing', 'warn maps-empty']);
  assert.deepEqual(codes([heatless, heatless, compared(0.5)]).slice(0, 2), [
    'fail attention-regression',
    'incomplete heat-missing',
  ]);
  const [none, few] = [[heatless], [heatless, heatless, compared(0)]].map(fixtures =>
    sentenceOf(judge(fixtures, policy, []).reasons[0]!),
  );
  assert.match(none!, /^No fixture has heat in the grad-cam maps of both sides, and at least half of them must/);
  assert.match(few!, /^Only 1 of 3 fixtures have heat in the grad-cam maps of both sides/);
  assert.deepEqual(
    codes([heatless], [], { same: true }),
    codes([heatless]),
    'not even the same model can be watched through blank maps',
  );
});

test('what nobody measured is no pass: no limit, no comparison, no divergence where the team wants one', () => {
  assert.deepEqual(codes([compared(0)], [], { given: { ...policy, thresholds: {} } }), ['incomplete limits-none']);
  assert.deepEqual(codes([{ name: 'a', status: 'new' }]), ['incomplete nothing-compared', 'warn fixtures-new']);
  const { divergence: _, ...without } = compared(0);
  const asked = { ...policy, divergence: 0.01, requiredDivergence: true } as const;
  assert.deepEqual(codes([without], [], { given: asked }), ['incomplete answers-unmeasured']);
  assert.deepEqual(codes([without], [], { given: { ...policy, divergence: 0.01 } }), []);
  assert.deepEqual(codes([compared(0)], [], { given: asked }), []);
});

test('a drift that is not a number is no pass', () => {
  assert.deepEqual(codes([compared(Number.NaN)]), ['fail attention-regression']);
});

test('fixtures that the change adds or edits are in no mean, whichever way they would pull', () => {
  const touched = (drift: number, how: 'added' | 'edited' = 'added') => compared(drift, { touched: how });
  assert.deepEqual(codes([compared(0.2), touched(0), touched(0), touched(0)]), [
    'fail attention-regression',
    'pass fixtures-touched',
  ]);
  assert.deepEqual(codes([compared(0), touched(1)]), ['pass fixtures-touched']);
  assert.deepEqual(codes([touched(0)]), ['incomplete nothing-compared', 'pass fixtures-touched']);
  assert.match(sentenceOf(judge([touched(0)], policy, []).reasons[0]!), /added or edited by this change/);
  assert.deepEqual(codes([touched(0)], [], { same: true }), ['pass fixtures-touched'], 'one model cannot have drifted');
  const { predictions } = judge([compared(0), touched(0)], policy, []);
  assert.equal(predictions.compared, 1);
});

test('fewer than half of the earlier fixtures is no verdict, be they gone or edited', () => {
  const lost: FixtureResult = { name: 'l', status: 'lost' };
  const exchanged: FixtureResult = { name: 'x', status: 'new', reason: 'Its file is another.' };
  const edited = compared(0, { touched: 'edited' });
  assert.deepEqual(codes([compared(0), lost]), ['warn fixtures-lost']);
  assert.deepEqual(codes([compared(0), lost, lost]), ['incomplete fixtures-missing', 'warn fixtures-lost']);
  assert.equal(codes([compared(0), edited, exchanged])[0], 'incomplete fixtures-missing');
  assert.equal(
    codes([compared(0), { name: 'n', status: 'new' }, { name: 'm', status: 'new' }])[0],
    'warn fixtures-new',
  );
  assert.deepEqual(codes([compared(0), lost, lost], [], { same: true }), ['warn fixtures-lost']);
});

test('empty maps: lost heat and no heat at all are told apart', () => {
  const lost = compared(1, { maps: { 'grad-cam': { drift: everywhere(1), empty: 'candidate' } } });
  assert.deepEqual(codes([heatless, compared(0)]), ['warn maps-empty']);
  assert.deepEqual(codes([lost]), ['fail attention-regression', 'incomplete heat-missing', 'warn attention-lost']);
});

test('notes count as they say', () => {
  const note = (level: Level): Reason => readReason(level, 'note', 'm');
  assert.equal(judge([compared(0)], policy, [note('pass')]).verdict, 'pass');
  assert.equal(judge([compared(0)], policy, [note('warn')]).verdict, 'warn');
  assert.equal(judge([compared(1)], policy, [note('incomplete')]).verdict, 'fail');
});

test('fail outweighs incomplete, incomplete warn, warn pass', () => {
  assert.equal(worst([]), 'pass');
  assert.equal(worst(['pass', 'warn']), 'warn');
  assert.equal(worst(['incomplete', 'warn']), 'incomplete');
  assert.equal(worst(['incomplete', 'fail', 'pass']), 'fail');
  assert.equal(overall([{ verdict: 'warn' }, { verdict: 'incomplete' }]), 'incomplete');
});

test('a single fixture has moved when it is past a threshold of the judged method', () => {
  assert.equal(moved({ 'grad-cam': { drift: everywhere(0.08) } }, policy), false);
  assert.equal(moved({ 'grad-cam': { drift: everywhere(0.09) } }, policy), true);
  assert.equal(moved({ cam: { drift: everywhere(1) } }, policy), false);
  assert.equal(moved({ 'grad-cam': { refused: 'no' } }, policy), false);
});

test('a few flips, and probabilities that move within their limit, are what training anew does: told, and no warning', () => {
  const some = (flips: number, of: number) =>
    Array.from({ length: of }, (_, at) => fixture(`${at}.png`, 0, { flipped: at < flips, divergence: 0.021 }));
  const by = (flips: number, of: number, lineage: Policy['lineage']) =>
    judge(some(flips, of), { ...policy, lineage }, []).reasons.map(({ level, code }) => `${level} ${code}`);
  for (const lineage of ['retrained', 'other-architecture'] as const) {
    assert.deepEqual(by(0, 24, lineage), ['pass prediction-drift']);
    assert.deepEqual(by(2, 24, lineage), ['pass prediction-drift']);
    assert.deepEqual(by(3, 24, lineage), ['warn prediction-drift']);
    assert.deepEqual(by(1, 8, lineage), ['warn prediction-drift'], 'one of eight is many');
  }
  assert.deepEqual(by(2, 24, 'fine-tuned'), ['warn prediction-drift'], 'less moves them, and 0.021 bits is more');
  const far = Array.from({ length: 24 }, (_, at) => fixture(`${at}.png`, 0, { divergence: 0.061 }));
  const allowed: Policy = { ...policy, lineage: 'retrained', divergence: 1, requiredDivergence: true };
  assert.equal(judge(far, allowed, []).verdict, 'warn', 'farther than honest retrains go, whatever the team allows');
  for (const lineage of ['same', 'converted', undefined] as const)
    assert.deepEqual(by(1, 24, lineage), ['warn prediction-drift'], `${lineage}: nothing was trained`);
});
