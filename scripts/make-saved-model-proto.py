"""Writes src/models/_saved-model/tensorflow_pb.ts: the messages of a TensorFlow SavedModel, as far as camdrift reads them.

    pip install tensorflow-cpu==2.21
    npm install --no-save @bufbuild/protoc-gen-es@2.17.0
    python scripts/make-saved-model-proto.py

The descriptors are those of TensorFlow's wheel. Fields that are not named here are left out, so that a reader skips them:
above all those by which messages nest in themselves.
"""

import os
import subprocess
from pathlib import Path

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

from google.protobuf import descriptor_pb2
from google.protobuf.compiler import plugin_pb2
from tensorflow.core.framework import attr_value_pb2, function_pb2, graph_pb2, node_def_pb2, op_def_pb2
from tensorflow.core.framework import tensor_pb2, tensor_shape_pb2, types_pb2
from tensorflow.core.protobuf import meta_graph_pb2, saved_model_pb2, saver_pb2, tensor_bundle_pb2
from tensorflow.core.protobuf.trackable_object_graph_pb2 import TrackableObjectGraph

ROOT = Path(__file__).resolve().parent.parent

KEPT = {
    saved_model_pb2.SavedModel: "meta_graphs",
    meta_graph_pb2.MetaGraphDef: "meta_info_def graph_def saver_def signature_def",
    meta_graph_pb2.MetaGraphDef.MetaInfoDef: "tags",
    meta_graph_pb2.SignatureDef: "inputs outputs",
    meta_graph_pb2.TensorInfo: "name dtype tensor_shape",
    saver_pb2.SaverDef: "restore_op_name",
    graph_pb2.GraphDef: "node library",
    function_pb2.FunctionDefLibrary: "function",
    function_pb2.FunctionDef: "signature node_def ret",
    op_def_pb2.OpDef: "name input_arg output_arg",
    op_def_pb2.OpDef.ArgDef: "name",
    node_def_pb2.NodeDef: "name op input attr",
    attr_value_pb2.AttrValue: "s i f b type shape tensor list func",
    attr_value_pb2.AttrValue.ListValue: "s i f b type shape",
    attr_value_pb2.NameAttrList: "name",
    tensor_pb2.TensorProto: "dtype tensor_shape tensor_content half_val float_val double_val int_val string_val int64_val bool_val",
    tensor_shape_pb2.TensorShapeProto: "dim unknown_rank",
    tensor_shape_pb2.TensorShapeProto.Dim: "size",
    tensor_bundle_pb2.BundleHeaderProto: "num_shards endianness",
    tensor_bundle_pb2.BundleEntryProto: "dtype shape shard_id offset size crc32c",
    TrackableObjectGraph: "nodes",
    TrackableObjectGraph.TrackableObject: "attributes",
    TrackableObjectGraph.TrackableObject.SerializedTensor: "name full_name checkpoint_key",
}


def pruned(message):
    proto = descriptor_pb2.DescriptorProto()
    message.DESCRIPTOR.CopyToProto(proto)
    fields = KEPT[message].split() + ["key", "value"]
    kept = [field for field in proto.field if field.name in fields]
    for field in kept:
        first, *more = field.name.split("_")
        field.json_name = first + "".join(word.capitalize() for word in more)
    nested = [n for n in proto.nested_type if n.options.map_entry and any(f.type_name.endswith("." + n.name) for f in kept)]
    nested += [pruned(m) for m in KEPT if m.DESCRIPTOR.containing_type == message.DESCRIPTOR]
    used = {field.oneof_index for field in kept if field.HasField("oneof_index")}
    assert used <= {0}, message
    for group, values in [("field", kept), ("nested_type", nested)]:
        proto.ClearField(group)
        getattr(proto, group).extend(values)
    for group in ["enum_type", "reserved_name", "reserved_range"] + ([] if used else ["oneof_decl"]):
        if group != "enum_type" or message is not tensor_bundle_pb2.BundleHeaderProto:
            proto.ClearField(group)
    return proto


def main():
    file = descriptor_pb2.FileDescriptorProto(name="_saved-model/tensorflow.proto", package="tensorflow", syntax="proto3")
    file.message_type.extend(pruned(m) for m in KEPT if m.DESCRIPTOR.containing_type is None)
    data_type = descriptor_pb2.EnumDescriptorProto()
    types_pb2.DESCRIPTOR.enum_types_by_name["DataType"].CopyToProto(data_type)
    values = [value for value in data_type.value if not value.name.endswith("_REF")]
    data_type.ClearField("value")
    data_type.value.extend(values)
    file.enum_type.append(data_type)
    request = plugin_pb2.CodeGeneratorRequest(
        file_to_generate=[file.name], parameter="target=ts,erasable_syntax=true,import_extension=none", proto_file=[file]
    )
    plugin = os.environ.get("PROTOC_GEN_ES", str(ROOT / "node_modules/.bin/protoc-gen-es"))
    answer = subprocess.run([plugin], input=request.SerializeToString(), stdout=subprocess.PIPE, check=True).stdout
    response = plugin_pb2.CodeGeneratorResponse.FromString(answer)
    assert not response.error, response.error
    (written,) = response.file
    (ROOT / "src/models" / written.name).write_text(written.content)


if __name__ == "__main__":
    main()
