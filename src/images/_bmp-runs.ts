interface Runs {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
}

/**
 * Run-length coded indices of a BMP -> one byte per pixel, in the order of the file's rows. What a move skips is 0, and
 * runs are cut at the end of their row. Throws `Error` when the codes end before the mark of the end and the last row.
 */
export function readRuns(bytes: Uint8Array, { width, height, bits }: Runs): Uint8Array {
  const rows = new Uint8Array(width * height);
  let [x, y, at] = [0, 0, 0];
  const put = (value: number) => {
    if (x < width && y < height) rows[y * width + x] = value;
    x++;
  };
  const run = (count: number, value: number) => {
    for (let i = 0; i < count; i++) put(index(value, i, bits));
  };
  const literal = (count: number) => {
    const size = Math.ceil((count * bits) / 8);
    if (at + size > bytes.length) throw new Error('its runs end early');
    for (let i = 0; i < count; i++) put(index(bytes[at + ((i * bits) >> 3)]!, i, bits));
    at += size + (size % 2);
  };
  while (y < height) {
    if (at + 1 >= bytes.length) throw new Error('its runs end early');
    const [count, value] = [bytes[at]!, bytes[at + 1]!];
    at += 2;
    if (count > 0) run(count, value);
    else if (value === endOfPicture) return rows;
    else if (value === endOfRow) [x, y] = [0, y + 1];
    else if (value === move) [x, y, at] = [x + (bytes[at] ?? 0), y + (bytes[at + 1] ?? 0), at + 2];
    else literal(value);
  }
  return rows;
}

const [endOfRow, endOfPicture, move] = [0, 1, 2];

/** The i-th index of a byte that holds one or two, the first in the higher half. */
function index(byte: number, i: number, bits: number): number {
  if (bits === 8) return byte;
  return i % 2 === 0 ? byte >> 4 : byte & 15;
}
