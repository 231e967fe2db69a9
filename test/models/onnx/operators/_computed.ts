import assert from 'node:assert/strict';
import { create } from '@bufbuild/protobuf';
import type { Engine } from '../../../../src/engines/engine.ts';
import { Attributes } from '../../../../src/models/onnx/attributes.ts';
import { Call } from '../../../../src/models/onnx/call.ts';
import { inLayout } from '../../../../src/models/onnx/layout.ts';
import { AttributeProtoSchema } from '../../../../src/models/onnx/onnx_pb.ts';
import { operations } from '../../../../src/models/onnx/operators/index.ts';
import {
  channelsLast,
  type DataType,
  isLive,
  Known,
  type Live,
  plain,
  sizeOf,
} from '../../../../src/models/onnx/value.ts';
import { Weights } from '../../../../src/models/onnx/weights.ts';
import { type Attribute, node } from '../../../support/onnx-model.ts';
import { filled } from '../../../support/tiny-network.ts';

export interface Use {
  /** Which inputs depend on the picture; the first unless told otherwise. */
  readonly live?: readonly number[];
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly opset?: number;
  readonly outputs?: number;
}

export interface Made {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

export const floats = (shape: readonly number[], ...data: number[]): Known =>
  new Known(shape, 'float', Float32Array.from(data), true);
export const list = (...data: number[]): Known => floats([data.length], ...data);
export const typed = (type: DataType, shape: readonly number[], ...data: number[]): Known =>
  new Known(shape, type, Int32Array.from(data), true);
/** Numbers between -1 and 1, the same for the same seed. */
export const some = (seed: number, ...shape: number[]): Known => floats(shape, ...filled(seed, 1, shape).data);
/** 1, 2, 3 and so on. */
export const counted = (...shape: number[]): Known =>
  floats(shape, ...Array.from({ length: sizeOf(shape) }, (_, at) => at + 1));

/** What an operator makes of its inputs. Pictures are given in both layouts that they may have, which must not matter. */
export function computed(
  engine: Engine,
  operator: string,
  inputs: readonly (Known | undefined)[],
  use: Use = {},
): Made[] {
  const live = use.live ?? [0];
  const made = once(engine, operator, inputs, use, 'plain');
  if (live.some(at => inputs[at]!.shape.length === 4))
    for (const [at, other] of once(engine, operator, inputs, use, 'channels-last').entries()) close(other, made[at]!);
  return made;
}

function once(
  engine: Engine,
  operator: string,
  inputs: readonly (Known | undefined)[],
  use: Use,
  layout: Live['layout'],
) {
  const { attributes = {}, opset = 18, outputs = 1, live = [0] } = use;
  const { core } = engine.tf;
  const found: Made[] = [];
  const weights = new Weights(core);
  const asLive = ({ shape, data, type }: Known) => {
    const tensor = core.tensor(Float32Array.from(data), [...shape], type === 'bool' ? 'bool' : 'float32');
    return layout === 'plain' || shape.length !== 4
      ? plain(tensor)
      : channelsLast(core.transpose(tensor, [0, 2, 3, 1]));
  };
  core.tidy(() => {
    const proto = node(operator, [], [], attributes).attribute.map(each => create(AttributeProtoSchema, each));
    const setting = { weights, attributes: new Attributes(proto, 'the node'), opset, where: 'the node', outputs };
    const values = inputs.map((value, at) => (value && live.includes(at) ? asLive(value) : value));
    for (const value of [operations[operator]!.run!(new Call(setting, values, 1))].flat()) {
      const tensor = isLive(value) ? inLayout(core, value, 'plain') : weights.tensor(value);
      found.push({ shape: tensor.shape, data: [...tensor.dataSync()] });
    }
  });
  return found;
}

export function close(found: Made, expected: Made, tolerance = 2e-6): void {
  assert.deepEqual(found.shape, expected.shape);
  for (const [at, value] of expected.data.entries()) {
    const distance = Math.abs(found.data[at]! - value);
    assert.ok(
      distance <= tolerance * Math.max(1, Math.abs(value)),
      `entry ${at}: expected ${value}, got ${found.data[at]}`,
    );
  }
}

export const refusal = (words: RegExp) => ({ name: 'CamdriftError', code: 'model-unsupported', message: words });

/** The indices of every entry, in the order in which they lie. */
export const everyIndex = (shape: readonly number[]): number[][] =>
  shape.reduce<number[][]>(
    (all, size) => all.flatMap(index => Array.from({ length: size }, (_, at) => [...index, at])),
    [[]],
  );

/** An entry by its indices; 0 beyond the edges. */
export function entry({ shape, data }: Pick<Known, 'shape' | 'data'>, index: readonly number[]): number {
  if (index.some((place, axis) => place < 0 || place >= shape[axis]!)) return 0;
  return data[index.reduce((sum, place, axis) => sum * shape[axis]! + place, 0)]!;
}
