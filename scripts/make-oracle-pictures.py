"""Writes test/oracle/pictures.json: picture files of every kind, and what `PIL.Image.open(f).convert('RGB')` makes of them.

    pip install pillow numpy
    python scripts/make-oracle-pictures.py

`test/images/pillow.test.ts` compares the decoder with it value by value. Files that Pillow cannot write (BMP of 16 bits
and with runs, PNG of one to four bits, old TIFF layouts) are put together here, byte by byte.
"""

import base64
import io
import json
import struct
import zlib
from pathlib import Path

import numpy as np
import PIL
from PIL import Image, ImageCms, ImageOps

OUTPUT = Path(__file__).parent.parent / "test/oracle/pictures.json"
RANDOM = np.random.default_rng(20250301)
WIDTH, HEIGHT = 22, 17
FOUND = []


def smooth(width=WIDTH, height=HEIGHT):
    y, x = np.mgrid[0:height, 0:width]
    blue = np.where((x - width / 2) ** 2 + (y - height / 2) ** 2 < (height / 3) ** 2, 220, 40)
    return np.stack([255 * x / (width - 1), 255 * y / (height - 1), blue], axis=-1).astype(np.uint8)


PICTURE = Image.fromarray(smooth())
GREY = PICTURE.convert("L")
NOISE = RANDOM.integers(0, 256, (HEIGHT, WIDTH, 4), dtype=np.uint8)
ALPHA = PICTURE.convert("RGBA")
ALPHA.putalpha(Image.fromarray(NOISE[..., 3]))
WIDE = (np.arange(WIDTH * HEIGHT, dtype=np.uint32).reshape(HEIGHT, WIDTH) * 175 % 65536).astype(np.uint16)
WIDE_COLOUR = RANDOM.integers(0, 65536, (HEIGHT, WIDTH, 4), dtype=np.uint16)


def add(name, file, bound=0):
    """@param bound: levels by which decoders of a lossy format may differ; 0 where they must not"""
    try:
        shown = np.asarray(Image.open(io.BytesIO(file)).convert("RGB"))
    except (OSError, ValueError, SyntaxError) as problem:
        print(f"{name}: Pillow refuses it: {problem}")
        return
    height, width = shown.shape[:2]
    FOUND.append(
        {
            "name": name,
            "mode": Image.open(io.BytesIO(file)).mode,
            "bound": bound,
            "width": width,
            "height": height,
            "file": base64.b64encode(file).decode(),
            "rgb": base64.b64encode(zlib.compress(shown.tobytes(), 9)).decode(),
        }
    )


def saved(image, **options):
    file = io.BytesIO()
    image.save(file, **options)
    return file.getvalue()


def png(rows, width, height, bits, kind, *chunks, interlace=0):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, bits, kind, 0, 0, interlace)
    body = b"".join(b"\0" + row for row in rows)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + b"".join(chunk(*each) for each in chunks)
        + chunk(b"IDAT", zlib.compress(body))
        + chunk(b"IEND", b"")
    )


def rows(values):
    return [row.tobytes() for row in values]


def packed(values, bits):
    """Rows of values of less than a byte, the first in the highest bits."""
    out = []
    for row in values:
        joined = "".join(format(value, f"0{bits}b") for value in row)
        joined += "0" * (-len(joined) % 8)
        out.append(bytes(int(joined[i : i + 8], 2) for i in range(0, len(joined), 8)))
    return out


