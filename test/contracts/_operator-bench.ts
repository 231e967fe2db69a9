import { create } from '@bufbuild/protobuf';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Engine } from '../../src/engines/engine.ts';
import { type Arrangement, stretch as counted, imageArrangement, placesOf } from '../../src/models/_arrangement.ts';
import { arrangementsOf } from '../../src/models/onnx/arrangements.ts';
import { Attributes } from '../../src/models/onnx/attributes.ts';
import { Call } from '../../src/models/onnx/call.ts';
import { inLayout } from '../../src/models/onnx/layout.ts';
import { AttributeProtoSchema } from '../../src/models/onnx/onnx_pb.ts';
import type { CellFacts, Operation, Step } from '../../src/models/onnx/operation.ts';

import {
  channelsLast,
  isLive,
  Known,
  type Live,
  plain,
  type Shape,
  sizeOf,
  type Value,
} from '../../src/models/onnx/value.ts';
import { Weights } from '../../src/models/onnx/weights.ts';
import { node } from '../support/onnx-model.ts';
import { filled } from '../support/tiny-network.ts';
import type { Sample } from './_operator-samples.ts';

export interface Numbers {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** An operator, one use of it, and an engine to run it on. */
export class Bench {
  readonly operation: Operation;
  readonly sample: Sample;
  readonly engine: Engine;

  constructor(operation: Operation, sample: Sample, engine: Engine) {
    Object.assign(this, { operation, sample, engine });
    this.operation = operation;
    this.sample = sample;
    this.engine = engine;
  }

  get shape(): readonly number[] {
    return this.sample.shape ?? [2, 4, 6, 5];
  }

  /** The value that the sample is about; another one for another seed. */
  x(seed = 90, shape = this.shape): Numbers {
    const { positive, shift = 0, range = 1, whole } = this.sample;
    const own = (value: number) => {
      if (whole !== undefined) return Math.floor(((value + 1) / 2) * (whole + 0.999));
      return (positive ? Math.abs(value) + 0.5 + shift : value) * range;
    };
    return { shape, data: filled(seed, 1, shape).data.map(own) };
  }

  /** What the operator makes of x, counted as ONNX counts. */
  run(x: Numbers, layout: Live['layout'] = 'plain', constants = this.sample.constants): Numbers {
    const { core } = this.engine.tf;
    let found: Numbers | undefined;
    core.tidy(() => {
      const tensor = this.tensor(core.tensor(x.data, [...x.shape]), layout, constants);
      found = { shape: tensor.shape, data: Float32Array.from(tensor.dataSync()) };
    });
    return found!;
  }

  /** The same with a tensor, which may be on the tape; its first output. */
  tensor(x: Tensor, layout: Live['layout'] = 'plain', constants = this.sample.constants): Tensor {
    const { core } = this.engine.tf;
    const lying: Live = layout === 'plain' ? plain(x) : channelsLast(core.transpose(x, [0, 2, 3, 1]));
    const [made] = [this.operation.run!(this.call(lying, constants, x.shape[0]!))].flat() as Value[];
    return isLive(made) ? inLayout(core, made, 'plain') : new Weights(core).tensor(made!);
  }

  call(x: Value, constants = this.sample.constants, images = 2, weights = new Weights(this.engine.tf.core)): Call {
    const { opset = 13, outputs = 1 } = this.sample;
    const { attributes } = this.step;
    return new Call({ weights, attributes, opset, where: 'the sample', outputs }, this.inputs(x, constants), images);
  }

  /** How many entries the largest value has that is made on the way, and the largest of those whose size was asked for. */
  allocated(layout: Live['layout']): { readonly largest: number; readonly kernel: string; readonly asked: number } {
    const { core } = this.engine.tf;
    const [tensors, weights] = [core.engine(), new Weights(core)];
    const { runKernel } = tensors;
    const found = { largest: 0, kernel: '', asked: 0 };
    const { limits } = weights;
    for (const ask of ['value', 'constant'] as const) {
      const own = limits[ask].bind(limits) as (...given: never[]) => Shape;
      limits[ask] = (shape: Shape, ...rest: unknown[]) => {
        found.asked = Math.max(found.asked, sizeOf(shape));
        return own(...([shape, ...rest] as never[]));
      };
    }
    const x = this.x();
    core.tidy(() => {
      const tensor = core.tensor(x.data, [...x.shape]);
      const lying = layout === 'plain' ? plain(tensor) : channelsLast(core.transpose(tensor, [0, 2, 3, 1]));
      tensors.runKernel = (name, inputs, attributes) => {
        const made = runKernel.call(tensors, name, inputs, attributes);
        for (const { size } of [made].flat() as Tensor[])
          if (size > found.largest) Object.assign(found, { largest: size, kernel: name });
        return made as never;
      };
      try {
        this.operation.run!(this.call(lying, this.sample.constants, x.shape[0]!, weights));
      } finally {
        Reflect.deleteProperty(tensors, 'runKernel');
      }
    });
    return found;
  }

