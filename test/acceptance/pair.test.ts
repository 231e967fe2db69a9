import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pairOf } from '../../src/acceptance/pair.ts';
import type { ComparedModel, ModelResult } from '../../src/results/model.ts';
import type { Reason, Regression } from '../../src/results/reason.ts';
import { broken, fixture, model } from '../support/results.ts';

const drifted: Reason = {
  level: 'fail',
  code: 'attention-regression',
  metric: 'attention-shift',
  method: 'grad-cam',
  value: 0.3,
  limit: 0.08,
  limits: 'uncalibrated',
  among: undefined,
};
const left = (region: string, limit = 0.5): Reason => ({
  level: 'fail',
  code: 'region-rule',
  region,
  rule: { of: 'inside', at: 'least', limit },
  before: 0.9,
  now: 0.1,
  fixtures: 4,
});
const digest = (letter: string) => letter.repeat(64);

function failed(
  reasons: readonly Reason[],
  [before, after] = ['a', 'b'],
  more: Partial<ComparedModel> = {},
): ModelResult {
  const made = model([fixture('1.png', 0.3)], { verdict: 'fail' as const, reasons, ...more });
  const from = (letter: string) => ({
    ...made.candidate,
    model: { ...made.candidate.model, digest: digest(letter) },
  });
  return { ...made, candidate: from(after!), baseline: { ...from(before!), source: 'recomputed' as const } };
}

const code = (found: ModelResult) => pairOf(found)?.code;

test('the code is of both models and of what failed, in any order, however far it moved', () => {
  const here = failed([drifted, left('object')]);
  assert.match(code(here)!, /^[0-9a-f]{16}$/);
  assert.equal(code(failed([left('object'), { ...drifted, value: 0.9 } as Reason])), code(here));
  assert.equal(
    code(failed([drifted, left('object'), { level: 'warn', code: 'attention-lost', fixtures: 1 }])),
    code(here),
  );
  const others = [
    failed([drifted]),
    failed([drifted, left('face')]),
    failed([drifted, left('object', 0.6)]),
    failed([drifted, left('object')], ['a', 'c']),
    failed([drifted, left('object')], ['c', 'b']),
    failed([drifted, left('object')], ['a', 'b'], { name: 'another' }),
  ].map(code);
  assert.equal(new Set([code(here), ...others]).size, 7, 'each is another one');
});

test('a class, a tag, a label, a metric or a reference of its own makes another code', () => {
  const counts = { fixtures: 6, right: { before: 6, now: 2 }, probability: undefined, limit: undefined };
  const lost = (group: string, code: 'class-regression' | 'tag-regression' = 'class-regression'): Reason => ({
    level: 'fail',
    code,
    group,
    ...counts,
  });
  const label = (name: string): Reason => ({
    level: 'fail',
    code: 'label-regression',
    label: name,
    fixtures: 4,
    found: drifted as Regression,
  });
  const since = (title: string): Reason => ({
    level: 'fail',
    code: 'pinned-drift',
    title,
    fixtures: 4,
    found: drifted as Regression,
  });
  const all = [
    ...[lost('stop'), lost('go'), lost('stop', 'tag-regression')],
    ...[label('sun'), label('rain'), since('gold'), since('silver')],
    ...[drifted, { ...drifted, metric: 'overlap' } as Reason],
  ];
  assert.equal(new Set(all.map(reason => code(failed([reason])))).size, all.length);
});

test('a model that is explained or fed in another way is another one', () => {
  const here = failed([drifted]);
  const candidate = here.candidate!;
  const fed = { ...candidate, preprocess: { ...candidate.preprocess, order: 'bgr' as const } };
  const explained = { ...candidate, layer: { ...candidate.layer, name: 'conv2' } };
  const elsewhere = { ...candidate, engine: { name: 'native', version: 'tfjs 5' } };
  const codes = [fed, explained].map(each => code({ ...here, candidate: each } as ModelResult));
  assert.equal(new Set([code(here), ...codes]).size, 3);
  assert.equal(code({ ...here, candidate: elsewhere } as ModelResult), code(here), 'the engine decides nothing');
});

test('regions are accepted by names of one word', () => {
  assert.deepEqual(pairOf(failed([drifted, left('the `face`\nof it'), left('object'), left('object', 0.9)]))?.named, [
    'object',
    'the_face_of_it',
  ]);
  assert.deepEqual(pairOf(failed([drifted]))?.named, []);
});

test('a probe is accepted by its name, as a region is, each once and in order', () => {
  const followed = (probe: string): Reason => ({
    ...{ level: 'fail', code: 'probe-regression', probe, added: 0.5, limit: 0.06, onMark: undefined, fixtures: 4 },
    flipped: { before: 0, now: 0 },
  });
  const found = failed([followed('red mark'), left('object'), followed('frame'), left('frame')]);
  assert.deepEqual(pairOf(found)?.named, ['frame', 'object', 'red_mark']);
  assert.notEqual(code(failed([followed('mark')])), code(failed([followed('frame')])));
  const warned: Reason = { ...followed('frame'), level: 'warn' };
  assert.deepEqual(pairOf(failed([drifted, warned]))?.named, [], 'what only warned needs no name');
});

test('a model that is compared with none has a pair of its own', () => {
  const { baseline: _, ...alone } = failed([left('object')]);
  assert.match(code(alone as ModelResult)!, /^[0-9a-f]{16}$/);
  assert.notEqual(code(alone as ModelResult), code(failed([left('object')])));
});

test('what did not fail, or was not judged, cannot be accepted', () => {
  assert.equal(pairOf(failed([drifted], ['a', 'b'], { verdict: 'incomplete' })), undefined);
  assert.equal(pairOf({ ...failed([]), verdict: 'fail' }), undefined);
  const error = { code: 'model-unreadable', message: 'No such file.', remedy: 'Check.', exitCode: 4 };
  assert.equal(pairOf(broken(error, { verdict: 'fail', reasons: [drifted] })), undefined);
});
