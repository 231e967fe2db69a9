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
    const inside = shown(mask, width, height);
    const within = withoutEdge(inside, width, thick);
    const deep = withoutEdge(within, width, thick);
    inside.forEach((value, at) => {
      const [x, y] = [at % width, Math.floor(at / width)];
      if (value && !within[at]) blendAt(target, x, y, colour, 0.95);
      else if (within[at] && !deep[at]) blendAt(target, x, y, dark, 0.6);
    });
  }
}

/** The mask at the size of a picture: each pixel is what the mask has at its centre. */
function shown(mask: Mask, width: number, height: number): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, at) => {
    const x = Math.floor((((at % width) + 0.5) * mask.width) / width);
    const y = Math.floor(((Math.floor(at / width) + 0.5) * mask.height) / height);
    return mask.data[y * mask.width + x]!;
  });
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
