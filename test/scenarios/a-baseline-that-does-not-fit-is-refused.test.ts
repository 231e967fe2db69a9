import assert from 'node:assert/strict';
import { readdir, rm } from 'node:fs/promises';
import { test } from 'node:test';
import { assertEnded, onlyModel, project, settings, type Workspace } from '../support/workspace.ts';

/** A project whose baseline is stored. */
async function stored(t: Parameters<typeof project>[0]): Promise<Workspace> {
  const workspace = await project(t, { before: false });
  assertEnded(await workspace.run('baseline'), { code: 0 });
  return workspace;
}

const remedy = 'Run `camdrift baseline` on the version you trust and commit the files it writes.';

test('asked for otherwise: with another score, of another layer, without the judged method', async t => {
  const workspace = await stored(t);
  const before = await workspace.digests('.camdrift');
  const folder = '.camdrift/baselines/tiny';
  assertEnded(await workspace.run('audit', '--score', 'probability'), {
    code: 2,
    out: [`The baseline in ${folder} does not fit: it explains the logit, and the probability is asked for.`, remedy],
  });
  assertEnded(await workspace.run('audit', '--method', 'hires-cam,grad-cam'), {
    code: 2,
    out: ['it has no maps of hires-cam, which is judged.', remedy],
  });
  await workspace.model('after', { layer: 'features' });
  assertEnded(await workspace.run('audit', '--layer', 'features'), {
    code: 2,
    out: ['it was made from layer `conv`, and `features` is asked for.', remedy],
  });
  assert.equal((await onlyModel(workspace)).error?.code, 'baseline-unavailable');
  assert.deepEqual(await workspace.digests('.camdrift'), before, 'an audit never writes baselines');
});

test('a named layer that has another grid now', async t => {
  const workspace = await stored(t);
  await workspace.model('after', { stride: 2 });
  assertEnded(await workspace.run('audit', '--layer', 'conv'), {
    code: 2,
    out: [
      "The baseline's maps of layer `conv` have 16 x 16 cells, and the candidate's have 8 x 8.",
      'Set `layer: auto`',
    ],
  });
});

test('none is there', async t => {
  const workspace = await project(t, { before: false });
  assertEnded(await workspace.run('audit'), {
    code: 2,
    out: [`There is no baseline in ${workspace.path('.camdrift/baselines/tiny')}`, remedy],
  });
});

test('none of its fixtures is there', async t => {
  const workspace = await stored(t);
  await workspace.picture('other/z.png', [['red', 1, 1]]);
  assertEnded(await workspace.run('audit', '--fixtures', 'other/*'), {
    code: 2,
    out: ['None of the 1 fixtures of model tiny can be compared. The baseline has none of them.', remedy],
  });
});

for (const [what, change] of [
  ['two models', (workspace: Workspace) => workspace.model('after', { noise: 0.01 })],
  [
    'one model, fed in two ways',
    (workspace: Workspace) =>
      workspace.config({ ...settings, preprocess: 'tf', models: [{ name: 'tiny', path: 'models/after' }] }),
  ],
] as const) {
  test(`half written: records of ${what}`, async t => {
    const workspace = await stored(t);
    const files = await readdir(workspace.path('.camdrift/baselines/tiny'));
    const record = `.camdrift/baselines/tiny/${files.find(name => name.endsWith('.map.json'))}`;
    const old = await workspace.read(record);
    await change(workspace);
    assertEnded(await workspace.run('baseline'), { code: 0 });
    await workspace.write(record, old);
    assertEnded(await workspace.run('audit'), {
      code: 2,
      out: [
        "is mixed: the record of images/a.png was made by another model than the manifest's, or in another way.",
        remedy,
      ],
    });
  });
}

test('damaged, cut short, or without its manifest', async t => {
  const workspace = await stored(t);
  const folder = workspace.path('.camdrift/baselines/tiny');
  const [name] = (await readdir(folder)).filter(file => file.endsWith('.map.json'));
  const file = `.camdrift/baselines/tiny/${name}`;
  const text = await workspace.read(file);
  const damage: Record<string, (record: ReturnType<typeof JSON.parse>) => void> = {
    'should have maps of 16 x 16 finite values and has one of 16 x 16 with 3': record => {
      record.maps['grad-cam'].data = record.maps['grad-cam'].data.slice(0, 16);
    },
    'should have maps of 16 x 16 finite values and has one of 8 x 32 with 256': record => {
      Object.assign(record.maps['grad-cam'], { width: 8, height: 32 });
    },
    'should have 3 finite probabilities and has 1': record => {
      record.probabilities = record.probabilities.slice(0, 4).padEnd(8, '=').replace(/=+$/, 'AA==');
    },
    "names a class beyond the model's 3": record => {
      record.class = 3;
    },
    'is not a baseline file of this version of camdrift, or it is damaged.': record => {
      record.version = 99;
    },
  };
  for (const [words, change] of Object.entries(damage)) {
    const record = JSON.parse(text);
    change(record);
    await workspace.write(file, JSON.stringify(record));
    assertEnded(await workspace.run('audit'), { code: 2, out: [words, remedy] });
  }
  await workspace.write(file, text.slice(0, 200));
  assertEnded(await workspace.run('audit'), { code: 2, out: [`${workspace.path(file)} is not a baseline file`] });
  await rm(`${folder}/manifest.json`);
  assertEnded(await workspace.run('audit'), { code: 2, out: ['There is no baseline in'] });
});
