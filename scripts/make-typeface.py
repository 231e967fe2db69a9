"""Rasterises Roboto Medium at 12 px into src/core/_typeface.ts and at 24 px into src/core/_large-typeface.ts, so that pictures carry the same letters on every machine.

    apt-get install fonts-roboto-unhinted && pip install pillow fonttools
    python scripts/make-typeface.py
    npx biome check --write src/core/_typeface.ts src/core/_large-typeface.ts
"""

import base64
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FACE = "/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF/Roboto-Medium.ttf"
PIXELS, LINE, BASELINE = 12, 15, 12
LARGE = 2
RANGES = [(0x20, 0x7E), (0xA1, 0xAC), (0xAE, 0x17F), (0x386, 0x386), (0x388, 0x3CE), (0x400, 0x45F), (0x490, 0x491)]
SIGNS = "–—‘’“”„†•…‹›€≈≤≥−"
FOLDER = Path(__file__).parent.parent / "src/core"

HEADER = '''/**
 * Roboto Medium (Christian Robertson, Google; Apache License 2.0), rasterised at 12 px by scripts/make-typeface.py.
 *
 * `characters` are in the order of `glyphs`: base64 of, per glyph, five bytes (advance, left + 8, top below the line's
 * upper edge, width, height) and then width * height coverages of 4 bits, row by row, the first in the high half.
 */
'''
LARGE_HEADER = '''/** As `_typeface.ts`, at 24 px and in the same order; left is + 16. */
'''


def coverage(font, character, times):
    """The glyph drawn alone with its pen at (8, baseline), times the size: the tight box and its 4-bit coverages."""
    canvas = Image.new("L", (40 * times, (LINE + 8) * times))
    ImageDraw.Draw(canvas).text((8 * times, BASELINE * times), character, font=font, fill=255, anchor="ls")
    canvas = canvas.point(lambda value: (value * 15 + 127) // 255)
    box = canvas.getbbox() or (8 * times, 0, 8 * times, 0)
    return box, list(canvas.crop(box).get_flattened_data())


def pack(font, character, times):
    (left, top, right, bottom), values = coverage(font, character, times)
    advance = round(font.getlength(character))
    nibbles = values + [0] * (len(values) % 2)
    pairs = [nibbles[i] << 4 | nibbles[i + 1] for i in range(0, len(nibbles), 2)]
    return bytes([advance, left, top, right - left, bottom - top, *pairs])


def table(characters, times):
    font = ImageFont.truetype(FACE, PIXELS * times, layout_engine=ImageFont.Layout.BASIC)
    packed = base64.b64encode(b"".join(pack(font, character, times) for character in characters)).decode()
    wide = 112 * times**4
    lines = [packed[i : i + wide] for i in range(0, len(packed), wide)]
    return "export const glyphs = [\n" + "".join(f"  '{line}',\n" for line in lines) + "].join('');\n"


def main():
    drawn = {chr(code) for first, last in RANGES for code in range(first, last + 1)} | set(SIGNS)
    characters = "".join(sorted(drawn & set(font_characters())))
    literal = characters.replace("\\", "\\\\").replace("'", "\\'")
    names = f"export const lineHeight = {LINE};\n\nexport const characters =\n  '{literal}';\n\n"
    (FOLDER / "_typeface.ts").write_text(HEADER + names + table(characters, 1))
    (FOLDER / "_large-typeface.ts").write_text(LARGE_HEADER + table(characters, LARGE))
    print(f"{len(characters)} characters -> {FOLDER}")


def font_characters():
    from fontTools.ttLib import TTFont

    return map(chr, TTFont(FACE).getBestCmap())


if __name__ == "__main__":
    main()
