#!/bin/sh
# Writes src/models/onnx/onnx_pb.ts from onnx.proto. Needs `pip install grpcio-tools==1.84.0` (protoc) and, in FOLDER,
# `npm install @bufbuild/protoc-gen-es@2.13.0`.   sh scripts/make-onnx-proto.sh FOLDER
set -eu
plugin="$1/node_modules/.bin/protoc-gen-es"
cd "$(dirname "$0")/../src/models/onnx"
python3 -m grpc_tools.protoc -I. --plugin=protoc-gen-es="$plugin" --es_out=. --es_opt=target=ts,import_extension=ts onnx.proto
