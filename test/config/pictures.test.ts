import assert from 'node:assert/strict';
import { test } from 'node:test';
import { picturesMeant } from '../../src/config/pictures.ts';
import { settingsSchema } from '../../src/config/schema.ts';
import { presets } from '../../src/images/preprocess.ts';

const meant = (written: object) => picturesMeant(settingsSchema.parse(written));

test('what is written wins over the recipe, key by key', () => {
  assert.deepEqual(meant({ recipe: 'timm' }).pixels, meant({ resample: 'bicubic', crop: 0.875 }).pixels);
  assert.deepEqual(meant({ recipe: 'timm' }).preprocess, presets.torch);
  const own = meant({ recipe: 'timm', preprocess: 'tf', resample: 'bilinear' });
  assert.deepEqual([own.preprocess, own.pixels.resample, own.pixels.crop], [presets.tf, 'bilinear', 0.875]);
  const size = meant({ recipe: 'torchvision', 'resize-to': 232 });
  assert.deepEqual([size.pixels.resizeTo, size.pixels.crop], [232, undefined]);
  assert.equal(meant({ recipe: 'torchvision', fit: 'fill' }).pixels.crop, undefined);
  assert.equal(meant({ 'resize-to': [256, 200] }).pixels.resizeTo, '256x200');
});

test('imagenet is the name of a preset', () => {
  assert.deepEqual(meant({ preprocess: 'imagenet' }).preprocess, presets.torch);
});

test('settings that exclude one another are refused', () => {
  for (const [written, message] of [
    [{ 'resize-to': 256, fit: 'contain' }, /`resize-to` .* `fit: contain`/],
    [{ crop: 0.875, fit: 'fill' }, /`crop` .* `fit: fill`/],
    [{ 'resize-to': 256, crop: 0.875 }, /both say how large/],
    [{ resample: 'lanczos', antialias: false }, /always smoothed/],
  ] as const)
    assert.throws(() => meant(written), { code: 'config-invalid', message });
});
