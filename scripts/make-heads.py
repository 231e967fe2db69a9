"""Writes fixtures/heads: multi-label models and regressions of Keras and PyTorch, and what GradientTape and autograd say of each label.

    pip install tensorflow-cpu keras torch onnx numpy
    python scripts/make-heads.py

`test/models/heads.test.ts` compares with heads.json. Per model, image and label: the score, the layer's activations weighted with the
mean slope of the score (Grad-CAM), before anything is cut off at zero; and the answers. Weights are random, for it is arithmetic that is compared.
"""

import base64
import io
import json
import os
from pathlib import Path

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import numpy as np
import tensorflow as tf
import torch

FOLDER = Path(__file__).parent.parent / "fixtures/heads"
FOLDER.mkdir(exist_ok=True)
RANDOM = np.random.default_rng(13)
IMAGES = RANDOM.uniform(-1, 1, (2, 16, 16, 3)).astype(np.float32)


def packed(values):
    return base64.b64encode(np.ascontiguousarray(values, "<f4").tobytes()).decode()


def told(name, task, layer, answers, scores, slopes, activations):
    """slopes: label x image x row x column x channel; activations: image x row x column x channel"""
    weights = slopes.astype(np.float64).mean((2, 3))
    maps = np.einsum("lic,ixyc->lixy", weights, activations.astype(np.float64))
    return {
        "file": name, "task": task, "layer": layer, "labels": int(slopes.shape[0]), "rows": int(maps.shape[2]), "columns": int(maps.shape[3]),
        "answers": packed(answers), "scores": packed(scores), "maps": packed(maps),
    }


def of_keras(name, units, activation, task):
    keras.utils.set_random_seed(units)
    start = keras.Input((16, 16, 3))
    x = keras.layers.Conv2D(5, 3, strides=2, padding="same", activation="relu")(start)
    x = keras.layers.BatchNormalization()(x)
    features = keras.layers.Conv2D(6, 3, padding="same", activation="relu", name="features")(x)
    logits = keras.layers.Dense(units, name="logits", bias_initializer="random_normal")(keras.layers.GlobalAveragePooling2D()(features))
    model = keras.Model(start, keras.layers.Activation(activation)(logits) if activation else logits)
    model.save(FOLDER / name)
    inner = keras.Model(start, [features, logits])
    behind = keras.Model(features, logits)
    with tf.GradientTape(persistent=True) as tape:
        seen, _ = inner(IMAGES)
        tape.watch(seen)
        scores = behind(seen)
        each = [scores[:, label] for label in range(units)]
    slopes = np.stack([tape.gradient(score, seen).numpy() for score in each])
    return told(name, task, "features", model(IMAGES).numpy(), scores.numpy(), slopes, seen.numpy())


class Net(torch.nn.Module):
    def __init__(self, units, sigmoid):
        super().__init__()
        self.stem = torch.nn.Sequential(torch.nn.Conv2d(3, 5, 3, 2, 1), torch.nn.BatchNorm2d(5), torch.nn.ReLU())
        self.features = torch.nn.Sequential(torch.nn.Conv2d(5, 6, 3, 1, 1), torch.nn.ReLU())
        # A head that is not linear, so that the slope is another in each image.
        self.head = torch.nn.Sequential(torch.nn.Flatten(), torch.nn.Linear(6 * 64, 7), torch.nn.Tanh(), torch.nn.Linear(7, units))
        self.sigmoid = sigmoid

    def forward(self, images):
        scores = self.head(self.features(self.stem(images)))
        return scores.sigmoid() if self.sigmoid else scores


def of_torch(name, units, sigmoid, task):
    torch.manual_seed(units)
    net = Net(units, sigmoid)
    torch.nn.init.uniform_(net.stem[1].running_mean, -0.5, 0.5)
    torch.nn.init.uniform_(net.stem[1].running_var, 0.5, 1.5)
    net.eval()
    images = torch.from_numpy(IMAGES.transpose(0, 3, 1, 2).copy())
    held = io.BytesIO()
    torch.onnx.export(net, images, held, input_names=["image"], output_names=["answer"], dynamic_axes={"image": {0: "batch"}, "answer": {0: "batch"}}, opset_version=17, dynamo=False)
    (FOLDER / name).write_bytes(held.getvalue())
    seen = net.features(net.stem(images)).detach().requires_grad_()
    scores = net.head(seen)
    slopes = [torch.autograd.grad(scores[:, label].sum(), seen, retain_graph=True)[0] for label in range(units)]
    last = lambda value: value.detach().numpy().transpose(0, 2, 3, 1)
    return told(name, task, "/features/features.1/Relu", net(images).detach().numpy(), scores.detach().numpy(), np.stack([last(s) for s in slopes]), last(seen))


MODELS = [
    of_keras("labels.keras", 4, "sigmoid", "multi-label"),
    of_keras("value.keras", 1, None, "regression"),
    of_torch("labels.onnx", 5, True, "multi-label"),
    of_torch("logits.onnx", 3, False, "multi-label"),
    of_torch("value.onnx", 1, False, "regression"),
]
(FOLDER / "heads.json").write_text(json.dumps({"images": packed(IMAGES), "models": MODELS}))
print(sum(path.stat().st_size for path in FOLDER.iterdir()), "bytes")
