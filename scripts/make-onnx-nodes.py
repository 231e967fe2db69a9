"""Writes the node tests of the ONNX project, which are generated from code in its Python package.

    pip install onnx==1.23.1 && python scripts/make-onnx-nodes.py FOLDER

One folder per test: model.onnx, input_0.pb ..., output_0.pb ... (TensorProto). scripts/check-onnx-nodes.ts runs them.
"""

import sys
from pathlib import Path

from onnx import TensorProto, numpy_helper
from onnx.backend.test.case.node import collect_testcases

folder = Path(sys.argv[1])
written = 0
for case in collect_testcases(None):
    place = folder / case.name
    place.mkdir(parents=True, exist_ok=True)
    (place / "model.onnx").write_bytes(case.model.SerializeToString())
    graph = case.model.graph
    inputs, outputs = case.data_sets[0]
    for name, values, infos in (("input", inputs, graph.input), ("output", outputs, graph.output)):
        for index, (value, info) in enumerate(zip(values, infos)):
            if not info.type.HasField("tensor_type"):
                continue
            tensor = value if isinstance(value, TensorProto) else numpy_helper.from_array(value, info.name)
            (place / f"{name}_{index}.pb").write_bytes(tensor.SerializeToString())
    written += 1
print(f"{written} tests in {folder}")
