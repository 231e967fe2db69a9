import type { Mask } from '../core/mask.ts';
import { blendAt, type Colour, type Raster } from '../core/raster.ts';

/** A region of any size in the frame of the picture, and the colour of its line. */
export interface Outlined {
  readonly mask: Mask;
  readonly colour: Colour;
}

/** In turn: green and pink, which neither heat (black to yellow) nor change (orange, blue, white) uses. */
const lines: readonly Colour[] = [
  [80, 235, 120],
  [255, 120, 210],
];

export const lineColour = (index: number): Colour => lines[index % lines.length]!;

const dark: Colour = [0, 0, 0];

/**
 * Draws the edge of each region inside it: a line in its colour and a dark one within, so that it shows on light and on dark.
 * @param thick pixels of each line
 */
export function drawOutlines(target: Raster, outlines: readonly Outlined[], thick: number): void {
  const { width, height } = target;
  for (const { mask, colour } of outlines) {
    const { line, within } = edgeOf(mask, width, height, thick);
    for (const at of line) blendAt(target, at % width, Math.floor(at / width), colour, 0.95);
    for (const at of within) blendAt(target, at % width, Math.floor(at / width), dark, 0.6);
  }
}

/** Where the two lines lie in a picture, pixel by pixel. */
interface Edge {
  readonly line: readonly number[];
  readonly within: readonly number[];
}

/** Each tile of a montage, and its narrow form, has the same edges. */
const edges = new WeakMap<Mask, Map<string, Edge>>();

function edgeOf(mask: Mask, width: number, height: number, thick: number): Edge {
  const known = edges.get(mask) ?? new Map<string, Edge>();
  edges.set(mask, known);
  const key = `${width} x ${height}, ${thick}`;
  const edge = known.get(key) ?? edgeOfShown(shown(mask, width, height), width, thick);
  known.set(key, edge);
  return edge;
}

function edgeOfShown(inside: Uint8Array, width: number, thick: number): Edge {
  const within = withoutEdge(inside, width, thick);
  const deep = withoutEdge(within, width, thick);
  const found = { line: [] as number[], within: [] as number[] };
  inside.forEach((value, at) => {
    if (value && !within[at]) found.line.push(at);
    else if (within[at] && !deep[at]) found.within.push(at);
  });
  return found;
}

/** The mask at the size of a picture: each pixel is what the mask has at its centre. */
function shown(mask: Mask, width: number, height: number): Uint8Array {
  const pixels = new Uint8Array(width * height);
  const columns = Array.from({ length: width }, (_, x) => Math.floor(((x + 0.5) * mask.width) / width));
  for (let y = 0; y < height; y++) {
    const row = Math.floor(((y + 0.5) * mask.height) / height) * mask.width;
    for (let x = 0; x < width; x++) pixels[y * width + x] = mask.data[row + columns[x]!]!;
  }
  return pixels;
}

/** What of a mask has all four neighbours in it, so many times; the edge of the picture is an edge. */
function withoutEdge(mask: Uint8Array, width: number, times: number): Uint8Array {
  if (times > 1) return withoutEdge(withoutEdge(mask, width, 1), width, times - 1);
  return mask.map((value, at) => {
    const column = at % width;
    if (!value || column === 0 || column === width - 1) return 0;
    return mask[at - 1] && mask[at + 1] && mask[at - width] && mask[at + width] ? 1 : 0;
  });
}
