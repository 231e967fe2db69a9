import { glyphs as largeGlyphs } from './_large-typeface.ts';
import { characters, glyphs, lineHeight } from './_typeface.ts';
import { blendAt, type Colour, type Raster } from './raster.ts';

export { lineHeight };

/** Letters of 12 px, or of 24 px on pictures of twice the pixels: all lengths are twice as large then. */
export type TextSize = 1 | 2;

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

type Typeface = ReadonlyMap<string, Glyph>;

const typefaces: Readonly<Record<TextSize, () => Typeface>> = { 1: once(glyphs, 1), 2: once(largeGlyphs, 2) };

/** Unpacked when it is first drawn with: a run that draws nothing needs none. */
function once(packed: string, size: TextSize): () => Typeface {
  let made: Typeface | undefined;
  return () => {
    const bytes = () => Uint8Array.from(atob(packed), digit => digit.charCodeAt(0));
    made ??= unpack(bytes(), size);
    return made;
  };
}

/** Draws one line of text onto an RGB picture; (x, y) is its upper left corner. Anything outside is cut off. */
export function drawText(raster: Raster, text: string, x: number, y: number, colour: Colour, size: TextSize = 1): void {
  let pen = x;
  for (const glyph of glyphsOf(text, size)) {
    glyph.coverage.forEach((coverage, i) => {
      const column = pen + glyph.left + (i % glyph.width);
      blendAt(raster, column, y + glyph.top + Math.floor(i / glyph.width), colour, coverage / 15);
    });
    pen += glyph.advance;
  }
}

/** Pixels that a line of text takes. */
export function textWidth(text: string, size: TextSize = 1): number {
  return glyphsOf(text, size).reduce((sum, glyph) => sum + glyph.advance, 0);
}

/** The text itself when it fits, else its beginning and an ellipsis. */
export function shorten(text: string, width: number, size: TextSize = 1): string {
  if (textWidth(text, size) <= width) return text;
  const letters = Array.from(text);
  while (letters.length > 0 && textWidth(`${letters.join('')}…`, size) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** The text broken at its spaces into lines that fit; a word too long for a line, and the last of `most` lines, is cut. */
export function wrap(text: string, width: number, most: number, size: TextSize = 1): string[] {
  const words = text.split(/\s+/u).filter(word => word !== '');
  const lines: string[] = [];
  for (const word of words) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const kept = lines.slice(0, most);
  if (lines.length > most) kept[most - 1] = lines.slice(most - 1).join(' ');
  return kept.map(line => shorten(line, width, size));
}

const leftOut = '…';

/**
 * One glyph per letter; a letter that the typeface lacks is tried without its accents, and control characters are spaces.
 * Words of scripts that it lacks (Chinese, Arabic, ...) become one ellipsis: whoever shows the picture has them as text.
 */
function glyphsOf(text: string, size: TextSize): Glyph[] {
  const typeface = typefaces[size]();
  const letters = Array.from(
    text
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Zs}]/gu, ' ')
      .replace(/\p{Cf}/gu, ''),
  );
  const drawn = letters.map(letter => {
    const plain = letter.normalize('NFKD').charAt(0);
    return typeface.has(letter) ? letter : typeface.has(plain) ? plain : leftOut;
  });
  return Array.from(drawn.join('').replace(/…(?: *…)+/gu, leftOut), letter => typeface.get(letter)!);
}

function unpack(bytes: Uint8Array, size: TextSize): Map<string, Glyph> {
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
      return [character, { advance, left: left - 8 * size, top, width, height, coverage }];
    }),
  );
}

type Sizes = readonly [advance: number, left: number, top: number, width: number, height: number];
