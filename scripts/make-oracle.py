"""Numbers from outside camdrift, for its tests.

    pip install numpy scipy scikit-image pot
    python scripts/make-oracle.py                 # test/oracle/*.json
    python scripts/make-oracle.py --golden DIR    # also test/oracle/golden-methods/*.json

Maps hold whole numbers, so that every program reads the same ones. DIR holds Keras models with activations, gradients
and class-activation maps that an independent float64 program computed (NAME/targetI.npz); a few are copied.
"""

import argparse
import base64
import json
from pathlib import Path

import numpy as np
import ot
import scipy.ndimage
import scipy.spatial
import scipy.stats
import skimage.metrics
import skimage.transform

ORACLE = Path(__file__).resolve().parent.parent / "test/oracle"


def random_map(rng, height, width):
    return rng.integers(0, 1000, (height, width))


def sparse_map(rng, height, width):
    """Mostly zeros, and few distinct values: as after a ReLU, with ties."""
    return np.maximum(0, rng.integers(-12, 6, (height, width)))


def blob_map(rng, height, width):
    y, x = np.mgrid[:height, :width]
    spots = [
        rng.uniform(0.3, 1) * np.exp(-((x - rng.uniform(0, width)) ** 2 + (y - rng.uniform(0, height)) ** 2) / (0.05 * width * height))
        for _ in range(2)
    ]
    return np.rint(999 * np.sum(spots, axis=0) / 2).astype(int)


def left_map(rng, height, width):
    return np.where(np.arange(width) < width / 2, random_map(rng, height, width), 0)


def right_map(rng, height, width):
    return np.where(np.arange(width) < width / 2, 0, random_map(rng, height, width))


def spot_map(rng, height, width):
    """All heat in one cell."""
    a = np.zeros((height, width), dtype=int)
    a.flat[rng.integers(a.size)] = 7
    return a


def flat_map(rng, height, width):
    """Divided by its sum, three cannot be written exactly: rounding must not pass for structure."""
    return np.full((height, width), 3)


def peaked_map(rng, height, width):
    """One cell outweighs all others together by far."""
    return np.where(spot_map(rng, height, width) > 0, 100_000, rng.integers(0, 3, (height, width)))


def digits_map(rng, height, width):
    """Random, and short when written out."""
    return rng.integers(0, 10, (height, width))


def same(a, rng):
    return a.copy()


def nearly(a, rng):
    """Scaled up so that the whole steps are small: each cell is off by 1e-6 of the hottest, at most."""
    return np.maximum(0, 1000 * a + rng.integers(-1, 2, a.shape))


def neighbour(a, rng):
    """One cell to the right, and round the edge."""
    return np.roll(a, 1, axis=1)


def separately(make):
    """Nothing but the random numbers in common."""
    return lambda a, rng: make(rng, *a.shape)


def pairs(seed, grids, kinds):
    rng = np.random.default_rng(seed)
    for width, height in grids:
        for name, first, second in kinds:
            a = first(rng, height, width)
            b = second(a, rng)
            assert a.sum() > 0 and b.sum() > 0
            yield f"{name} {width}x{height}", a, b


RANDOM = ("random", random_map, separately(random_map))
SPARSE = ("sparse", sparse_map, separately(sparse_map))
BLOBS = ("blobs", blob_map, separately(blob_map))
APART = ("left to right", left_map, separately(right_map))
EXTREMES = [
    ("one cell to one cell", spot_map, separately(spot_map)),
    ("one cell to its neighbour", spot_map, neighbour),
    ("one cell to all alike", spot_map, separately(flat_map)),
    ("all alike to one cell", flat_map, separately(spot_map)),
    ("one cell to random", spot_map, separately(random_map)),
    ("random to all alike", random_map, separately(flat_map)),
    ("all alike twice", flat_map, separately(flat_map)),
    ("peaked", peaked_map, separately(peaked_map)),
    ("equal", random_map, same),
    ("equal and sparse", sparse_map, same),
    ("nearly equal", random_map, nearly),
]


def density(a):
    return a / a.sum()


def earth_movers_distance(a, b):
    height, width = a.shape
    y, x = np.mgrid[:height, :width]
    centres = np.stack([x.ravel(), y.ravel()], axis=1).astype(float)
    ground = scipy.spatial.distance.cdist(centres, centres) / np.hypot(width - 1, height - 1)
    distance, log = ot.emd2(density(a).ravel(), density(b).ravel(), ground, numItermax=10_000_000, log=True)
    assert log["warning"] is None, log["warning"]
    return distance


def transport():
    cases = [
        *pairs(1, [(7, 7), (14, 14), (5, 9), (20, 20)], [RANDOM, SPARSE, BLOBS, APART]),
        *pairs(2, [(28, 28), (32, 20)], [RANDOM, BLOBS]),
        *pairs(5, [(10, 7)], [RANDOM, SPARSE, BLOBS, APART]),
        *pairs(6, [(7, 7), (14, 14), (5, 9), (10, 7)], EXTREMES),
        *pairs(7, [(21, 21), (28, 28)], [SPARSE, APART, *EXTREMES[:2]]),
        *pairs(8, [(56, 56)], [("digits", digits_map, separately(digits_map)), SPARSE, *EXTREMES[:2]]),
    ]
    return [case(title, a, b, distance=earth_movers_distance(a, b)) for title, a, b in cases]


