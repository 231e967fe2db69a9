import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editToldOf, plainly } from '../../src/reports/comment/plain.ts';
import type { ModelResult, ProbeSummary } from '../../src/results/model.ts';
import type { Reason } from '../../src/results/reason.ts';
import { everywhere, fixture, model, readReason, type SomeFixture } from '../support/results.ts';
import { audited, say } from './_comment-requests.ts';

/** A fixture whose hottest place went from the middle to a corner. */
const turned = (name: string, truth: string, more: SomeFixture = {}) =>
  fixture(name, 0.3, {
    truth,
    maps: {
      'grad-cam': { drift: everywhere(0.3), hottest: { before: 'middle', now: 'lower right corner' } },
    },
    ...more,
  });

const stayed = (name: string, truth: string) =>
  fixture(name, 0.01, {
    truth,
    maps: { 'grad-cam': { drift: everywhere(0.01), hottest: { before: 'middle', now: 'middle' } } },
  });

const because = (code: string, fixtures: Parameters<typeof model>[0], more: object = {}): ModelResult =>
  model(fixtures, { reasons: [readReason('fail', code, 'In numbers.')], ...more });

const off = {
  regions: {
    object: {
      area: 0.2,
      baseline: { inside: 0.9, pointing: true },
      candidate: { inside: 0.2, pointing: false },
    },
  },
};

const probe = (flipped: number, more: Partial<ProbeSummary> = {}): ProbeSummary => ({
  name: 'mark',
  fixtures: 18,
  candidate: { moved: 0.4, flipped, divergence: 0 },
  baseline: { moved: 0.1, flipped: 1, divergence: 0 },
  added: 0.3,
  limit: 0.06,
  ...more,
});

const answers = (before: string, now: string) => ({
  baseline: { predicted: { index: 0, label: before, probability: 0.9 }, explained: { index: 0 } },
  candidate: { predicted: { index: 1, label: now, probability: 0.8 }, explained: { index: 0 } },
});

const predictions = (flipped: number, baseline: number, candidate: number) => ({
  compared: 10,
  flipped,
  accuracy: { labelled: 10, baseline, candidate },
});

const houses = [turned('1.png', 'house'), turned('2.png', 'house'), stayed('3.png', 'star')];

test('where it looks now, on how many pictures of which class, and instead of what', () => {
  assert.equal(
    plainly(because('attention-regression', houses)),
    'The new model looks at the **lower right corner** instead of the **middle** on 2 of 2 **house** pictures.',
  );
  assert.equal(
    plainly(because('region-rule', [turned('1.png', 'house', off), turned('2.png', 'house', off)])),
    'The new model looks at the **lower right corner** instead of the **object** on 2 of 2 **house** pictures.',
  );
});

test('what a broken rule says of its region, where nothing else is known to draw attention away', () => {
  const broken = (of: 'inside' | 'outside' | 'pointing', at: 'least' | 'most', region = 'object') =>
    plainly(
      model([stayed('1.png', 'a')], {
        reasons: [
          {
            level: 'fail',
            code: 'region-rule',
            region,
            rule: { of, at, limit: 0.5 },
            before: 0.6,
            now: 0.4,
            fixtures: 1,
          },
        ],
      }),
    );
  const already = { broken: 1, newly: 0, again: 0 };
  const known = {
    region: 'object',
    rule: { of: 'inside', at: 'least', limit: 0.5 },
    before: 0.4,
    now: 0.3,
    fixtures: 1,
    already,
  } as const;
  const told = (reason: Reason) => plainly(model([stayed('1.png', 'a')], { verdict: reason.level, reasons: [reason] }));
  assert.equal(
    told({ level: 'fail', code: 'region-rule', ...known }),
    'The new model looks too little at the **object**, as the one before did, and more so.',
  );
  assert.equal(
    told({ level: 'warn', code: 'region-broken-before', ...known }),
    'The new model looks too little at the **object**, as the one before did.',
  );
  assert.equal(broken('inside', 'least'), 'The new model looks too little at the **object**.');
  assert.equal(broken('pointing', 'most'), 'The new model looks too much at the **object**.');
  assert.equal(broken('outside', 'most'), 'The new model looks too much past the **object**.');
  assert.doesNotMatch(broken('inside', 'least', '<b>')!, /<b>/);
});

