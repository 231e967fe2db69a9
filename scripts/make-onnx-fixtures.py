"""Writes test/models/onnx/files/quantised: a small CNN as ONNX Runtime's own tools leave it, with what ONNX Runtime says of two images.

    pip install onnx==1.23.1 onnxruntime==1.30.0 && python scripts/make-onnx-fixtures.py

float.onnx is the network, quantised.onnx its 8-bit form in quantised operators (QOperator), per-channel.onnx the same with
signed activations and a scale per channel, fused.onnx what the graph optimiser writes. operators.json holds models of one
operator of com.microsoft each, with an input and ONNX Runtime's answer. truth.json holds images
(N x H x W x C), and the logits of each file with the size of their quantisation steps.
"""

import base64
import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_static

folder = Path(__file__).parent.parent / "test/models/onnx/files/quantised"
generator = np.random.default_rng(5)
weights = []


def weight(name, *shape, scale=None):
    fan = np.prod(shape[1:]) if len(shape) > 1 else 4
    values = generator.normal(size=shape) * (scale or (2 / fan) ** 0.5)
    weights.append(numpy_helper.from_array(values.astype("float32"), name))
    return name


def conv(name, source, to, per_group, size=3, **attributes):
    inputs = [source, weight(f"{name}/w", to, per_group, size, size), weight(f"{name}/b", to, scale=0.1)]
    pads = [size // 2] * 4
    return helper.make_node("Conv", inputs, [name], name, kernel_shape=[size, size], pads=pads, **attributes)


def network():
    node = helper.make_node
    nodes = [
        conv("stem", "image", 8, 3, strides=[2, 2]),
        node("Relu", ["stem"], ["stem/relu"], "stem/relu"),
        conv("depthwise", "stem/relu", 8, 1, group=8),
        node("LeakyRelu", ["depthwise"], ["depthwise/leaky"], "depthwise/leaky", alpha=0.1),
        conv("mix", "depthwise/leaky", 8, 8, size=1),
        node("Add", ["mix", "stem/relu"], ["sum"], "sum"),
        node("Relu", ["sum"], ["sum/relu"], "sum/relu"),
        node("MaxPool", ["sum/relu"], ["pool"], "pool", kernel_shape=[2, 2], strides=[2, 2]),
        conv("gate", "pool", 8, 8, size=1),
        node("Sigmoid", ["gate"], ["gate/sigmoid"], "gate/sigmoid"),
        node("Mul", ["pool", "gate/sigmoid"], ["gated"], "gated"),
        node("Concat", ["gated", "pool"], ["both"], "both", axis=1),
        conv("last", "both", 12, 16),
        node("Relu", ["last"], ["features"], "features"),
        node("GlobalAveragePool", ["features"], ["mean"], "mean"),
        node("Flatten", ["mean"], ["flat"], "flat"),
        node("Gemm", ["flat", weight("scores/w", 5, 12), weight("scores/b", 5, scale=0.3)], ["logits"], "logits", transB=1),
    ]
    image = helper.make_tensor_value_info("image", TensorProto.FLOAT, ["batch", 3, 16, 16])
    logits = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", 5])
    graph = helper.make_graph(nodes, "small", [image], [logits], weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model, full_check=True)
    return model


def pictures(count):
    coarse = generator.normal(size=(count, 3, 4, 4))
    return np.kron(coarse, np.ones((1, 1, 4, 4))).astype("float32") + generator.normal(size=(count, 3, 16, 16)).astype("float32") * 0.2


class Reader(CalibrationDataReader):
    def __init__(self, images):
        self.batches = iter([{"image": image[None]} for image in images])

    def get_next(self):
        return next(self.batches, None)


def optimised(path, to):
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(to)
    onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def quantised(path, to, calibration, activations, per_channel):
    quantize_static(
        str(path), str(to), Reader(calibration), quant_format=QuantFormat.QOperator, activation_type=activations,
        weight_type=QuantType.QInt8, per_channel=per_channel,
    )


def single(name, shape, constants, quantised=False, **attributes):
    """A model of one operator, between quantising and dequantising where it works on whole numbers."""
    scale, zero = numpy_helper.from_array(np.float32(0.02), "scale"), numpy_helper.from_array(np.uint8(120), "zero")
    initializers = [numpy_helper.from_array(generator.normal(size=size).astype("float32"), f"c{at}") for at, size in enumerate(constants)]
    names = [tensor.name for tensor in initializers]
    if quantised:
        nodes = [
            helper.make_node("QuantizeLinear", ["x", "scale", "zero"], ["q"]),
            helper.make_node(name, ["q", "scale", "zero", "scale", "zero"], ["r"], domain="com.microsoft", **attributes),
            helper.make_node("DequantizeLinear", ["r", "scale", "zero"], ["y"]),
        ]
        initializers += [scale, zero]
    else:
        nodes = [helper.make_node(name, ["x", *names], ["y"], domain="com.microsoft", **attributes)]
    x = helper.make_tensor_value_info("x", TensorProto.FLOAT, shape)
    y = helper.make_tensor_value_info("y", TensorProto.FLOAT, None)
    domains = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    data = helper.make_model(helper.make_graph(nodes, name, [x], [y], initializers), opset_imports=domains, ir_version=8).SerializeToString()
    value = generator.normal(size=shape).astype("float32")
    answer = onnxruntime.InferenceSession(data, providers=["CPUExecutionProvider"]).run(None, {"x": value})[0]
    title = " ".join([name, *(f"{key}={attributes[key]}" for key in attributes)])
    model = base64.b64encode(data).decode()
    return {"title": title, "model": model, "shape": shape, "input": value.ravel().tolist(), "output": answer.ravel().tolist()}


def operators():
    image = [1, 4, 3, 5]
    return [
        single("Gelu", [2, 3, 8], []),
        single("FastGelu", [2, 3, 8], []),
        single("FastGelu", [2, 3, 8], [[8]]),
        single("BiasGelu", [2, 3, 8], [[8]]),
        single("QuickGelu", [2, 3, 8], [], alpha=1.5),
        single("SkipLayerNormalization", [2, 3, 8], [[2, 3, 8], [8], [8], [8]], epsilon=1e-4),
        single("SkipLayerNormalization", [2, 3, 8], [[2, 3, 8], [8]]),
        single("FusedMatMul", [2, 3, 8], [[2, 5, 8]], transB=1, alpha=0.5),
        single("FusedMatMul", [2, 8, 3], [[2, 8, 5]], transA=1),
        single("FusedConv", image, [[6, 4, 3, 3], [6], [1, 6, 3, 5]], pads=[1] * 4, activation="Relu"),
        *(
            single("FusedConv", image, [[6, 4, 1, 1]], activation=activation, activation_params=numbers)
            for activation, numbers in (("LeakyRelu", [0.2]), ("Clip", [-0.5, 0.7]), ("HardSigmoid", [0.3, 0.4]))
        ),
        single("FusedConv", image, [[6, 4, 1, 1]], activation="Tanh"),
        single("FusedConv", image, [[6, 4, 1, 1]], activation="Sigmoid"),
        single("QLinearLeakyRelu", image, [], True, alpha=0.3),
        single("QLinearSigmoid", image, [], True),
        single("QLinearSoftmax", image, [], True, axis=1, opset=17),
        single("QLinearAveragePool", image, [], True, kernel_shape=[2, 2], strides=[1, 2], pads=[1, 0, 0, 1]),
        single("QLinearGlobalAveragePool", image, [], True, channels_last=0),
    ]


def main():
    folder.mkdir(exist_ok=True)
    path = folder / "float.onnx"
    onnx.save(network(), path)
    images = pictures(2)
    calibration = np.concatenate([pictures(16), images])  # nothing that is compared saturates
    quantised(path, folder / "quantised.onnx", calibration, QuantType.QUInt8, False)
    quantised(path, folder / "per-channel.onnx", calibration, QuantType.QInt8, True)
    optimised(path, folder / "fused.onnx")
    truth = {"images": images.transpose(0, 2, 3, 1).reshape(2, -1).round(6).tolist(), "logits": {}, "steps": {}}
    for name in ("float", "quantised", "per-channel", "fused"):
        options = onnxruntime.SessionOptions()
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        session = onnxruntime.InferenceSession(str(folder / f"{name}.onnx"), options, providers=["CPUExecutionProvider"])
        logits = [session.run(None, {"image": image[None]})[0][0].tolist() for image in images.round(6)]
        truth["logits"][name] = logits
        model = onnx.load(folder / f"{name}.onnx")
        constants = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
        scales = [float(constants[node.input[7]]) for node in model.graph.node if node.op_type == "QGemm"]
        truth["steps"][name] = scales[0] if scales else 0
        kinds = sorted({f"{node.domain}.{node.op_type}".strip(".") for node in model.graph.node})
        print(name, (folder / f"{name}.onnx").stat().st_size, " ".join(kinds))
    (folder / "operators.json").write_text(json.dumps(operators()) + "\n")
    (folder / "truth.json").write_text(json.dumps(truth) + "\n")


main()
