"""Writes test/models/onnx/files/vit: tiny vision transformers with random weights as ONNX, and what torch's autograd says of them.

    pip install torch==2.13.0 onnx==1.23.1 onnxscript
    python scripts/make-vit-fixtures.py

Images of 16 x 12 in patches of 4 x 4, so a grid of 4 x 3. `class-token` reads its answer from a class token before the patches
and has two registers beside it, `behind` has the class token behind the patches, `mean` averages the patches. Per model NAME.onnx
and NAME.json with two images (H x W x C), the logits, the classes, and the raw Grad-CAM of each at the named layer.
"""

import json
import warnings
from pathlib import Path

import onnx
import onnxruntime
import torch
from torch import nn
from torch.nn.functional import scaled_dot_product_attention

warnings.filterwarnings("ignore")
FOLDER = Path(__file__).parent.parent / "test/models/onnx/files/vit"
WIDTH, HEIGHT, PATCH, DEPTH, HEADS, CHANNELS, CLASSES = 16, 12, 4, 2, 2, 12, 3
COLUMNS, ROWS = WIDTH // PATCH, HEIGHT // PATCH
CELLS = COLUMNS * ROWS


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(CHANNELS), nn.LayerNorm(CHANNELS)
        self.qkv, self.out = nn.Linear(CHANNELS, 3 * CHANNELS), nn.Linear(CHANNELS, CHANNELS)
        self.mlp = nn.Sequential(nn.Linear(CHANNELS, 2 * CHANNELS), nn.GELU(), nn.Linear(2 * CHANNELS, CHANNELS))

    def forward(self, x):
        n, tokens, _ = x.shape
        parts = self.qkv(self.norm1(x)).reshape(n, tokens, 3, HEADS, CHANNELS // HEADS).permute(2, 0, 3, 1, 4)
        mixed = scaled_dot_product_attention(*parts.unbind(0)).transpose(1, 2).reshape(n, tokens, CHANNELS)
        x = x + self.out(mixed)
        return x + self.mlp(self.norm2(x))


class Transformer(nn.Module):
    def __init__(self, before, behind):
        super().__init__()
        self.patches = nn.Conv2d(3, CHANNELS, PATCH, PATCH)
        self.before = nn.Parameter(torch.zeros(1, before, CHANNELS))
        self.behind = nn.Parameter(torch.zeros(1, behind, CHANNELS))
        self.positions = nn.Parameter(torch.zeros(1, CELLS, CHANNELS))
        self.blocks = nn.ModuleList(Block() for _ in range(DEPTH))
        self.norm, self.head = nn.LayerNorm(CHANNELS), nn.Linear(CHANNELS, CLASSES)

    def forward(self, image):
        x = self.patches(image).flatten(2).transpose(1, 2) + self.positions
        beside = [tokens.expand(image.shape[0], -1, -1) for tokens in (self.before, self.behind) if tokens.shape[1]]
        if beside:
            x = torch.cat([*beside, x] if self.before.shape[1] else [x, *beside], 1)
        for block in self.blocks:
            x = block(x)
        x = self.norm(x)
        if not beside:
            return self.head(x.mean(1))
        return self.head(x[:, 0] if self.before.shape[1] else x[:, -1])


def explained(model, layer, first, images):
    kept = []

    def keep(_module, _inputs, output):
        kept.append(output.detach().requires_grad_())
        return kept[0]

    handle = layer.register_forward_hook(keep)
    logits = model(images)
    handle.remove()
    classes = logits.argmax(1)
    (gradient,) = torch.autograd.grad(logits[torch.arange(len(images)), classes].sum(), kept[0])
    value, slope = (x.detach()[:, first : first + CELLS] for x in (kept[0], gradient))
    return logits.detach(), classes, (slope.mean(1, keepdim=True) * value).sum(2)


def strip(path):
    """Leaves out where in the source a node comes from, and shapes of what lies between."""
    model = onnx.load(path)
    del model.graph.value_info[:], model.metadata_props[:], model.graph.metadata_props[:]
    for node in model.graph.node:
        node.doc_string = ""
        del node.metadata_props[:]
    onnx.save(model, path)


def write(name, before, behind, layer_of, **options):
    torch.manual_seed(11)
    model = Transformer(before, behind).eval()
    for parameter in model.parameters():
        nn.init.normal_(parameter, 0, 0.3)
    images = torch.randn(2, 3, HEIGHT, WIDTH)
    logits, classes, maps = explained(model, layer_of(model), before, images)
    path = FOLDER / f"{name}.onnx"
    torch.onnx.export(model, (images,), str(path), input_names=["image"], output_names=["logits"], **options)
    strip(path)
    record = {
        "images": images.permute(0, 2, 3, 1).reshape(2, -1).tolist(),
        "logits": logits.tolist(),
        "classes": classes.tolist(),
        "maps": maps.tolist(),
    }
    rounded = json.loads(json.dumps(record), parse_float=lambda text: float(f"{float(text):.8g}"))
    (FOLDER / f"{name}.json").write_text(json.dumps(rounded) + "\n")


FOLDER.mkdir(parents=True, exist_ok=True)
script = dict(dynamo=False, opset_version=17, dynamic_axes={"image": {0: "batch"}, "logits": {0: "batch"}})
new = dict(dynamo=True, dynamic_shapes=({0: torch.export.Dim("batch")},), external_data=False, verbose=False)
last_attention = lambda model: model.blocks[-1].norm1  # noqa: E731
write("class-token", 3, 0, last_attention, **new)
write("behind", 0, 1, last_attention, **(script | {"opset_version": 14}))
write("mean", 0, 0, lambda model: model.norm, **script)

# The first as ONNX Runtime's optimiser saves it: its activation and the sum before it are one node, BiasGelu.
options = onnxruntime.SessionOptions()
options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
options.optimized_model_filepath = str(FOLDER / "optimised.onnx")
onnxruntime.InferenceSession(str(FOLDER / "class-token.onnx"), options, providers=["CPUExecutionProvider"])
