import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rejudge } from '../../src/artifacts/rejudge.ts';
import { judge, overall } from '../../src/judgement/verdict.ts';
import { sentenceOf } from '../../src/reports/reasons.ts';
import type { FixtureResult } from '../../src/results/fixture.ts';
import type { ModelResult } from '../../src/results/model.ts';
import type { Policy } from '../../src/results/policy.ts';
import type { Reason } from '../../src/results/reason.ts';
import { codeOf } from '../../src/results/reason.ts';
import { broken, everywhere, fixture, lone, model, readReason, results, type SomeModel } from '../support/results.ts';

const policy: Policy = { method: 'grad-cam', thresholds: { 'attention-shift': 0.08 } };
const note: Reason = readReason('warn', 'fit-differs', 'Pictures were fitted differently.');

function rejudged(claimed: ModelResult, ofBase?: Policy): ModelResult {
  const { models, verdict } = rejudge({ ...results(claimed), verdict: claimed.verdict }, () => ofBase);
  assert.equal(verdict, overall(models));
  return models[0]!;
}

/** The same numbers, said to be harmless. */
const whitewashed = (fixtures: readonly FixtureResult[], more: SomeModel = {}) =>
  model(fixtures, { verdict: 'pass', reasons: [], ...more });
/** Predicts another class. */
const other = { predicted: { index: 1, label: 'shoe', probability: 0.9 }, explained: { index: 0 } };
const codes = ({ reasons }: ModelResult) => reasons.map(reason => `${reason.level} ${codeOf(reason)}`);

test('what an audit found is found again, to the letter', () => {
  const fixtures: FixtureResult[] = [
    fixture('a.png', 0.3, { flipped: true, truth: 'hat', divergence: 0.2, candidate: other }),
    fixture('b.png', 0.01, {
      maps: { 'grad-cam': { empty: 'both' } },
      status: 'steady',
      reason: 'Neither map has heat, so it says nothing about drift.',
    }),
    fixture('t.png', 0.9, { touched: 'added', reason: 'This change adds it: shown, not judged.' }),
    fixture('c.png', 1, { maps: { 'grad-cam': { drift: everywhere(1), empty: 'candidate' } } }),
    fixture('d.png', 0, { maps: { 'grad-cam': { refused: 'No GAP head.' } } }),
    { name: 'e.png', status: 'new' },
    { name: 'f.png', status: 'lost' },
    { name: 'g.png', status: 'failed', reason: 'g.png is damaged.' },
  ];
  const honest = model(fixtures, judge(fixtures, policy, [note]));
  assert.equal(new Set(codes(honest)).size, 11, 'every reason there is');
  assert.deepEqual(rejudged(honest), honest);
  assert.deepEqual(rejudged(honest, policy), honest);
});

test('a pass that the numbers do not bear out fails', () => {
  const found = rejudged(whitewashed([fixture('a.png', 0.3, { status: 'steady' }), fixture('b.png', 0.1)]));
  assert.equal(found.verdict, 'fail');
  assert.deepEqual(codes(found), ['fail attention-regression']);
  assert.equal(found.drift!['grad-cam']!['attention-shift']!.mean, 0.2);
  assert.deepEqual(
    found.fixtures.map(({ status }) => status),
    ['moved', 'moved'],
  );
});

test('summaries and flips are worked out from the fixtures and not believed', () => {
  const flipped = fixture('a.png', 0, { candidate: other });
  const found = rejudged(whitewashed([flipped]));
  assert.equal(found.predictions!.flipped, 1);
  assert.equal(found.drift!['grad-cam']!['attention-shift']!.mean, 0);
  assert.deepEqual(codes(found), ['warn prediction-drift']);
});

test("the base branch's policy takes the place of the one in the results", () => {
  const lenient = { method: 'grad-cam', thresholds: { 'attention-shift': 1 } };
  const claimed = whitewashed([fixture('a.png', 0.3, { status: 'steady' })], { judged: lenient });
  assert.equal(rejudged(claimed).verdict, 'pass');
  const found = rejudged(claimed, policy);
  assert.equal(found.verdict, 'fail');
  assert.deepEqual(found.judged, policy);
});

