import { together } from './_panel-program.ts';
import type { TensorFlow } from './engine.ts';

type Convolution = ReturnType<TensorFlow['core']['backend_util']['computeConv2DInfo']>;

/** What a convolution looks at. */
export type Windows = Pick<
  Convolution,
  'inHeight' | 'inWidth' | 'inChannels' | 'outHeight' | 'outWidth' | 'outChannels' | 'filterHeight' | 'filterWidth'
> &
  Pick<Convolution, 'strideHeight' | 'strideWidth' | 'dilationHeight' | 'dilationWidth' | 'batchSize'> & {
    readonly outShape: readonly number[];
    readonly padInfo: { readonly top: number; readonly left: number };
  };

/** Rows of channels, each for itself. */
export const pointwise = (
  outShape: readonly number[],
  rows: number,
  inChannels: number,
  outChannels: number,
): Windows => ({
  ...{ outShape, inChannels, outChannels, batchSize: 1, padInfo: { top: 0, left: 0 } },
  ...{ inHeight: 1, inWidth: rows, outHeight: 1, outWidth: rows, filterHeight: 1, filterWidth: 1 },
  ...{ strideHeight: 1, strideWidth: 1, dilationHeight: 1, dilationWidth: 1 },
});

/** Some of a convolution's outputs, in reading order over all images, and addresses: of the input, and of as many zeros as a cell has channels. */
export interface Share {
  readonly first: number;
  readonly rows: number;
  readonly from: number;
  readonly zeros: number;
}

/** Where the cells of each output's window lie, as `PanelProgram` wants to be told; those around the image are zeros. */
export function fillPieces(pieces: Int32Array, { first, rows, from, zeros }: Share, info: Windows): void {
  const { outWidth, outHeight, inHeight, inWidth, filterHeight, filterWidth, padInfo } = info;
  const bytes = 4 * info.inChannels;
  const count = filterHeight * filterWidth;
  const padded = Math.ceil(rows / together) * together;
  for (let row = 0; row < padded; row++) {
    const cell = first + Math.min(row, rows - 1);
    const top = (Math.floor(cell / outWidth) % outHeight) * info.strideHeight - padInfo.top;
    const left = (cell % outWidth) * info.strideWidth - padInfo.left;
    const image = Math.floor(cell / (outWidth * outHeight)) * inHeight;
    let at = (row - (row % together)) * count + (row % together);
    for (let kh = 0; kh < filterHeight; kh++) {
      const y = top + kh * info.dilationHeight;
      for (let kw = 0; kw < filterWidth; kw++, at += together) {
        const x = left + kw * info.dilationWidth;
        const inside = y >= 0 && y < inHeight && x >= 0 && x < inWidth;
        pieces[at] = inside ? from + ((image + y) * inWidth + x) * bytes : zeros;
      }
    }
  }
}
