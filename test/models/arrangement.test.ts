import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  type Arrangement,
  arranged,
  countsCells,
  type Factor,
  gridOf,
  imageArrangement,
  isImage,
  isImageLast,
  placesOf,
  reshapedTo,
  sameCells,
  stretch,
  widthOf,
} from '../../src/models/_arrangement.ts';

/** Axes as a person writes them: `2 images`, `4 rows by 7`, joined by `*` where one axis counts several. */
const written = ({ axes }: Pick<Arrangement, 'axes'>) => axes.map(axis => axis.map(factorText).join(' * ') || '1');
const factorText = (factor: Factor): string => {
  if (factor.of === 'tokens') return `${factor.first}+${factor.cells.map(factorText).join(' * ')} of ${factor.size}`;
  return `${factor.size} ${factor.of}${factor.step === 1 ? '' : ` by ${factor.step}`}`;
};
const along = (value: Arrangement | undefined, ...shape: number[]) => value && reshapedTo(value, shape);
const image = imageArrangement([2, 3, 4, 6]);
const last = arranged(image, [image.axes[0]!, image.axes[2]!, image.axes[3]!, image.axes[1]!])!;

/** The offset of an entry, and every entry once. */
function offsets(value: Arrangement, images: number): number[][] {
  const places = placesOf(value, images);
  return Array.from({ length: images }, (_, at) =>
    places.rows.flatMap(row =>
      places.columns.flatMap(column =>
        places.channels.map(channel => at * places.image + places.first + row + column + channel),
      ),
    ),
  );
}

describe('where the cells of a picture lie', () => {
  test('is told from its shape', () => {
    assert.deepEqual(written(image), ['2 image', '3 other', '4 row', '6 column']);
    assert.deepEqual(
      [isImage(image), isImageLast(image), isImage(last), isImageLast(last)],
      [true, false, false, true],
    );
    assert.deepEqual([gridOf(image), widthOf(image), image.channels], [{ height: 4, width: 6 }, 3, 3]);
    assert.deepEqual(written(imageArrangement([1, 1, 1, 5])), ['1 image', '1', '1', '5 column']);
    assert.deepEqual(image.axes.map(countsCells), [false, false, true, true]);
    assert.equal(countsCells(undefined), false);
  });

  test('goes along when the grid is laid out in a row, and back', () => {
    const tokens = along(last, 2, 24, 3)!;
    assert.deepEqual(written(tokens), ['2 image', '4 row * 6 column', '3 other']);
    assert.deepEqual(written(along(tokens, 2, 4, 6, 3)!), written(last));
    assert.deepEqual(written(along(tokens, 2, 2, 12, 3)!), ['2 image', '2 row by 2', '2 row * 6 column', '3 other']);
    assert.deepEqual(written(along(tokens, 48, 3)!), ['2 image * 4 row * 6 column', '3 other']);
    assert.deepEqual(written(along(image, 2, 72)!), ['2 image', '3 other * 4 row * 6 column']);
  });

  test('is not known where an axis is cut through what does not divide', () => {
    assert.equal(along(last, 2, 5, 5, 3), undefined);
    assert.equal(along(last, 2, 16, 9), undefined);
    assert.equal(along(last, 2, 24, 2), undefined, 'numbers are left over that no axis takes');
    const beside: Arrangement = {
      ...last,
      axes: [
        [stretch('image', 2)],
        [{ of: 'tokens', size: 25, first: 1, cells: [stretch('row', 4), stretch('column', 6)] }],
        [stretch('other', 3)],
      ],
    };
    assert.equal(along(beside, 2, 5, 5, 3), undefined, 'tokens beside the cells keep their axis');
    assert.deepEqual(written(along(beside, 2, 1, 25, 3)!), ['2 image', '1', '1+4 row * 6 column of 25', '3 other']);
  });

  test('is followed through windows: rows a step apart, and back to the same', () => {
    const windows = along(last, 2, 2, 2, 3, 2, 3)!;
    assert.deepEqual(written(windows), ['2 image', '2 row by 2', '2 row', '3 column by 2', '2 column', '3 other']);
    const [images, high, y, wide, x, channels] = windows.axes as [
      Factor[],
      Factor[],
      Factor[],
      Factor[],
      Factor[],
      Factor[],
    ];
    const inWindows = along(arranged(windows, [images, high, wide, y, x, channels]), 12, 4, 3)!;
    assert.deepEqual(written(inWindows), ['2 image * 2 row by 2 * 3 column by 2', '2 row * 2 column', '3 other']);
    assert.deepEqual(gridOf(inWindows), { height: 4, width: 6 });
    assert.equal(
      sameCells(windows, arranged(windows, [images, y, high, wide, x, channels])!),
      false,
      'the same shape, other cells',
    );
    assert.deepEqual(placesOf(inWindows, 2).rows, [0, 6, 36, 42]);
    assert.deepEqual(placesOf(inWindows, 2).columns, [0, 3, 12, 15, 24, 27]);
  });

  test('is that of coarser cells where only every other one is left, and none where one is left or some are missing', () => {
    const thin = arranged(last, [last.axes[0]!, [stretch('row', 2, 2)], [stretch('column', 2, 3)], last.axes[3]!])!;
    assert.deepEqual(written(thin), ['2 image', '2 row', '2 column', '3 other']);
    assert.equal(arranged(last, [last.axes[0]!, last.axes[3]!]), undefined);
    assert.equal(arranged(last, [[stretch('row', 1)], [stretch('column', 1)]]), undefined);
    assert.equal(
      arranged(last, [[stretch('row', 2, 3)], [stretch('row', 2)], [stretch('column', 6)]]),
      undefined,
      'a row is missing between',
    );
    assert.equal(arranged(last, [[stretch('row', 4)], [stretch('column', 2, 4)], [stretch('column', 2)]]), undefined);
  });

  test('is not sure where a single image may stand on either side of another axis', () => {
    const alone = imageArrangement([1, 3, 4, 6]);
    const turned = arranged(alone, [alone.axes[1]!, alone.axes[0]!, alone.axes[2]!, alone.axes[3]!])!;
    assert.equal(along(turned, 3, 24)!.sure, false);
    assert.equal(along(turned, 3, 1, 24)!.sure, true, 'an axis of its own again');
    assert.equal(along(alone, 3, 24)!.sure, true, 'nothing stands before it');
    const two = arranged(image, [image.axes[1]!, image.axes[0]!, image.axes[2]!, image.axes[3]!])!;
    assert.equal(along(two, 3, 48)!.sure, true, 'two are counted');
    assert.equal(along({ ...turned, sure: false }, 3, 1, 24)!.sure, false, 'what was not sure stays so');
  });
});

