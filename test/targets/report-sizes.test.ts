import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pictureSizes } from '../../src/targets/_report-file.ts';
import { fixture, model } from '../support/results.ts';

/** A model with so many fixtures, the later ones having moved more. */
const of = (count: number, name = 'shoes') => {
  const fixtures = Array.from({ length: count }, (_, at) => fixture(`${at}.png`, at / count));
  return model(fixtures, { name });
};

test('the fewer pictures a report has the larger they are', () => {
  for (const [counts, size] of [
    [[1], 480],
    [[60], 480],
    [[61], 320],
    [[30, 31], 320],
    [[400], 320],
    [[401], 224],
    [[200, 201], 224],
  ] as const) {
    const models = counts.map((count, at) => of(count, `model ${at}`));
    const sizeOf = pictureSizes(models);
    for (const each of models) assert.equal(sizeOf(each, '0.png'), size, counts.join(' and '));
  }
});

test('a report has a thousand pictures at most: those of what moved most', () => {
  const large = of(1001);
  const sizeOf = pictureSizes([large]);
  const without = large.fixtures.filter(({ name }) => sizeOf(large, name) === 0);
  assert.deepEqual(
    without.map(({ name }) => name),
    ['0.png'],
  );
});

test('each of several models has as many of them, and what is not used by one is none of another’s', () => {
  const models = [of(400, 'a'), of(10, 'b'), of(334, 'c')];
  const sizeOf = pictureSizes(models);
  const counts = models.map(each => each.fixtures.filter(({ name }) => sizeOf(each, name) > 0).length);
  assert.deepEqual(counts, [333, 10, 333]);
});

test('a fixture or a model that the report does not have has no picture', () => {
  const shoes = of(3);
  const sizeOf = pictureSizes([shoes]);
  assert.equal(sizeOf(shoes, '3.png'), 0);
  assert.equal(sizeOf(of(3, 'hats'), '0.png'), 0);
  assert.equal(pictureSizes([])(shoes, '0.png'), 0);
});

test('of more than a thousand models each keeps one picture', () => {
  const models = Array.from({ length: 1001 }, (_, at) => of(2, `model ${at}`));
  const sizeOf = pictureSizes(models);
  assert.deepEqual([sizeOf(models[1000]!, '1.png'), sizeOf(models[1000]!, '0.png')], [224, 0]);
});
