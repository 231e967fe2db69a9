import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentenceOf } from '../../src/reports/reasons.ts';
import { codeOf, type Reason, says } from '../../src/results/reason.ts';
import { readResults } from '../../src/results-file/read.ts';
import { writtenReason } from '../../src/results-file/write.ts';
import { fileOf, fixture, model, readReason, results } from '../support/results.ts';

const region: Reason = { level: 'incomplete', code: 'region-unseen', region: 'object' };
const sentence = 'No fixture shows heat in the region `object`, so its rules were not judged.';

test('a reason is written as level, code and sentence, and nothing else', () => {
  assert.deepEqual(writtenReason(region), { level: 'incomplete', code: 'region-unseen', message: sentence });
});

test('what is read is written again to the letter, also with a code that this version does not know', () => {
  const reasons = [region, readReason('warn', 'of-a-later-version', 'Something was seen.')];
  const first = fileOf(results(model([fixture('a.png', 0.2)], { reasons })));
  assert.deepEqual(fileOf(readResults(first)), first);
});

test('a reason is known by its code, be it made here or read', () => {
  const read = readReason('incomplete', 'region-unseen', sentence);
  for (const reason of [region, read]) {
    assert.equal(codeOf(reason), 'region-unseen');
    assert.equal(sentenceOf(reason), sentence);
    assert.ok(says(reason, 'region-rule', 'region-unseen'));
    assert.equal(says(reason, 'region-rule'), false);
  }
});

test('an error in the place of a verdict keeps its own sentence', () => {
  const error: Reason = { level: 'incomplete', code: 'model-unreadable', message: 'shoes.onnx is cut off.' };
  assert.equal(writtenReason(error).message, 'shoes.onnx is cut off.');
});
