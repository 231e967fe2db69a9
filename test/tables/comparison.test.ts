import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparison } from '../../scripts/tables/comparison.ts';

const head = ['| network | files | logits: wasm, native | Grad-CAM |', '| --- | --- | --- | --- |'];
const table = (...rows: string[]) => [...head, ...rows];

test('a row is worse where one of its figures is twice what it was and more than float32 sums explain', () => {
  const before = table('| a | .h5 | 1.0e-6, 2.0e-6 | 1.0e-7 |', '| b | .h5 | 1.0e-6, 2.0e-6 | 1.0e-7 |');
  const after = table('| a | .h5 | 1.0e-6, 2.0e-6 | 1.9e-6 |', '| b | .h5 | 1.0e-6, 4.1e-6 | 1.0e-7 |');
  assert.deepEqual(comparison(before, after), [
    'worse: b, .h5: 0.000001, 0.000002, 1e-7 before, 0.000001, 0.0000041, 1e-7',
    '1 of 2 rows no worse than before, beyond 0.000002.',
  ]);
});

test('rows that came and went are told, and a row of another number of figures by its largest', () => {
  const before = table('| a | .h5 | 1.0e-6 | 1.0e-7 |', '| gone | .h5 | 1.0e-6 | 1.0e-7 |');
  const after = table('| a | .h5 | 1.0e-6, 9.0e-6 | 1.0e-7 |', '| new | .h5 | 1.0e-6 | 1.0e-7 |');
  assert.deepEqual(comparison(before, after), [
    'gone: gone, .h5',
    'new: new, .h5',
    'worse: a, .h5: 0.000001, 1e-7 before, 0.000001, 0.000009, 1e-7',
    '0 of 1 rows no worse than before, beyond 0.000002.',
  ]);
});

test('what could not be computed is worse', () => {
  const [told] = comparison(table('| a | .h5 | 1.0e-6 | 1.0e-7 |'), table('| a | .h5 | NaN | 1.0e-7 |'));
  assert.match(told!, /^worse: a/);
});