test('leaving out what is judged is no way to pass', () => {
  const elsewhere = fixture('a.png', 0, { maps: { cam: { drift: everywhere(0) } } });
  assert.deepEqual(codes(rejudged(whitewashed([elsewhere, fixture('b.png', 0)]), policy)), [
    'incomplete method-missing',
  ]);
  const fresh: FixtureResult = { name: 'a.png', status: 'new' };
  assert.deepEqual(codes(rejudged(whitewashed([fresh]))), ['incomplete nothing-compared', 'warn fixtures-new']);
  const heatless = fixture('c.png', 0, { maps: { 'grad-cam': { empty: 'both' } } });
  const diluted = rejudged(whitewashed([fixture('d.png', 0.3), heatless, { ...heatless, name: 'e.png' }]));
  assert.deepEqual(codes(diluted), ['fail attention-regression', 'incomplete heat-missing', 'warn maps-empty']);
  const touched = fixture('f.png', 0.01, { touched: 'added' });
  assert.equal(rejudged(whitewashed([touched])).verdict, 'incomplete');
  assert.deepEqual(codes(rejudged(whitewashed([]))), ['incomplete nothing-compared']);
});

test('a new model passes unjudged, unless the base branch judges it or it has a baseline', () => {
  const isNew = { verdict: 'pass', reasons: [readReason('pass', 'model-new', 'This model is new.')] } as const;
  const fresh = lone([{ name: 'a.png', status: 'new' }], isNew);
  assert.deepEqual(rejudged(fresh), fresh);
  assert.equal(rejudged(fresh, policy).verdict, 'incomplete');
  assert.equal(rejudged(model([{ name: 'a.png', status: 'new' }], isNew)).verdict, 'incomplete');
  assert.equal(rejudged(lone([fixture('a.png', 0.5)], isNew)).verdict, 'fail');
  const unread = rejudged(lone([{ name: 'a.png', status: 'failed' }], isNew));
  assert.deepEqual(codes(unread), ['pass model-new', 'incomplete fixture-failed']);
});

test('a worse verdict than the numbers show stands, with a word about it', () => {
  assert.deepEqual(codes(rejudged(whitewashed([fixture('a.png', 0)], { verdict: 'incomplete' }))), [
    'incomplete claimed-verdict',
  ]);
  assert.deepEqual(codes(rejudged(whitewashed([fixture('a.png', 0)], { verdict: 'fail', reasons: [note] }))), [
    'warn fit-differs',
    'fail claimed-verdict',
  ]);
});

test('a model that was not audited stays incomplete, whatever it says of itself', () => {
  const error = { code: 'model-unreadable', message: 'No such file.', remedy: 'Check.', exitCode: 4 };
  const honest = broken(error);
  assert.deepEqual(rejudged(honest, policy), honest);
  assert.equal(rejudged(broken(error, { verdict: 'pass', reasons: [] })).verdict, 'incomplete');
});

test('a claimed verdict over all models can only make it worse', () => {
  const passing = whitewashed([fixture('a.png', 0)]);
  assert.equal(rejudge({ ...results(passing), verdict: 'incomplete' }, () => undefined).verdict, 'incomplete');
  assert.equal(
    rejudge({ ...results(whitewashed([fixture('a.png', 1)])), verdict: 'pass' }, () => undefined).verdict,
    'fail',
  );
});

test('regions are judged by the rules of the base branch, and leaving them out is no way to pass', () => {
  const ofBase: Policy = { ...policy, regions: { object: [{ of: 'inside', at: 'least', limit: 0.5 }] } };
  const lenient: Policy = { ...policy, regions: { object: [{ of: 'inside', at: 'least', limit: 0 }] } };
  const heat = (inside: number) => ({ regions: { object: { area: 0.2, candidate: { inside, pointing: true } } } });
  const claimed = (inside: number) => whitewashed([fixture('a.png', 0, heat(inside))], { judged: lenient });
  assert.deepEqual(codes(rejudged(claimed(0.2))), []);
  assert.deepEqual(codes(rejudged(claimed(0.2), ofBase)), ['fail region-rule']);
  assert.equal(rejudged(claimed(0.6), ofBase).verdict, 'pass');
  const dropped = whitewashed([fixture('a.png', 0)], {
    regions: [{ name: 'object', fixtures: 1, area: 0.2, candidate: { inside: 1, pointing: 1 } }],
  });
  const found = rejudged(dropped, ofBase);
  assert.deepEqual(codes(found), ['incomplete region-unseen']);
  assert.equal(found.regions, undefined, 'a summary is worked out, or is not there');
});