def pngs():
    add("PNG, RGB", saved(PICTURE, format="PNG"))
    add("PNG, grey", saved(GREY, format="PNG"))
    add("PNG, grey and alpha", saved(ALPHA.convert("LA"), format="PNG"))
    add("PNG, RGB and alpha", saved(ALPHA, format="PNG"))
    add("PNG, palette", saved(PICTURE.quantize(9), format="PNG"))
    add("PNG, palette, one of its colours transparent", saved(PICTURE.quantize(9), format="PNG", transparency=3))
    add(
        "PNG, palette with an opacity for each colour",
        saved(PICTURE.quantize(5), format="PNG", transparency=bytes([0, 80, 160, 255, 40])),
    )
    add("PNG, 1 bit", saved(PICTURE.convert("1"), format="PNG"))
    for bits in (1, 2, 4):
        values = NOISE[..., 0] >> (8 - bits)
        add(f"PNG, grey of {bits} bits", png(packed(values, bits), WIDTH, HEIGHT, bits, 0))
        colours = RANDOM.integers(0, 256, 3 << bits, dtype=np.uint8).tobytes()
        add(f"PNG, palette of {bits} bits", png(packed(values, bits), WIDTH, HEIGHT, bits, 3, (b"PLTE", colours)))
    big = WIDE.astype(">u2")
    add("PNG, grey of 16 bits", png(rows(big), WIDTH, HEIGHT, 16, 0))
    add("PNG, grey of 16 bits, 12 in use", png(rows((WIDE >> 4).astype(">u2")), WIDTH, HEIGHT, 16, 0))
    add("PNG, grey of 16 bits that are 8", png(rows((WIDE >> 8).astype(">u2")), WIDTH, HEIGHT, 16, 0))
    add("PNG, grey of 16 bits, one value transparent", png(rows(big), WIDTH, HEIGHT, 16, 0, (b"tRNS", b"\1\2")))
    add("PNG, grey of 16 bits and alpha", png(rows(WIDE_COLOUR[..., :2].astype(">u2")), WIDTH, HEIGHT, 16, 4))
    add("PNG, RGB of 16 bits", png(rows(WIDE_COLOUR[..., :3].astype(">u2")), WIDTH, HEIGHT, 16, 2))
    add("PNG, RGB of 16 bits and alpha", png(rows(WIDE_COLOUR.astype(">u2")), WIDTH, HEIGHT, 16, 6))
    add("PNG, RGB, one colour transparent", png(rows(smooth()), WIDTH, HEIGHT, 8, 2, (b"tRNS", b"\0\0\0\0\0\x28")))
    add("PNG, grey, one value transparent", png(rows(np.asarray(GREY)), WIDTH, HEIGHT, 8, 0, (b"tRNS", b"\0\x28")))
    add("PNG with a gamma", png(rows(smooth()), WIDTH, HEIGHT, 8, 2, (b"gAMA", struct.pack(">I", 100000))))
    chromaticities = struct.pack(">8I", 31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000)
    add("PNG with chromaticities", png(rows(smooth()), WIDTH, HEIGHT, 8, 2, (b"cHRM", chromaticities)))
    add("PNG with a wide profile", saved(PICTURE, format="PNG", icc_profile=wide_profile()))
    add("PNG with a wide profile, grey", saved(GREY, format="PNG", icc_profile=wide_profile()))
    frames = [PICTURE, Image.fromarray(255 - smooth())]
    add("PNG, animated", saved(frames[0], format="PNG", save_all=True, append_images=frames[1:], duration=50))
    for orientation in (1, 3, 6, 8):
        add(f"PNG of orientation {orientation}", saved(PICTURE, format="PNG", exif=exif(orientation)))


def exif(orientation):
    found = Image.Exif()
    found[0x0112] = orientation
    return found


