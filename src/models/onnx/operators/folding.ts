import type { Tensor } from '@tensorflow/tfjs-core';
import type { Call, Operator } from '../call.ts';
import type { Core } from '../layout.ts';
import type { Operation } from '../operation.ts';
import { plain, sizeOf } from '../value.ts';
import { opaqueOf, since } from './_families.ts';
import { both, type Pair, pair } from './_windows.ts';

interface Blocks {
  readonly image: Pair;
  readonly block: Pair;
  readonly strides: Pair;
  readonly dilations: Pair;
  /** How many blocks there are along rows and columns. */
  readonly grid: Pair;
}

/** x N x (C rows columns) x blocks; where blocks overlap, their numbers are added. */
const columnsToImage: Operator = call => {
  const { core } = call;
  const x = call.plain(0);
  const [images, width, count] = x.shape as [number, number, number];
  const { pads, ...blocks } = blocksOf(call);
  const { block, grid, image } = blocks;
  const channels = width / sizeOf(block);
  if (x.rank !== 3 || !Number.isInteger(channels) || grid.some(size => size < 1) || sizeOf(grid) !== count)
    return call.fail(`lays ${count} blocks of ${width} numbers on ${image.join(' x ')} cells, which does not fit`);
  call.bounded([images, channels, ...both(at => grid[at] * blocks.strides[at])]);
  const wide = call.bounded([images, channels, ...image]);
  call.worked(sizeOf(wide) * sizeOf(block));
  const apart = core.reshape(x, [images * channels, sizeOf(block), ...grid]);
  const laid = Array.from({ length: sizeOf(block) }, (_, at) => {
    const one = core.reshape(core.slice(apart, [0, at, 0, 0], [-1, 1, -1, -1]), [images * channels, ...grid]);
    return placed(core, one, blocks, [Math.floor(at / block[1]), at % block[1]]);
  });
  const sum = core.reshape(
    laid.reduce((total, each) => core.add(total, each)),
    wide,
  );
  const inner = both(at => image[at] - pads[at][0] - pads[at][1]);
  return plain(core.slice(sum, [0, 0, pads[0][0], pads[1][0]], [-1, -1, ...inner]));
};

/** The sizes of the image are those with its padding. */
function blocksOf(call: Call): Blocks & { readonly pads: readonly [Pair, Pair] } {
  const { attributes } = call;
  const [size, block] = [pair(call, call.numbers(1)), pair(call, call.numbers(2))];
  const [top = 0, left = 0, bottom = 0, right = 0] = attributes.ints('pads') ?? [];
  if (Math.min(top, left, bottom, right) < 0) return call.fail('has padding below zero');
  const strides = pair(call, attributes.ints('strides') ?? [1, 1]);
  const dilations = pair(call, attributes.ints('dilations') ?? [1, 1]);
  const pads = [
    [top, bottom],
    [left, right],
  ] as const;
  const image = both(at => size[at] + pads[at][0] + pads[at][1]);
  const grid = both(at => Math.floor((image[at] - (block[at] - 1) * dilations[at] - 1) / strides[at]) + 1);
  return { image, block, strides, dilations, grid, pads };
}

/** The numbers that all blocks have at one place, with zeros between them, where they lie in the image. */
function placed(core: Core, x: Tensor, { image, strides, dilations, grid }: Blocks, cell: Pair): Tensor {
  const [rows, columns] = grid;
  const apart = core.pad(core.reshape(x, [-1, rows, 1, columns, 1]), [[0, 0], [0, 0], [0, strides[0] - 1], [0, 0], [0, strides[1] - 1]]); // biome-ignore format: one pair per axis
  const spread = core.reshape(apart, [-1, rows * strides[0], columns * strides[1]]);
  const reach = both(at => (grid[at] - 1) * strides[at] + 1);
  const start = both(at => cell[at] * dilations[at]);
  const rest = both(at => image[at] - start[at] - reach[at]);
  return core.pad(core.slice(spread, [0, 0, 0], [-1, ...reach]), [[0, 0], [start[0], rest[0]], [start[1], rest[1]]]); // biome-ignore format: one pair per axis
}

export const folding = {
  Col2Im: opaqueOf(columnsToImage, { sets: since(18), images: 'apart' }),
} satisfies Readonly<Record<string, Operation>>;
