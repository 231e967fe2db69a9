import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Accepted } from '../../src/calibration/calibration.ts';
import { historyOf } from '../../src/calibration/history.ts';

const hash = (digit: string) => digit.repeat(64);
const accepted = (digit: string, against: string, more: Partial<Accepted> = {}): Accepted => ({
  name: `v${digit}`,
  digest: hash(digit),
  lineage: 'retrained',
  against: hash(against),
  settings: hash('5'),
  signals: { 'attention-shift': Number.parseInt(digit, 16) / 100 },
  ...more,
});
const asking = { digest: hash('9'), against: hash('3'), settings: hash('5') };
const told = (models: readonly Accepted[], by = asking) =>
  historyOf({ version: 1, models: [...models] }, by).map(({ name, shift, place }) => `${name} ${shift} ${place}`);

test('versions are followed back from the baseline, whatever the order of the file, and others come after them', () => {
  const models = [accepted('3', '2'), accepted('7', '0'), accepted('1', '0'), accepted('2', '1')];
  assert.deepEqual(told(models), ['v1 0.01 before', 'v2 0.02 before', 'v3 0.03 before', 'v7 0.07 beside']);
  assert.deepEqual(told(models, { ...asking, against: hash('1') }).slice(0, 2), ['v1 0.01 before', 'v3 0.03 beside']);
});

test('only what was measured alike is compared, and the candidate itself is no history', () => {
  const models = [
    accepted('3', '2', { settings: hash('6') }),
    accepted('9', '3'),
    accepted('4', '3', { signals: { overlap: 0.1 } }),
    accepted('8', '3', { lineage: 'fine-tuned' }),
  ];
  assert.deepEqual(told(models), ['v8 0.08 beside']);
  assert.deepEqual(told([]), []);
});

test('versions that were compared in a ring end, and of many the farthest back are left out', () => {
  assert.deepEqual(told([accepted('3', '2'), accepted('2', '3')]), ['v2 0.02 before', 'v3 0.03 before']);
  const digest = (at: number) => at.toString(16).padStart(64, '0');
  const long = Array.from({ length: 40 }, (_, at) =>
    accepted('1', '0', { name: `n${at}`, digest: digest(at + 1), against: digest(at) }),
  );
  const found = told(long, { ...asking, against: digest(40) });
  assert.deepEqual([found.length, found[0], found.at(-1)], [30, 'n10 0.01 before', 'n39 0.01 before']);
  const many = Array.from({ length: 40 }, (_, at) => accepted('1', '0', { name: `n${at}`, digest: digest(at + 1) }));
  assert.equal(told(many).length, 30);
});