def comparisons():
    mixed = ("mixed", blob_map, separately(sparse_map))
    cases = [
        *pairs(3, [(7, 7), (14, 14), (5, 9), (6, 4)], [RANDOM, SPARSE, BLOBS, mixed]),
        *pairs(9, [(10, 7)], [RANDOM, SPARSE, BLOBS, mixed]),
        *pairs(10, [(7, 7), (14, 14), (5, 9), (10, 7)], [APART, *EXTREMES]),
    ]
    return [case(title, a, b, **compare(a, b)) for title, a, b in cases]


def compare(a, b):
    p, q = density(a).ravel(), density(b).ravel()
    window = min(7, *a.shape)
    epsilon = 2.2e-16
    return {
        "pearson": defined(scipy.stats.pearsonr(a.ravel(), b.ravel()).statistic),
        "spearman": defined(scipy.stats.spearmanr(a.ravel(), b.ravel()).statistic),
        "ssim": structural_similarity(a / a.max(), b / b.max(), window - (window + 1) % 2),
        "overlap": np.minimum(p, q).sum(),
        "jensenShannon": scipy.spatial.distance.jensenshannon(p, q, base=2) ** 2,
        "kl": np.sum(p * np.log(epsilon + p / (q + epsilon))),
        "centreShift": np.hypot(*np.subtract(scipy.ndimage.center_of_mass(b), scipy.ndimage.center_of_mass(a)))
        / np.hypot(a.shape[1] - 1, a.shape[0] - 1),
        "ranks": scipy.stats.rankdata(a.ravel()).tolist(),
        "percentiles": np.percentile(a, [0, 10, 50, 90, 100]).tolist(),
    }


def defined(coefficient):
    """A constant map correlates with nothing: NaN in SciPy, null in JSON."""
    return None if np.isnan(coefficient) else coefficient


def structural_similarity(a, b, window):
    return skimage.metrics.structural_similarity(
        a, b, win_size=window, data_range=1, gaussian_weights=False, use_sample_covariance=True, K1=0.01, K2=0.03
    )


def resizing():
    rng = np.random.default_rng(4)
    cases = []
    for (width, height), (new_width, new_height) in [((4, 3), (9, 7)), ((7, 7), (3, 5)), ((5, 2), (5, 6)), ((6, 6), (3, 2)), ((1, 4), (3, 3))]:
        a = random_map(rng, height, width)
        zoom = (new_height / height, new_width / width)
        bilinear = scipy.ndimage.zoom(a.astype(float), zoom, order=1, mode="nearest", grid_mode=True)
        area = skimage.transform.resize_local_mean(a.astype(float), (new_height, new_width)) * (width * height) / (new_width * new_height)
        cases.append({"from": grid(a), "values": a.ravel().tolist(), "to": grid(bilinear), "bilinear": bilinear.ravel().tolist(), "area": area.ravel().tolist()})
    return cases


def grid(a):
    return {"width": a.shape[1], "height": a.shape[0]}


def case(title, a, b, **answers):
    return {"title": title, **grid(a), "a": a.ravel().tolist(), "b": b.ravel().tolist(), **answers}


METHODS = {"gradcam": "grad-cam", "gradcam_pp": "grad-cam++", "hirescam": "hires-cam", "layercam": "layer-cam", "xgradcam": "xgrad-cam"}
TARGETS = [
    ("pooled-head", "m02_gap_cam", 0, "argmax", "global average pooling and a linear layer; channel 3 is dead"),
    ("residual", "m03_resnet_branch", 0, "argmax", "a skip path goes round this layer; no activation is negative"),
    ("signed", "m04_mobile_relu6", 2, "argmax", "a linear bottleneck: activations of both signs"),
]


def golden_methods(directory):
    for name, model, target, cls, about in TARGETS:
        z = np.load(directory / model / f"target{target}.npz")
        activations, gradients = z["activations"][0], z[f"grad_logit.{cls}"][0]
        maps = {ours: z[f"map.logit.{cls}.{theirs}"][0] for theirs, ours in METHODS.items()} | {"eigen-cam": z["map.eigencam"][0]}
        height, width, channels = activations.shape
        record = {
            "about": about,
            "source": f"{model}, target {target}, input 0, logit of class {cls}",
            "encoding": "float32, little-endian, base64; height x width x channels",
            "height": height,
            "width": width,
            "channels": channels,
            "activations": encoded(activations),
            "gradients": encoded(gradients),
        }
        if f"map.{cls}.cam" in z:
            weights = np.load(directory / model / "weights.npz")
            class_index = json.loads((directory / model / "meta.json").read_text())["class_index"][cls][0]
            record["classWeights"] = encoded(head_kernel(weights, channels)[:, class_index])
            maps["cam"] = z[f"map.{cls}.cam"][0]
        if activations.min() < 0:
            del maps["grad-cam++"]
        record["maps"] = {key: [float(f"{v:.9g}") for v in value.ravel()] for key, value in maps.items()}
        write(ORACLE / "golden-methods" / f"{name}.json", record)


def head_kernel(weights, channels):
    kernels = [weights[key] for key in weights.files if key.endswith("/kernel") and weights[key].ndim == 2 and len(weights[key]) == channels]
    assert len(kernels) == 1, [kernel.shape for kernel in kernels]
    return kernels[0]


def encoded(array):
    return base64.b64encode(np.ascontiguousarray(array, dtype="<f4").tobytes()).decode()


def write(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [json.dumps(row, separators=(",", ":")) for row in value] if isinstance(value, list) else None
    path.write_text("[\n" + ",\n".join(rows) + "\n]\n" if rows else json.dumps(value, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--golden", type=Path)
    arguments = parser.parse_args()
    for name, make in [("transport", transport), ("comparisons", comparisons), ("resizing", resizing)]:
        write(ORACLE / f"{name}.json", make())
    if arguments.golden:
        golden_methods(arguments.golden)