test('one of many is no word about a class', () => {
  const few = [turned('1.png', 'house'), stayed('2.png', 'house'), stayed('3.png', 'house')];
  assert.equal(
    plainly(because('attention-regression', few)),
    'The new model looks at other parts of the picture on 1 of 3 pictures.',
  );
  assert.match(
    plainly(because('attention-regression', [turned('1.png', 'house')]))!,
    /on 1 of 1 \*\*house\*\* picture\.$/,
  );
  assert.equal(
    plainly(because('attention-regression', [stayed('1.png', 'a')])),
    'The new model looks a little elsewhere on many pictures, and far on none.',
  );
});

test('what an edit does, to answers before attention', () => {
  assert.equal(
    plainly(because('probe-regression', [stayed('1.png', 'a')], { probes: [probe(8)] })),
    "A label in each corner (**mark**), which should not matter, changes the new model's answer on 8 of 18 pictures; before it did on 1.",
  );
  const towards = { ...probe(8), pull: { class: 'tree', candidate: 7, baseline: 0 } };
  assert.equal(
    plainly(because('probe-regression', [stayed('1.png', 'a')], { probes: [towards] })),
    'A label in each corner (**mark**), which should not matter, turns 7 of 18 pictures into **tree**; before it did on 0.',
  );
  assert.match(
    plainly(because('probe-regression', [stayed('1.png', 'a')], { probes: [probe(1)] }))!,
    /draws the new model's attention away/,
  );
});

test('an edit of the team’s is called by its name alone, since it may do anything', () => {
  const said = (name: string, requiredProbes: string[]) => {
    const judged = { method: 'grad-cam', thresholds: {}, requiredProbes };
    return plainly(because('probe-regression', [stayed('1.png', 'a')], { probes: [{ ...probe(8), name }], judged }))!;
  };
  assert.match(said('mark', ['mark']), /^The edit \*\*mark\*\*, which should not matter, changes/);
  assert.match(said('label of <b>', []), /^The edit \*\*label of &lt;b&gt;\*\*, which/);
  assert.match(said('frame', []), /^A coloured frame \(\*\*frame\*\*\), which/);
  assert.match(said('background', ['mark']), /^Another background \(\*\*background\*\*\), which/);
});

test('which class is lost, how much is right, how many answers differ', () => {
  const lost = [
    fixture('1.png', 0, { truth: 'stop', ...answers('stop', 'yield') }),
    fixture('2.png', 0, { truth: 'stop', ...answers('stop', 'stop') }),
  ];
  assert.equal(
    plainly(because('class-regression', lost)),
    'The new model no longer recognises **stop** as well: it is right on 1 of 2 pictures, before on 2.',
  );
  assert.equal(
    plainly(because('accuracy-regression', lost, { predictions: predictions(3, 0.9, 0.6) })),
    'The new model is right less often: on 6 of 10 pictures, before on 9.',
  );
  assert.equal(
    plainly(because('prediction-regression', lost, { predictions: predictions(3, 0.9, 0.9) })),
    'The new model gives another answer on 3 of 10 pictures.',
  );
  assert.match(
    plainly(because('prediction-regression', lost, { predictions: predictions(0, 0.9, 0.9) }))!,
    /same answers on all of 10 pictures/,
  );
});

test('headings are true to the reason', () => {
  const heading = (code: string) =>
    /### ❌ camdrift: fail – (.*) in shoes/.exec(say(audited(because(code, houses))).body)?.[1];
  assert.deepEqual(
    ['attention-regression', 'region-rule', 'class-regression', 'accuracy-regression', 'prediction-regression'].map(
      heading,
    ),
    ['attention moved', 'heat is not where it must be', 'answers changed', 'answers changed', 'answers changed'],
  );
});

const flippedTo = (name: string, before: string, now: string) =>
  fixture(name, 0.01, { flipped: true, ...answers(before, now) });

test('which answer for which, where it is most of them', () => {
  const said = (...turns: [string, string][]) =>
    plainly(
      because(
        'prediction-regression',
        turns.map(([before, now], at) => flippedTo(`${at}.png`, before, now)),
        { predictions: { compared: 9, flipped: turns.length } },
      ),
    );
  assert.equal(said(['a', 'b']), 'The new model gives another answer on 1 of 9 pictures, **b** instead of **a**.');
  assert.match(
    said(['a', 'b'], ['a', 'b'], ['b', 'a'])!,
    /on 3 of 9 pictures, mostly \*\*b\*\* instead of \*\*a\*\*\.$/,
  );
  assert.match(said(['a', 'b'], ['b', 'a'])!, /on 2 of 9 pictures\.$/);
});

const lostHouse = (more: object) =>
  model(
    ['1.png', '2.png', '3.png'].map(name => fixture(name, 0.01, { truth: 'house', ...answers('house', 'tree') })),
    { reasons: [readReason('fail', 'class-regression', 'In numbers.')], ...more },
  );
