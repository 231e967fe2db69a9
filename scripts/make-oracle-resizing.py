"""Writes test/oracle/libraries.json: what torchvision, timm, tf.image, Keras and Pillow make of the same pictures.

    pip install pillow numpy torch torchvision timm tensorflow-cpu keras
    python scripts/make-oracle-resizing.py
    python scripts/make-oracle-resizing.py --large FOLDER && node scripts/check-pictures.ts FOLDER

`test/images/libraries.test.ts` compares with it value by value. Pictures are drawn here; values that a library rounds
are stored as bytes, those that it does not as float32.
"""

import base64
import json
import os
import sys
import tempfile
from pathlib import Path

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import numpy as np
import tensorflow as tf
import torch

# The wheel for CPUs comes without its own operators, which transforms do not use.
library = torch.library.Library("torchvision", "DEF")
for operator in ("nms", "qnms"):
    library.define(f"{operator}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")

import timm.data
import torchvision.transforms as T
from PIL import Image, ImageOps

OUTPUT = Path(__file__).parent.parent / "test/oracle/libraries.json"
RANDOM = np.random.default_rng(20261127)


def packed(values):
    values = np.ascontiguousarray(values)
    height, width, channels = values.shape
    kind = "bytes" if values.dtype == np.uint8 else "floats"
    raw = values.astype("<f4") if kind == "floats" else values
    return {"width": width, "height": height, "channels": channels, kind: base64.b64encode(raw.tobytes()).decode()}


def smooth(width, height):
    y, x = np.mgrid[0:height, 0:width]
    wave = 127 + 127 * np.sin(x / 3) * np.cos(y / 5)
    return np.stack([255 * x / (width - 1), 255 * y / (height - 1), wave], -1).astype(np.uint8)


