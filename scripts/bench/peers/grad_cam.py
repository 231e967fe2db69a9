"""Grad-CAM in PyTorch, from process start to pictures, for scripts/bench/peers/index.ts.

    python grad_cam.py which                                       what explains here, by name
    python grad_cam.py export NETWORK FILE.onnx                    the network, of random weights, as camdrift reads it
    python grad_cam.py explain NETWORK METHODS OUT PICTURE ...     a picture per method and picture

It explains with pytorch-grad-cam where that is installed. Where it is not, with hooks, doing per method what that package does:
a forward pass, a backward pass through the whole network, the map, its picture.
"""

import sys
from pathlib import Path

import numpy as np
import torch
from PIL import Image

# The wheel for CPUs comes without its own operators, which classifiers do not use.
library = torch.library.Library("torchvision", "DEF")
for name in ("nms", "qnms"):
    library.define(f"{name}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
import torchvision  # noqa: E402

try:
    import pytorch_grad_cam
except ImportError:
    pytorch_grad_cam = None

LAYERS = {"resnet50": lambda m: m.layer4[-1], "mobilenet_v2": lambda m: m.features[-1]}
SIDE = 224
BATCH = 8
MEAN = np.array([0.485, 0.456, 0.406], dtype="float32")
STD = np.array([0.229, 0.224, 0.225], dtype="float32")


def build(network):
    torch.manual_seed(7)
    return torchvision.models.get_model(network, weights=None).eval()


def picture(path):
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB").resize((SIDE, SIDE), Image.BILINEAR), dtype="float32") / 255


def weighted(weights, activations):
    return torch.relu((weights * activations).sum(1))


def grad_cam(a, g):
    return weighted(g.mean((2, 3), keepdim=True), a)


def grad_cam_plus_plus(a, g):
    squared, cubed = g**2, g**3
    alpha = squared / (2 * squared + a.sum((2, 3), keepdim=True) * cubed + 1e-7)
    return weighted((alpha * torch.relu(g)).sum((2, 3), keepdim=True), a)


def layer_cam(a, g):
    return weighted(torch.relu(g), a)


METHODS = {"grad-cam": grad_cam, "grad-cam++": grad_cam_plus_plus, "layer-cam": layer_cam}


def by_hooks(model, layer, method):
    """Maps of 0 to 1 in the size of the pictures, as pytorch-grad-cam gives them."""

    def explain(images):
        kept = {}
        forward = layer.register_forward_hook(lambda _m, _i, output: keep(kept, output))
        logits = model(images)
        forward.remove()
        model.zero_grad()
        logits[torch.arange(len(images)), logits.argmax(1)].sum().backward()
        maps = METHODS[method](kept["activations"].detach(), kept["gradients"])
        maps = maps - maps.amin((1, 2), keepdim=True)
        maps = maps / (maps.amax((1, 2), keepdim=True) + 1e-7)
        return torch.nn.functional.interpolate(maps[:, None], (SIDE, SIDE), mode="bilinear")[:, 0].numpy()

    return explain


def keep(kept, output):
    kept["activations"] = output
    output.register_hook(lambda gradient: kept.update(gradients=gradient))


def by_package(model, layer, method):
    classes = {"grad-cam": "GradCAM", "grad-cam++": "GradCAMPlusPlus", "layer-cam": "LayerCAM"}
    explainer = getattr(pytorch_grad_cam, classes[method])(model=model, target_layers=[layer])
    return lambda images: explainer(input_tensor=images, targets=None)


def overlay(shown, heat):
    colours = np.stack([np.clip(1.5 - np.abs(4 * heat - at), 0, 1) for at in (3, 2, 1)], -1)
    mixed = shown + colours
    return Image.fromarray(np.uint8(255 * mixed / mixed.max()))


def explain(network, methods, out, paths):
    model = build(network)
    made = by_package if pytorch_grad_cam else by_hooks
    explainers = {method: made(model, LAYERS[network](model), method) for method in methods.split(",")}
    for start in range(0, len(paths), BATCH):
        shown = [picture(path) for path in paths[start : start + BATCH]]
        images = torch.from_numpy((np.stack(shown) - MEAN) / STD).permute(0, 3, 1, 2).contiguous()
        for method, run in explainers.items():
            for at, heat in enumerate(run(images)):
                overlay(shown[at], heat).save(Path(out) / f"{start + at}-{method}.png")


def export(network, path):
    torch.onnx.export(
        build(network), torch.zeros(1, 3, SIDE, SIDE), path, dynamo=False, opset_version=17,
        input_names=["image"], output_names=["logits"], dynamic_axes={"image": {0: "batch"}, "logits": {0: "batch"}},
    )


do, *rest = sys.argv[1:]
if do == "which":
    print(f"pytorch-grad-cam {pytorch_grad_cam.__version__ if hasattr(pytorch_grad_cam, '__version__') else ''}".strip() if pytorch_grad_cam else f"hooks on torch {torch.__version__}")
elif do == "export":
    export(*rest)
else:
    explain(*rest[:3], rest[3:])
