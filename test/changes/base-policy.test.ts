import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPolicyOf } from '../../src/changes/base-policy.ts';
import { effective } from '../../src/changes/settings.ts';
import { parseConfig } from '../../src/config/read.ts';
import type { RawSettings } from '../../src/config/schema.ts';

const one = (settings: object) =>
  parseConfig(JSON.stringify({ fixtures: ['a.png'], models: [{ name: 'm', path: 'm' }], ...settings }), 'camdrift.yml');

/** What judges a model whose branch says `base` and whose change says `own`. */
function judged(base: object, own: object): RawSettings {
  const found = withPolicyOf(one(base), one(own));
  return effective(found, found.models[0]!);
}
const meant = (settings: object): RawSettings => effective(one(settings), one(settings).models[0]!);

/**
 * Of every setting a value of the branch, one of the change that asks for less or for something else, and whose holds. A setting
 * without a line does not compile: whoever adds one says whether it judges, or describes the model.
 */
const settings: { readonly [S in keyof RawSettings]-?: readonly [base: unknown, own: unknown, whose: 'base' | 'own'] } =
  {
    fixtures: [['a.png', 'b.png'], ['a.png'], 'base'],
    truth: ['truth.json', 'folder', 'base'],
    layer: ['conv5', 'conv1', 'base'],
    methods: [['grad-cam'], ['cam'], 'base'],
    score: ['logit', 'probability', 'base'],
    thresholds: [{ ssim: 0.1 }, { ssim: 0.9 }, 'base'],
    'answer-limit': [2, 50, 'base'],
    probes: [['mark'], 'none', 'base'],
    regions: [[{ name: 'o', from: 'a.json', rules: ['inside >= 0.5'] }], [{ name: 'o', from: 'b.json' }], 'base'],
    tags: [{ night: ['n/*.png'] }, { day: ['d/*.png'] }, 'base'],
    checks: ['full', 'none', 'base'],
    'false-alarms': [0.2, 0.01, 'base'],
    repairs: ['fail', 'pass', 'base'],
    lineage: ['converted', 'retrained', 'base'],
    baseline: ['stored', 'other', 'base'],
    'baseline-model': ['old', 'none', 'base'],
    pinned: ['gold', 'lead', 'base'],
    'pinned-thresholds': [{ overlap: 0.1 }, { overlap: 0.9 }, 'base'],
    watch: [['src/*.py'], ['doc/*.md'], 'base'],
    labels: [['hat', 'shoe'], ['shoe', 'hat'], 'own'],
    task: ['multi-label', 'regression', 'own'],
    preprocess: ['torch', 'unit', 'own'],
    recipe: ['timm', 'torchvision', 'own'],
    fit: ['fill', 'contain', 'own'],
    resample: ['bicubic', 'nearest', 'own'],
    antialias: [true, false, 'own'],
    'resize-to': [256, 224, 'own'],
    crop: [0.875, 0.9, 'own'],
    orientation: ['apply', 'ignore', 'own'],
    colour: ['srgb', 'as-stored', 'own'],
    output: ['scores', 'logits', 'own'],
    signature: ['a', 'b', 'own'],
    inputs: [{ meta: 0 }, { meta: 1 }, 'own'],
    size: ['32x32', '64x64', 'own'],
    'baseline-preprocess': ['raw', 'unit', 'own'],
    timeout: [7, 9, 'own'],
  };

test('what judges a model is as the base branch has it, what describes it as the change has it', () => {
  for (const [setting, [base, own, whose]] of Object.entries(settings)) {
    const key = setting as keyof RawSettings;
    const beside = key === 'pinned-thresholds' ? { pinned: 'gold' } : {};
    const said = { base: { ...beside, [key]: base }, own: { ...beside, [key]: own } };
    assert.notDeepEqual(meant(said.base)[key], meant(said.own)[key], `${key} differs`);
    assert.deepEqual(judged(said.base, said.own)[key], meant(said[whose])[key], key);
  }
});

test('a limit on answers may be lowered by the change, never raised; a branch without one gets none', () => {
  const limit = (base: object, own: object) => judged(base, own)['answer-limit'];
  assert.equal(limit({ 'answer-limit': 2 }, { 'answer-limit': 1.5 }), 1.5);
  assert.equal(limit({ 'answer-limit': 2 }, { 'answer-limit': 2.5 }), 2);
  assert.equal(limit({ 'answer-limit': 2 }, {}), 2);
  assert.equal(limit({}, { 'answer-limit': 1e9 }), undefined, 'without it the verdict is incomplete, and stays so');
});

