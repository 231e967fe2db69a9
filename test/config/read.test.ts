import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConfig, readConfig } from '../../src/config/read.ts';
import { problem } from '../support/images.ts';
import { emptyWorkspace } from '../support/workspace.ts';

/** What is said of a file that is wrong. */
function said(text: string): string {
  try {
    parseConfig(text, 'f.yml');
  } catch (error) {
    return (error as Error).message;
  }
  return 'It was taken.';
}

const model = 'models: [{name: a, path: m}]';

const whole: [text: string, message: string][] = [
  ['', 'f.yml has a mistake:\nf.yml:1:1 the file expected object, got null.'],
  ['just words', 'f.yml has a mistake:\nf.yml:1:1 the file expected object, got "just words".'],
  ['[1, 2]', 'f.yml has a mistake:\nf.yml:1:1 the file expected object, got [1,2].'],
  [`${model}\nlayr: conv`, 'f.yml has a mistake:\nf.yml:2:1 layr unknown key `layr`. Did you mean `layer`?'],
  [
    'models:\n  - name: a\n    path: m\n  - name: b\n',
    'f.yml has a mistake:\nf.yml:4:5 models[1].path is missing; expected string.',
  ],
  [
    'engine: wsm\nmodels:\n  - name: a b\n    path: 1\njobs: 0\n',
    [
      'f.yml has 4 mistakes:',
      'f.yml:1:1 engine expected one of auto, onnxruntime, native, wasm, got "wsm". Did you mean `wasm`?',
      'f.yml:3:5 models[0].name expected letters, digits, `.`, `-` and `_` only, got "a b".',
      'f.yml:4:5 models[0].path expected string, got 1.',
      'f.yml:5:1 jobs Too small: expected number to be >=1, got 0.',
    ].join('\n'),
  ],
  [`jobs: 1\njobs: 2\n${model}`, 'f.yml has a mistake:\nf.yml:2:1 Map keys must be unique.'],
];
for (const [text, message] of whole)
  test(`every mistake is told where it stands: ${JSON.stringify(text.slice(0, 50))}`, () =>
    assert.equal(said(text), message));

test('what is no YAML is told in a line, without the parser’s advice to programmers', () => {
  for (const text of ['a: [1', 'a: "b', '\tb: 1', 'a: b: c', '%YAML 9\n---\na: *nowhere', '---\na: 1\n---\nb: 2\n']) {
    const [heading, ...lines] = said(text).split('\n');
    assert.match(heading!, /^f\.yml has (a mistake|\d+ mistakes):$/, text);
    assert.ok(lines.length > 0);
    for (const line of lines) {
      assert.match(line, /^f\.yml:\d+:\d+ .+\.$/, text);
      assert.doesNotMatch(line, /at line \d|please use|\^/, text);
    }
  }
});

test('a few lines that would unfold into gigabytes are refused', () => {
  const levels = Array.from(
    { length: 12 },
    (_, at) => `a${at}: &a${at} [${Array(10).fill(at === 0 ? 'x' : `*a${at - 1}`)}]`,
  );
  assert.match(said(levels.join('\n')), /^f\.yml has a mistake:\n.*alias/i);
});

test('a value that contains itself is told, and nothing hangs', () => {
  const message = 'f.yml has a mistake:\nf.yml:2:13 labels[0] expected string, got a value that contains itself.';
  assert.equal(said(`${model}\nlabels: &l [*l]`), message);
});

test('keys that every object has are keys nobody knows', () => {
  for (const key of ['constructor', 'toString', 'hasOwnProperty'])
    assert.equal(said(`${key}: 1\n${model}`), `f.yml has a mistake:\nf.yml:1:1 ${key} unknown key \`${key}\`.`);
});

