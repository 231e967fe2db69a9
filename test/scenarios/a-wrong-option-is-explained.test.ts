import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertEnded, project } from '../support/workspace.ts';

test('options, values and verbs that do not exist', async t => {
  const workspace = await project(t);
  const cases: readonly (readonly [args: readonly string[], words: string])[] = [
    [['audit', '--modle', 'x'], 'Did you mean --model?'],
    [['audt'], 'Did you mean audit?'],
    [['audit', '--engine', 'cuda'], "argument 'cuda' is invalid. Allowed choices are auto, onnxruntime, native, wasm."],
    [['audit', '--jobs', '0'], 'Expected a whole number from 1 to 64, got "0".'],
    [['audit', '--batch', '1.5'], 'Expected a whole number from 1 to 256, got "1.5".'],
    [['audit', '--threshold', '0.1'], 'Expected --threshold METRIC=LIMIT such as attention-shift=0.08, got "0.1".'],
    [['audit', '--threshold', 'attention-shift=2'], '--threshold Too big: expected number to be <=1, got 2.'],
    [
      ['audit', '--threshold', 'attention-shft=0.2'],
      '--threshold unknown key `attention-shft`. Did you mean `attention-shift`?',
    ],
    [['audit', '--method', 'grad-cam,gradcamm'], '--method unknown method `gradcamm`'],
    [['audit', '--preprocess', '{scle: 2}'], '--preprocess unknown key `scle`. Did you mean `scale`?'],
    [
      ['audit', '--preprocess', 'tff'],
      'expected one of tf, torch, imagenet, caffe, unit, raw, got "tff". Did you mean `tf`?',
    ],
    [['audit', '--size', 'big'], '--size expected WIDTHxHEIGHT, got "big".'],
    [['audit', '--model', 'models/after', '--config', 'camdrift.yml'], 'Give either --config or --model, not both.'],
    [['audit', '--model', 'models/after'], 'Model after has no fixtures.'],
    [['map', '--image', 'a.png'], "required option '--model <path>' not specified"],
  ];
  for (const [args, words] of cases) assertEnded(await workspace.run(...args), { code: 3, err: [words] });
});

test('a class that the model does not have', async t => {
  const workspace = await project(t);
  const map = [
    'map',
    '--engine',
    'wasm',
    '--model',
    'models/after',
    '--image',
    'images/a.png',
    '--json',
    '-',
    '--class',
  ];
  for (const choice of ['3', 'cat', '-1'])
    assertEnded(await workspace.run(...map, choice), {
      code: 3,
      err: [`There is no class \`${choice}\`: expected a label, an index from 0 to 2, or predicted.`],
    });
});

test('output that cannot be written costs no result', async t => {
  const workspace = await project(t);
  await workspace.write('taken', 'a file');
  assertEnded(await workspace.run('audit', '--out', 'taken'), {
    code: 3,
    err: [`${workspace.path('taken')} cannot be written:`, 'Name another file or folder'],
  });
  assertEnded(await workspace.run('audit', '--json', 'taken/results.json'), { code: 3, err: ['cannot be written'] });
  const { verdict } = await workspace.results();
  assert.equal(verdict, 'pass', 'the output folder has it all the same');
  assertEnded(await workspace.run('audit', '--json', 'new/folder/results.json'), { code: 0 });
  assert.deepEqual(JSON.parse(await workspace.read('new/folder/results.json')).verdict, 'pass');
});
