"""Writes test/oracle/images.json: what Pillow, matplotlib and NumPy make of small pictures.

    pip install pillow numpy matplotlib
    python scripts/make-oracle-images.py

The tests of src/images, src/core/resample, raster and colormap compare with it value by value.
"""

import base64
import io
import json
from pathlib import Path

import matplotlib
import numpy as np
import PIL
from PIL import Image

OUTPUT = Path(__file__).parent.parent / "test/oracle/images.json"
RANDOM = np.random.default_rng(20240607)


def pack(image):
    values = np.asarray(image, dtype=np.uint8)
    height, width = values.shape[:2]
    channels = 1 if values.ndim == 2 else values.shape[2]
    return {"width": width, "height": height, "channels": channels, "base64": base64.b64encode(values.tobytes()).decode()}


def smooth(width, height):
    """A picture with gradients and an edge, so that lossy formats have something to do."""
    y, x = np.mgrid[0:height, 0:width]
    red = 255 * x / (width - 1)
    green = 255 * y / (height - 1)
    blue = np.where((x - width / 2) ** 2 + (y - height / 2) ** 2 < (height / 3) ** 2, 220, 40)
    return Image.fromarray(np.stack([red, green, blue], axis=-1).astype(np.uint8))


def resized(source, width, height):
    return pack(source.resize((width, height), Image.BILINEAR))


def torchvision_cover(source, width, height):
    """torchvision.transforms.functional: resize (shorter side, the longer truncated), then center_crop."""
    if source.width * height <= source.height * width:
        size = (width, int(width * source.height / source.width))
    else:
        size = (int(height * source.width / source.height), height)
    image = source.resize(size, Image.BILINEAR)
    top = int(round((image.height - height) / 2.0))
    left = int(round((image.width - width) / 2.0))
    return pack(image.crop((left, top, left + width, top + height)))


def tensorflow_contain(source, width, height):
    """tf.image.resize_with_pad: the larger ratio decides, sizes and offsets are floored, zeros around."""
    ratio = max(source.width / width, source.height / height)
    size = (int(np.floor(source.width / ratio)), int(np.floor(source.height / ratio)))
    page = Image.new(source.mode, (width, height))
    page.paste(source.resize(size, Image.BILINEAR), ((width - size[0]) // 2, (height - size[1]) // 2))
    return pack(page)


def resizing():
    noise = Image.fromarray(RANDOM.integers(0, 256, (37, 53, 3), dtype=np.uint8))
    grey = Image.fromarray(RANDOM.integers(0, 256, (20, 11), dtype=np.uint8))
    sizes = [(16, 16), (53, 9), (7, 37), (1, 1), (64, 40), (52, 36)]
    return {
        "sources": {"noise": pack(noise), "grey": pack(grey)},
        "fill": [{"source": "noise", **resized(noise, *size)} for size in sizes]
        + [{"source": "grey", **resized(grey, *size)} for size in [(8, 8), (30, 31)]],
        "cover": [{"source": "noise", **torchvision_cover(noise, *size)} for size in [(16, 16), (17, 16), (24, 10), (9, 31), (40, 40)]],
        "contain": [{"source": "noise", **tensorflow_contain(noise, *size)} for size in [(16, 16), (25, 10), (9, 31), (40, 48)]],
        "luma": pack(noise.convert("L")),
    }


def encoded(image, name, **options):
    file = io.BytesIO()
    image.save(file, **options)
    shown = Image.open(io.BytesIO(file.getvalue())).convert("L" if image.mode in ("L", "LA", "1") else "RGB")
    return {"name": name, "file": base64.b64encode(file.getvalue()).decode(), **pack(shown)}


def decoding():
    picture = smooth(24, 18)
    seen = picture.convert("RGBA")
    seen.putalpha(Image.fromarray(RANDOM.integers(0, 256, (18, 24), dtype=np.uint8)))
    grey = picture.convert("L")
    return [
        encoded(picture, "PNG", format="PNG"),
        encoded(picture.quantize(7), "PNG with a palette", format="PNG"),
        encoded(picture.convert("1"), "PNG of 1 bit", format="PNG"),
        encoded(seen, "PNG with alpha", format="PNG"),
        encoded(grey, "greyscale PNG", format="PNG"),
        encoded(seen.convert("LA"), "greyscale PNG with alpha", format="PNG"),
        encoded(picture, "JPEG with 4:2:0 chroma", format="JPEG", quality=80),
        encoded(picture, "JPEG with 4:4:4 chroma", format="JPEG", quality=90, subsampling=0),
        encoded(picture, "progressive JPEG", format="JPEG", quality=75, progressive=True),
        encoded(grey, "greyscale JPEG", format="JPEG", quality=80),
        encoded(picture, "lossy WebP", format="WEBP", quality=80),
        encoded(seen, "lossless WebP with alpha", format="WEBP", lossless=True, exact=True),
        encoded(picture, "TIFF", format="TIFF"),
        encoded(picture, "TIFF with LZW", format="TIFF", compression="tiff_lzw"),
    ]


def floating_tiff():
    file = io.BytesIO()
    Image.fromarray(np.linspace(0, 1, 12, dtype=np.float32).reshape(3, 4)).save(file, format="TIFF")
    return base64.b64encode(file.getvalue()).decode()


def npy(array, version=None):
    file = io.BytesIO()
    np.lib.format.write_array(file, array, version=version)
    return base64.b64encode(file.getvalue()).decode()


def arrays():
    values = np.arange(24, dtype=np.float32).reshape(2, 4, 3) / 7
    return {
        "values": values.ravel().tolist(),
        "2x4x3": npy(values),
        "2x4x3, format 2": npy(values, (2, 0)),
        "2x4x3, format 3": npy(values, (3, 0)),
        "4x6": npy(values.reshape(4, 6)),
        "batch": npy(values.reshape(1, 2, 4, 3)),
        "vector": npy(values.ravel()),
        "scalar": npy(np.float32(3)),
        "empty": npy(np.zeros((0, 4, 3), np.float32)),
        "float64": npy(values.astype(np.float64)),
        "uint8": npy(values.astype(np.uint8)),
        "big-endian": npy(values.astype(">f4")),
        "fortran": npy(np.asfortranarray(values)),
        "structured": npy(np.zeros(3, dtype=[("a", "<f4"), ("b", "<i4")])),
        "nan": npy(np.where(values == values.max(), np.nan, values).astype(np.float32)),
    }


def main():
    table = matplotlib.colormaps["inferno"](np.arange(256), bytes=True)[:, :3]
    oracle = {
        "made by": f"scripts/make-oracle-images.py, Pillow {PIL.__version__}, matplotlib {matplotlib.__version__}, NumPy {np.__version__}",
        "resizing": resizing(),
        "decoding": decoding(),
        "floatingTiff": floating_tiff(),
        "npy": arrays(),
        "inferno": table.tolist(),
    }
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    OUTPUT.write_text(json.dumps(oracle) + "\n")
    print(f"{OUTPUT}: {OUTPUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