test('a repair that the change wants held fails, also where the branch excuses it', () => {
  const repairs = (base: object, own: object) => judged(base, own).repairs;
  assert.equal(repairs({}, { repairs: 'fail' }), 'fail');
  assert.equal(repairs({ repairs: 'pass' }, { repairs: 'fail' }), 'fail');
  assert.equal(repairs({ repairs: 'fail' }, {}), 'fail');
  assert.equal(repairs({}, { repairs: 'pass' }), undefined);
});

test('what the branch turns off or does not say, the change may turn on', () => {
  const higher = (base: object, own: object) => judged(base, own).checks;
  assert.deepEqual(
    [higher({}, { checks: 'full' }), higher({}, { checks: 'none' }), higher({ checks: 'none' }, {}), higher({}, {})],
    ['full', 'basic', 'basic', undefined],
  );
  assert.equal(judged({}, { 'false-alarms': 0.2 })['false-alarms'], 0.2);
  assert.equal(judged({ 'false-alarms': 0.05 }, {})['false-alarms'], 0.1, 'unsaid is one in ten');
  assert.equal(judged({}, {})['false-alarms'], undefined);
  assert.deepEqual(
    judged({ pinned: 'gold' }, { 'pinned-thresholds': { overlap: 0.9 } })['pinned-thresholds'],
    undefined,
  );
  assert.deepEqual(
    judged({}, { pinned: 'gold', 'pinned-thresholds': { overlap: 0.9 } })['pinned-thresholds'],
    { overlap: 0.9 },
    'of a release that only the change pins, its own limits',
  );
});

test('limits of the pinned release are the lower ones, of whatever either limits', () => {
  const limits = (base: object, own: object) =>
    judged({ pinned: 'g', 'pinned-thresholds': base }, { pinned: 'g', 'pinned-thresholds': own })['pinned-thresholds'];
  assert.deepEqual(limits({ overlap: 0.5 }, { ssim: 0.1, overlap: 0.4 }), { overlap: 0.4, ssim: 0.1 });
  assert.deepEqual(limits({ overlap: 0.5, ssim: 0.2 }, { overlap: 0.6 }), { overlap: 0.5, ssim: 0.2 });
});

test('probes of both are asked, each by the words of the branch', () => {
  const own = ['mark', { name: 'dusk', brightness: 0.5, limit: 0.9 }, { name: 'dawn', brightness: 1.5, limit: 0.1 }];
  const base = [{ name: 'dusk', brightness: 0.7, limit: 0.2 }];
  const found = judged({ probes: base }, { probes: own }).probes;
  assert.ok(Array.isArray(found));
  assert.deepEqual(
    found.map(each => [each.name, each.limit]),
    [
      ['dusk', 0.2],
      ['mark', undefined],
      ['dawn', 0.1],
    ],
  );
  assert.deepEqual(judged({}, { probes: own }).probes, undefined, 'the usual ones are asked where none are named');
});

test('a region of another place is not the one of that name', () => {
  const region = (from: string, rule: string) => ({ regions: [{ name: 'o', from, rules: [rule] }] });
  const limits = (base: object, own: object) =>
    judged(base, own).regions!.map(({ from, rules }) => [from, rules.map(({ limit }) => limit)]);
  const branch = region('a.json', 'inside >= 0.5');
  assert.deepEqual(limits(branch, region('b.json', 'inside >= 0.9')), [['a.json', [0.5]]]);
  assert.deepEqual(limits(branch, region('a.json', 'inside >= 0.1')), [['a.json', [0.5, 0.1]]], 'both are asked');
});

test('of a model of several layers each is judged at its own, whatever the model is called now', () => {
  const named = (name: string) => one({ models: [{ name, path: 'm', layer: ['a', 'b'] }] });
  const layers = (after: string) =>
    withPolicyOf(named('pair'), named(after)).models.map(({ name, layer }) => [name, layer]);
  assert.deepEqual(layers('pair'), [
    ['pair.a', 'a'],
    ['pair.b', 'b'],
  ]);
  assert.deepEqual(layers('other'), [
    ['other.a', 'a'],
    ['other.b', 'b'],
  ]);
});

test('how long all may take is no rule, and stays the change’s', () => {
  assert.equal(withPolicyOf(one({ 'run-timeout': 60 }), one({ 'run-timeout': 90 }))['run-timeout'], 90);
  assert.equal('run-timeout' in effective(one({ 'run-timeout': 60 }), one({}).models[0]!), false);
});
