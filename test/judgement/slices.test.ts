import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slicesOf } from '../../src/judgement/slices.ts';
import { fixture } from '../support/results.ts';

test('drift per class and per tag, worst first; a fixture counts in each of its tags', () => {
  const fixtures = [
    fixture('a', 0.1, { truth: 'hat', tags: ['night'] }),
    fixture('b', 0.3, { truth: 'shoe', tags: ['night', 'rain'], flipped: true }),
    fixture('c', 0.5, { truth: 'shoe' }),
  ];
  assert.deepEqual(slicesOf(fixtures, 'grad-cam'), [
    { by: 'class', name: 'shoe', fixtures: 2, drift: 0.4, flipped: 1 },
    { by: 'tag', name: 'rain', fixtures: 1, drift: 0.3, flipped: 1 },
    { by: 'tag', name: 'night', fixtures: 2, drift: 0.2, flipped: 1 },
    { by: 'class', name: 'hat', fixtures: 1, drift: 0.1, flipped: 0 },
  ]);
});

test('a lone group is told when it is a part, and not when it is all there is', () => {
  const part = [fixture('a', 0.1, { tags: ['night'], truth: 'hat' }), fixture('b', 0.2, { truth: 'hat' })];
  assert.deepEqual(
    slicesOf(part, 'grad-cam').map(({ by, name }) => [by, name]),
    [['tag', 'night']],
  );
  assert.deepEqual(slicesOf(part.slice(0, 1), 'grad-cam'), []);
});

test('fixtures without a map of the judged method are in no slice', () => {
  const fixtures = [
    fixture('a', 0.1, { truth: 'hat' }),
    fixture('b', 0.2, { truth: 'shoe', maps: { 'grad-cam': { refused: 'No.' } } }),
    fixture('c', 0.3, { truth: 'coat', maps: {} }),
    fixture('d', 0.4, { truth: 'sock' }),
  ];
  assert.deepEqual(
    slicesOf(fixtures, 'grad-cam').map(({ name }) => name),
    ['sock', 'hat'],
  );
});

test('two classes of which one has all that was measured are both groups; one alone is none, whatever has no class', () => {
  const named = (fixtures: Parameters<typeof slicesOf>[0]) =>
    slicesOf(fixtures, 'grad-cam').map(({ by, name }) => `${by} ${name}`);
  assert.deepEqual(named([fixture('a', 0.1, { truth: 'hat' }), fixture('b', 0.2)]), ['class hat'], 'a part of all');
  assert.deepEqual(
    named([fixture('a', 0.1, { tags: ['x', 'y'] })]),
    ['tag x', 'tag y'],
    'two groups of the same fixtures',
  );
  assert.deepEqual(named([fixture('a', 0.1), fixture('b', 0.2)]), []);
});
