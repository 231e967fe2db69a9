import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Judged } from '../../scripts/bench-drift/audit.ts';
import { warnings } from '../../scripts/bench-drift/warnings.ts';
import { readReason } from '../support/results.ts';

const judged = (kind: Judged['kind'], verdict: string, ...codes: string[]) =>
  ({ kind, result: { verdict, reasons: codes.map(code => readReason('warn', code, 'Words.')) } }) as unknown as Judged;

test('a warning is counted where it decides, and apart where nothing else warns', () => {
  const text = warnings([
    judged('benign', 'warn', 'drift-doubtful'),
    judged('accepted', 'warn', 'drift-doubtful', 'probe-pull'),
    judged('regression', 'warn', 'probe-pull'),
    judged('regression', 'fail', 'probe-pull', 'drift-doubtful'),
    judged('tainted', 'warn', 'drift-doubtful'),
    judged('benign', 'pass', 'edit-pull'),
  ]);
  assert.deepEqual(text.split('\n').slice(2), [
    '| `drift-doubtful` | 2 | 1 | 0 | 0 |',
    '| `probe-pull` | 1 | 0 | 1 | 1 |',
  ]);
});
