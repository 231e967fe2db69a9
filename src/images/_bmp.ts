import type { Raster } from '../core/raster.ts';
import { readRuns } from './_bmp-runs.ts';

/** What a BMP's header says. Throws `Error` where it says what nobody writes. */
export interface BmpHeader {
  readonly width: number;
  readonly height: number;
  readonly topFirst: boolean;
  readonly bits: 1 | 4 | 8 | 16 | 24 | 32;
  /** Runs of indices instead of rows. */
  readonly runs: boolean;
  /** Bits of red, green and blue, where pixels are no indices. */
  readonly masks: readonly [number, number, number];
  /** Red, green, blue per index. */
  readonly palette: Uint8Array;
  /** Where the rows begin. */
  readonly start: number;
}

/**
 * Header of a BMP: Windows' of every version, and OS/2's first.
 * Source: https://learn.microsoft.com/windows/win32/gdi/bitmap-storage
 */
export function readBmpHeader(bytes: Uint8Array): BmpHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(14, true);
  const old = length === 12;
  if (!old && ![40, 52, 56, 64, 108, 124].includes(length)) throw new Error(`its header has ${length} bytes`);
  const [width, tall] = old
    ? [view.getUint16(18, true), view.getUint16(20, true)]
    : [view.getInt32(18, true), view.getInt32(22, true)];
  if (width <= 0 || tall === 0) throw new Error(`it has ${width} x ${tall} pixels`);
  const bits = view.getUint16(old ? 24 : 28, true);
  const { runs, masked } = packing(bits, old ? 0 : view.getUint32(30, true));
  const said = old ? 0 : Math.min(view.getUint32(46, true), 256);
  return {
    width,
    height: Math.abs(tall),
    topFirst: tall < 0,
    bits: bits as BmpHeader['bits'],
    runs,
    masks: masked ? [view.getUint32(54, true), view.getUint32(58, true), view.getUint32(62, true)] : usualMasks(bits),
    palette: readPalette(bytes.subarray(14 + length), bits > 8 ? 0 : said || 1 << bits, old ? 3 : 4),
    start: view.getUint32(10, true),
  };
}

function packing(bits: number, compression: number): { runs: boolean; masked: boolean } {
  if (![1, 4, 8, 16, 24, 32].includes(bits)) throw new Error(`it has ${bits} bits per pixel`);
  const runs = (compression === 1 && bits === 8) || (compression === 2 && bits === 4);
  const masked = compression === 3 && bits >= 16;
  if (compression !== 0 && !runs && !masked) throw new Error(`its compression ${compression} is not read`);
  return { runs, masked };
}

const usualMasks = (bits: number): [number, number, number] =>
  bits === 16 ? [0x7c00, 0x3e0, 0x1f] : [0xff0000, 0xff00, 0xff];

/** Indices that no colour is given for are grey, as in Pillow. */
function readPalette(bytes: Uint8Array, colours: number, stride: number): Uint8Array {
  if (bytes.length < colours * stride) throw new Error('its colours end early');
  const palette = Uint8Array.from({ length: 768 }, (_, i) => Math.trunc(i / 3));
  for (let i = 0; i < colours; i++) for (let c = 0; c < 3; c++) palette[3 * i + c] = bytes[i * stride + 2 - c]!;
  return palette;
}

/** Pixels of a BMP, RGB; a fourth value is dropped. Values of fewer than 8 bits are scaled to 255 and truncated, as in Pillow. */
export function readBmp(bytes: Uint8Array, header: BmpHeader): Raster {
  const { width, height, topFirst, bits, runs } = header;
  const data = new Uint8Array(width * height * 3);
  const rows = runs ? readRuns(bytes.subarray(header.start), header) : bytes.subarray(header.start);
  const stride = runs ? width : Math.ceil((width * bits) / 32) * 4;
  if (rows.length < stride * (height - 1) + Math.ceil((width * bits) / 8)) throw new Error('its rows end early');
  const read = pixelReader(header);
  for (let y = 0; y < height; y++) {
    const row = rows.subarray((topFirst ? y : height - 1 - y) * stride);
    for (let x = 0; x < width; x++) read(row, x, data, (y * width + x) * 3);
  }
  return { width, height, channels: 3, data };
}

type ReadPixel = (row: Uint8Array, x: number, target: Uint8Array, at: number) => void;

function pixelReader({ bits, runs, palette, masks }: BmpHeader): ReadPixel {
  if (bits > 8) return maskedReader(bits / 8, masks);
  const depth = runs ? 8 : bits;
  const perByte = 8 / depth;
  const mask = (1 << depth) - 1;
  return (row, x, target, at) => {
    const shift = 8 - depth * ((x % perByte) + 1);
    const index = (row[Math.trunc(x / perByte)]! >> shift) & mask;
    for (let c = 0; c < 3; c++) target[at + c] = palette[3 * index + c]!;
  };
}

function maskedReader(size: number, masks: BmpHeader['masks']): ReadPixel {
  const fields = masks.map(mask => {
    const lowest = (mask & -mask) >>> 0 || 1;
    return { mask, lowest, most: mask / lowest || 1 };
  });
  return (row, x, target, at) => {
    let value = 0;
    for (let i = size - 1; i >= 0; i--) value = value * 256 + row[x * size + i]!;
    for (let c = 0; c < 3; c++) {
      const { mask, lowest, most } = fields[c]!;
      target[at + c] = Math.trunc(((((value & mask) >>> 0) / lowest) * 255) / most);
    }
  };
}
