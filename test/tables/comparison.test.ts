import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparison } from '../../scripts/tables/comparison.ts';

const table = (engines: string, ...rows: string[]) => [
  `| network | files | logits: ${engines} | Grad-CAM: ${engines} |`,
  '| --- | --- | --- | --- |',
  ...rows,
];
const both = 'wasm, native';

test('a row is worse where one of its figures is twice what it was and more than float32 sums explain', () => {
  const before = table(
    both,
    '| a | .h5 | 1.0e-6, 2.0e-6 | 1.0e-7, 1.0e-7 |',
    '| b | .h5 | 1.0e-6, 2.0e-6 | 1.0e-7, 1.0e-7 |',
  );
  const after = table(
    both,
    '| a | .h5 | 1.0e-6, 2.0e-6 | 1.9e-6, 1.0e-7 |',
    '| b | .h5 | 1.0e-6, 4.1e-6 | 1.0e-7, 2.3e-6 |',
  );
  assert.deepEqual(comparison(before, after), [
    'worse: b, .h5: logits, native 2.0e-6 before, 4.1e-6',
    'worse: b, .h5: Grad-CAM, native 1.0e-7 before, 2.3e-6',
    '1 of 2 rows no worse than before, beyond 0.000002.',
  ]);
});

test('figures are known by column and engine, and another engine is worse than nothing', () => {
  const before = [
    '| network | files | logits, wasm | Grad-CAM, wasm |',
    '| --- | --- | --- | --- |',
    '| a | .h5 | 1.0e-6 | 1.0e-7 |',
  ];
  const after = table('native, wasm', '| a | .h5 | 9.0e-6, 1.0e-6 | 9.0e-6, 1.0e-7 |');
  assert.deepEqual(comparison(before, after), ['1 of 1 rows no worse than before, beyond 0.000002.']);
  const swapped = table('wasm, native', '| a | .h5 | 9.0e-6, 1.0e-6 | 1.0e-7, 1.0e-7 |');
  assert.equal(comparison(before, swapped)[0], 'worse: a, .h5: logits, wasm 1.0e-6 before, 9.0e-6');
});

test('rows that came and went are told', () => {
  const found = comparison(
    table('wasm', '| gone | .h5 | 1.0e-6 | 1.0e-7 |'),
    table('wasm', '| new | .h5 | 1.0e-6 | 1.0e-7 |'),
  );
  assert.deepEqual(found, ['gone: gone, .h5', 'new: new, .h5', '0 of 0 rows no worse than before, beyond 0.000002.']);
});

test('what could not be computed is worse', () => {
  const [told] = comparison(
    table('wasm', '| a | .h5 | 1.0e-6 | 1.0e-7 |'),
    table('wasm', '| a | .h5 | NaN | 1.0e-7 |'),
  );
  assert.match(told!, /^worse: a/);
});
