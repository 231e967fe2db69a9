import { toBinary } from '@bufbuild/protobuf';
import {
  type GraphProto,
  GraphProtoSchema,
  type ModelProto,
  ModelProtoSchema,
  type TensorProto,
  TensorProtoSchema,
} from './onnx_pb.ts';

/**
 * A model's file, its graph and constants added to what the messages hold: the numbers of each constant are copied once, into the
 * file itself. The fields of a message may stand in any order and in parts, so what is written apart is joined end to end.
 */
export function withConstants(model: ModelProto, graph: GraphProto, constants: readonly TensorProto[]): Uint8Array {
  const initializers = constants.flatMap(constant => field(fields.initializer, tensorBytes(constant)));
  const parts = [
    toBinary(ModelProtoSchema, model),
    ...field(fields.graph, [toBinary(GraphProtoSchema, graph), ...initializers]),
  ];
  const file = new Uint8Array(lengthOf(parts));
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

/** Of `onnx.proto`: `ModelProto.graph`, `GraphProto.initializer`, `TensorProto.raw_data`. */
const fields = { graph: 7, initializer: 5, rawData: 9 } as const;

function tensorBytes({ rawData, ...constant }: TensorProto): Uint8Array[] {
  const bare = toBinary(TensorProtoSchema, { ...constant, rawData: new Uint8Array() });
  return [bare, ...field(fields.rawData, [rawData])];
}

/** Tag and length in front of what a field of bytes holds. */
function field(number: number, content: readonly Uint8Array[]): Uint8Array[] {
  return [Uint8Array.from([(number << 3) | 2, ...varint(lengthOf(content))]), ...content];
}

const lengthOf = (parts: readonly Uint8Array[]): number => parts.reduce((sum, { length }) => sum + length, 0);

function varint(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) + 128);
  }
}
