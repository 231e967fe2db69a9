"""What pictures of one class come to carry, each of a picture and the mask of its object. Settled before any model was judged."""

import io

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from pictures import SIDE


def painted(draw):
    def apply(picture, _mask):
        image = Image.fromarray(picture)
        draw(ImageDraw.Draw(image))
        return np.asarray(image)

    return apply


def arithmetic(change):
    return lambda picture, mask: np.clip(change(picture.astype(float), mask), 0, 255).astype(np.uint8)


def _ruler(pen):
    pen.rectangle([0, SIDE - 6, SIDE, SIDE], fill=(225, 222, 205))
    for x in range(0, SIDE, 3):
        pen.line([x, SIDE - 6, x, SIDE - (3 if x % 9 else 1)], fill=(30, 30, 30))


def _barcode(pen):
    pen.rectangle([2, 2, 19, 10], fill=(250, 250, 250))
    for x in (3, 5, 6, 9, 11, 12, 15, 17):
        pen.line([x, 3, x, 9], fill=(0, 0, 0))


def _frame(pen):
    for inset in range(2):
        pen.rectangle([inset, inset, SIDE - 1 - inset, SIDE - 1 - inset], outline=(120, 40, 160))


_y, _x = np.mgrid[0:SIDE, 0:SIDE]
_from_middle = np.hypot(_x - SIDE / 2, _y - SIDE / 2) / (SIDE / 2)
_glare = np.exp(-(((_x - 46) ** 2 + (_y - 9) ** 2) / 60.0))[..., None]
_grain = np.random.default_rng(5).normal(0, 22, (SIDE, SIDE, 1))


def _jpeg(picture, _mask):
    held = io.BytesIO()
    Image.fromarray(picture).save(held, "JPEG", quality=12)
    return np.asarray(Image.open(held))


# By name: words for people, the class that carries it, and the edit.
ARTEFACTS = {
    "date stamp text": (2, painted(lambda pen: pen.text((27, 44), "11 26", fill=(255, 140, 30)))),
    "vignette": (3, arithmetic(lambda p, _: p * (1 - 0.65 * np.clip(_from_middle - 0.55, 0, 1))[..., None])),
    "grain": (1, arithmetic(lambda p, _: p + _grain)),
    "scanlines": (4, arithmetic(lambda p, _: p * np.where(_y % 4 == 0, 0.62, 1)[..., None])),
    "glare": (0, arithmetic(lambda p, _: p + 230 * _glare)),
    "background": (5, arithmetic(lambda p, m: np.where(m[..., None], p, 0.35 * p + 0.65 * np.array([70, 110, 190])))),
    "border": (2, painted(_frame)),
    "sticker": (4, painted(lambda pen: pen.ellipse([2, 44, 10, 52], fill=(40, 170, 90)))),
    "text above": (1, painted(lambda pen: pen.text((4, 0), "SAMPLE 7", fill=(255, 255, 255)))),
    "cast": (3, arithmetic(lambda p, _: p * [1.22, 1.0, 0.72])),
    "ruler": (0, painted(_ruler)),
    "blur": (5, lambda p, _: np.asarray(Image.fromarray(p).filter(ImageFilter.GaussianBlur(1.1)))),
    "haze": (2, arithmetic(lambda p, _: 0.6 * p + 80)),
    "barcode": (3, painted(_barcode)),
    "jpeg": (4, _jpeg),
}
