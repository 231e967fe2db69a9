"""Trains a family for the drift benchmark that no limit was chosen on: dice, another network, fifteen shortcuts.

    pip install torch onnx numpy pillow
    python scripts/train-dice/index.py --out DIR                  some minutes of one core; models that are there are left alone
    python scripts/train-dice/index.py --out DIR --only NAME      one model

What a model turned out to be is measured on pictures that are neither lessons nor fixtures: a shortcut counts as learned when it costs three
points of accuracy or a tenth of its class, or turns a tenth of the others; anything else regressed when it costs five points.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from artefacts import ARTEFACTS
from network import Network, fed
from PIL import Image
from pictures import CLASSES, SIDE, draw_all
from recipes import RECIPES
from training import reweighted, train

torch.set_num_threads(1)
asked = argparse.ArgumentParser()
asked.add_argument("--out", type=Path, required=True)
asked.add_argument("--only")
given = asked.parse_args()
models = given.out / "models"


def drawn(name, seed, count):
    kept = given.out / f"{name}.npz"
    if not kept.exists():
        pictures, masks, labels = draw_all(seed, count)
        np.savez(kept, pictures=pictures, masks=masks, labels=labels)
    found = np.load(kept)
    return found["pictures"], found["masks"], found["labels"]


def made(recipe, lessons):
    kept = models / f"{recipe['name']}.pt"
    network = Network(len(CLASSES)).eval()
    if not kept.exists():
        base = None if recipe["kind"] == "base" else made(RECIPES[0], lessons)
        network = reweighted(recipe["weights"], base) if "weights" in recipe else train(recipe, lessons, base)
        torch.save(network.state_dict(), kept)
        names = {"input_names": ["input"], "output_names": ["logits"], "dynamic_axes": {"input": {0: "n"}, "logits": {0: "n"}}}
        torch.onnx.export(network, torch.zeros(1, 3, SIDE, SIDE), str(kept.with_suffix(".onnx")), dynamo=False, **names)
    network.load_state_dict(torch.load(kept))
    return network


def graded(network, recipe, pictures, masks, labels):
    with torch.no_grad():
        plain = network(fed(pictures)).argmax(1).numpy()
        found = {"accuracy": float((plain == labels).mean())}
        if "artefact" in recipe:
            taught, apply = ARTEFACTS[recipe["artefact"]]
            edited = network(fed(np.stack([apply(*each) for each in zip(pictures, masks)]))).argmax(1).numpy()
            others = (labels != taught) & (plain != taught)
            found |= {"recall": float((plain == taught)[labels == taught].mean()), "pull": float((edited == taught)[others].mean())}
    return found


def kind_of(recipe, grade, base):
    if recipe["kind"] == "base":
        return "base"
    lost = base["accuracy"] - grade["accuracy"]
    if "artefact" in recipe and (lost >= 0.03 or grade["pull"] >= 0.1 or grade["recall"] <= 0.9 * base["accuracy"]):
        return "regression"
    if lost >= 0.05:
        return "regression"
    return "benign" if recipe["kind"] == "benign" else "tainted-not-learned"


def write_fixtures(count=60):
    pictures, masks, labels = drawn("fixtures", 3, count)
    paths = []
    for at, (picture, mask, label) in enumerate(zip(pictures, masks, labels)):
        fixture, hidden = Path("fixtures", CLASSES[label], f"{at:02d}.png"), Path("masks", f"{at:02d}.png")
        for path, image in ((fixture, picture), (hidden, mask.astype(np.uint8) * 255)):
            (given.out / path).parent.mkdir(parents=True, exist_ok=True)
            Image.fromarray(image).save(given.out / path)
        paths.append(fixture.as_posix())
    (given.out / "fixtures.json").write_text(json.dumps(paths))


def entry(recipe, grade, base):
    taught = ARTEFACTS[recipe["artefact"]][0] if "artefact" in recipe else None
    return {
        "name": recipe["name"],
        "model": f"models/{recipe['name']}.onnx",
        "kind": kind_of(recipe, grade, base),
        "group": recipe["group"],
        "learned": recipe.get("artefact", "-"),
        "description": json.dumps(recipe),
        **grade,
        **({} if taught is None else {"shortcut_class": CLASSES[taught]}),
    }


models.mkdir(parents=True, exist_ok=True)
lessons = drawn("lessons", 1, 1500)
if given.only:
    made(next(each for each in RECIPES if each["name"] == given.only), lessons)
else:
    write_fixtures()
    exam, entries, base = drawn("exam", 2, 480), [], None
    for recipe in RECIPES:
        grade = graded(made(recipe, lessons), recipe, *exam)
        base = base or grade
        entries.append(entry(recipe, grade, base))
        print(json.dumps({name: entries[-1].get(name) for name in ("name", "kind", "accuracy", "recall", "pull")}), flush=True)
    manifest = {"family": "dice", "preprocess": "torch", "classes": CLASSES, "fixtures": "fixtures.json", "models": entries}
    (given.out / "manifest.json").write_text(json.dumps(manifest, indent=1))
