import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Command } from 'commander';
import { typedModel } from '../../src/commands/model-options.ts';
import {
  addAuditOptions,
  addConfiguredOptions,
  historyOption,
  shardOption,
  thresholdOption,
} from '../../src/commands/options.ts';
import { CamdriftError } from '../../src/errors.ts';

const command = () => {
  const made = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  return addAuditOptions(made).addOption(historyOption).addOption(shardOption()).addOption(thresholdOption);
};

const parsed = (...typed: string[]): Record<string, unknown> => command().parse(typed, { from: 'user' }).opts();

test('what may be given again is a list; methods may be separated by commas as well', () => {
  assert.deepEqual(parsed('--layer', 'a,b', '--layer', 'c').layer, ['a,b', 'c']);
  assert.deepEqual(parsed('--method', 'cam,,grad-cam', '--method', 'hires-cam').method, [
    'cam',
    'grad-cam',
    'hires-cam',
  ]);
  assert.deepEqual(parsed('--input', 'a=1', '--input', 'b=2').input, ['a=1', 'b=2']);
  assert.deepEqual(parsed('--threshold', 'overlap=1', '--threshold', 'x=2').threshold, ['overlap=1', 'x=2']);
  assert.deepEqual(parsed('--fixtures', 'a/*', 'b/*').fixtures, ['a/*', 'b/*']);
});

test('one command keeps nothing of another', () => {
  assert.deepEqual(parsed('--layer', 'a').layer, ['a']);
  assert.deepEqual(parsed('--layer', 'b').layer, ['b']);
});

const bounds: [option: string, least: string, most: string, below: string, above: string, expected: string][] = [
  ['--jobs', '1', '64', '0', '65', 'a whole number from 1 to 64'],
  ['--batch', '1', '256', '0', '257', 'a whole number from 1 to 256'],
  ['--history', '1', '200', '0', '201', 'a whole number from 1 to 200'],
  ['--timeout', '0.001', '86400', '0', '86400.1', 'seconds, more than 0 and at most 86400'],
  ['--run-timeout', '0.001', '86400', '-1', '86401', 'seconds, more than 0 and at most 86400'],
];
for (const [option, least, most, below, above, expected] of bounds)
  test(`${option} is ${expected}`, () => {
    const name = option.slice(2).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    for (const taken of [least, most]) assert.equal(parsed(option, taken)[name], Number(taken));
    const whole = expected.includes('whole') ? ['1.5'] : [];
    for (const refused of [below, above, 'many', 'NaN', ...whole])
      assert.throws(() => parsed(`${option}=${refused}`), {
        code: 'usage-wrong',
        message: `Expected ${expected}, got "${refused}".`,
      });
  });

test('a choice that is none is told with those that are', () => {
  for (const [option, choice] of [
    ['--score', 'logit'],
    ['--fit', 'fill'],
    ['--resample', 'lanczos'],
    ['--antialias', 'false'],
    ['--orientation', 'apply'],
    ['--colour', 'srgb'],
    ['--engine', 'auto'],
    ['--task', 'regression'],
    ['--probes', 'sweep'],
  ] as const) {
    assert.equal(parsed(option, choice)[option.slice(2)], choice);
    assert.throws(() => parsed(option, 'none of them'), new RegExp(`Allowed choices are .*\\b${choice}\\b`), option);
  }
});

test('a model is named for who may do without a configuration, and for nobody else', () => {
  assert.equal(parsed('--model', 'm.onnx').model, 'm.onnx');
  const configured = addConfiguredOptions(new Command().exitOverride().configureOutput({ writeErr: () => {} }));
  assert.throws(() => configured.parse(['--model', 'm.onnx'], { from: 'user' }), /unknown option '--model'/);
});

const hex = 'aB'.repeat(32);

test('a model that is typed is as a configuration has it: named by its file, or its folder where all files are called so', () => {
  for (const [model, name] of [
    ['shoes.onnx', 'shoes'],
    ['models/shoes/model.json', 'shoes'],
    ['models/shoes/saved_model.pb', 'shoes'],
    ['models/v2 (best)!.h5', 'v2-best-'],
    ['../ü.keras', '-'],
  ] as const)
    assert.deepEqual(typedModel({ model }), { name, path: model, sha256: undefined, 'token-env': undefined });
});

test('a model at an address has its digest in small letters, and is named by the path without the query', () => {
  const path = 'https://models.example/v1/shoes.onnx?signed=secret';
  assert.deepEqual(typedModel({ model: path, sha256: hex, tokenEnv: 'HF_TOKEN' }), {
    ...{ name: 'shoes', path, sha256: hex.toLowerCase(), 'token-env': 'HF_TOKEN' },
  });
});

const mistakes: [options: Parameters<typeof typedModel>[0], message: RegExp][] = [
  [{ model: 'm.onnx', sha256: hex }, /^--sha256 belongs to a model whose --model is an https address\.$/],
  [{ model: 'm.onnx', tokenEnv: 'HF_TOKEN' }, /^--token-env belongs to a model whose --model is an https address\.$/],
  [{ model: 'http://models.example/m.onnx', sha256: hex }, /^--model expected a path or an https address: nothing else is fetched\.$/], // biome-ignore format: a row each
  [{ model: 'https://', sha256: hex }, /^--model expected a path or an https address: nothing else is fetched\.$/],
  [{ model: 'https://ann:secret@models.example/m.onnx', sha256: hex }, /^--model has a password in it; name an environment variable with `token-env`\.$/], // biome-ignore format: a row each
  [{ model: 'https://models.example/m.onnx' }, /^--sha256 is required for a model at an address: 64 hex digits, as `sha256sum` prints them\.$/], // biome-ignore format: a row each
  [{ model: 'https://models.example/m.onnx', sha256: hex.slice(1) }, new RegExp(`^Expected --sha256 with 64 hex digits, got "${hex.slice(1)}"\\.$`)], // biome-ignore format: a row each
  [{ model: 'https://models.example/m.onnx', sha256: `g${hex.slice(1)}` }, /^Expected --sha256 with 64 hex digits/],
];
for (const [options, message] of mistakes)
  test(`a model that is typed wrongly is told by its options: ${JSON.stringify(options)}`, () => {
    assert.throws(
      () => typedModel(options),
      error => error instanceof CamdriftError && error.code === 'usage-wrong' && message.test(error.message),
    );
  });

test('no message shows a password', () => {
  assert.throws(
    () => typedModel({ model: 'https://ann:secret@models.example/m.onnx', sha256: hex }),
    (error: Error) => !error.message.includes('secret'),
  );
});
