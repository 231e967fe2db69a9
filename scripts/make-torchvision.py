"""Exports torchvision's classifiers to ONNX with random weights, with what ONNX Runtime and torch's autograd say of them.

    pip install torch==2.13.0 torchvision==0.28.0 onnx onnxscript onnxruntime
    python scripts/make-torchvision.py FOLDER [NAME ...]

Per model and exporter NAME-EXPORTER.onnx, and NAME.json with two images (N x H x W x C), logits, class, and the raw Grad-CAM at
the named layer, both also computed in float64. scripts/check-torchvision.ts compares camdrift with them, scripts/check-engines.ts one engine with
another.
"""

import json
import sys
import warnings
from pathlib import Path

import numpy as np
import onnxruntime
import torch

# The wheel for CPUs comes without its own operators, which classifiers do not use.
library = torch.library.Library("torchvision", "DEF")
for name in ("nms", "qnms"):
    library.define(f"{name}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
import torchvision  # noqa: E402

warnings.filterwarnings("ignore")

# Size of the images, the layer before pooling, and whether the slower exporter runs too.
MODELS = {
    "resnet18": (64, lambda m: m.layer4, True),
    "resnet50": (64, lambda m: m.layer4, False),
    "resnext50_32x4d": (64, lambda m: m.layer4, False),
    "mobilenet_v2": (64, lambda m: m.features, True),
    "mobilenet_v3_small": (64, lambda m: m.features, True),
    "squeezenet1_1": (64, lambda m: m.classifier[2], True),
    "shufflenet_v2_x0_5": (64, lambda m: m.conv5, True),
    "mnasnet0_5": (64, lambda m: m.layers, False),
    "googlenet": (64, lambda m: m.inception5b, False),
    "densenet121": (64, lambda m: m[1], False),
    "efficientnet_b0": (64, lambda m: m.features, True),
    "regnet_y_400mf": (64, lambda m: m.trunk_output, False),
    "vgg11_bn": (224, lambda m: m.features[27], False),
    "alexnet": (224, lambda m: m.features[11], False),
    "convnext_tiny": (64, lambda m: m.features, True),
    "inception_v3": (128, lambda m: m.Mixed_7c, False),
    "efficientnet_v2_s": (64, lambda m: m.features, False),
    "swin_t": (64, lambda m: m.norm, False),
    "maxvit_t": (224, lambda m: m.blocks[-1].layers[-1].layers.MBconv, False),
    "convnext_small": (64, lambda m: m.features, False),
    "densenet161": (64, lambda m: m[1], False),
    "mnasnet1_0": (64, lambda m: m.layers, False),
    "mobilenet_v3_large": (64, lambda m: m.features, False),
    "regnet_x_400mf": (64, lambda m: m.trunk_output, False),
    "resnet152": (64, lambda m: m.layer4, False),
    "resnext101_32x8d": (64, lambda m: m.layer4, False),
    "shufflenet_v2_x1_0": (64, lambda m: m.conv5, False),
    "squeezenet1_0": (64, lambda m: m.classifier[2], False),
    "swin_v2_t": (64, lambda m: m.norm, False),
    "vgg16": (224, lambda m: m.features[29], False),
    "wide_resnet50_2": (64, lambda m: m.layer4, False),
    "vit_small": (64, lambda m: m.encoder.layers[-1].ln_1, True),
    "vit_b_16": (224, lambda m: m.encoder.layers[-1].ln_1, False),
}
# Vision transformers need a newer operator set, and start with a head of zeros.
VITS = {
    "vit_small": dict(image_size=64, patch_size=16, num_layers=3, num_heads=2, hidden_dim=32, mlp_dim=64, num_classes=10),
    "vit_b_16": dict(image_size=224, patch_size=16, num_layers=12, num_heads=12, hidden_dim=768, mlp_dim=3072, num_classes=10),
}


def build(name):
    torch.manual_seed(7)
    if name in VITS:
        model = torchvision.models.VisionTransformer(**VITS[name])
        torch.nn.init.normal_(model.class_token, 0, 0.3)
        torch.nn.init.normal_(model.encoder.pos_embedding, 0, 0.3)
        torch.nn.init.normal_(model.heads.head.weight, 0, 0.3)
        return model.eval()
    extra = {"init_weights": True, "aux_logits": False} if name in ("googlenet", "inception_v3") else {}
    model = torchvision.models.get_model(name, weights=None, num_classes=10, **extra)
    for module in model.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            torch.nn.init.normal_(module.running_mean, 0, 0.1)
            torch.nn.init.uniform_(module.running_var, 0.5, 1.5)
            torch.nn.init.uniform_(module.weight, 0.7, 1.3)
            torch.nn.init.normal_(module.bias, 0, 0.1)
        if type(module).__name__ == "CNBlock":
            torch.nn.init.uniform_(module.layer_scale, 0.2, 0.6)
    if name.startswith("densenet"):  # its last activation is no module
        pool, flatten = torch.nn.AdaptiveAvgPool2d(1), torch.nn.Flatten()
        model = torch.nn.Sequential(model.features, torch.nn.ReLU(), pool, flatten, model.classifier)
    return model.eval()


def explained(model, layer, images, classes=None):
    """The classes, those predicted unless told, the raw Grad-CAM of each, and the logits."""
    kept = []

    def keep(_module, _inputs, output):
        kept.append(output.detach().requires_grad_())
        return kept[0].clone()  # the next step may work in place

    handle = layer.register_forward_hook(keep)
    logits = model(images)
    handle.remove()
    classes = logits.argmax(1) if classes is None else classes
    (gradient,) = torch.autograd.grad(logits[torch.arange(len(images)), classes].sum(), kept[0])
    value = kept[0].detach()
    if value.ndim == 3:  # tokens, of which the first is the class token
        side = round((value.shape[1] - 1) ** 0.5)
        value, gradient = (tokens[:, 1:].reshape(len(images), side, side, -1) for tokens in (value, gradient))
    channel = 3 if value.shape[3] > value.shape[1] else 1  # the Swin family counts N, H, W, C
    weights = gradient.mean((1, 2) if channel == 3 else (2, 3), keepdim=True)
    return classes, (weights * value).sum(channel), logits.detach()


def export(model, images, path, exporter):
    if exporter == "script":
        torch.onnx.export(
            model, images, path, dynamo=False, opset_version=17, input_names=["image"], output_names=["logits"],
            dynamic_axes={"image": {0: "batch"}, "logits": {0: "batch"}},
        )
    elif exporter in ("fixed", "fixed14"):
        opset = 13 if exporter == "fixed" else 14
        torch.onnx.export(model, images[:1], path, dynamo=False, opset_version=opset, input_names=["image"], output_names=["logits"])
    else:
        torch.onnx.export(
            model, (images,), path, dynamo=True, input_names=["image"], output_names=["logits"],
            dynamic_shapes=({0: torch.export.Dim("batch")},), external_data=False, verbose=False,
        )


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[2:] or MODELS:
        size, layer, both = MODELS[name]
        model = build(name)
        generator = np.random.default_rng(1)
        # Smooth pictures: noise alone leaves random networks without an opinion.
        coarse = torch.from_numpy(generator.normal(size=(2, 3, 8, 8)).astype("float32"))
        images = torch.nn.functional.interpolate(coarse, (size, size), mode="bicubic")
        classes, maps, _ = explained(model, layer(model), images)
        record = {
            "size": size,
            "images": images.permute(0, 2, 3, 1).reshape(2, -1).tolist(),
            "classes": classes.tolist(),
            "maps": maps.reshape(2, -1).tolist(),
            "grid": list(maps.shape[1:]),
            "logits": {},
        }
        fixed = "fixed14" if name in VITS else "fixed"
        for exporter in ["script", fixed, "dynamo"] if both else ["script", fixed]:
            path = folder / f"{name}-{exporter}.onnx"
            try:
                export(model, images, str(path), exporter)
                session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
                batches = [images[:1], images[1:]] if exporter == fixed else [images]
                logits = np.concatenate([session.run(None, {"image": batch.numpy()})[0] for batch in batches])
                record["logits"][exporter] = logits.tolist()
            except Exception as error:  # noqa: BLE001
                path.unlink(missing_ok=True)
                print(f"{name}, {exporter}: not exported: {str(error).splitlines()[0][:200]}", flush=True)
        exact = build(name).double()
        _, maps, logits = explained(exact, layer(exact), images.double(), classes)
        record["exact"] = {"maps": maps.reshape(2, -1).tolist(), "logits": logits.tolist()}
        (folder / f"{name}.json").write_text(json.dumps(record))
        print(name, flush=True)


main()
