import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { camdrift } from '../support/dist.ts';
import { type Files, modelFiles, projectFiles, scene, shortcut } from '../support/scene.ts';
import { finishedRun, fork, speakFor } from '../support/second-workflow.ts';
import { storedBaseline } from '../support/stored.ts';
import { assertEnded } from '../support/workspace.ts';

const path = '.camdrift/baselines/tiny/calibration.json';
const calm = { noise: 0.0005, seed: 20 };
/** Moved far enough to be seen, and not far enough for the uncalibrated limits. */
const retrained = { noise: 0.06, seed: 7 };
const quiet = { comment: 'never', 'image-branch': '' };

/** A project with stored maps, and what `camdrift calibrate` writes for it when that model is accepted. */
async function calibratedBy(model: object): Promise<{ project: Files; calibration: string }> {
  const files = await projectFiles({ config: { lineage: 'retrained', 'false-alarms': 0.5 } });
  const project = { ...files, ...(await storedBaseline(files)) };
  const root = await mkdtemp(join(tmpdir(), 'camdrift-calibrated-'));
  try {
    for (const [name, content] of Object.entries({ ...project, ...(await modelFiles('good', model)) })) {
      await mkdir(dirname(join(root, name)), { recursive: true });
      await writeFile(join(root, name), content ?? '');
    }
    assertEnded(await camdrift(['calibrate', '--models', 'good'], { cwd: root }), { code: 0 });
    return { project, calibration: await readFile(join(root, path), 'utf8') };
  } finally {
    await rm(root, { recursive: true });
  }
}

const { project, calibration } = await calibratedBy(calm);
const { calibration: lenient } = await calibratedBy(shortcut);

test('a pull request is judged by the calibration beside the stored baseline, and the comment says so', async t => {
  const { run, comments } = await scene(t, {
    before: { ...project, [path]: calibration },
    after: await modelFiles('models/tiny', retrained),
  });
  const { code, results, stdout } = await run({ inputs: { 'image-branch': '' } });
  assert.equal(code, 1, stdout);
  const [model] = results!.models;
  assert.deepEqual([model?.score?.p, model?.baseline?.source], [0.5, 'stored']);
  assert.match(comments()[0]!, /Of 1 accepted retrained model none drifted as far/);
  assert.match(
    comments()[0]!,
    /judged by \[calibration\]\(\S+\): p = 0\.5, n = 1 accepted retrained model; at most 50 % of benign ones fail/,
  );
});

test('one that raises its own calibration is judged by the base branch’s, and is told', async t => {
  const { run, comments } = await scene(t, {
    before: { ...project, [path]: calibration },
    after: { ...(await modelFiles('models/tiny', shortcut)), [path]: lenient },
  });
  const { code, results, stdout } = await run({ inputs: { 'image-branch': '' } });
  assert.equal(code, 1, stdout);
  const [model] = results!.models;
  assert.deepEqual(model?.judged?.calibration?.scores.length, 1);
  assert.ok(model!.judged!.calibration!.scores[0]! < 0.1, 'the base branch’s');
  const edited = model!.reasons.find(({ code }) => code === 'calibration-edited');
  assert.equal(edited?.level, 'warn');
  assert.match(edited!.message, /calibration\.json, which is not believed: the one of the base branch judges it\.$/);
  assert.deepEqual(results?.change?.edits, [{ what: 'baseline', path, status: 'modified' }]);
  assert.match(comments()[0]!, /also changes how it is judged/);
});

test('one that brings the first calibration along is judged without', async t => {
  const { run } = await scene(t, {
    before: project,
    after: { ...(await modelFiles('models/tiny', shortcut)), [path]: lenient },
  });
  const { code, results, stdout } = await run({ inputs: quiet });
  assert.equal(code, 1, stdout);
  const [model] = results!.models;
  assert.equal(model?.judged?.calibration, undefined);
  assert.ok(model?.reasons.some(({ code }) => code === 'calibration-edited'));
});

test('with a golden model and no stored maps an edited calibration is told and not believed either', async t => {
  const files = await projectFiles({
    models: { tiny: {}, golden: {} },
    config: { lineage: 'retrained', 'false-alarms': 0.5, 'baseline-model': 'models/golden' },
  });
  const { run } = await scene(t, {
    before: { ...files, [path]: calibration },
    after: { ...(await modelFiles('models/tiny', shortcut)), [path]: lenient },
  });
  const { code, results, stdout } = await run({ inputs: quiet });
  assert.equal(code, 1, stdout);
  assert.ok(results!.models[0]!.reasons.some(({ code }) => code === 'calibration-edited'));
  assert.deepEqual(results?.change?.edits, [{ what: 'baseline', path, status: 'modified' }]);
});

test('what a fork has found is judged again by the base branch’s calibration', async t => {
  const made = await scene(t, {
    before: { ...project, [path]: calibration },
    after: { ...(await modelFiles('models/tiny', retrained)), [path]: lenient },
    fork,
  });
  const first = await made.run({ may: 'read' });
  assert.equal(first.code, 1, first.stdout);
  const claimed = JSON.parse(Buffer.from(first.files['results.json']!).toString('utf8'));
  const [model] = claimed.models;
  model.judged.calibration.scores = [99];
  Object.assign(model, { verdict: 'pass', reasons: [], score: { value: 0, signal: 'divergence' } });
  const forged = { ...first.files, 'results.json': Buffer.from(JSON.stringify({ ...claimed, verdict: 'pass' })) };
  const second = await speakFor(t, made.github, finishedRun(made, forged), { inputs: { 'image-branch': '' } });
  assert.equal(second.code, 0, second.stdout);
  const [judged] = second.results!.models;
  assert.deepEqual([judged?.verdict, judged?.score?.p, judged?.judged?.calibration?.rate], ['fail', 0.5, 0.5]);
  assert.deepEqual(judged?.score, first.results?.models[0]?.score);
});
