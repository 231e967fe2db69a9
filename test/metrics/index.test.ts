import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findMetric, metrics } from '../../src/metrics/index.ts';

test('the table holds the eight metrics under their canonical names, the headline first', () => {
  const names = ['attention-shift', 'overlap', 'kl', 'pearson', 'top-region', 'centre-shift', 'ssim', 'spearman'];
  const listed = metrics.map(metric => metric.name);
  assert.deepEqual(listed.slice(0, names.length), names);
  assert.equal(new Set(listed).size, listed.length);
});

for (const metric of metrics) {
  test(`${metric.name} is found by its name, in any case and with any separators`, () => {
    assert.equal(findMetric(metric.name), metric);
    assert.equal(findMetric(metric.name.toUpperCase().replace('-', ' ')), metric);
    assert.equal(findMetric(metric.name.replace('-', '_')), metric);
  });
}

for (const unknown of ['', 'attention', 'mse', 'constructor']) {
  test(`"${unknown}" is not a metric`, () => {
    assert.equal(findMetric(unknown), undefined);
  });
}
