"""Networks of keras.applications with random weights, and what Keras makes of two images.

    pip install keras tensorflow-cpu
    python3 scripts/make-keras-applications.py FOLDER [NAME ...]
    node scripts/check-keras-applications.ts FOLDER [--engine native] [--write]

Weights are random, batch normalisation has statistics that are not trivial. Per network: NAME.keras, NAME.h5, NAME.json with the
images, probabilities, the layer a CAM belongs to, and Grad-CAM there by GradientTape on the pre-softmax score. The networks
are large and are not committed; docs/keras.md says what came out.
"""
import json
import os
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras
import numpy as np
import tensorflow as tf

SIDES = {"InceptionV3": 96, "Xception": 96, "InceptionResNetV2": 96, "NASNetMobile": 96}
NAMES = [
    "ResNet50", "ResNet50V2", "MobileNet", "MobileNetV2", "MobileNetV3Small", "MobileNetV3Large", "EfficientNetB0",
    "EfficientNetV2B0", "DenseNet121", "VGG16", "InceptionV3", "Xception", "NASNetMobile", "ConvNeXtTiny",
    "InceptionResNetV2",
]
NOT_FEATURES = ("Pooling", "Padding", "Dropout", "Cropping", "Flatten", "Reshape", "InputLayer")


def main():
    folder, names = sys.argv[1], sys.argv[2:] or NAMES
    os.makedirs(folder, exist_ok=True)
    for name in names:
        keras.utils.clear_session()
        keras.utils.set_random_seed(7)
        side = SIDES.get(name, 64)
        model = getattr(keras.applications, name)(weights=None, input_shape=(side, side, 3), classes=10)
        randomise(model, np.random.default_rng(7))
        model.save(os.path.join(folder, f"{name}.keras"))
        model.save(os.path.join(folder, f"{name}.h5"))
        with open(os.path.join(folder, f"{name}.json"), "w") as file:
            # A live Normalization keeps the statistics it was built with; what was saved is the truth.
            json.dump(truth(keras.models.load_model(os.path.join(folder, f"{name}.keras")), side), file)
        print(name, flush=True)


def randomise(model, rng):
    ranges = {
        "gamma": (0.7, 1.3), "moving_variance": (0.7, 1.3), "variance": (0.7, 1.3),
        "beta": (-0.2, 0.2), "moving_mean": (-0.2, 0.2), "mean": (-0.2, 0.2), "bias": (-0.1, 0.1),
    }
    for variable in model.variables:
        if variable.name in ranges and variable.shape:
            low, high = ranges[variable.name]
            variable.assign(rng.uniform(low, high, variable.shape).astype("float32"))


def truth(model, side):
    images = np.random.default_rng(11).uniform(-1, 1, (2, side, side, 3)).astype("float32")
    if any(type(layer).__name__ in ("Rescaling", "Normalization") for layer in model.layers):
        images = (images + 1) * 127.5
    probabilities = model(images, training=False).numpy()
    layer = next(layer for layer in reversed(model.operations) if is_feature(layer))
    model.layers[-1].activation = keras.activations.linear
    cut = keras.Model(model.inputs, [layer.output, model.output])
    with tf.GradientTape() as tape:
        activations, logits = cut(images, training=False)
        classes = np.argmax(logits, axis=1)
        score = tf.reduce_sum(tf.gather(logits, classes, batch_dims=1))
    slopes = tape.gradient(score, activations)
    maps = tf.einsum("bhwk,bk->bhw", activations, tf.reduce_mean(slopes, axis=[1, 2])).numpy()
    return {
        "side": side, "images": images.reshape(2, -1).tolist(), "probabilities": probabilities.tolist(),
        "layer": layer.name, "maps": maps.reshape(2, -1).tolist(), "parameters": model.count_params(),
    }


def is_feature(layer):
    shape = layer.output.shape
    name = type(layer).__name__
    return len(shape) == 4 and shape[1] * shape[2] > 1 and not any(word in name for word in NOT_FEATURES)


main()
