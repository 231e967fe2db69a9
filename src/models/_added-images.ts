import type { Tensor } from '@tensorflow/tfjs-core';
import type { TensorFlow } from '../engines/engine.ts';
import type { AddedLayer, Config, Shape } from './_added-layer.ts';
import { unsupported } from './_keras-config.ts';

/** Layers that change the grid; TensorFlow.js's own resizing aligns corners where Keras aligns pixels. */
export const images: readonly AddedLayer[] = [
  {
    className: 'KerasResizing',
    kind: 'spatial',
    shape: ([input], config) => resized(input!, sizeOf(config)),
    call({ core }, [x], config) {
      if (config.crop_to_aspect_ratio || config.pad_to_aspect_ratio)
        throw unsupported('Resizing that keeps the aspect ratio is not read.', 'Resize the images before the model.');
      return resize(core, x!, sizeOf(config), config.interpolation ?? 'bilinear');
    },
  },
  {
    className: 'KerasUpSampling2D',
    kind: 'spatial',
    shape: ([input], config) =>
      resized(
        input!,
        factorsOf(config).map((by, axis) => times(input![axis + 1], by)),
      ),
    call({ core }, [x], config) {
      const size = factorsOf(config).map((by, axis) => x!.shape[axis + 1]! * by) as [number, number];
      return resize(core, x!, size, config.interpolation);
    },
  },
  {
    className: 'KerasCenterCrop',
    kind: 'spatial',
    shape: ([input], config) => resized(input!, sizeOf(config)),
    call({ core }, [x], config) {
      const [height, width] = sizeOf(config);
      const [top, left] = [x!.shape[1]! - height, x!.shape[2]! - width].map(rest => Math.floor(rest / 2)) as [
        number,
        number,
      ];
      if (top < 0 || left < 0)
        throw unsupported(`CenterCrop to ${width} x ${height} of a smaller image is not read.`, 'Give larger images.');
      return core.slice(x!, [0, top, left, 0], [-1, height, width, -1]);
    },
  },
  pool('KerasGlobalAveragePooling2D', 'global-average', (core, x) => core.mean(x, [1, 2], true)),
  pool('KerasGlobalMaxPooling2D', 'spatial', (core, x) => core.max(x, [1, 2], true)),
];

type Core = TensorFlow['core'];

function pool(
  className: string,
  kind: 'global-average' | 'spatial',
  reduce: (core: Core, x: Tensor) => Tensor,
): AddedLayer {
  return { className, kind, shape: ([input]) => resized(input!, [1, 1]), call: ({ core }, [x]) => reduce(core, x!) };
}

const sizeOf = ({ height, width }: Config): [number, number] => [Number(height), Number(width)];

const factorsOf = ({ size }: Config): number[] =>
  Array.isArray(size) ? size.map(Number) : [Number(size), Number(size)];

const times = (size: number | null | undefined, by: number) => (typeof size === 'number' ? size * by : null);

const resized = (input: Shape, size: readonly (number | null)[]): Shape => [
  input[0] ?? null,
  ...size,
  input.at(-1) ?? null,
];

function resize(core: Core, x: Tensor, size: [number, number], interpolation: unknown): Tensor {
  if (interpolation === 'bilinear') return core.image.resizeBilinear(x as never, size, false, true);
  if (interpolation === 'nearest') return core.image.resizeNearestNeighbor(x as never, size, false, true);
  throw unsupported(`Resizing by \`${String(interpolation)}\` is not read; expected bilinear or nearest.`);
}
