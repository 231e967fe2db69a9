import { CamdriftError } from '../errors.ts';
import { decode } from '../images/decode.ts';
import { encodeWebp } from '../images/encode.ts';

/** Pixels to either side; a montage of four tiles is a few hundred wide. */
const most = { width: 4000, height: 2000 } as const;

/**
 * A stranger's picture drawn anew: its pixels are decoded and encoded, and none of its bytes is passed on.
 * @returns WebP bytes; `undefined` when it is not what the audit writes, or too large, or damaged
 */
export async function republish(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const size = sizeOf(bytes);
  if (!size || size.width > most.width || size.height > most.height) return undefined;
  try {
    return await encodeWebp(await decode(bytes, 'The picture'));
  } catch (error) {
    if (error instanceof CamdriftError) return undefined;
    throw error;
  }
}

/**
 * Width and height of a simple lossy WebP file, from its header: all that `encodeWebp` writes. Animation, colour profiles,
 * metadata and the lossless format never reach their decoders.
 * Source: RFC 9649 for the container, RFC 6386 section 9.1 for the frame.
 */
function sizeOf(bytes: Uint8Array): { width: number; height: number } | undefined {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  const simple = text(0, 4) === 'RIFF' && text(8, 16) === 'WEBPVP8 ' && text(23, 26) === '\x9d\x01\x2a';
  if (!simple || bytes.length < 30) return undefined;
  const side = (at: number) => (bytes[at]! | (bytes[at + 1]! << 8)) & 0x3fff;
  return { width: side(26), height: side(28) };
}
