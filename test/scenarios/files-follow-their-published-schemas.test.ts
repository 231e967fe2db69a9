import assert from 'node:assert/strict';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { type AcceptedFile, parseAccepted } from '../../src/acceptance/file.ts';
import { root } from '../support/dist.ts';
import { project, type Workspace } from '../support/workspace.ts';

async function validator(name: string) {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  return ajv.compile(JSON.parse(await readFile(join(root, 'dist/schema', name), 'utf8')));
}

test('results.json: a pass, a regression, and an error, with every kind of fixture', async t => {
  const validate = await validator('results.schema.json');
  const workspace = await project(t, { before: false, config: { labels: ['red', 'green', 'blue'] } });
  const check = async (verdict: string) => {
    await workspace.run('audit');
    const results = await workspace.results();
    assert.equal(results.verdict, verdict);
    assert.ok(validate(results), JSON.stringify(validate.errors));
  };
  await check('incomplete');
  await workspace.run('baseline');
  await check('pass');
  await workspace.model('after', { sees: ['blue', 'green', 'nothing'] });
  await workspace.picture('images/new.png');
  await workspace.write('images/bad.png', 'garbage');
  await workspace.picture('images/b.png', [['green', 1, 1]]);
  await check('fail');
  const results = await workspace.results();
  assert.equal(validate({ ...results, extra: 1 }), false, 'the schema is strict');
  await whatIsAccepted(workspace);
});

/** What `camdrift accept` writes the schema takes, and what the reader refuses it refuses. */
async function whatIsAccepted(workspace: Workspace): Promise<void> {
  const validate = await validator('accepted.schema.json');
  await rm(workspace.path('images/bad.png'));
  assert.equal((await workspace.run('accept', '--reason', 'meant', '--by', 'mona')).code, 0);
  const folder = '.camdrift/accepted';
  const [name = ''] = await readdir(workspace.path(folder));
  const file: AcceptedFile = JSON.parse(await workspace.read(join(folder, name)));
  assert.ok(validate(file), JSON.stringify(validate.errors));
  const { why: _, ...mute } = file;
  const bad = [
    mute,
    { ...file, why: '' },
    { ...file, version: 2 },
    { ...file, code: file.code.slice(1) },
    { ...file, candidate: file.candidate.toUpperCase() },
    { ...file, named: 'mark' },
    { ...file, verdict: 'pass' },
  ];
  for (const each of bad) {
    assert.equal(validate(each), false, JSON.stringify(each));
    assert.throws(() => parseAccepted(JSON.stringify(each), name), { code: 'config-invalid' });
  }
}

test('camdrift.yml: what the reader takes the schema takes, and the other way round', async () => {
  const validate = await validator('camdrift.schema.json');
  const good = [
    'fixtures: [images/*]\nmodels: [{name: a, path: m}]',
    'models: [{name: a, path: m, fixtures: [x], preprocess: {scale: 1, mean: 3, std: [1, 2, 3], order: bgr}}]',
    'fixtures: [x]\nthresholds: {attention-shift: 0.1, overlap: 0.5}\nsize: [224, 224]\nmethods: [Grad-CAM, cam]\nmodels: [{name: a, path: m, labels: [a, b]}]',
    'fixtures: [x]\nengine: wasm\njobs: 2\nbatch: 4\nout: o\ntruth: folder\nscore: probability\nfit: cover\nmodels: [{name: a, path: m, size: 32x32}]',
  ];
  const bad = [
    'models: []',
    'fixtures: [x]',
    'models: [{name: a, path: m, layr: x}]',
    'thresholds: {attention: 1}\nmodels: [{name: a, path: m}]',
    'engine: cuda\nmodels: [{name: a, path: m}]',
    'preprocess: unitt\nmodels: [{name: a, path: m}]',
  ];
  for (const text of good) assert.ok(validate(parse(text)), `${text}\n${JSON.stringify(validate.errors)}`);
  for (const text of bad) assert.equal(validate(parse(text)), false, text);
});