def wide_profile():
    """A profile in which the numbers mean something else than in sRGB: one that follows it shows."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    for at in range(128 + 4, 128 + 4 + 12 * struct.unpack(">I", profile[128:132])[0], 12):
        name, offset, _ = profile[at : at + 4], *struct.unpack(">II", profile[at + 4 : at + 12])
        wide = {b"rXYZ": (0.51512, 0.2412, -0.00105), b"gXYZ": (0.29198, 0.69225, 0.04189), b"bXYZ": (0.1571, 0.06657, 0.78407)}
        if bytes(name) in wide:
            profile[offset + 8 : offset + 20] = struct.pack(">3i", *(round(v * 65536) for v in wide[bytes(name)]))
    return bytes(profile)


def without_adobe(file):
    """The same JPEG without its Adobe marker."""
    at = file.index(b"\xff\xee")
    length = struct.unpack(">H", file[at + 2 : at + 4])[0]
    return file[:at] + file[at + 2 + length :]


def as_ycck(file):
    """The same JPEG of four components, said to be YCCK."""
    at = file.index(b"\xff\xee")
    return file[: at + 15] + b"\2" + file[at + 16 :]


def jpegs():
    for quality, subsampling in ((75, 2), (80, 1), (90, 0), (100, 0), (30, 2)):
        file = saved(PICTURE, format="JPEG", quality=quality, subsampling=subsampling)
        add(f"JPEG, chroma {['4:4:4', '4:2:2', '4:2:0'][subsampling]}, quality {quality}", file)
    add("JPEG, chroma 4:1:1", saved(PICTURE, format="JPEG", subsampling="4:1:1"))
    add("JPEG, progressive", saved(PICTURE, format="JPEG", progressive=True, quality=70))
    add("JPEG, grey", saved(GREY, format="JPEG", quality=80))
    add("JPEG of noise, chroma 4:2:0", saved(Image.fromarray(NOISE[..., :3]), format="JPEG", quality=80))
    add("JPEG of noise, chroma 4:2:2", saved(Image.fromarray(NOISE[..., :3]), format="JPEG", quality=95, subsampling=1))
    add("JPEG kept as RGB", saved(PICTURE, format="JPEG", quality=90, keep_rgb=True))
    cmyk = saved(PICTURE.convert("CMYK"), format="JPEG", quality=90)
    ink = saved(Image.fromarray(NOISE, "CMYK"), format="JPEG", quality=90)
    add("JPEG, CMYK as Adobe writes it", cmyk)
    add("JPEG, CMYK of noise", ink)
    add("JPEG, CMYK without Adobe's marker", without_adobe(ink))
    add("JPEG, YCCK", as_ycck(ink))
    add("JPEG, CMYK with a profile", saved(PICTURE.convert("CMYK"), format="JPEG", quality=90, icc_profile=wide_profile()))
    add("JPEG with a wide profile", saved(PICTURE, format="JPEG", quality=90, icc_profile=wide_profile()))
    for orientation in range(1, 9):
        add(f"JPEG of orientation {orientation}", saved(PICTURE, format="JPEG", quality=85, exif=exif(orientation)))


def webps():
    add("WebP, lossy", saved(PICTURE, format="WEBP", quality=80))
    add("WebP, lossless", saved(PICTURE, format="WEBP", lossless=True))
    add("WebP, lossless, with alpha", saved(ALPHA, format="WEBP", lossless=True, exact=True))
    add("WebP, lossy, with alpha", saved(ALPHA, format="WEBP", quality=80, exact=True))
    add("WebP with orientation 6", saved(PICTURE, format="WEBP", lossless=True, exif=exif(6)))
    add("WebP with a wide profile", saved(PICTURE, format="WEBP", lossless=True, icc_profile=wide_profile()))
    frames = [PICTURE, Image.fromarray(255 - smooth())]
    add("WebP, animated", saved(frames[0], format="WEBP", save_all=True, append_images=frames[1:], lossless=True))


def tiff(entries, strip, order="<"):
    """One page, one strip. @param entries: tag -> (type, values); type 3 = 16 bits, 4 = 32"""
    tags = dict(entries)
    tags[279] = (4, [len(strip)])
    tags[273] = (4, [0])
    size = 8 + 2 + 12 * len(tags) + 4
    spare = b""
    body = b""
    place = size + sum(len(v) * (2 if t == 3 else 4) for t, v in tags.values() if len(v) * (2 if t == 3 else 4) > 4)
    tags[273] = (4, [place])
    for tag in sorted(tags):
        kind, values = tags[tag]
        data = struct.pack(order + ("H" if kind == 3 else "I") * len(values), *values)
        if len(data) > 4:
            body += struct.pack(order + "HHII", tag, kind, len(values), size + len(spare))
            spare += data
        else:
            body += struct.pack(order + "HHI", tag, kind, len(values)) + data.ljust(4, b"\0")
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", 8)
    return head + struct.pack(order + "H", len(tags)) + body + struct.pack(order + "I", 0) + spare + strip


def plain_tiff(strip, bits, photometric, order="<", **extra):
    tags = {256: (4, [WIDTH]), 257: (4, [HEIGHT]), 258: (3, bits), 259: (3, [1]), 262: (3, [photometric])}
    tags |= {277: (3, [len(bits)]), 278: (4, [HEIGHT])}
    tags |= {int(tag[1:]): value for tag, value in extra.items()}
    return tiff(tags, strip, order)


def tiffs():
    for name, options in {"plain": {}, "LZW": {"compression": "tiff_lzw"}, "deflate": {"compression": "tiff_adobe_deflate"}, "packed": {"compression": "packbits"}, "JPEG": {"compression": "jpeg"}}.items():
        add(f"TIFF, RGB, {name}", saved(PICTURE, format="TIFF", **options))
    add("TIFF, grey", saved(GREY, format="TIFF"))
    add("TIFF, 1 bit", saved(PICTURE.convert("1"), format="TIFF"))
    add("TIFF, 1 bit as a fax", saved(PICTURE.convert("1"), format="TIFF", compression="group4"))
    add("TIFF, palette", saved(PICTURE.quantize(9), format="TIFF"))
    add("TIFF, RGB and alpha", saved(ALPHA, format="TIFF"))
    add("TIFF, grey and alpha", saved(ALPHA.convert("LA"), format="TIFF"))
    add("TIFF, CMYK", saved(Image.fromarray(NOISE, "CMYK"), format="TIFF"))
    grey = np.asarray(GREY).tobytes()
    add("TIFF, grey, white is zero", plain_tiff(grey, [8], 0))
    add("TIFF, grey of 16 bits", plain_tiff(WIDE.tobytes(), [16], 1))
    add("TIFF, grey of 16 bits, the other byte order", plain_tiff(WIDE.astype(">u2").tobytes(), [16], 1, ">"))
    add("TIFF, grey of 16 bits, white is zero", plain_tiff(WIDE.tobytes(), [16], 0))
    add("TIFF, RGB of 16 bits", plain_tiff(WIDE_COLOUR[..., :3].tobytes(), [16] * 3, 2))
    add("TIFF, RGB of 16 bits and alpha", plain_tiff(WIDE_COLOUR.tobytes(), [16] * 4, 2, t338=(3, [2])))
    add("TIFF, RGB multiplied by its alpha", plain_tiff(NOISE.tobytes(), [8] * 4, 2, t338=(3, [1])), bound=1)
    add("TIFF, RGB and a fourth value", plain_tiff(NOISE.tobytes(), [8] * 4, 2, t338=(3, [0])))
    for bits in (2, 4):
        values = NOISE[..., 0] >> (8 - bits)
        add(f"TIFF, grey of {bits} bits", plain_tiff(b"".join(packed(values, bits)), [bits], 1))
    for orientation in (1, 3, 6, 8):
        add(f"TIFF of orientation {orientation}", plain_tiff(smooth().tobytes(), [8] * 3, 2, t274=(3, [orientation])))
    add("TIFF with a wide profile", saved(PICTURE, format="TIFF", icc_profile=wide_profile()))
    add("TIFF of two pages", saved(PICTURE, format="TIFF", save_all=True, append_images=[GREY]))


def gifs():
    add("GIF", saved(PICTURE, format="GIF"))
    add("GIF, grey", saved(GREY, format="GIF"))
    add("GIF, 1 bit", saved(PICTURE.convert("1"), format="GIF"))
    add("GIF, interlaced", saved(PICTURE, format="GIF", interlace=1))
    add("GIF, one colour transparent", saved(PICTURE.quantize(9), format="GIF", transparency=2))
    frames = [PICTURE, Image.fromarray(255 - smooth())]
    add("GIF, animated", saved(frames[0], format="GIF", save_all=True, append_images=frames[1:], duration=50))
    add("GIF of noise", saved(Image.fromarray(NOISE[..., :3]).quantize(256), format="GIF"))
    large = Image.fromarray(RANDOM.integers(0, 256, (96, 80), dtype=np.uint8))
    add("GIF of much noise", saved(large, format="GIF"))
    file = bytearray(saved(PICTURE.quantize(9), format="GIF"))
    for name, transparent in (("GIF, first frame smaller than the picture", False), ("GIF, smaller first frame, transparent", True)):
        small = bytearray(saved(PICTURE.quantize(9), format="GIF", **({"transparency": 2} if transparent else {})))
        small[6:10] = struct.pack("<HH", WIDTH + 5, HEIGHT + 3)
        at = bytes(small).index(b"\x2c\0\0\0\0" + struct.pack("<HH", WIDTH, HEIGHT))
        small[at + 1 : at + 5] = struct.pack("<HH", 3, 2)
        add(name, bytes(small))
    del file


def bmp(bits, body, colours=b"", compression=0, height=HEIGHT, masks=b"", width=WIDTH):
    header = struct.pack("<IiiHHIIiiII", 40, width, height, 1, bits, compression, len(body), 2835, 2835, len(colours) // 4, 0)
    start = 14 + len(header) + len(masks) + len(colours)
    return b"BM" + struct.pack("<IHHI", start + len(body), 0, 0, start) + header + masks + colours + body


def bmp_rows(lines):
    """Bottom row first, each padded to four bytes."""
    return b"".join(line.ljust(-(-len(line) // 4) * 4, b"\0") for line in reversed(lines))


def runs(values, wide):
    """Run-length coding: runs, literals, moves and ends."""
    out = b""
    for y, row in enumerate(reversed(values)):
        if wide:
            out += bytes([4, row[0]]) + bytes([0, 5]) + bytes(row[4:9]) + b"\0"
            for value in row[9:]:
                out += bytes([1, value])
        else:
            pairs = [(int(a) << 4) | int(b) for a, b in zip(row[0::2], row[1::2])]
            out += bytes([0, 6]) + bytes(pairs[:3]) + b"\0"
            for pair in pairs[3:]:
                out += bytes([2, pair])
        out += b"\0\0" if y < len(values) - 1 else b"\0\1"
    return out


def bmps():
    add("BMP, RGB", saved(PICTURE, format="BMP"))
    add("BMP, grey", saved(GREY, format="BMP"))
    add("BMP, palette", saved(PICTURE.quantize(9), format="BMP"))
    add("BMP, 1 bit", saved(PICTURE.convert("1"), format="BMP"))
    add("BMP, RGB and alpha", saved(ALPHA, format="BMP"))
    colours = lambda bits: RANDOM.integers(0, 256, 4 << bits, dtype=np.uint8).tobytes()
    for bits in (1, 4):
        values = NOISE[..., 0] >> (8 - bits)
        add(f"BMP, palette of {bits} bits", bmp(bits, bmp_rows(packed(values, bits)), colours(bits)))
    values = (WIDE_COLOUR[..., 0] & 0x7FFF).astype("<u2")
    add("BMP, RGB of 15 bits", bmp(16, bmp_rows(rows(values))))
    masks565 = struct.pack("<III", 0xF800, 0x7E0, 0x1F)
    add("BMP, RGB of 16 bits", bmp(16, bmp_rows(rows(WIDE_COLOUR[..., 0].astype("<u2"))), compression=3, masks=masks565))
    masks = struct.pack("<III", 0xFF0000, 0xFF00, 0xFF)
    add("BMP, RGB of 32 bits by masks", bmp(32, bmp_rows(rows(NOISE)), compression=3, masks=masks))
    add("BMP, RGB of 32 bits", bmp(32, bmp_rows(rows(NOISE))))
    add("BMP, top row first", bmp(24, b"".join(row.ljust(68, b"\0") for row in rows(NOISE[..., :3])), height=-HEIGHT))
    add("BMP, runs of bytes", bmp(8, runs(NOISE[..., 0], True), colours(8), compression=1))
    add("BMP, runs of half bytes", bmp(4, runs(NOISE[..., 0] >> 4, False), colours(4), compression=2))
    old = struct.pack("<IHHHH", 12, WIDTH, HEIGHT, 1, 24)
    body = bmp_rows(rows(NOISE[..., :3]))
    add("BMP of OS/2", b"BM" + struct.pack("<IHHI", 26 + len(body), 0, 0, 26) + old + body)


def pnms():
    add("PPM", saved(PICTURE, format="PPM"))
    add("PGM", saved(GREY, format="PPM"))
    add("PBM", saved(PICTURE.convert("1"), format="PPM"))
    add("PPM with a comment", b"P6\n# made by hand\n%d %d # size\n255\n" % (WIDTH, HEIGHT) + smooth().tobytes())
    words = lambda values: " ".join(str(v) for v in np.asarray(values).ravel()).encode() + b"\n"
    add("PPM in words", b"P3 %d %d 255\n" % (WIDTH, HEIGHT) + words(smooth()))
    add("PGM in words", b"P2\n%d %d\n255\n" % (WIDTH, HEIGHT) + words(GREY))
    add("PBM in words", b"P1\n%d %d\n" % (WIDTH, HEIGHT) + words(NOISE[..., 0] >> 7))
    add("PGM up to 100", b"P5 %d %d 100\n" % (WIDTH, HEIGHT) + (NOISE[..., 0] % 101).tobytes())
    add("PPM up to 31", b"P6 %d %d 31\n" % (WIDTH, HEIGHT) + (NOISE[..., :3] % 32).tobytes())
    add("PPM of 16 bits", b"P6 %d %d 65535\n" % (WIDTH, HEIGHT) + WIDE_COLOUR[..., :3].astype(">u2").tobytes())
    add("PGM of 16 bits", b"P5 %d %d 65535\n" % (WIDTH, HEIGHT) + WIDE.astype(">u2").tobytes())
    add("PGM up to 4095", b"P5 %d %d 4095\n" % (WIDTH, HEIGHT) + (WIDE >> 4).astype(">u2").tobytes())


def avifs():
    add("AVIF, chroma 4:4:4", saved(PICTURE, format="AVIF", quality=95, subsampling="4:4:4"), bound=2)
    add("AVIF, chroma 4:2:0", saved(PICTURE, format="AVIF", quality=80), bound=64)


def main():
    for kind in (pngs, jpegs, webps, tiffs, gifs, bmps, pnms, avifs):
        kind()
    oracle = {"made by": f"scripts/make-oracle-pictures.py, Pillow {PIL.__version__}, NumPy {np.__version__}", "files": FOUND}
    OUTPUT.write_text(json.dumps(oracle) + "\n")
    print(f"{OUTPUT}: {len(FOUND)} files, {OUTPUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