def edges(width, height):
    y, x = np.mgrid[0:height, 0:width]
    return np.stack([((x // 3 + y // 2) % 2) * 255, (x % 7 == 0) * 255, (y > height / 3) * 200], -1).astype(np.uint8)


def noise(width, height):
    return RANDOM.integers(0, 256, (height, width, 3), dtype=np.uint8)


SOURCES = {
    f"{draw.__name__} {width} x {height}": draw(width, height)
    for draw in (smooth, edges, noise)
    for width, height in ((37, 23), (23, 37), (16, 16), (9, 11), (41, 17))
}


def pil_array(picture):
    return np.asarray(picture, dtype=np.uint8)


def asked(picture, pixels, path, size, own_decoding):
    """What each library makes of a picture, with the settings that stand for it; `path` is read by those that read files."""
    found = []

    def add(library, settings, values):
        found.append({"library": library, "settings": settings, "input": [size, size], **packed(values)})

    larger, squashed = round(size * 9 / 7), (round(size * 8 / 7), round(size * 10 / 7))
    resized = T.Compose([T.Resize(int(size / 0.875)), T.CenterCrop(size)])
    add("torchvision", {"recipe": "torchvision"}, pil_array(resized(picture)))
    bigger = T.Compose([T.Resize(larger, interpolation=T.InterpolationMode.BICUBIC), T.CenterCrop(size)])
    add("torchvision", {"resample": "bicubic", "resize-to": larger, "crop": size}, pil_array(bigger(picture)))
    both = T.Compose([T.Resize(squashed[::-1]), T.CenterCrop(size)])
    add("torchvision", {"resize-to": list(squashed)}, pil_array(both(picture)))
    add("torchvision", {"crop": size}, pil_array(T.CenterCrop(size)(picture)))

    for interpolation, fraction in (("bicubic", 0.875), ("bilinear", 0.95), ("bicubic", 1.0)):
        transform = timm.data.create_transform((3, size, size), interpolation=interpolation, crop_pct=fraction, mean=(0, 0, 0), std=(1, 1, 1))
        steps = [step for step in transform.transforms if "Tensor" not in type(step).__name__ and "Normalize" not in type(step).__name__]
        settings = {"recipe": "timm"} if fraction == 0.875 else {"resample": interpolation, "crop": fraction}
        add("timm", settings, pil_array(T.Compose(steps)(picture)))

    for method in ("bilinear", "nearest", "bicubic", "area"):
        values = tf.image.resize(pixels, (size, size), method=method).numpy().astype(np.float32)
        add("tf.image.resize", {"resample": method, "antialias": False}, values)
    for method in ("bilinear", "bicubic"):
        values = tf.image.resize(pixels, (size, size), method=method, antialias=True).numpy()
        add(f"tf.image.resize, smooth {method}", {"resample": method}, values)
    add("tf.image.resize_with_pad", {"fit": "contain", "antialias": False}, tf.image.resize_with_pad(pixels, size, size).numpy())

    for interpolation in ("nearest", "bilinear", "bicubic"):
        loaded = keras.utils.load_img(path, target_size=(size, size), interpolation=interpolation)
        settings = {"recipe": "keras-load-img"} if interpolation == "nearest" else {"resample": interpolation}
        add("keras.utils.load_img", settings, pil_array(loaded))
    folder = Path(tempfile.mkdtemp()) / "class"
    folder.mkdir()
    (folder / path.name).write_bytes(path.read_bytes())
    for aspect in (False, True) if own_decoding else ():
        dataset = keras.utils.image_dataset_from_directory(
            folder.parent, labels=None, image_size=(size, size), batch_size=1, crop_to_aspect_ratio=aspect, verbose=False
        )
        values = next(iter(dataset)).numpy()[0].astype(np.float32)
        settings = {"fit": "middle", "antialias": False} if aspect else {"recipe": "keras-dataset"}
        add("keras.utils.image_dataset_from_directory", settings, values)

    fitted = ImageOps.fit(picture, (size, size), Image.Resampling.LANCZOS)
    add("PIL.ImageOps.fit", {"recipe": "teachable-machine"}, pil_array(fitted))
    classified = T.Compose([T.Resize(size), T.CenterCrop(size)])
    add("ultralytics", {"recipe": "yolo-cls"}, pil_array(classified(picture)))
    return found


def small():
    """Few and tiny, for the tests: pictures are arrays there."""
    found = []
    for name, pixels in SOURCES.items():
        path = Path(tempfile.mkdtemp()) / "picture.png"
        picture = Image.fromarray(pixels)
        picture.save(path)
        found += [{"source": name, **answer} for answer in asked(picture, pixels, path, 14, True)]
    OUTPUT.write_text(json.dumps({"sources": {name: packed(pixels) for name, pixels in SOURCES.items()}, "found": found}))
    print(len(found), "answers,", OUTPUT.stat().st_size, "bytes")


SIZES = ((37, 23), (480, 640), (300, 64))
EXIF = Image.Exif()
EXIF[0x0112] = 6
# How each kind of file is written, from a picture in colour: its mode, and what `save` is told.
KINDS = {
    "JPEG": ("jpg", "RGB", {"quality": 90}),
    "JPEG, full chroma": ("jpg", "RGB", {"quality": 95, "subsampling": 0}),
    "JPEG, progressive": ("jpg", "RGB", {"progressive": True}),
    "JPEG, grey": ("jpg", "L", {}),
    "JPEG, CMYK": ("jpg", "CMYK", {}),
    "JPEG, turned by EXIF": ("jpg", "RGB", {"exif": EXIF}),
    "PNG": ("png", "RGB", {}),
    "PNG, transparent": ("png", "RGBA", {}),
    "PNG, palette": ("png", "P", {}),
    "PNG, grey": ("png", "L", {}),
    "PNG, grey and transparent": ("png", "LA", {}),
    "PNG, black and white": ("png", "1", {}),
    "PNG, 16-bit grey": ("png", "I;16", {}),
    "WebP": ("webp", "RGB", {"quality": 80}),
    "WebP, lossless and transparent": ("webp", "RGBA", {"lossless": True}),
    "TIFF": ("tif", "RGB", {"compression": "tiff_lzw"}),
    "BMP": ("bmp", "RGB", {}),
    "GIF": ("gif", "P", {}),
    "PPM": ("ppm", "RGB", {}),
    "PGM": ("pgm", "L", {}),
}


def drawn(kind, width, height):
    """Smooth with hard edges and noise in it; transparency and 16 bits where the kind has them."""
    pixels = smooth(width, height)
    pixels[: height // 2] = edges(width, height)[: height // 2]
    pixels[:, width // 2 :] = np.clip(pixels[:, width // 2 :].astype(int) + RANDOM.integers(-30, 30, pixels[:, width // 2 :].shape), 0, 255)
    mode = KINDS[kind][1]
    if mode == "I;16":
        return Image.fromarray((pixels[:, :, 0].astype(np.uint16) * 3))
    picture = Image.fromarray(pixels).convert(mode)
    if mode in ("RGBA", "LA"):
        picture.putalpha(Image.fromarray(pixels[:, :, 1]))
    return picture


def large(folder):
    """Sixty files of every kind, with what the libraries make of each as they read them: node scripts/check-pictures.ts FOLDER judges."""
    folder.mkdir(parents=True, exist_ok=True)
    for at, (kind, size) in enumerate((kind, size) for kind in KINDS for size in SIZES):
        ending, _, options = KINDS[kind]
        path = folder / f"{at:02}.{ending}"
        drawn(kind, *size).save(path, **options)
        picture = Image.open(path).convert("RGB")
        # image_dataset_from_directory takes these, and reads them with TensorFlow's own decoders.
        found = asked(picture, np.asarray(picture), path, 64, ending in ("jpg", "png", "bmp", "gif") and kind != "JPEG, CMYK")
        (folder / f"{at:02}.json").write_text(json.dumps({"kind": kind, "file": path.name, "found": found}))
    print(at + 1, "pictures")


if len(sys.argv) > 2 and sys.argv[1] == "--large":
    large(Path(sys.argv[2]))
else:
    small()
