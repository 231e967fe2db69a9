import { create } from '@bufbuild/protobuf';
import { type AttributeProto, AttributeProtoSchema } from '../onnx/onnx_pb.ts';

/** Whole numbers stand by themselves, others are marked. */
export type Attribute = number | string | readonly number[] | { readonly float: number };

export function attributeOf(name: string, value: Attribute): AttributeProto {
  if (typeof value === 'number') return create(AttributeProtoSchema, { name, type: 2, i: BigInt(value) });
  if (typeof value === 'string') return create(AttributeProtoSchema, { name, type: 3, s: Buffer.from(value) });
  if ('float' in value) return create(AttributeProtoSchema, { name, type: 1, f: value.float });
  return create(AttributeProtoSchema, { name, type: 7, ints: value.map(BigInt) });
}
