"""Vision transformers, mixers and ConvNeXts of Keras as every file it writes, and what Keras makes of two images at each of their layers.

    pip install keras tensorflow-cpu
    python3 scripts/make-keras-transformers.py FOLDER [NAME ...]
    node scripts/check-keras-transformers.ts FOLDER [--engine native] [--write]

Weights are random. Per network: NAME.keras and NAME.h5 where it is made of Keras's own layers alone, NAME-export (`model.export`) and
NAME-saved (`tf.saved_model.save`); NAME.json holds the images, the logits, and of every layer with cells or tokens the Grad-CAM by GradientTape.
"""
import json
import os
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras
import numpy as np
import tensorflow as tf
from keras import layers as L

SIDE, PATCH, WIDTH, CLASSES = 64, 8, 32, 5
CELLS = (SIDE // PATCH) ** 2


@keras.saving.register_keras_serializable("camdrift")
class ClassToken(L.Layer):
    def build(self, shape):
        self.token = self.add_weight(shape=(1, 1, shape[-1]), initializer="random_normal")

    def call(self, x):
        return tf.concat([tf.repeat(self.token, tf.shape(x)[0], axis=0), x], axis=1)


@keras.saving.register_keras_serializable("camdrift")
class Position(L.Layer):
    def build(self, shape):
        self.table = self.add_weight(shape=(1, *shape[1:]), initializer=keras.initializers.RandomNormal(0.3))

    def call(self, x):
        return x + self.table


@keras.saving.register_keras_serializable("camdrift")
class Embedded(L.Layer):
    """A table that is looked up, as tutorials number their patches."""

    def build(self, shape):
        self.table = L.Embedding(shape[1], shape[2], embeddings_initializer=keras.initializers.RandomNormal(0.3))
        self.table.build(())

    def call(self, x):
        return x + self.table(keras.ops.arange(x.shape[1]))


@keras.saving.register_keras_serializable("camdrift")
class Patches(L.Layer):
    """Cut out without a convolution."""

    def call(self, images):
        sizes = [1, PATCH, PATCH, 1]
        cut = tf.image.extract_patches(images, sizes=sizes, strides=sizes, rates=[1, 1, 1, 1], padding="VALID")
        return tf.reshape(cut, (tf.shape(images)[0], CELLS, cut.shape[-1]))


def block(x, heads=4, activation="gelu"):
    y = L.LayerNormalization(epsilon=1e-6)(x)
    x = L.Add()([x, L.MultiHeadAttention(heads, WIDTH // heads, dropout=0.1)(y, y)])
    y = L.Dense(2 * WIDTH, activation=activation)(L.LayerNormalization(epsilon=1e-6)(x))
    return L.Add()([x, L.Dropout(0.1)(L.Dense(WIDTH)(y))])


def transformer(x, blocks=3, **how):
    for _ in range(blocks):
        x = block(x, **how)
    return L.LayerNormalization(epsilon=1e-6)(x)


def patches(i):
    return L.Reshape((CELLS, WIDTH))(L.Conv2D(WIDTH, PATCH, PATCH)(i))


def classified(i, x):
    return keras.Model(i, L.Dense(CLASSES, name="scores")(x))


def vit():
    i = keras.Input((SIDE, SIDE, 3))
    return classified(i, L.GlobalAveragePooling1D()(transformer(patches(i))))


def vit_flat():
    """All tokens in a row, as tutorials classify them."""
    i = keras.Input((SIDE, SIDE, 3))
    x = L.Flatten()(transformer(patches(i)))
    return classified(i, L.Dense(24, activation="gelu")(x))


def vit_tanh_gelu():
    i = keras.Input((SIDE, SIDE, 3))
    x = transformer(patches(i), activation=lambda x: keras.activations.gelu(x, approximate=True))
    return classified(i, L.GlobalAveragePooling1D()(x))


def vit_token():
    i = keras.Input((SIDE, SIDE, 3))
    x = transformer(Position()(ClassToken()(patches(i))))
    return classified(i, L.Dense(WIDTH, activation="tanh")(x[:, 0]))


def vit_patches():
    i = keras.Input((SIDE, SIDE, 3))
    x = transformer(Embedded()(L.Dense(WIDTH)(Patches()(i))))
    return classified(i, L.GlobalAveragePooling1D()(x))


def mixer():
    i = keras.Input((SIDE, SIDE, 3))
    x = patches(i)
    for _ in range(2):
        y = L.Permute((2, 1))(L.LayerNormalization()(x))
        y = L.Dense(CELLS)(L.Dense(2 * CELLS, activation="gelu")(y))
        x = L.Add()([x, L.Permute((2, 1))(y)])
        y = L.Dense(2 * WIDTH, activation="gelu")(L.LayerNormalization()(x))
        x = L.Add()([x, L.Dense(WIDTH)(y)])
    return classified(i, L.GlobalAveragePooling1D()(L.LayerNormalization()(x)))


def pooled_by_attention():
    """Tokens weighted by a learned score, as compact transformers pool them."""
    i = keras.Input((SIDE, SIDE, 3))
    x = L.MaxPooling2D(3, 2, padding="same")(L.Conv2D(WIDTH, 3, 2, padding="same", activation="relu")(i))
    x = transformer(L.Reshape((SIDE * SIDE // 16, WIDTH))(x), 2)
    weights = L.Softmax(axis=1)(L.Dense(1)(x))
    return classified(i, L.Reshape((WIDTH,))(L.Dot(axes=1)([weights, x])))


def convnext(depths=(2, 2, 2, 2), widths=(16, 32, 48, 64)):
    from keras.src.applications.convnext import ConvNeXt

    return ConvNeXt(
        depths=list(depths), projection_dims=list(widths), include_preprocessing=True, weights=None, name="convnext",
        input_shape=(SIDE, SIDE, 3), classes=CLASSES, classifier_activation=None,
    )


def convnext_tiny():
    return keras.applications.ConvNeXtTiny(
        weights=None, input_shape=(SIDE, SIDE, 3), classes=CLASSES, classifier_activation=None
    )


NETWORKS = {
    "vit": vit, "vit-flat": vit_flat, "vit-tanh-gelu": vit_tanh_gelu, "vit-token": vit_token, "vit-patches": vit_patches,
    "mixer": mixer, "attention-pooling": pooled_by_attention, "convnext": convnext, "convnext-tiny": convnext_tiny,
}
OWN_CODE = {"vit-token", "vit-patches", "vit-tanh-gelu", "attention-pooling"}


def main():
    folder, names = sys.argv[1], sys.argv[2:] or NETWORKS
    os.makedirs(folder, exist_ok=True)
    for name in names:
        keras.utils.clear_session()
        keras.utils.set_random_seed(5)
        model = NETWORKS[name]()
        randomise(model)
        place = os.path.join(folder, name)
        for ending in () if name in OWN_CODE else ("keras", "h5"):
            model.save(f"{place}.{ending}")
        with open(f"{place}.json", "w") as file:
            json.dump(truth(model), file)
        model.export(f"{place}-export", verbose=False)
        serve = tf.function(lambda x: model(x, training=False), input_signature=[tf.TensorSpec([None, SIDE, SIDE, 3])])
        model.serve = serve
        tf.saved_model.save(model, f"{place}-saved", signatures=serve)
        print(name, flush=True)


def randomise(model):
    """Scales and shifts that show where they stand; layer scales large enough to count."""
    rng = np.random.default_rng(7)
    for variable in model.variables:
        if variable.name in ("gamma", "beta", "bias") and variable.shape:
            low, high = (0.5, 1.5) if variable.name == "gamma" else (-0.2, 0.2)
            variable.assign(rng.uniform(low, high, variable.shape).astype("float32"))


def truth(model):
    images = np.random.default_rng(11).uniform(-1, 1, (2, SIDE, SIDE, 3)).astype("float32")
    if any(type(layer).__name__ in ("Rescaling", "Normalization") for layer in model.layers):
        images = (images + 1) * 127.5
    kept = [operation for operation in model.operations if is_feature(operation)]
    cut = keras.Model(model.input, [*[operation.output for operation in kept], model.output])
    with tf.GradientTape() as tape:
        *values, logits = cut(images, training=False)
        classes = np.argmax(logits, axis=1)
        score = tf.reduce_sum(tf.gather(logits, classes, batch_dims=1))
    slopes = tape.gradient(score, values)
    maps = {
        operation.name: cam(value.numpy(), slope.numpy())
        for operation, value, slope in zip(kept, values, slopes) if slope is not None
    }
    return {"images": images.reshape(2, -1).tolist(), "logits": logits.numpy().tolist(), "maps": maps}


def is_feature(operation):
    shape = getattr(operation.output, "shape", ())
    return len(shape) in (3, 4) and np.prod(shape[1:-1]) > 1


def cam(value, slope):
    """Of the cells alone: a class token is none of them."""
    tokens = value.reshape(len(value), -1, value.shape[-1])
    extra = 1 if tokens.shape[1] == CELLS + 1 else 0
    a, g = tokens[:, extra:], slope.reshape(tokens.shape)[:, extra:]
    return np.einsum("bnk,bk->bn", a, g.mean(axis=1)).tolist()


main()