test('a mapping is no misspelt choice, and a choice of several kinds names them all', () => {
  for (const [text, message] of [
    [`layer: {a: 1}\n${model}`, 'layer expected string or array, got {"a":1}.'],
    [`layer: []\n${model}`, 'layer Too small: expected array to have >=1 items, got [].'],
    [`score: [logit]\n${model}`, 'score expected one of logit, probability, got ["logit"]. Did you mean `logit`?'],
    [`size: [1, 0]\n${model}`, 'size[1] Too small: expected number to be >0, got 0.'],
    [`truth: 3\n${model}`, 'truth expected string, got 3.'],
    [`engine: {a: 1}\n${model}`, 'engine expected one of auto, onnxruntime, native, wasm, got {"a":1}.'],
    [`preprocess: touch\n${model}`, 'preprocess expected one of tf, torch, imagenet, caffe, unit, raw, got "touch". Did you mean `torch`?'], // biome-ignore format: a row each
    [`preprocess: [1]\n${model}`, 'preprocess expected one of tf, torch, imagenet, caffe, unit, raw or object, got [1].'], // biome-ignore format: a row each
    [`preprocess: {mean: x}\n${model}`, 'preprocess.mean expected number or array, got "x".'],
    [`probes: {a: 1}\n${model}`, 'probes expected one of default, quick, sweep, none or array, got {"a":1}.'],
    [`inputs: {k: x.txt}\n${model}`, 'inputs.k expected a number, or the path of a .npy file, got "x.txt".'],
    [`tags: {a: []}\n${model}`, 'tags.a Too small: expected array to have >=1 items, got [].'],
  ] as const)
    assert.equal(said(text).split('\n')[1]!.replace(/^\S+ /, ''), message);
});

test('a name, a method and a glob that cannot be are told in their own words', () => {
  const methods = 'cam, grad-cam, grad-cam++, hires-cam, layer-cam, xgrad-cam, eigen-cam';
  for (const [text, message] of [
    [`inputs: {${'k'.repeat(201)}: 1}\n${model}`, `inputs.${'k'.repeat(201)} is no name for it: Too big: expected string to have <=200 characters.`], // biome-ignore format: a row each
    [`methods: [grad-cm]\n${model}`, `methods[0] unknown method \`grad-cm\`; expected one of ${methods}. Did you mean \`grad-cam\`?`], // biome-ignore format: a row each
    [`methods: [zzzzzzz]\n${model}`, `methods[0] unknown method \`zzzzzzz\`; expected one of ${methods}.`],
    [`fixtures: [${'x'.repeat(501)}]\n${model}`, `fixtures[0] the glob \`${'x'.repeat(60)}\` is too intricate: it has 501 letters, and at most 500 are taken.`], // biome-ignore format: a row each
  ] as const)
    assert.equal(said(text).split('\n')[1]!.replace(/^\S+ /, ''), message);
});

test('a number that JSON has no word for is shown as it is, and not as nothing', () => {
  assert.match(said(`jobs: .inf\n${model}`), /jobs expected number, got Infinity\.$/);
  assert.match(said(`batch: -.inf\n${model}`), /batch expected number, got -Infinity\.$/);
  assert.match(said(`timeout: .nan\n${model}`), /timeout expected number, got NaN\.$/);
  assert.match(said(`jobs: 1.5\n${model}`), /jobs expected int, got 1\.5\.$/);
});

test('a word is suggested that is near it, and none that is not', () => {
  for (const [word, suggestion] of [
    ['timout', ' Did you mean `timeout`?'],
    ['fixtrues', ' Did you mean `fixtures`?'],
    ['qqq', ''],
  ] as const)
    assert.equal(
      said(`${word}: 1\n${model}`).split('\n')[1],
      `f.yml:1:1 ${word} unknown key \`${word}\`.${suggestion}`,
    );
});

test('a value is shown in 80 characters at most', () => {
  assert.ok(said(`engine: ${'x'.repeat(78)}\n${model}`).includes(`got "${'x'.repeat(78)}".`));
  assert.ok(said(`engine: ${'x'.repeat(79)}\n${model}`).includes(`got "${'x'.repeat(76)}....`));
});

test('a file of a mebibyte is read, and one character more is not', async t => {
  const workspace = await emptyWorkspace(t);
  const text = `${model}\n#`;
  const most = 2 ** 20;
  const read = async (length: number) => readConfig(await workspace.write('f.yml', text.padEnd(length, 'x')));
  assert.deepEqual((await read(most)).models, [{ name: 'a', path: 'm' }]);
  await assert.rejects(read(most + 1), problem('config-invalid', /f\.yml is longer than 1048576 characters\./));
});

test('a file that is not there is told as one', async t => {
  const workspace = await emptyWorkspace(t);
  await assert.rejects(
    readConfig(workspace.path('camdrift.yml')),
    problem('config-missing', /There is no configuration file .*camdrift\.yml\./),
  );
});
