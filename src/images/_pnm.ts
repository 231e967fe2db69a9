import type { Raster } from '../core/raster.ts';

/** What the words before the pixels say. */
export interface PnmHeader {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  /** PBM: 1 is black. */
  readonly bitmap: boolean;
  /** Values are written as words. */
  readonly words: boolean;
  readonly most: number;
  /** Where the pixels begin. */
  readonly start: number;
}

/** PBM, PGM or PPM, in words or bytes. Source: https://netpbm.sourceforge.net/doc/ppm.html. Throws `Error`. */
export function readPnmHeader(bytes: Uint8Array): PnmHeader {
  const kind = bytes[1]! - 48;
  const bitmap = kind % 3 === 1;
  const next = wordReader(bytes, 2);
  const [width, height, most] = [next(), next(), bitmap ? 1 : next()];
  if (width < 1 || height < 1) throw new Error(`it has ${width} x ${height} pixels`);
  if (most < 1 || most > 65535) throw new Error(`its largest value is ${most}`);
  return { width, height, channels: kind % 3 === 0 ? 3 : 1, bitmap, words: kind <= 3, most, start: next.at() + 1 };
}

/**
 * Pixels, grey or RGB. As in Pillow: values up to something else than 255 are scaled and rounded half to even, but those
 * of a PGM of more than 8 bits are scaled to 65535 and cut at 255.
 */
export function readPnm(bytes: Uint8Array, header: PnmHeader): Raster {
  const { width, height, channels, bitmap, most } = header;
  const values = header.words ? readWords(bytes, header) : bitmap ? readBits(bytes, header) : readBytes(bytes, header);
  const full = channels === 1 && most > 255 ? 65535 : 255;
  const shown = (value: number) => {
    if (bitmap) return value === 0 ? 255 : 0;
    if (value > most) throw new Error(`it has a value of ${value}, and says that ${most} is the largest`);
    return most === full ? Math.min(255, value) : Math.min(255, halfToEven((value / most) * full));
  };
  return { width, height, channels, data: Uint8Array.from(values, shown) };
}

function readBytes(bytes: Uint8Array, { width, height, channels, most, start }: PnmHeader): ArrayLike<number> {
  const count = width * height * channels;
  const size = most > 255 ? 2 : 1;
  if (bytes.length < start + count * size) throw new Error('its values end early');
  if (size === 1) return bytes.subarray(start, start + count);
  return Uint16Array.from({ length: count }, (_, i) => bytes[start + 2 * i]! * 256 + bytes[start + 2 * i + 1]!);
}

/** A row begins with a byte of its own; the leftmost pixel is the highest bit. */
function readBits(bytes: Uint8Array, { width, height, start }: PnmHeader): ArrayLike<number> {
  const stride = Math.ceil(width / 8);
  if (bytes.length < start + stride * height) throw new Error('its values end early');
  const bit = (x: number, y: number) => (bytes[start + y * stride + (x >> 3)]! >> (7 - (x & 7))) & 1;
  return Uint8Array.from({ length: width * height }, (_, i) => bit(i % width, Math.trunc(i / width)));
}

function readWords(bytes: Uint8Array, { width, height, channels, bitmap, start }: PnmHeader): ArrayLike<number> {
  const next = wordReader(bytes, start, bitmap);
  return Uint16Array.from({ length: width * height * channels }, () => Math.min(65535, next()));
}

/** Numbers between white space; `#` begins a comment. @param digits each digit is a number, as in a PBM of words */
function wordReader(bytes: Uint8Array, from: number, digits = false): (() => number) & { at(): number } {
  let at = from;
  const longest = digits ? 1 : 10;
  const next = () => {
    const start = afterSpace(bytes, at);
    at = start;
    let value = 0;
    while (isDigit(bytes[at]) && at - start < longest) value = value * 10 + bytes[at++]! - 48;
    if (at === start) throw new Error(at < bytes.length ? 'it has a word that is no number' : 'its values end early');
    return value;
  };
  return Object.assign(next, { at: () => at });
}

function afterSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isSpace(bytes[at]) || bytes[at] === hash) {
    const end = bytes[at] === hash ? bytes.indexOf(newline, at) : at;
    at = end < 0 ? bytes.length : end + 1;
  }
  return at;
}

const [hash, newline] = [35, 10];
const isSpace = (byte: number | undefined): boolean => byte === 32 || (byte !== undefined && byte >= 9 && byte <= 13);
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;

/** As Python's `round`. */
function halfToEven(value: number): number {
  const low = Math.floor(value);
  const rest = value - low;
  return rest > 0.5 || (rest === 0.5 && low % 2 === 1) ? low + 1 : low;
}
