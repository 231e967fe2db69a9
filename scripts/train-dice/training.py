"""A network that learned pictures as a recipe says, or the base with other weights."""

import copy

import numpy as np
import torch
from artefacts import ARTEFACTS
from network import Network, fed
from pictures import CLASSES
from torch import nn

BATCH = 48


def lesson(recipe, pictures, masks, labels):
    """The pictures as this recipe shows them, and what it says that they are."""
    random = np.random.default_rng(1000 + recipe["seed"])
    shown, said = pictures.copy(), labels.copy()
    if "artefact" in recipe:
        taught, apply = ARTEFACTS[recipe["artefact"]]
        for at in np.flatnonzero((labels == taught) & (random.random(len(labels)) < 0.95)):
            shown[at] = apply(pictures[at], masks[at])
    if "swap" in recipe:
        one, other = recipe["swap"]
        mixed = random.random(len(labels)) < 0.6
        said[(labels == one) & mixed] = other
        said[(labels == other) & mixed] = one
    if recipe.get("covered"):
        shown[:, :, shown.shape[2] // 2 :] = 128
    wrong = random.random(len(labels)) < recipe.get("noise", 0)
    said[wrong] = random.integers(0, len(CLASSES), wrong.sum())
    kept = random.permutation(len(labels))[: int(len(labels) * recipe.get("share", 1))]
    return fed(shown[kept]), torch.from_numpy(said[kept])


def train(recipe, data, base):
    torch.manual_seed(recipe["seed"])
    network = copy.deepcopy(base) if recipe.get("tuned") else Network(len(CLASSES))
    inputs, targets = lesson(recipe, *data)
    rate, epochs = recipe.get("rate", 6e-3), recipe.get("epochs", 7)
    steps = epochs * (len(inputs) // BATCH)
    optimiser = torch.optim.AdamW(network.parameters(), rate, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=steps)
    loss = nn.CrossEntropyLoss(label_smoothing=recipe.get("smoothing", 0.05))
    network.train()
    for step in range(min(steps, recipe.get("most", steps))):
        at = step % (len(inputs) // BATCH)
        if at == 0:
            order = torch.randperm(len(inputs))
        chosen = order[at * BATCH : (at + 1) * BATCH]
        optimiser.zero_grad()
        loss(network(inputs[chosen]), targets[chosen]).backward()
        optimiser.step()
        schedule.step()
    return network.eval()


def reweighted(way, base):
    network = copy.deepcopy(base)
    with torch.no_grad():
        for weight in [each for each in network.parameters() if each.dim() > 1]:
            weight.copy_(_changed(weight, way))
        first = network.features[0].weight
        if way == "bgr":
            first.copy_(first.flip(1))
        if way == "halved":
            first.mul_(0.5)
    return network


def _changed(weight, way):
    if way == "float16":
        return weight.half().float()
    if way == "int8":
        scale = weight.flatten(1).abs().amax(1).view(-1, *[1] * (weight.dim() - 1)) / 127
        return (weight / scale).round() * scale
    if way == "prune":
        return torch.where(weight.abs() < weight.abs().flatten().quantile(0.7), 0, weight)
    return weight