test('a new model, and one that is to be compared with none, is judged by its regions', () => {
  const regions = { object: [{ of: 'inside', at: 'least', limit: 0.5 } as const] };
  const fresh: FixtureResult = {
    name: 'a.png',
    status: 'new',
    regions: { object: { area: 0.2, candidate: { inside: 0.1, pointing: true } } },
  };
  const claim = { verdict: 'pass', reasons: [] as Reason[], judged: { ...policy, regions } } as const;
  const said = [readReason('pass', 'model-new', 'This model is new.')];
  assert.deepEqual(codes(rejudged(lone([fresh], { ...claim, reasons: said }))), ['fail region-rule', 'pass model-new']);
  const none: Policy = { ...policy, regions, baseline: 'none' };
  assert.deepEqual(codes(rejudged(lone([fresh], claim), none)), ['fail region-rule', 'pass baseline-none']);
  const claimed = lone([fresh], { ...claim, judged: none });
  assert.ok(
    codes(rejudged(claimed, { ...policy, regions })).includes('incomplete nothing-compared'),
    'the base branch compares',
  );
});

const probing: Policy = { ...policy, probes: { mark: 0.06 } };
const followed = { moved: 0.5, flipped: false, divergence: 0 };
const still = { ...followed, moved: 0 };
const probed = (probes: FixtureResult['probes']) => fixture('a.png', 0, { probes });

test('a probe that attention follows is found again, and its picture stays with it', () => {
  const fixtures = [probed({ mark: { baseline: still, candidate: followed } })];
  const summary = { name: 'mark', fixtures: 9, candidate: { moved: 0, flipped: 0, divergence: 0 }, limit: 1 };
  const picture = 'shoes/probe-mark.webp';
  const found = rejudged(whitewashed(fixtures, { judged: probing, probes: [{ ...summary, picture }] }));
  assert.deepEqual(codes(found), ['fail probe-regression']);
  assert.deepEqual(found.probes, [
    {
      name: 'mark',
      fixtures: 1,
      candidate: { moved: 0.5, flipped: 0, divergence: 0 },
      baseline: { moved: 0, flipped: 0, divergence: 0 },
      added: 0.5,
      limit: 0.06,
      worst: 'a.png',
      picture,
    },
  ]);
});

test('reasons of probes and regions are not believed, and are made again where the numbers bear them out', () => {
  const said = ['probe-regression', 'probe-no-baseline', 'probe-unseen', 'region-rule', 'region-unseen'] as const;
  const reasons = said.map(code => readReason('pass', code, 'All is well.'));
  const claimed = whitewashed([probed({ mark: { candidate: still } })], { judged: probing, reasons });
  assert.deepEqual(codes(rejudged(claimed)), ['warn probe-no-baseline']);
});

test('dropping a probe that the base branch asks for is no way to pass', () => {
  const spoken = probed({ mark: { baseline: still, candidate: still } });
  const silent = { ...fixture('b.png', 0) };
  const claimed = whitewashed([spoken, silent], { judged: policy });
  assert.deepEqual(codes(rejudged(claimed)), []);
  const found = rejudged(claimed, probing);
  assert.deepEqual(codes(found), ['incomplete probe-missing']);
  assert.match(sentenceOf(found.reasons[0]!), /`mark` is asked for, and 1 of 2 compared fixtures say nothing of it/);
});

test('a new model keeps its probes, worked out anew', () => {
  const fresh: FixtureResult = { name: 'a.png', status: 'new', probes: { mark: { candidate: followed } } };
  const reasons = [readReason('pass', 'model-new', 'This model is new.')];
  const found = rejudged(lone([fresh], { verdict: 'pass', judged: probing, reasons }));
  assert.deepEqual([codes(found), found.probes?.[0]?.candidate.moved], [['pass model-new'], 0.5]);
});

