import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { picturesMeant } from '../../src/config/pictures.ts';
import { settingsSchema } from '../../src/config/schema.ts';
import type { Raster } from '../../src/core/raster.ts';
import { prepare, refined } from '../../src/images/prepare.ts';
import { recipes } from '../../src/images/recipes.ts';
import { problem } from '../support/images.ts';

interface Packed {
  readonly width: number;
  readonly height: number;
  readonly channels: 3;
  readonly bytes?: string;
  readonly floats?: string;
}

interface Answer extends Packed {
  readonly source: string;
  readonly library: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly input: readonly [number, number];
}

/** What the libraries say; made by scripts/make-oracle-resizing.py. */
const oracle: { readonly sources: Readonly<Record<string, Packed>>; readonly found: readonly Answer[] } = JSON.parse(
  readFileSync(new URL('../oracle/libraries.json', import.meta.url), 'utf8'),
);

function valuesOf({ bytes, floats }: Packed): Uint8Array | Float32Array {
  const raw = new Uint8Array(Buffer.from(bytes ?? floats!, 'base64'));
  return bytes === undefined ? new Float32Array(raw.buffer) : raw;
}

const rasterOf = (packed: Packed): Raster => ({ ...packed, data: valuesOf(packed) as Uint8Array });

/** The largest difference from a library, over all its pictures, of what is fed before it is scaled. */
function worst(answers: readonly Answer[]): number {
  return Math.max(
    ...answers.map(answer => {
      const { fit, pixels } = picturesMeant(settingsSchema.parse(answer.settings));
      const [width, height] = answer.input;
      const source = rasterOf(oracle.sources[answer.source]!);
      const { picture, fine } = prepare(source, { width, height, channels: 3 }, fit, 'a.png', pixels);
      const expected = valuesOf(answer);
      const found = fine ?? picture.data;
      assert.equal(found.length, expected.length);
      // What is smoothed beyond black and white is cut off there by Pillow, and not by TensorFlow.
      const cut = (value: number) => (pixels.antialias ? Math.max(0, Math.min(255, value)) : value);
      return [...found].reduce((most, value, at) => Math.max(most, Math.abs(value - cut(expected[at]!))), 0);
    }),
  );
}

/**
 * 0: the same bytes. TensorFlow adds up in float32, of which 255 has 1.5e-5 in the last place. Where it smooths it does not
 * round, and Pillow does twice; of `bicubic` Pillow also cuts at black and white between its two directions.
 */
const bounds: Readonly<Record<string, number>> = {
  torchvision: 0,
  timm: 0,
  'keras.utils.load_img': 0,
  'PIL.ImageOps.fit': 0,
  ultralytics: 0,
  'tf.image.resize': 2e-4,
  'tf.image.resize_with_pad': 1e-4,
  'keras.utils.image_dataset_from_directory': 1e-4,
  'tf.image.resize, smooth bilinear': 1.001,
  'tf.image.resize, smooth bicubic': 14,
};

describe('pictures are fed as the library feeds them', () => {
  const groups = new Map<string, Answer[]>();
  for (const answer of oracle.found) {
    const key = `${answer.library} ${JSON.stringify(answer.settings)}`;
    groups.set(key, [...(groups.get(key) ?? []), answer]);
  }
  for (const [name, answers] of groups)
    test(`${name}: ${answers.length} pictures`, t => {
      const found = worst(answers);
      t.diagnostic(`largest difference ${found}`);
      assert.ok(found <= bounds[answers[0]!.library]!, `${found}`);
    });

  test('every recipe is held against its library', () => {
    const asked = oracle.found.flatMap(({ settings }) => (settings.recipe === undefined ? [] : [settings.recipe]));
    assert.deepEqual([...new Set(asked)].sort(), Object.keys(recipes).sort());
  });

  test('every library is there', () => {
    assert.deepEqual(new Set(oracle.found.map(({ library }) => library)), new Set(Object.keys(bounds)));
  });
});

test('an edit moves unrounded values by as much as it moves the rounded ones', () => {
  const picture = { width: 2, height: 1, channels: 1, data: Uint8Array.of(10, 20) } as const;
  const edited = { ...picture, data: Uint8Array.of(10, 50) };
  assert.deepEqual([...refined(edited, picture, Float32Array.of(10.25, 19.5))], [10.25, 49.5]);
});

test('a thin picture that would grow without bound on its way is refused', () => {
  const thin: Raster = { width: 1, height: 400_000, channels: 1, data: new Uint8Array(400_000) };
  const input = { width: 224, height: 224, channels: 3 };
  assert.throws(
    () => prepare(thin, input, 'cover', 'thin.png'),
    problem('fixture-unreadable', /thin\.png would be resized to 224 x 89600000/),
  );
});
