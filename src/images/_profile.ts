/** Red, green and blue of sRGB as profiles state them (X, Y, Z under D50). Source: IEC 61966-2-1, adapted by Bradford. */
const srgb = [
  [0.4361, 0.2225, 0.0139],
  [0.3851, 0.7169, 0.0971],
  [0.1431, 0.0606, 0.7139],
] as const;
/** The sRGB profiles in use differ by 0.004; Display P3 and Adobe RGB by 0.08 and more. */
const tolerance = 0.02;

/**
 * Name of a colour profile in which RGB numbers mean other colours than in sRGB, such as Display P3; `undefined` for
 * profiles of sRGB's primaries, for grey and CMYK ones, and for what is no profile.
 */
export function otherColours(icc: Uint8Array | undefined): string | undefined {
  if (!icc || icc.length < 132) return undefined;
  const profile = Buffer.from(icc.buffer, icc.byteOffset, icc.byteLength);
  if (profile.toString('latin1', 16, 20) !== 'RGB ') return undefined;
  const primaries = ['rXYZ', 'gXYZ', 'bXYZ'].map(name => readXyz(tagOf(profile, name)));
  const usual = primaries.every(
    (found, i) => found?.every((value, j) => Math.abs(value - srgb[i]![j]!) <= tolerance) ?? false,
  );
  return usual ? undefined : nameOf(tagOf(profile, 'desc'));
}

function tagOf(profile: Buffer, name: string): Buffer {
  const count = Math.min(100, profile.readUInt32BE(128));
  for (let at = 132; at < 132 + 12 * count && at + 12 <= profile.length; at += 12) {
    if (profile.toString('latin1', at, at + 4) !== name) continue;
    const offset = profile.readUInt32BE(at + 4);
    return profile.subarray(offset, offset + profile.readUInt32BE(at + 8));
  }
  return profile.subarray(0, 0);
}

const readXyz = (tag: Buffer): number[] | undefined =>
  tag.length < 20 ? undefined : [8, 12, 16].map(at => tag.readInt32BE(at) / 65536);

/** A description in one language (`desc`) or the first of several (`mluc`). */
function nameOf(tag: Buffer): string {
  const kind = tag.toString('latin1', 0, 4);
  const text =
    kind === 'mluc' && tag.length >= 28 ? wideText(tag) : kind === 'desc' ? tag.toString('latin1', 12, 76) : '';
  const shown = text.split('\0')[0]!.trim();
  return shown === '' ? 'without a name' : shown.slice(0, 60);
}

function wideText(tag: Buffer): string {
  const [length, offset] = [Math.min(128, tag.readUInt32BE(20)), tag.readUInt32BE(24)];
  const bytes = tag.subarray(offset, offset + length - (length % 2));
  return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
    .swap16()
    .toString('utf16le');
}
