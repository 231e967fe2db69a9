import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeSanity } from '../../src/sanity/judge.ts';
import { checkNames, type NotRun } from '../../src/sanity/sanity.ts';

const none: NotRun = { notRun: 'There is nothing to look at.' };
const evidence = { method: 'cam', layer: 'conv', limit: 0.08, candidate: new Map() };

test('every check has an answer, in the order of the table; what was asked for nothing is not run', () => {
  const findings = { repeated: none, otherClass: none, rewired: none, faithfulness: none };
  const found = judgeSanity({ ...evidence, findings });
  assert.deepEqual(
    found.map(({ check, outcome }) => [check, outcome]),
    checkNames.map(check => [check, 'not-run']),
  );
  assert.deepEqual(judgeSanity({ ...evidence, findings: undefined }), []);
});
