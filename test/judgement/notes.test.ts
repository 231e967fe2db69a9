import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Provenance } from '../../src/baselines/baseline.ts';
import type { Preprocess } from '../../src/images/preprocess.ts';
import { copiesAmong, leftOutReasons } from '../../src/judgement/counted-once.ts';
import { differences, isSameModel } from '../../src/judgement/differences.ts';
import { moved } from '../../src/judgement/fate.ts';
import { feedingReasons } from '../../src/judgement/feeding.ts';
import { layerReasons } from '../../src/judgement/layers.ts';
import { pictureReasons } from '../../src/judgement/pictures.ts';
import { taskReasons } from '../../src/judgement/task.ts';
import type { Reason } from '../../src/results/reason.ts';
import { everywhere, fixture, model } from '../support/results.ts';

const codes = (reasons: readonly Reason[]) => reasons.map(({ level, code }) => `${level} ${code}`);

test('a map of a part of the model is told where nobody chose the layer, and what lies beside it', () => {
  const found = (beside: readonly string[]) => ({ layer: { name: 'conv' }, layersBeside: beside });
  const told = (layer: string, ofLayers: readonly string[], beside: readonly string[] = []) =>
    layerReasons({ layer, ofLayers }, found(beside));
  assert.deepEqual(told('auto', [], ['b', 'c']), [
    { level: 'warn', code: 'layer-part', layer: 'conv', beside: ['b', 'c'] },
  ]);
  assert.deepEqual(told('auto', []), []);
  assert.deepEqual(told('conv', ['conv'], ['b']), [], 'who names it has chosen');
  const layers = ['conv', 'b'];
  assert.deepEqual(told('conv', layers, ['b']), [{ level: 'pass', code: 'layer-of-several', layer: 'conv', layers }]);
});

test('what files say of their pictures is told where it was not followed and the team does not say so', () => {
  const seen = new Map([
    ['a.jpg', { ignored: { orientation: 6 } }],
    ['b.jpg', { ignored: { orientation: 3, profile: 'Display P3' } }],
    ['c.jpg', { ignored: { profile: 'Display P3' } }],
    ['d.jpg', { ignored: { profile: 'Adobe RGB' } }],
    ['e.jpg', {}],
  ]) as unknown as Parameters<typeof pictureReasons>[1];
  const told = (...unsaid: string[]) =>
    pictureReasons({ unsaid } as unknown as Parameters<typeof pictureReasons>[0], seen);
  const turned = { level: 'warn', code: 'orientation-ignored', fixtures: ['a.jpg', 'b.jpg'] };
  const profiles = ['Display P3', 'Adobe RGB'];
  const coloured = { level: 'warn', code: 'profile-ignored', fixtures: ['b.jpg', 'c.jpg', 'd.jpg'], profiles };
  assert.deepEqual(told('orientation', 'colour'), [turned, coloured]);
  assert.deepEqual([told('orientation'), told('colour'), told()], [[turned], [coloured], []]);
  const plain = new Map([...seen].filter(([name]) => name === 'e.jpg'));
  const unsaid = ['orientation', 'colour'] as const;
  assert.deepEqual(pictureReasons({ unsaid } as unknown as Parameters<typeof pictureReasons>[0], plain), []);
});

const made = (more: object = {}): Provenance => ({ ...model([fixture('a', 0)]).candidate, ...more }) as Provenance;
const differing = (baseline: object, candidate: object) => {
  const [before, now] = [made(baseline), made({ model: { ...made().model, digest: 'b'.repeat(64) }, ...candidate })];
  assert.equal(
    isSameModel(before, { ...now, model: before.model }),
    differences({ notes: [] }, before, now).length === 0,
  );
  return codes(differences({ notes: [] }, before, now));
};

test('each way in which two sides were made differently is a warning of its own, and what is equal is none', () => {
  const { preprocess, input, layer } = made();
  for (const [code, candidate] of [
    ['preprocess-differs', { preprocess: { ...preprocess, scale: 2 } }],
    ['preprocess-differs', { preprocess: { ...preprocess, order: 'bgr' } }],
    ['fit-differs', { fit: 'cover' }],
    ['pixels-differs', { pixels: { antialias: true } }],
    ['output-differs', { output: 'scores' }],
    ['output-differs', { signature: 'serving' }],
    ['input-differs', { input: { ...input, width: 17 } }],
    ['classes-differ', { classes: 3 }],
    ['layer-differs', { layer: { ...layer, name: 'conv2' } }],
    ['grid-differs', { layer: { ...layer, width: 9 } }],
  ] as const)
    assert.deepEqual(differing({}, candidate), [`warn ${code}`], JSON.stringify(candidate));
  assert.deepEqual(differing({}, {}), []);
});

test('how pictures were read is compared by what it is, in whatever order it was written', () => {
  const [ab, ba] = [
    { antialias: true, colour: 'srgb' },
    { colour: 'srgb', antialias: true },
  ];
  assert.deepEqual(differing({ pixels: ab }, { pixels: ba }), []);
  assert.deepEqual(differing({ pixels: { c: 1, b: 2, a: 3 } }, { pixels: { b: 2, a: 3, c: 1 } }), []);
  assert.deepEqual(differing({ pixels: ab }, { pixels: { ...ba, antialias: false } }), ['warn pixels-differs']);
});

