import type { Raster } from '../core/raster.ts';
import { unpackLzw } from './_gif-lzw.ts';

/** The first frame of a GIF, and where it lies on the picture. */
export interface GifHeader {
  /** Of the whole picture, widened where the frame does not fit. */
  readonly width: number;
  readonly height: number;
  readonly frame: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly interlaced: boolean;
  /** Red, green, blue per index; grey where the file has none. */
  readonly palette: Uint8Array;
  readonly transparent: number | undefined;
  /** Where the packed indices begin. */
  readonly start: number;
}

/** Source: https://www.w3.org/Graphics/GIF/spec-gif89a.txt. Throws `Error`. */
export function readGifHeader(bytes: Uint8Array): GifHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (at: number) => view.getUint16(at, true);
  const common = readPalette(bytes, 13, bytes[10]!);
  let at = 13 + common.length;
  let transparent: number | undefined;
  while (bytes[at] === 0x21) {
    if (bytes[at + 1] === 0xf9 && (bytes[at + 3]! & 1) === 1) transparent = bytes[at + 6];
    at = afterBlocks(bytes, at + 2);
  }
  if (bytes[at] !== 0x2c) throw new Error('it has no frame');
  const frame = { x: word(at + 1), y: word(at + 3), width: word(at + 5), height: word(at + 7) };
  const own = readPalette(bytes, at + 10, bytes[at + 9]!);
  const [width, height] = [Math.max(word(6), frame.x + frame.width), Math.max(word(8), frame.y + frame.height)];
  if (width * height === 0) throw new Error(`it has ${width} x ${height} pixels`);
  const palette = Uint8Array.from({ length: 768 }, (_, i) => Math.trunc(i / 3));
  palette.set(own.length > 0 ? own : common);
  const interlaced = (bytes[at + 9]! & 0x40) !== 0;
  return { width, height, frame, interlaced, palette, transparent, start: at + 10 + own.length };
}

function readPalette(bytes: Uint8Array, at: number, flags: number): Uint8Array {
  const length = (flags & 0x80) === 0 ? 0 : 3 * (2 << (flags & 7));
  if (at + length > bytes.length) throw new Error('its colours end early');
  return bytes.subarray(at, at + length);
}

function afterBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0) at += bytes[at]! + 1;
  return at + 1;
}

/** The first frame as RGB, transparent pixels in their colour; what it leaves free is of the transparent colour, else the first: as Pillow. */
export function readGif(bytes: Uint8Array, header: GifHeader): Raster {
  const { width, height, frame, palette, transparent = 0 } = header;
  const data = new Uint8Array(width * height * 3);
  const paint = (at: number, index: number) => {
    for (let c = 0; c < 3; c++) data[3 * at + c] = palette[3 * index + c]!;
  };
  if (frame.width < width || frame.height < height) for (let i = 0; i < width * height; i++) paint(i, transparent);
  const indices = unpackLzw(joined(bytes, header.start + 1), bytes[header.start]!, frame.width * frame.height);
  const order = header.interlaced ? interlacedRows(frame.height) : Array.from({ length: frame.height }, (_, y) => y);
  order.forEach((y, row) => {
    for (let x = 0; x < frame.width; x++) paint((frame.y + y) * width + frame.x + x, indices[row * frame.width + x]!);
  });
  return { width, height, channels: 3, data };
}

/** Blocks of up to 255 bytes, each behind its length, joined. */
function joined(bytes: Uint8Array, from: number): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = from; at < bytes.length && bytes[at] !== 0; at += bytes[at]! + 1)
    parts.push(bytes.subarray(at + 1, at + 1 + bytes[at]!));
  return Buffer.concat(parts);
}

function interlacedRows(height: number): number[] {
  const passes = [
    [0, 8],
    [4, 8],
    [2, 4],
    [1, 2],
  ] as const;
  return passes.flatMap(([first, step]) =>
    Array.from({ length: Math.max(0, Math.ceil((height - first) / step)) }, (_, i) => first + i * step),
  );
}
