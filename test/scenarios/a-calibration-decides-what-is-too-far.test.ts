import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { assertEnded, onlyModel, project, reasonCodes, settings, type Workspace } from '../support/workspace.ts';

const retrain = ['--lineage', 'retrained'];

/** A stored baseline, a candidate that retraining moved a little, and accepted models that moved as far as is asked for. */
async function accepted(t: TestContext, noises: readonly number[], config: object = {}): Promise<Workspace> {
  const workspace = await project(t, {
    before: false,
    after: {},
    config: { ...settings, lineage: 'retrained', ...config },
  });
  assertEnded(await workspace.run('baseline'), { code: 0 });
  for (const [index, noise] of noises.entries()) await workspace.model(`good-${index}`, { noise, seed: 20 + index });
  return workspace;
}

/** Moved far enough to be seen, and not far enough for the uncalibrated limits. */
const small = { noise: 0.06, seed: 7 };

test('what drifts farther than accepted models fails below the limit, and what drifts no farther passes above it', async t => {
  const workspace = await accepted(t, [0.001, 0.0005], { 'false-alarms': 0.5 });
  await workspace.model('after', small);
  assertEnded(await workspace.run('audit'), { code: 0, out: ['✓ pass', 'uncalibrated limits for retrained models'] });

  assertEnded(await workspace.run('calibrate', '--models', 'models/good-*'), {
    code: 0,
    out: [/models\/good-0 +retrained/, /models\/good-1 +retrained/, /^retrained: n = 2, .*33\.3 %.* Enough for 50 %/m],
    err: ['calibration.json: commit it'],
  });
  const failed = await workspace.run('audit');
  assertEnded(failed, {
    code: 1,
    out: [
      /Of 2 accepted retrained models none drifted as far \(p = 0\.33\); at most 50 % of benign ones do\./,
      'calibration: p = 0.33, n = 2 accepted retrained models; at most 50 % of benign ones fail',
    ],
  });
  assert.match(await workspace.read('camdrift-out/summary.md'), /Judged by calibration: p = 0\.33/);
  const model = await onlyModel(workspace);
  assert.ok(model.score!.value < 1, 'below every limit');
  assert.deepEqual([model.score?.p, model.score?.accepted], [1 / 3, 2]);
  assert.deepEqual(
    model.history?.map(({ name, place, lineage }) => [name, place, lineage]),
    ['models/good-0', 'models/good-1'].map(name => [name, 'beside', 'retrained']),
  );

  await workspace.model('wild', { noise: 0.08, seed: 9 });
  await workspace.model('after', small);
  assertEnded(await workspace.run('audit', '--threshold', 'attention-shift=0.001'), { code: 1 });
  assertEnded(await workspace.run('calibrate', '--models', 'models/wild', '--fresh'), { code: 0, out: ['n = 1'] });
  assertEnded(await workspace.run('audit', '--threshold', 'attention-shift=0.001'), { code: 0, out: ['p = 1'] });
  assert.ok((await onlyModel(workspace)).score!.value > 1, 'over its limit, which is the scale of all alike');
});

test('too few accepted models: the limits judge, the warning says how many more, and an accepted drift does not fail', async t => {
  const workspace = await accepted(t, [0.001]);
  assertEnded(await workspace.run('calibrate', '--models', 'models/good-*'), {
    code: 0,
    out: ['8 more are needed for 10 %'],
  });
  await workspace.model('after', small);
  const warned = await workspace.run('audit');
  assertEnded(warned, { code: 0, out: ['has 1 accepted retrained model; a rate of 10 % false alarms takes 8 more'] });
  assert.deepEqual(reasonCodes(await onlyModel(workspace)), ['calibration-small']);

  await workspace.model('wild', { noise: 0.08, seed: 9 });
  await workspace.model('after', small);
  assertEnded(await workspace.run('audit', '--threshold', 'attention-shift=0.001'), { code: 1 });
  assertEnded(await workspace.run('calibrate', '--models', 'models/wild'), { code: 0, out: ['n = 2'] });
  const strict = ['audit', '--threshold', 'attention-shift=0.001'];
  assertEnded(await workspace.run(...strict), { code: 0 });
  const { verdict, reasons } = await onlyModel(workspace);
  assert.equal(verdict, 'warn');
  assert.ok(reasons.some(({ level, code }) => level === 'warn' && code === 'attention-regression'));
});

test('a calibration of fine-tuned models does not judge a retrained one', async t => {
  const workspace = await accepted(t, [0.0005], { 'false-alarms': 0.5 });
  assertEnded(await workspace.run('calibrate', '--models', 'models/good-0', '--lineage', 'fine-tuned'), { code: 0 });
  await workspace.model('after', small);
  assertEnded(await workspace.run('audit'), { code: 0, out: ['uncalibrated limits for retrained models'] });
  assertEnded(await workspace.run('audit', '--lineage', 'fine-tuned'), {
    code: 1,
    out: ['accepted fine-tuned model none'],
  });
  await workspace.model('after', { store: 'float16' });
  const detected = await workspace.run('audit', '--lineage', 'auto');
  assertEnded(detected, { code: 0, out: ['lineage    converted', 'uncalibrated limits for converted models'] });
});