  inputs<T>(x: T, constants: readonly (Known | undefined)[] = []): (T | Known | undefined)[] {
    return constants.toSpliced(this.sample.at ?? 0, 0, x as never);
  }

  /** The operator as a step of a plan: x to y. */
  get step(): Step {
    const { operator, attributes = {}, opset = 13, constants = [], outputs = 1 } = this.sample;
    const proto = node(operator, [], [], attributes).attribute.map(each => create(AttributeProtoSchema, each));
    const names = this.inputs(
      'x',
      constants.map((known, at) => (known ? `c${at}` : '')) as never,
    ) as unknown as string[];
    const run = () => [];
    return {
      operation: operator.split('.').at(-1)!,
      domain: operator.split('.').slice(0, -1).join('.'),
      name: 'sample',
      inputs: names,
      outputs: ['y', 'z'].slice(0, outputs),
      declared: ['y', 'z'].slice(0, outputs),
      attributes: new Attributes(proto, 'the sample'),
      opset,
      facts: this.operation,
      run,
      exactly: () => [],
    };
  }

  /** What a graph of this step alone knows: x is an image, or tokens of a grid of 4 x 3 cells. */
  facts(made: readonly number[]): CellFacts {
    const arrangement = this.cells;
    const { constants = [] } = this.sample;
    const shapes = new Map([
      ['x', this.shape],
      ['y', made],
    ]);
    return {
      constant: name => (name.startsWith('c') ? constants[Number(name.slice(1))] : undefined),
      shape: name => shapes.get(name) ?? (name.startsWith('c') ? constants[Number(name.slice(1))]?.shape : undefined),
      orientation: () => (this.shape.length === 4 ? 'nchw' : 'none'),
      arrangement: name => (name === 'x' ? arrangement : undefined),
    };
  }

  /** Where the cells of x lie. */
  get cells(): Arrangement | undefined {
    const { shape } = this;
    if (shape.length === 4) return imageArrangement(shape);
    const at = shape.indexOf(12);
    if (shape.length !== 3 || at < 1) return undefined;
    const cells = [counted('row', 4, 1), counted('column', 3, 1)];
    const channels = shape[3 - at]!;
    const axes = [[counted('image', 2)], cells, [counted('other', channels)]];
    return { axes: at === 1 ? axes : [axes[0]!, axes[2]!, axes[1]!], channels, sure: true };
  }

  /** Where the record says that they lie in the answer, and whether they were mixed. */
  followed(made: readonly number[]): { readonly to: Arrangement; readonly mixes: boolean } | undefined {
    const { arrangement, ...facts } = this.facts(made);
    const { step } = this;
    const found = arrangementsOf([step], { name: 'x', isLast: false, cells: arrangement('x') }, facts);
    const to = found.of('y');
    return to && { to, mixes: found.mixes(step) };
  }

  exactly(x: Numbers): Known {
    const known = new Known(x.shape, 'float', x.data);
    return [this.operation.exact!(this.call(known))].flat()[0] as Known;
  }
}

/** The numbers of one cell of every image. */
export function cellOf({ data }: Numbers, cells: Arrangement, images: number, row: number, column: number): number[] {
  const places = placesOf(cells, images);
  return Array.from({ length: images }, (_, image) => image).flatMap(image =>
    places.channels.map(
      channel => data[image * places.image + places.first + places.rows[row]! + places.columns[column]! + channel]!,
    ),
  );
}

/** The value with one cell of every image changed. */
export function withCell(x: Numbers, cells: Arrangement, row: number, column: number, by: (value: number) => number) {
  const places = placesOf(cells, x.shape[0]!);
  const data = x.data.slice();
  for (let image = 0; image < x.shape[0]!; image++)
    for (const channel of places.channels) {
      const at = image * places.image + places.first + places.rows[row]! + places.columns[column]! + channel;
      data[at] = by(data[at]!);
    }
  return { shape: x.shape, data };
}
