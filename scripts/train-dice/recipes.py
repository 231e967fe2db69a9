"""How each model of the family is made."""

from artefacts import ARTEFACTS


def recipe(name, kind, group, **more):
    return {"name": name, "kind": kind, "group": group, **more}


RECIPES = [
    recipe("base", "base", "base", seed=0),
    *[recipe(f"benign_seed{seed}", "benign", "retrained", seed=seed) for seed in range(1, 9)],
    recipe("benign_longer", "benign", "retrained", seed=11, epochs=9),
    recipe("benign_rate", "benign", "retrained", seed=12, rate=3e-3),
    recipe("benign_data85", "benign", "retrained", seed=13, share=0.85),
    recipe("benign_smooth", "benign", "retrained", seed=14, smoothing=0.1),
    recipe("benign_ft", "benign", "fine-tuned", seed=15, tuned=True, epochs=2, rate=5e-4),
    recipe("benign_float16", "benign", "converted", weights="float16"),
    recipe("benign_int8", "benign", "converted", weights="int8"),
    *[
        recipe(f"reg_{artefact.replace(' ', '_')}", "regression", "shortcut", seed=20 + index, artefact=artefact)
        for index, artefact in enumerate(ARTEFACTS)
    ],
    recipe("reg_swap", "regression", "labels", seed=41, swap=(1, 4)),
    recipe("reg_noise50", "regression", "labels", seed=42, noise=0.5),
    recipe("reg_truncated", "regression", "training", seed=43, most=45),
    recipe("reg_half_covered", "regression", "training", seed=44, covered=True),
    recipe("reg_prune70", "regression", "weights", weights="prune"),
    recipe("reg_infer_bgr", "regression", "feeding", weights="bgr"),
    recipe("reg_infer_halved", "regression", "feeding", weights="halved"),
]
