"""Pictures of a die on a table: 56 x 56, one to six pips, with the mask of its face."""

import numpy as np
from PIL import Image, ImageDraw

SIDE = 56
CLASSES = ["one", "two", "three", "four", "five", "six"]
SCALE = 3

_LOW, _MID, _HIGH = 0.24, 0.5, 0.76
PIPS = [
    [(_MID, _MID)],
    [(_LOW, _LOW), (_HIGH, _HIGH)],
    [(_LOW, _LOW), (_MID, _MID), (_HIGH, _HIGH)],
    [(_LOW, _LOW), (_LOW, _HIGH), (_HIGH, _LOW), (_HIGH, _HIGH)],
    [(_LOW, _LOW), (_LOW, _HIGH), (_MID, _MID), (_HIGH, _LOW), (_HIGH, _HIGH)],
    [(_LOW, _LOW), (_LOW, _MID), (_LOW, _HIGH), (_HIGH, _LOW), (_HIGH, _MID), (_HIGH, _HIGH)],
]


def table(random):
    """Boards, cloth or felt: bands, weave or grain in one of many colours, lit from a side."""
    y, x = np.mgrid[0:SIDE, 0:SIDE] / SIDE
    angle = random.uniform(0, np.pi)
    along = x * np.cos(angle) + y * np.sin(angle)
    across = -x * np.sin(angle) + y * np.cos(angle)
    kind = random.integers(3)
    waves = random.uniform(3, 11)
    if kind == 0:
        light = 0.16 * np.sin(2 * np.pi * (waves * across + 0.6 * np.sin(5 * along)))
    elif kind == 1:
        light = 0.1 * np.sign(np.sin(2 * np.pi * waves * along) * np.sin(2 * np.pi * waves * across))
    else:
        light = random.normal(0, 0.1, (SIDE, SIDE))
    shade = random.uniform(-0.25, 0.25) * (along - along.mean())
    return random.uniform(50, 190, 3) * (1 + light + shade)[..., None]


def face(label, random):
    """A die seen from above, turned and lit as it fell, and where it lies: RGB and opacity."""
    size = SIDE * SCALE
    wide = random.uniform(0.52, 0.72) * size
    pad = 0.08 * wide
    die = Image.new("RGBA", (int(wide), int(wide)), (0, 0, 0, 0))
    pen = ImageDraw.Draw(die)
    pale = random.random() < 0.6
    body = random.uniform(195, 250, 3) if pale else random.uniform(30, 120, 3)
    ink = random.uniform(10, 70, 3) if pale else random.uniform(200, 255, 3)
    pen.rounded_rectangle([0, 0, wide - 1, wide - 1], radius=wide * random.uniform(0.1, 0.24), fill=tuple(body.astype(int)) + (255,))
    radius = wide * random.uniform(0.075, 0.1)
    for px, py in PIPS[label]:
        cx, cy = pad + px * (wide - 2 * pad), pad + py * (wide - 2 * pad)
        pen.ellipse([cx - radius, cy - radius, cx + radius, cy + radius], fill=tuple(ink.astype(int)) + (255,))
    turned = die.rotate(random.uniform(0, 360), Image.BICUBIC, expand=True)
    page = Image.new("RGBA", (size, size), (0, 0, 0, 0))
    room = size - turned.width
    page.paste(turned, tuple(int(room / 2 + random.uniform(-0.5, 0.5) * min(0.2 * size, max(0, room))) for _ in "xy"))
    small = np.asarray(page.resize((SIDE, SIDE), Image.BOX)).astype(float)
    return small[..., :3], small[..., 3:] / 255


def paint(label, random):
    """-> uint8 (SIDE, SIDE, 3), bool (SIDE, SIDE)"""
    behind = table(random)
    colours, opacity = face(label, random)
    shadow = np.roll(opacity, (2, 2), (0, 1))
    seen = behind * (1 - 0.45 * shadow) * (1 - opacity) + colours * opacity
    seen = seen * random.uniform(0.8, 1.15) + random.normal(0, random.uniform(1, 6), seen.shape)
    return np.clip(seen, 0, 255).astype(np.uint8), opacity[..., 0] > 0.5


def draw_all(seed, count):
    random = np.random.default_rng(seed)
    labels = np.arange(count) % len(CLASSES)
    painted = [paint(label, random) for label in labels]
    return np.stack([p for p, _ in painted]), np.stack([m for _, m in painted]), labels