const pull = (edit: string, to: string, now: number) => {
  return { edit, words: `a ${edit}`, to, turned: { before: 1, now }, fixtures: 20, gained: 0.5, lost: true };
};

test('a class that is lost is told with the edit that takes pictures for it, the one that turns most, and its picture comes first', () => {
  const first = 'The new model no longer recognises **house** as well: it is right on 0 of 3 pictures, before on 3.';
  const swept = (...pulls: ReturnType<typeof pull>[]) =>
    lostHouse({ sweep: { edits: 49, fixtures: 20, of: 20, pulls } });
  assert.equal(plainly(lostHouse({})), first);
  const found = swept(pull('sticker', 'house', 5), pull('border', 'house', 12), pull('cast', 'tree', 20));
  assert.equal(plainly(found), `${first} **A border** turns 12 of 20 pictures into it; before it did 1.`);
  assert.deepEqual(editToldOf(found), { name: 'border' });
  assert.equal(plainly(swept(pull('cast', 'house', 1))), first, 'no more than before');
  assert.equal(editToldOf(swept(pull('cast', 'tree', 9))), undefined);
  const probed = lostHouse({});
  const reason = {
    level: 'warn',
    code: 'probe-pull',
    probe: 'mark',
    to: 'house',
    turned: { before: 0, now: 9 },
    fixtures: 18,
    lost: true,
  } as const;
  assert.match(
    plainly({ ...probed, reasons: [...probed.reasons, reason] })!,
    /\*\*The probe mark\*\* turns 9 of 18 pictures into it/,
  );
});

test('where all that fails is an edit, the heading says so and not that attention moved', () => {
  const headed = (before: number, now: number) => {
    const followed = { probe: 'mark', added: 0.2, limit: 0.1, onMark: undefined, fixtures: 8 };
    const reason = { level: 'fail', code: 'probe-regression', ...followed, flipped: { before, now } } as const;
    return /– (.*) in shoes/.exec(say(audited(model(houses, { reasons: [reason] }))).body)?.[1];
  };
  assert.deepEqual([headed(0, 5), headed(2, 2)], ['answers follow an edit', 'attention follows an edit']);
});

test('a class that is lost beside an edit that is followed is a change of answers, not of attention', () => {
  const followed = { probe: 'mark', added: 0.2, limit: 0.1, onMark: undefined, fixtures: 8 };
  const probed = { level: 'fail', code: 'probe-regression', ...followed, flipped: { before: 0, now: 5 } } as const;
  const lost = readReason('fail', 'class-regression', 'Class `stop` is being lost.');
  const headed = (...reasons: Reason[]) => /– (.*) in shoes/.exec(say(audited(model(houses, { reasons }))).body)?.[1];
  assert.equal(headed(probed, lost), 'answers changed');
  assert.equal(headed(probed, lost, readReason('fail', 'attention-regression', 'It moved.')), 'attention moved');
});

test('words of the trade are explained at a click, each where it stands first', () => {
  const reasons = ['The probe `a` and the probe `b`.', 'Divergence: the divergence is far, uncalibrated.'].map(words =>
    readReason('fail', 'prediction-regression', words),
  );
  const { body } = say(
    audited(model(houses, { reasons, lineage: { kind: 'retrained', words: '', source: 'detected' } })),
  );
  const linked = [
    ...body.matchAll(/\[([^\]]+)\]\(https:\/\/github\.com\/camdrift\/camdrift\/blob\/main\/docs\/glossary\.md\)/g),
  ];
  assert.deepEqual(
    linked.map(([, word]) => word),
    ['probe', 'divergence', 'uncalibrated', 'All words', 'lineage'],
  );
});

test('the project that a comment is about is in its heading, where there may be several', () => {
  const headed = (config: string) => {
    const speaker = { workflow: 'w', job: 'j', leg: '', config, step: 's' };
    return /^### .*$/m.exec(say(audited(model(houses)), { speaker }).body)![0];
  };
  assert.match(headed('camdrift.yml'), /attention moved in shoes$|changed in shoes$/);
  assert.match(headed('services/hats/camdrift.yml'), / in shoes \(services\/hats\)$/);
  assert.match(headed('ci/hats.yml'), / in shoes \(ci\/hats\.yml\)$/);
});

test('names of classes stay text', () => {
  const hostile = '<b>@octocat** [x](https://evil.example)';
  const said = plainly(because('attention-regression', [turned('1.png', hostile), turned('2.png', hostile)]))!;
  assert.doesNotMatch(said, /<b>|@octocat|\]\(https:/);
});
