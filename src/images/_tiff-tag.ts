const mostEntries = 4096;

/** First value of a tag of 16 or 32 bits in the first directory of a TIFF; `undefined` when there is none, or the file is a BigTIFF. */
export function firstTag(bytes: Uint8Array, tag: number): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  if (bytes.length < 8 || view.getUint16(2, little) !== 42) return undefined;
  const start = view.getUint32(4, little);
  const count = start + 2 <= bytes.length ? Math.min(mostEntries, view.getUint16(start, little)) : 0;
  for (let i = 0; i < count && start + 14 + 12 * i <= bytes.length; i++) {
    const at = start + 2 + 12 * i;
    if (view.getUint16(at, little) !== tag) continue;
    return view.getUint16(at + 2, little) === 3 ? view.getUint16(at + 8, little) : view.getUint32(at + 8, little);
  }
  return undefined;
}