test('who says that nothing was changed is believed where digests and numbers say so too', () => {
  const claimed = (drift: number, digest = 'a'.repeat(64)) => {
    const found = whitewashed([fixture('a.png', drift, { touched: 'added' })]);
    assert.ok(found.candidate);
    return { ...found, candidate: { ...found.candidate, model: { ...found.candidate.model, digest } } } as ModelResult;
  };
  assert.equal(rejudged(claimed(0)).verdict, 'pass', 'one model cannot have drifted, whatever it is shown');
  assert.equal(rejudged(claimed(1e-8)).verdict, 'incomplete', 'numbers that one model cannot have');
  assert.equal(rejudged(claimed(0, 'b'.repeat(64))).verdict, 'incomplete', 'another file');
});

test('what the run noted beside the numbers stays, in its order, behind what is found anew', () => {
  const notes = [
    note,
    readReason('incomplete', 'fixture-unread', 'b.png.'),
    readReason('pass', 'of-a-later-version', 'x'),
  ];
  const found = rejudged(whitewashed([fixture('a.png', 0.3)], { reasons: notes }));
  assert.deepEqual(codes(found), [
    'fail attention-regression',
    'warn fit-differs',
    'incomplete fixture-unread',
    'pass of-a-later-version',
  ]);
});

test('an accepted verdict is what failed: nobody accepts in a claim', () => {
  const accepted = { by: 'mona', why: 'w', url: 'u', named: [] };
  const found = rejudged(whitewashed([fixture('a.png', 0.3)], { verdict: 'accepted', accepted }));
  assert.equal(found.verdict, 'fail');
  assert.equal('accepted' in found, false);
  assert.deepEqual(codes(rejudged(whitewashed([fixture('a.png', 0)], { verdict: 'accepted' }))), [
    'fail claimed-verdict',
  ]);
  const all = rejudge({ ...results(whitewashed([fixture('a.png', 0)])), verdict: 'accepted' }, () => undefined);
  assert.equal(all.verdict, 'fail');
});

test('of a label that is there or not the flip is worked out too', () => {
  const answer = (present: boolean) => ({ predicted: { index: 1 }, explained: { index: 1 }, present });
  const found = rejudged(whitewashed([fixture('a.png', 0, { baseline: answer(true), candidate: answer(false) })]));
  assert.equal(found.predictions!.flipped, 1);
  const same = rejudged(
    whitewashed([
      fixture('a.png', 0, {
        baseline: { ...answer(true), predicted: { index: 0 } },
        candidate: answer(true),
        flipped: true,
      }),
    ]),
  );
  assert.equal(same.predictions!.flipped, 0, 'whatever is likeliest');
});

test('pictures of probes stay each with its own, also the narrow one', () => {
  const fixtures = [
    probed({ mark: { baseline: still, candidate: still }, frame: { baseline: still, candidate: still } }),
  ];
  const both: Policy = { ...policy, probes: { mark: 0.06, frame: 0.06 } };
  const summary = { fixtures: 1, candidate: { moved: 0, flipped: 0, divergence: 0 }, limit: 1 };
  const drawn = [
    { ...summary, name: 'frame', narrow: 'm/f.narrow.webp' },
    { ...summary, name: 'mark', picture: 'm/k.webp' },
  ];
  const found = rejudged(whitewashed(fixtures, { judged: both, probes: drawn }));
  assert.deepEqual(
    found.probes!.map(({ name, picture, narrow }) => [name, picture, narrow]),
    [
      ['mark', 'm/k.webp', undefined],
      ['frame', undefined, 'm/f.narrow.webp'],
    ],
  );
  assert.ok(found.probes!.every(each => Object.values(each).every(value => value !== undefined)));
});

test('what a comparison alone has is kept where there is a baseline, and nowhere else', () => {
  const lineage = { kind: 'retrained', words: 'w', source: 'detected' } as const;
  const flips = [{ edit: 'e', words: 'w', fixture: 'a.png', from: 'x', to: 'y' }];
  const compared = rejudged(whitewashed([fixture('a.png', 0)], { lineage, flips }));
  assert.deepEqual([compared.lineage, compared.flips], [lineage, flips]);
  const alone = rejudged(lone([fixture('a.png', 0)], { verdict: 'pass', reasons: [] }));
  for (const key of ['baseline', 'drift', 'predictions', 'lineage', 'flips', 'slices'])
    assert.equal(key in alone, false, key);
  assert.equal(alone.verdict, 'pass');
});
