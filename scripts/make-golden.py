"""Small classifiers with class-activation maps that another program computed, for camdrift's tests.

    pip install numpy
    python scripts/make-golden.py DIR             # fixtures/golden/NAME

DIR holds Keras models (NAME/tfjs-layers, NAME/input0.npy) with activations and un-normalised signed maps of an
independent float64 program (NAME/targetI.npz, NAME/meta.json). Copied are the model, its first input and, for that
input, every map of every target layer and class. A map that equals another but for a positive factor is stored as that.
"""

import argparse
import base64
import json
import shutil
from pathlib import Path

import numpy as np

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures" / "golden"
METHODS = ["gradcam", "gradcam_pp", "layercam", "xgradcam", "hirescam"]
# The layer a person would name: the last features before pooling or flattening.
AUTO = {
    "m01_vgg_flatten": "block3_conv2",
    "m02_gap_cam": "c4_relu",
    "m03_resnet_branch": "s3_out",
    "m04_mobile_relu6": "conv_last_relu",
    "m08_binary_sigmoid": "sep3",
    "m10_saturated_softmax": "conv2",
}


def numbers(values):
    return base64.b64encode(np.asarray(values, "<f4").tobytes()).decode()


def encode(map_, method, done):
    """`{values}`, or `{like, factor}` for a multiple of a map that is written out."""
    for other, reference in done.items():
        scale = np.abs(reference).max()
        if scale == 0:
            continue
        factor = float((map_ * reference).sum() / (reference**2).sum())
        if factor > 0 and np.abs(map_ - factor * reference).max() <= 1e-8 * factor * scale:
            return {"like": other, "factor": float(f"{factor:.9g}")}
    done[method] = map_
    return {"values": numbers(map_)}


def maps_of(target, name):
    done = {}
    keys = {method: f"map.logit.{name}.{method}" for method in METHODS} | {"cam": f"map.{name}.cam"}
    return {method: encode(target[key][0], method, done) for method, key in keys.items() if key in target}


def layer(folder, described, classes):
    target = np.load(folder / described["file"])
    height, width, channels = described["shape"]
    return {
        "layer": described["layer"],
        "height": height,
        "width": width,
        "channels": channels,
        "signed": float(target["activations"][0].min()) < 0,
        "maps": {name: maps_of(target, name) for name in classes},
        "eigencam": {"values": numbers(target["map.eigencam"][0])},
    }


def without_training(config):
    """Initialisers, regularisers and constraints weigh a third of a model.json, and only training reads them."""
    if isinstance(config, list):
        return [without_training(item) for item in config]
    if not isinstance(config, dict):
        return config
    unused = ("_initializer", "_regularizer", "_constraint")
    return {key: without_training(value) for key, value in config.items() if not key.endswith(unused)}


def copy(folder):
    meta = json.loads((folder / "meta.json").read_text())
    outputs = np.load(folder / "outputs.npz")
    classes = {name: indices[0] for name, indices in meta["class_index"].items()}
    expected = {
        "encoding": "float32, little-endian, base64; row by row",
        "logits": [float(f"{value:.9g}") for value in outputs["logits64"][0]],
        "auto": AUTO[meta["name"]],
        "classes": classes,
        "layers": [layer(folder, described, classes) for described in meta["targets"]],
    }
    to = FIXTURES / meta["name"]
    to.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(folder / "input0.npy", to / "input0.npy")
    shutil.copyfile(folder / "tfjs-layers" / "weights.bin", to / "weights.bin")
    model = json.loads((folder / "tfjs-layers" / "model.json").read_text())
    (to / "model.json").write_text(json.dumps(without_training(model), separators=(",", ":")) + "\n")
    (to / "expected.json").write_text(json.dumps(expected, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    for name in AUTO:
        copy(parser.parse_args().folder / name)
    print(sum(file.stat().st_size for file in FIXTURES.rglob("*") if file.is_file()), "bytes in", FIXTURES)