test('another picture makes a calibration stale, which is said; a new baseline does not remove it', async t => {
  const workspace = await accepted(t, [0.001, 0.002], { 'false-alarms': 0.5 });
  assertEnded(await workspace.run('calibrate', '--models', 'models/good-*'), { code: 0 });
  const calibration = await workspace.read('.camdrift/baselines/tiny/calibration.json');
  await workspace.picture('images/d.png', [
    ['red', 1, 2],
    ['blue', 3, 3],
  ]);
  assertEnded(await workspace.run('baseline'), { code: 0 });
  assert.equal(await workspace.read('.camdrift/baselines/tiny/calibration.json'), calibration);
  await workspace.model('after', small);
  const words = '2 accepted models were audited with other fixtures or settings';
  assertEnded(await workspace.run('audit'), { code: 0, out: [words, 'run `camdrift calibrate` again'] });
  assert.deepEqual(reasonCodes(await onlyModel(workspace)), ['calibration-stale']);

  assertEnded(await workspace.run('calibrate', '--models', 'models/good-0'), {
    code: 0,
    out: ['n = 1', '1 stored models were audited with other fixtures'],
  });
});

test('a model counts once by its files, the baseline never, and neither does the model that is audited', async t => {
  const workspace = await accepted(t, [0.001, 0.1], { 'false-alarms': 0.5 });
  await workspace.model('twin', { noise: 0.001, seed: 20 });
  assertEnded(
    await workspace.run('calibrate', '--models', 'models/*', 'models/good-0/model.json', '--json', 'c.json'),
    {
      code: 0,
      err: ['models/after is the baseline itself and is left out', 'models/twin has the same files as models/good-0'],
    },
  );
  const { models, pools } = JSON.parse(await workspace.read('c.json'));
  assert.deepEqual(
    models.map(({ name }: { name: string }) => name),
    ['models/good-0', 'models/good-1'],
  );
  assert.equal(pools[0].scores.length, 2);
  await workspace.model('after', { noise: 0.1, seed: 21 });
  assertEnded(await workspace.run('audit'), { code: 1, out: ['Of 1 accepted retrained model none'] });
  const { score, judged } = await onlyModel(workspace);
  assert.equal(score?.accepted, 1);
  const own = models.find(({ name }: { name: string }) => name === 'models/good-1');
  assert.equal(own.score, score?.value, 'calibrate and audit measure the same number');
  assert.equal(judged?.calibration?.scores[0], models[0].score);

  const before = await workspace.read('.camdrift/baselines/tiny/calibration.json');
  assertEnded(await workspace.run('calibrate', '--models', 'models/good-*'), { code: 0 });
  assert.equal(await workspace.read('.camdrift/baselines/tiny/calibration.json'), before, 'the same again');
});

test('wrong use is explained, and nothing is written', async t => {
  const workspace = await accepted(t, [0.001], { lineage: 'auto' });
  const calibrate = (...args: string[]) => workspace.run('calibrate', ...args);
  assertEnded(await calibrate('--models', 'models/no-*'), {
    code: 3,
    err: ['No model matches `--models models/no-*`'],
  });
  assertEnded(await calibrate('--models', 'images/*', ...retrain), {
    code: 4,
    err: ['a.png is of no known model format'],
  });
  assertEnded(await calibrate('--models', 'models', ...retrain), { code: 4, err: ['There is no model in the folder'] });
  const manifest = '.camdrift/baselines/tiny/manifest.json';
  const { weights, ...old } = JSON.parse(await workspace.read(manifest));
  assert.ok(weights, 'by which the lineage is told');
  await workspace.write(manifest, JSON.stringify(old));
  assertEnded(await calibrate('--models', 'models/good-0'), { code: 3, err: ['is not known', '--lineage retrained'] });
  assertEnded(await calibrate('--models', 'models/good-0', '--only', 'big'), { code: 3, err: ['it has tiny'] });
  const twice = { models: ['a', 'b'].map(name => ({ name, path: 'models/after' })), baseline: 'stored' };
  await workspace.config({ ...settings, ...twice });
  assertEnded(await calibrate('--models', 'models/good-0'), {
    code: 3,
    err: ['calibrated at a time: a, b', '--only NAME'],
  });
  await workspace.config({ ...settings, models: [{ name: 'tiny', path: 'models/after', 'baseline-model': 'none' }] });
  assertEnded(await calibrate('--models', 'models/good-0'), { code: 3, err: ['compared with nothing', '--baseline'] });
  const files = Object.keys(await workspace.digests());
  assert.equal(files.filter(name => name.endsWith('calibration.json')).length, 0);
});

test('a damaged calibration leaves no verdict, and --fresh mends it', async t => {
  const workspace = await accepted(t, [0.001]);
  await workspace.write('.camdrift/baselines/tiny/calibration.json', '{');
  assertEnded(await workspace.run('audit'), { code: 2, out: ['calibration.json is not a calibration', '--fresh'] });
  assertEnded(await workspace.run('calibrate', '--models', 'models/good-0'), { code: 2, err: ['--fresh'] });
  assertEnded(await workspace.run('calibrate', '--models', 'models/good-0', '--fresh'), { code: 0 });
  assertEnded(await workspace.run('audit'), { code: 0 });
});

test('with a baseline model and no stored maps the calibration lies where they would', async t => {
  const workspace = await project(t, { config: { lineage: 'retrained', 'false-alarms': 0.5 }, after: small });
  await workspace.model('good', { noise: 0.0005, seed: 20 });
  assertEnded(await workspace.run('calibrate', '--models', 'models/good'), { code: 0 });
  assert.match(await workspace.read('.camdrift/baselines/tiny/calibration.json'), /"models\/good"/);
  assertEnded(await workspace.run('audit'), { code: 1, out: ['Of 1 accepted retrained model none drifted as far'] });
});
