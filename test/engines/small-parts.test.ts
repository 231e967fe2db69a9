import assert from 'node:assert/strict';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { unavailable } from '../../src/engines/_unavailable.ts';
import { parseEinsum } from '../../src/engines/einsum.ts';
import type { Engine } from '../../src/engines/engine.ts';
import { engineFolder } from '../../src/engines/folder.ts';
import { CamdriftError } from '../../src/errors.ts';
import { executionProblem } from '../../src/models/_execution-problem.ts';

describe('an equation of sums', () => {
  const labels = (equation: string) => {
    const found = parseEinsum(equation);
    return found && [...found.operands.map(names => names.join('')), found.output.join('')];
  };

  test('names the axes of one or two operands and of the result, spaces aside', () => {
    assert.deepEqual(labels('ij,jk->ik'), ['ij', 'jk', 'ik']);
    assert.deepEqual(labels(' a b c -> c a '), ['abc', 'ca']);
    assert.deepEqual(labels('i,j->ji'), ['i', 'j', 'ji']);
    assert.deepEqual(labels('aB,Ba->'), ['aB', 'Ba', '']);
  });

  test('without a result has the labels that occur once, by the alphabet', () => {
    assert.deepEqual(labels('kj,ik'), ['kj', 'ik', 'ij']);
    assert.deepEqual(labels('ba'), ['ba', 'ab']);
  });

  test('of more operands, with dots, with a label twice or one that nobody has is none that is computed', () => {
    for (const equation of [
      'ij,jk,kl->il',
      '...i->i',
      'ii->i',
      'ij,jj->i',
      'ij->ijj',
      'ij->k',
      'i1->i',
      'ij->',
      'i->j->k',
    ])
      assert.equal(labels(equation) === undefined, equation !== 'ij->', equation);
  });
});

test('engines lie where the tool keeps its own: as told, beside the tools of the runner, or in the cache of the user', () => {
  const usual = join(homedir(), '.cache', 'camdrift');
  assert.equal(engineFolder({ CAMDRIFT_ENGINE_FOLDER: '/e', RUNNER_TOOL_CACHE: '/t', XDG_CACHE_HOME: '/c' }), '/e');
  assert.equal(engineFolder({ RUNNER_TOOL_CACHE: '/t', XDG_CACHE_HOME: '/c' }), join('/t', 'camdrift'));
  assert.equal(engineFolder({ XDG_CACHE_HOME: '/c' }), join('/c', 'camdrift'));
  if (process.platform !== 'win32') assert.equal(engineFolder({ LOCALAPPDATA: '/l' }), usual);
  assert.equal(engineFolder({ CAMDRIFT_ENGINE_FOLDER: '', RUNNER_TOOL_CACHE: '', XDG_CACHE_HOME: '' }), usual);
});

test('an engine that is missing and one that does not load are told apart', () => {
  const said = (cause: unknown) => unavailable('The native engine', '@a/engine', cause).message;
  const missing = Object.assign(new Error("Cannot find module '@a/engine'\nRequire stack:\n- x"), { code: 'MODULE_NOT_FOUND' });
  assert.equal(said(missing), 'The native engine (@a/engine) is not installed.');
  const inner = Object.assign(new Error("Cannot find module './binding.node'."), { code: 'MODULE_NOT_FOUND' });
  assert.equal(said(inner), "The native engine (@a/engine) cannot be loaded: Cannot find module './binding.node'.");
  assert.equal(said(new Error('libfoo.so.1: no such file. \nmore')), 'The native engine (@a/engine) cannot be loaded: libfoo.so.1: no such file.');
  assert.equal(unavailable('E', 'e', missing).code, 'engine-unavailable');
}); // biome-ignore format: a case per line

test('what an engine says when it cannot run a model becomes words that name the operation', () => {
  const problem = (message: string, name = 'Error') =>
    executionProblem(Object.assign(new Error(message), { name }), { name: 'wasm' } as Engine) as CamdriftError;
  const said = (message: string) => [problem(message).code, problem(message).message];
  const backward = (name: string) => [
    'model-unsupported',
    `The operation \`${name}\` between the layer and the class scores has no gradient.`,
  ];
  assert.deepEqual(said('Cannot compute gradient: gradient function not found for Cumprod.'), backward('Cumprod'));
  assert.deepEqual(said("Kernel 'MaxPool3DGrad' not registered for backend 'wasm'"), backward('MaxPool3DGrad'));
  assert.deepEqual(said("Kernel 'Conv3DBackpropInputV2' not registered"), backward('Conv3DBackpropInputV2'));
  assert.match(problem('gradient function not found for Cumprod').remedy, /--layer/);
  const forward = (name: string) => [
    'model-unsupported',
    `The model uses the operation \`${name}\`, which the wasm engine cannot run.`,
  ];
  assert.deepEqual(said("Unknown op 'Odd'. File an issue"), forward('Odd'));
  assert.deepEqual(said("Kernel 'Conv3D' not registered for backend 'wasm'"), forward('Conv3D'));
  assert.deepEqual(said("This execution contains the dynamic op 'Where'"), forward('Where'));
  for (const words of [
    'out of memory',
    'OOM when allocating',
    'Cannot enlarge memory arrays',
    'Array buffer allocation failed',
  ])
    assert.match(problem(words).message, /^The model does not fit into the wasm engine's memory\.$/, words);
  const broken = problem('memory access out of bounds\nat x', 'RuntimeError');
  assert.deepEqual(
    [broken.code, broken.message],
    ['broke-down', 'The model broke the wasm engine: memory access out of bounds.'],
  );
  for (const same of [new CamdriftError('config-invalid', 'own words'), new Error('something else'), 'no error'])
    assert.equal(executionProblem(same, { name: 'wasm' } as Engine), same);
});
