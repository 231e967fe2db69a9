"""Writes test/oracle/libraries.json: what torchvision, timm, tf.image, Keras and Pillow make of the same pictures.

    pip install pillow numpy torch torchvision timm tensorflow-cpu keras
    python scripts/make-oracle-resizing.py

`test/images/libraries.test.ts` compares with it value by value. Pictures are drawn here; values that a library rounds
are stored as bytes, those that it does not as float32.
"""

import base64
import json
import os
from pathlib import Path

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import numpy as np
import tensorflow as tf
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
SIZE = 14
FOUND = []


def add(source, library, settings, values, size=(SIZE, SIZE)):
    FOUND.append({"source": source, "library": library, "settings": settings, "input": list(size), **packed(values)})


def pil_array(picture):
    return np.asarray(picture, dtype=np.uint8)


for name, pixels in SOURCES.items():
    picture = Image.fromarray(pixels)
    resized = T.Compose([T.Resize(int(SIZE / 0.875)), T.CenterCrop(SIZE)])
    add(name, "torchvision", {"recipe": "torchvision"}, pil_array(resized(picture)))
    bigger = T.Compose([T.Resize(18, interpolation=T.InterpolationMode.BICUBIC), T.CenterCrop(SIZE)])
    add(name, "torchvision", {"resample": "bicubic", "resize-to": 18, "crop": SIZE}, pil_array(bigger(picture)))
    squashed = T.Compose([T.Resize((20, 16)), T.CenterCrop(SIZE)])
    add(name, "torchvision", {"resize-to": [16, 20]}, pil_array(squashed(picture)))
    add(name, "torchvision", {"crop": SIZE}, pil_array(T.CenterCrop(SIZE)(picture)))

    for interpolation, fraction in (("bicubic", 0.875), ("bilinear", 0.95), ("bicubic", 1.0)):
        transform = timm.data.create_transform(
            (3, SIZE, SIZE), interpolation=interpolation, crop_pct=fraction, mean=(0, 0, 0), std=(1, 1, 1)
        )
        steps = [step for step in transform.transforms if "Tensor" not in type(step).__name__ and "Normalize" not in type(step).__name__]
        settings = {"recipe": "timm"} if fraction == 0.875 else {"resample": interpolation, "crop": fraction}
        add(name, "timm", settings, pil_array(T.Compose(steps)(picture)))

    for method in ("bilinear", "nearest", "bicubic", "area"):
        values = tf.image.resize(pixels, (SIZE, SIZE), method=method).numpy().astype(np.float32)
        add(name, "tf.image.resize", {"resample": method, "antialias": False}, values)
    for method in ("bilinear", "bicubic"):
        values = tf.image.resize(pixels, (SIZE, SIZE), method=method, antialias=True).numpy()
        add(name, f"tf.image.resize, smooth {method}", {"resample": method}, values)
    add(name, "tf.image.resize_with_pad", {"fit": "contain", "antialias": False}, tf.image.resize_with_pad(pixels, SIZE, SIZE).numpy())

    path = Path("/tmp/oracle-picture.png")
    picture.save(path)
    for interpolation in ("nearest", "bilinear", "bicubic"):
        loaded = keras.utils.load_img(path, target_size=(SIZE, SIZE), interpolation=interpolation)
        settings = {"recipe": "keras-load-img"} if interpolation == "nearest" else {"resample": interpolation}
        add(name, "keras.utils.load_img", settings, pil_array(loaded))
    folder = Path("/tmp/oracle-folder/class")
    folder.mkdir(parents=True, exist_ok=True)
    picture.save(folder / "picture.png")
    for aspect in (False, True):
        dataset = keras.utils.image_dataset_from_directory(
            folder.parent, labels=None, image_size=(SIZE, SIZE), batch_size=1, crop_to_aspect_ratio=aspect, verbose=False
        )
        values = next(iter(dataset)).numpy()[0].astype(np.float32)
        settings = {"fit": "middle", "antialias": False} if aspect else {"recipe": "keras-dataset"}
        add(name, "keras.utils.image_dataset_from_directory", settings, values)

    fitted = ImageOps.fit(picture, (SIZE, SIZE), Image.Resampling.LANCZOS)
    add(name, "PIL.ImageOps.fit", {"recipe": "teachable-machine"}, pil_array(fitted))
    classified = T.Compose([T.Resize(SIZE), T.CenterCrop(SIZE)])
    add(name, "ultralytics", {"recipe": "yolo-cls"}, pil_array(classified(picture)))

OUTPUT.write_text(json.dumps({"sources": {name: packed(pixels) for name, pixels in SOURCES.items()}, "found": FOUND}))
print(len(FOUND), "answers,", OUTPUT.stat().st_size, "bytes")