describe('entries in memory', () => {
  test('are found for any number of images, whichever axis is theirs', () => {
    for (const value of [image, last, along(last, 2, 24, 3)!])
      for (const images of [1, 2, 5]) {
        const all = offsets(value, images);
        assert.deepEqual(
          all.flat().toSorted((a, b) => a - b),
          Array.from({ length: images * 72 }, (_, at) => at),
        );
      }
    assert.deepEqual(offsets(imageArrangement([1, 2, 1, 3]), 1)[0], [0, 3, 1, 4, 2, 5]);
    const behind = arranged(image, [image.axes[2]!, image.axes[3]!, image.axes[0]!, image.axes[1]!])!;
    assert.deepEqual(
      [placesOf(behind, 5).image, placesOf(behind, 5).rows.slice(0, 2), placesOf(behind, 5).columns.slice(0, 2)],
      [3, [0, 90], [0, 15]],
    );
  });

  test('begin behind a class token', () => {
    const tokens: Arrangement = {
      axes: [
        [stretch('image', 1)],
        [{ of: 'tokens', size: 7, first: 1, cells: [stretch('row', 2), stretch('column', 3)] }],
        [stretch('other', 4)],
      ],
      channels: 4,
      sure: true,
    };
    const { first, rows, columns, channels, image: each } = placesOf(tokens, 3);
    assert.deepEqual(
      { first, rows, columns, channels, each },
      { first: 4, rows: [0, 12], columns: [0, 4, 8], channels: [0, 1, 2, 3], each: 28 },
    );
    assert.deepEqual(
      [gridOf(tokens), widthOf(tokens), countsCells(tokens.axes[1])],
      [{ height: 2, width: 3 }, 4, true],
    );
    assert.equal(
      sameCells(tokens, { ...tokens, axes: tokens.axes.with(2, [stretch('other', 9)]) }),
      true,
      'what channels are is not asked',
    );
    assert.equal(sameCells(tokens, { ...tokens, axes: tokens.axes.slice(0, 2) }), false);
  });
});
