import { characters, glyphs, lineHeight } from './_typeface.ts';
import { blendAt, type Colour, type Raster } from './raster.ts';

export { lineHeight };

interface Glyph {
  /** Pixels from this pen position to the next. */
  readonly advance: number;
  readonly left: number;
  /** Pixels below the upper edge of the line. */
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Row-major, 0..15. */
  readonly coverage: Uint8Array;
}

/** Drawn for what the typeface has no letter for: an empty box. */
const unknown: Glyph = {
  advance: 8,
  left: 1,
  top: 3,
  width: 6,
  height: 9,
  coverage: Uint8Array.from({ length: 54 }, (_, i) => (i < 6 || i >= 48 || i % 6 === 0 || i % 6 === 5 ? 9 : 0)),
};

const typeface = unpack(Uint8Array.from(atob(glyphs), digit => digit.charCodeAt(0)));

/** Draws one line of text onto an RGB picture; (x, y) is its upper left corner. Anything outside is cut off. */
export function drawText(raster: Raster, text: string, x: number, y: number, colour: Colour): void {
  let pen = x;
  for (const glyph of glyphsOf(text)) {
    glyph.coverage.forEach((coverage, i) => {
      const column = pen + glyph.left + (i % glyph.width);
      blendAt(raster, column, y + glyph.top + Math.floor(i / glyph.width), colour, coverage / 15);
    });
    pen += glyph.advance;
  }
}

/** Pixels that a line of text takes. */
export function textWidth(text: string): number {
  return glyphsOf(text).reduce((sum, glyph) => sum + glyph.advance, 0);
}

/** The text itself when it fits, else its beginning and an ellipsis. */
export function shorten(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  const letters = Array.from(text);
  while (letters.length > 0 && textWidth(`${letters.join('')}…`) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** The text broken at its spaces into lines that fit; a word too long for a line, and the last of `most` lines, is cut. */
export function wrap(text: string, width: number, most: number): string[] {
  const words = text.split(/\s+/u).filter(word => word !== '');
  const lines: string[] = [];
  for (const word of words) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const kept = lines.slice(0, most);
  if (lines.length > most) kept[most - 1] = lines.slice(most - 1).join(' ');
  return kept.map(line => shorten(line, width));
}

/** One glyph per letter; a letter the typeface lacks is tried without its accents, and control characters are spaces. */
function glyphsOf(text: string): Glyph[] {
  const letters = Array.from(
    text
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Zs}]/gu, ' ')
      .replace(/\p{Cf}/gu, ''),
  );
  return letters.map(letter => typeface.get(letter) ?? typeface.get(letter.normalize('NFKD').charAt(0)) ?? unknown);
}

function unpack(bytes: Uint8Array): Map<string, Glyph> {
  let at = 0;
  return new Map(
    Array.from(characters, character => {
      const [advance, left, top, width, height] = bytes.subarray(at, at + 5) as unknown as Sizes;
      const area = width * height;
      const packed = bytes.subarray(at + 5, at + 5 + Math.ceil(area / 2));
      const coverage = Uint8Array.from({ length: area }, (_, i) =>
        i % 2 === 0 ? packed[i >> 1]! >> 4 : packed[i >> 1]! & 15,
      );
      at += 5 + packed.length;
      return [character, { advance, left: left - 8, top, width, height, coverage }];
    }),
  );
}

type Sizes = readonly [advance: number, left: number, top: number, width: number, height: number];
