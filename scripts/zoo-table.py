"""Writes the tables of docs/zoo.md from what scripts/make-zoo.py and scripts/check-zoo.ts left in a folder.

    python scripts/zoo-table.py FOLDER
"""

import json
import sys
from collections import Counter
from pathlib import Path

LIBRARIES = {"timm": False, "transformers": True}
EXPORTERS = {"script": "TorchScript", "dynamo": "dynamo"}


def main(folder):
    rows = [json.loads(path.read_text()) for path in sorted(folder.glob("*.judged"))]
    missing = [json.loads(path.read_text()) for path in sorted(folder.glob("*.not-exported"))]
    wasm = [row for row in rows if row["engine"] == "wasm"]
    others = [row for row in rows if row["engine"] != "wasm"]
    print("| library | exporter | judged | right | refused with cause | otherwise | worst logits | worst Grad-CAM | not exported |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for library, exporter in ((library, exporter) for library in LIBRARIES for exporter in EXPORTERS):
        print(summary(library, exporter, of(wasm, library, exporter), of(missing, library, exporter)))
    for engine in sorted({row["engine"] for row in others}):
        own = [row for row in others if row["engine"] == engine]
        print(f"\n{engine}: {len(own)} files, {sum(row['status'] == 'right' for row in own)} right, {worst(own)}.")
    for library in LIBRARIES:
        print(f"\n## {library}\n\n| model | layer | grid | logits | Grad-CAM |\n| --- | --- | --- | --- | --- |")
        own = [row for exporter in EXPORTERS for row in of(wasm, library, exporter)]
        print(*(line(row) for row in sorted(own, key=lambda row: (row["name"].lower(), row["exporter"] != "script"))), sep="\n")
    print("\n## Not exported\nThe exporter's own words.\n\n| model | exporter | |\n| --- | --- | --- |")
    for row in sorted(missing, key=lambda row: (row["name"].lower(), row["exporter"])):
        print(f"| {plain(row)} | {EXPORTERS[row['exporter']]} | {cell(row['problem'])} |")


def of(rows, library, exporter):
    return [row for row in rows if row["name"].startswith("hf:") == LIBRARIES[library] and row["exporter"] == exporter]


def summary(library, exporter, rows, missing):
    found = Counter(row["status"] for row in rows)
    internal = sum("internal error" in row.get("problem", "") for row in rows)
    otherwise = Counter({status: count for status, count in found.items() if status not in ("right", "refused")})
    otherwise["internal error"] = internal
    rest = ", ".join(f"{count} {status}" for status, count in otherwise.items() if count) or "0"
    figures = [largest(rows, "logits"), largest(rows, "map")]
    cells = [library, EXPORTERS[exporter], len(rows), found["right"], found["refused"] - internal, rest, *figures, len(missing)]
    return f"| {' | '.join(map(str, cells))} |"


def worst(rows):
    return f"worst logits {largest(rows, 'logits')}, worst map {largest(rows, 'map')}"


def largest(rows, key):
    return short(max((row[key] for row in rows if key in row), default=0))


def short(number):
    mantissa, exponent = f"{number:.1e}".split("e")
    return f"{mantissa}e{int(exponent)}"


def line(row):
    name = plain(row) + (" (dynamo)" if row["exporter"] == "dynamo" else "")
    if row["status"] == "refused":
        return f"| {name} | refused: {cell(row['problem'])} | | | |"
    figure = short(row["map"]) if "map" in row else "-"
    found = figure if row["status"] == "right" else f"{figure}: {row['status']}"
    return f"| {name} | `{row['layer']}` | {row['grid']} | {short(row['logits'])} | {found} |"


def plain(row):
    return row["name"].removeprefix("hf:")


def cell(text):
    return " ".join(text.split()).replace("|", "\\|")


main(Path(sys.argv[1]))
