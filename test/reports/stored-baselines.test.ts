import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storedBaselines, storedWords } from '../../src/reports/stored-baselines.ts';

test('each state of a stored baseline has words of its own, and only a stale one brings advice', () => {
  const none = { name: 'a', folder: undefined, stale: undefined };
  const fresh = { name: 'a', folder: 'b', stale: undefined };
  const stale = { name: 'a', folder: 'b', stale: 'the model has changed since' };
  const words = [none, { ...none, unwanted: true }, fresh, stale].map(storedWords);
  assert.equal(new Set(words).size, 4);
  assert.equal(words[1], 'no baseline is asked for');
  assert.match(storedBaselines([stale]), /Run `camdrift baseline`/);
  assert.doesNotMatch(storedBaselines([none, fresh]), /Run `camdrift baseline`/);
});
