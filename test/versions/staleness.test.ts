import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Provenance } from '../../src/baselines/baseline.ts';
import type { ModelConfig } from '../../src/config/config.ts';
import { usualPixels } from '../../src/images/pixels.ts';
import { staleness } from '../../src/versions/staleness.ts';

const stored = { score: 'logit', layer: { name: 'conv', width: 2, height: 2 }, methods: ['grad-cam'] };
const asked = { score: 'logit', layer: 'auto', methods: ['grad-cam'], pixels: usualPixels };

const told = (pixels: Provenance['pixels'], wanted: Partial<ModelConfig['pixels']> = {}) =>
  staleness(
    { ...stored, pixels } as unknown as Provenance,
    { ...asked, pixels: { ...usualPixels, ...wanted } } as unknown as ModelConfig,
  );

test('maps of pictures that were read as they are now can be compared', () => {
  assert.equal(told(usualPixels), undefined);
  assert.equal(told({ ...usualPixels, crop: 0.875 }, { crop: 0.875 }), undefined);
});

test('maps of a version that read pictures otherwise cannot, and it is said how', () => {
  assert.match(told(undefined)!, /made by a version that turned pictures by EXIF, followed colour profiles and read 16-bit grey otherwise/); // biome-ignore format: one line
});

test('a setting of the pictures that differs is named as the configuration calls it', () => {
  assert.match(
    told(usualPixels, { orientation: 'apply' })!,
    /made with `ignore` for `orientation`, and `apply` is asked for/,
  );
  assert.match(told(usualPixels, { resizeTo: 256 })!, /made with nothing for `resize-to`, and `256` is asked for/);
  assert.match(told({ ...usualPixels, crop: 0.875 })!, /made with `0.875` for `crop`, and nothing is asked for/);
  assert.match(told(usualPixels, { antialias: false })!, /made with `true` for `antialias`, and `false`/);
});
