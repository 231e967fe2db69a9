"""SavedModel folders for tests, with what TensorFlow makes of them.

    pip install tensorflow-cpu==2.21 keras==3.15.1
    python scripts/make-saved-models.py --tiny         # fixtures/saved-model: the network of test/support/tiny-network.ts
    python scripts/make-saved-models.py --nets DIR     # keras.applications, some 400 MB; then
    node scripts/check-saved-models.ts DIR --write     # camdrift against what TensorFlow said; figures in docs/saved-model.md

Weights of the nets are random. Batch normalisation has the statistics of random pictures, then some noise, so that a wrong
order, a wrong epsilon or a swapped mean shows.
"""

import argparse
import json
import os
import subprocess
from pathlib import Path

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import numpy as np
import tensorflow as tf

ROOT = Path(__file__).resolve().parent.parent
NETS = {"MobileNetV2": "out_relu", "ResNet50": "conv5_block3_out", "EfficientNetB0": "top_activation"}
SIZE = 96


def tiny():
    """Variables have the names that TensorFlow.js's models have in the tests, and one is in no signature."""
    script = "import('./test/support/tiny-network.ts').then(({ weights }) => console.log(JSON.stringify(weights)))"
    node = ROOT / "node_modules/.bin/node"
    weights = json.loads(subprocess.run([node, "-e", script], cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout)
    module = tf.Module()

    def variable(layer, part):
        values = weights[layer][part]
        data = np.array([values["data"][str(i)] for i in range(len(values["data"]))], np.float32)
        made = tf.Variable(data.reshape(values["shape"]), name=f"{layer}/{part}")
        setattr(module, f"{layer}_{part}", made)
        return made

    variables = {layer: (variable(layer, "kernel"), variable(layer, "bias")) for layer in weights}
    module.unused = tf.Variable(np.zeros(3, np.float32), name="unused")

    def conv(x, layer):
        kernel, bias = variables[layer]
        return tf.nn.bias_add(tf.nn.conv2d(x, kernel, 1, "SAME", name=layer), bias, name=f"{layer}/bias")

    @tf.function
    def head(features):
        kernel, bias = variables["scores"]
        mean = tf.reduce_mean(features, [1, 2], name="mean")
        return tf.nn.softmax(tf.nn.bias_add(tf.matmul(mean, kernel), bias, name="logits"), name="softmax")

    @tf.function(input_signature=[tf.TensorSpec([None, 6, 7, 2], name="image")])
    def serve(image):
        relu0 = tf.nn.relu(conv(image, "conv0"), name="relu0")
        relu1 = tf.nn.relu(conv(relu0, "conv1"), name="relu1")
        add = tf.add(conv(relu1, "conv2"), relu0, name="add")
        return {"scores": head(tf.nn.relu(add, name="relu2"))}

    tf.saved_model.save(module, str(ROOT / "fixtures/saved-model"), signatures=serve)


def calibrated(model, rng):
    norms = [layer for layer in model.layers if isinstance(layer, keras.layers.BatchNormalization)]
    for layer in norms:
        layer.momentum = 0.0
    model(pictures(rng, 8), training=True)
    for layer in norms:
        spread = lambda x, low, high: x.assign(x * rng.uniform(low, high, x.shape))
        spread(layer.gamma, 0.7, 1.3)
        layer.beta.assign(rng.normal(0, 0.2, layer.beta.shape))
        spread(layer.moving_variance, 0.8, 1.25)
        layer.moving_mean.assign(layer.moving_mean + rng.normal(0, 0.05, layer.moving_mean.shape))
        layer.momentum = 0.99
    return model


def pictures(rng, count):
    """Smooth coloured blobs in 0..1 scaled to -1..1, as most of these nets expect."""
    coarse = rng.uniform(-1, 1, (count, 6, 6, 3)).astype(np.float32)
    return tf.image.resize(coarse, (SIZE, SIZE), "bicubic").numpy()


def nets(folder):
    for name, layer in NETS.items():
        rng = np.random.default_rng(len(name))
        keras.utils.set_random_seed(len(name))
        build = getattr(keras.applications, name)
        model = calibrated(build(weights=None, input_shape=(SIZE, SIZE, 3), classes=10), rng)
        image = pictures(rng, 1) * (127.5 if name == "EfficientNetB0" else 1)
        # Neither undecided nor saturated, so that probabilities tell.
        last = model.layers[-1]
        spread = np.std(keras.Model(model.inputs, last.input)(image) @ last.kernel)
        last.kernel.assign(last.kernel * 2 / spread)
        write_expected(folder / name, model, layer, image)
        model.export(folder / name / "export", verbose=False)
        serve = tf.function(lambda x: model(x, training=False), input_signature=[tf.TensorSpec([None, SIZE, SIZE, 3])])
        model.serve = serve
        tf.saved_model.save(model, str(folder / name / "saved_model"), signatures=serve)


def write_expected(folder, model, layer, image):
    folder.mkdir(parents=True, exist_ok=True)
    last = model.layers[-1]
    cut = keras.Model(model.inputs, [model.get_layer(layer).output, last.input])
    with tf.GradientTape() as tape:
        features, pooled = cut(image, training=False)
        logits = pooled @ last.kernel + last.bias
        chosen = int(np.argmax(logits))
        score = logits[:, chosen]
    gradient = tape.gradient(score, features)
    cam = tf.reduce_sum(tf.reduce_mean(gradient, (1, 2), keepdims=True) * features, -1)[0].numpy()
    np.save(folder / "image.npy", image[0].astype(np.float32))
    expected = {
        "layer": layer,
        "classIndex": chosen,
        "logits": logits.numpy()[0].tolist(),
        "probabilities": model.predict(image, verbose=0)[0].tolist(),
        "shape": list(cam.shape),
        "gradCam": cam.ravel().tolist(),
    }
    (folder / "expected.json").write_text(json.dumps(expected))


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--tiny", action="store_true")
    arguments.add_argument("--nets", type=Path)
    chosen = arguments.parse_args()
    if chosen.tiny:
        tiny()
    if chosen.nets:
        nets(chosen.nets)