test('an output is told with its signature', () => {
  const [found] = differences({ notes: [] }, made({ signature: 'a' }), made({ signature: 'b', output: 'scores' }));
  assert.deepEqual(found, {
    ...{ level: 'warn', code: 'output-differs', baseline: '"the only one of a"', candidate: '"scores of b"' },
  });
});

test('what was assumed comes first, and that both are one model last', () => {
  const notes = ['No preprocessing is said.', 'Nor a size.'];
  const found = differences({ notes }, made(), made({ fit: 'cover' }));
  assert.deepEqual(codes(found), [
    'warn preprocess-assumed',
    'warn preprocess-assumed',
    'warn fit-differs',
    'pass same-model',
  ]);
  const [first] = found;
  assert.deepEqual(first, { level: 'warn', code: 'preprocess-assumed', note: notes[0] });
  assert.deepEqual(differing({}, { classes: 4 }), ['warn classes-differ'], 'another digest is another model');
});

const recipe = (low: number, high: number): Preprocess => {
  const std = 1 / (high - low);
  return { scale: 1 / 255, mean: [-low * std], std: [std], order: 'rgb' };
};
const contradicts = (kind: 'bytes' | 'rescaled' | 'normalised', low: number, high: number): boolean =>
  feedingReasons({ kind, node: 'n', becomes: [0, 1] } as Parameters<typeof feedingReasons>[0], recipe(low, high))
    .length > 0;

test('what is fed to a model that scales for itself: where a range begins to contradict', () => {
  assert.deepEqual(
    [
      [0, 20],
      [0, 20.5],
      [-10, 10.5],
      [-128, 127],
    ].map(([low, high]) => contradicts('rescaled', low!, high!)),
    [true, false, false, false],
  );
  assert.deepEqual(
    [
      [-0.25, 1],
      [-0.35, 1],
      [0, 2.9],
      [0, 3.1],
      [-1, 1],
    ].map(([low, high]) => contradicts('normalised', low!, high!)),
    [false, true, false, true, true],
  );
  const raw: Preprocess = { scale: 1, mean: [0], std: [1], order: 'rgb' };
  const bytes = { kind: 'bytes' } as const;
  assert.deepEqual(feedingReasons(bytes, raw), []);
  for (const fed of [
    { ...raw, mean: [1] },
    { ...raw, std: [0.5] },
    { ...raw, mean: [0, 0, 1] },
  ])
    assert.equal(feedingReasons(bytes, fed).length, 1, JSON.stringify(fed));
});

test('the range is over all channels, where one number stands for all of them', () => {
  const [found] = feedingReasons({ kind: 'bytes' }, { scale: 1, mean: [0], std: [1, 2, 0.5], order: 'rgb' });
  assert.deepEqual(found?.fed, [0, 510]);
  const [other] = feedingReasons({ kind: 'bytes' }, { scale: 1, mean: [10, 0, -10], std: [2], order: 'rgb' });
  assert.deepEqual(other?.fed, [-5, 132.5]);
});

test('how the answers were read is told where the graph did not show it, and warned about where it was assumed', () => {
  const told = (kind: string, from: string) => taskReasons({ kind, from } as Parameters<typeof taskReasons>[0]);
  assert.deepEqual(told('multi-label', 'said'), [{ level: 'pass', code: 'task-multi-label', said: true }]);
  assert.deepEqual(told('multi-label', 'graph'), [{ level: 'pass', code: 'task-multi-label', said: false }]);
  assert.deepEqual(told('regression', 'said'), [{ level: 'pass', code: 'task-regression' }]);
  assert.deepEqual(told('classes', 'assumed'), [{ level: 'warn', code: 'task-assumed' }]);
  assert.deepEqual(told('classes', 'graph'), []);
});

test('one of several thresholds is enough to have moved', () => {
  const policy = { method: 'grad-cam', thresholds: { 'attention-shift': 0.5, overlap: 0.1 } };
  const drift = { ...everywhere(0), overlap: 0.2 };
  assert.ok(moved({ 'grad-cam': { drift } }, policy));
  assert.equal(moved({ 'grad-cam': { drift: { ...drift, overlap: 0.1 } } }, policy), false);
});

test('files beside fixtures: one that was meant as a picture is a warning, whatever lies beside it', () => {
  const told = (...endings: string[]) =>
    leftOutReasons({ own: 0, again: 0, others: endings.map(ending => ({ ending, files: 1 })) }, [])[0]?.level;
  assert.deepEqual(
    [told('.txt'), told('.txt', '.heic'), told('.heic', '.svg'), told()],
    ['pass', 'warn', 'warn', undefined],
  );
  const one = leftOutReasons({ own: 1, again: 1, others: [] }, ['a']);
  assert.deepEqual(codes(one), ['pass fixtures-copied', 'pass fixtures-linked', 'pass fixtures-left-out']);
});

test('what the change touches gives way to what it does not, also where the baseline knows neither or both', () => {
  const fixtures = [
    { name: 'a', touched: 'added' as const },
    { name: 'b', touched: undefined },
  ];
  const digests = new Map([
    ['a', { digest: '1' }],
    ['b', { digest: '1' }],
  ]);
  assert.deepEqual([...copiesAmong(fixtures, digests, undefined)], [['a', 'b']]);
  assert.deepEqual([...copiesAmong(fixtures, digests, digests)], [['a', 'b']]);
  const knows = new Map([['a', { digest: '1' }]]);
  assert.deepEqual([...copiesAmong(fixtures, digests, knows)], [['b', 'a']], 'what the baseline knows goes before all');
});
