import { create } from '@bufbuild/protobuf';
import {
  type GraphProto,
  GraphProtoSchema,
  type NodeProto,
  NodeProtoSchema,
  type TensorProto,
  TensorProtoSchema,
  ValueInfoProtoSchema,
} from '../onnx/onnx_pb.ts';
import { type Attribute, attributeOf } from './attribute.ts';
import type { Layer } from './layer.ts';

/**
 * A value of the network that is read in. A picture has one name with its axes as the file counts them, and may have
 * another one as ONNX counts them, N, C, H, W: both lie the same way in memory, so whoever reads it takes what suits him.
 */
export interface Value {
  plain?: string;
  turned?: string;
  /** How many axes, where that is known. */
  readonly rank?: number | undefined;
}

/** A value, or a constant by its name; nothing for an input that is left out. */
export type Operand = Value | string | undefined;

export type Numbers = Float32Array | Int32Array | Uint8Array;
type Attributes = Readonly<Record<string, Attribute>>;

/** What a builder made. */
export interface Built {
  readonly graph: GraphProto;
  /** The numbers of a constant, read when the first step asks for them. */
  readonly bytes: (tensor: TensorProto) => Uint8Array | undefined;
  /** What each step belongs to, by the step's name. */
  readonly layers: ReadonlyMap<string, Layer>;
  /** Steps that only count axes in another order. */
  readonly aliases: ReadonlySet<string>;
}

const elements = { float: 1, uint8: 2, int: 7, int32: 6, bool: 9 } as const;

/** Makes the graph that the executor of ONNX runs, layer by layer, each layer's steps after those it reads. */
export class Builder {
  readonly #nodes: NodeProto[] = [];
  readonly #initializers: TensorProto[] = [];
  readonly #bytes = new Map<string, () => Uint8Array>();
  readonly #layers = new Map<string, Layer>();
  readonly #makers = new Map<string, NodeProto>();
  readonly #aliases = new Set<string>();
  readonly #shared = new Map<string, string>();
  readonly #inputs: GraphProto['input'] = [];
  #layer: Layer = { name: '', operation: '' };
  #steps = 0;
  #constants = 0;

  /** The picture that the model takes. @param turned whether the file counts its axes N, H, W, C, and `dims` are N, C, H, W */
  input(name: string, dims: readonly (number | null | undefined)[], turned: boolean, isBytes = false): Value {
    this.#inputs.push(inputInfo(name, dims, isBytes ? elements.uint8 : elements.float));
    this.#layers.set(name, { name, operation: 'InputLayer', kind: 'input' });
    return turned ? { turned: name, rank: 4 } : { plain: name, rank: dims.length };
  }

  /** What is given beside the picture, its axes as the file counts them. */
  further(name: string, dims: readonly (number | null)[]): Value {
    this.#inputs.push(inputInfo(name, dims, elements.float));
    this.#layers.set(name, { name, operation: 'InputLayer', kind: 'input' });
    return { plain: name, rank: dims.length };
  }

  /** A picture of one channel as rows and columns alone. */
  withoutChannels(image: Value): Value {
    const plain = this.#add('Squeeze', [image.turned!, this.integers([1])], {});
    this.#aliases.add(this.#makers.get(plain)!.name);
    return { plain, rank: 3 };
  }

  /** All steps that `make` adds are one layer, whose value has the layer's name; `name:1` is a second value. */
  layer(layer: Layer, make: () => Value | readonly Value[]): Value[] {
    const outer = [this.#layer, this.#steps] as const;
    [this.#layer, this.#steps] = [layer, 0];
    const values = [make()].flat().map(made => (this.#isOwn(made) ? made : this.step('Identity', [made])));
    for (const [at, value] of values.entries()) this.#named(value, at, layer);
    [this.#layer, this.#steps] = outer;
    return values;
  }

  /** Further values of one step have its name with a number behind it, and so have those that are made by themselves. */
  #named(value: Value, at: number, layer: Layer): void {
    const name = at === 0 ? layer.name : `${layer.name}:${at}`;
    const maker = this.#maker(value)!;
    if (maker.output.length === 1 || at === 0) maker.name = name;
    this.#layers.set(name, at === 0 ? layer : { ...layer, name });
  }

  /** Says that this value are the logits of the layer that is being made. */
  logits(value: Value): Value {
    const own = this.#isOwn(value) ? value : this.step('Identity', [value]);
    const name = `${this.#layer.name}/logits`;
    this.#layer.logits = name;
    this.#layers.set(name, this.#layer);
    this.#maker(own)!.name = name;
    return own;
  }

  /** A step that is the same however axes are counted. */
  step(operation: string, inputs: readonly Operand[], attributes: Attributes = {}): Value {
    const turned = inputs.every(input => typeof input !== 'object' || input.turned !== undefined);
    return turned ? this.turnedStep(operation, inputs, attributes) : this.plainStep(operation, inputs, attributes);
  }

  /** A step that counts axes as the file does. @param rank of what it makes, where it is another than that of its first input */
  plainStep(
    operation: string,
    inputs: readonly Operand[],
    attributes: Attributes = {},
    rank = rankOf(inputs[0]),
  ): Value {
    return {
      plain: this.#add(
        operation,
        inputs.map(input => this.plain(input)),
        attributes,
      ),
      rank,
    };
  }

  /** A step of several values, which counts axes as the file does. */
  plainSteps(operation: string, inputs: readonly Operand[], attributes: Attributes, count: number): Value[] {
    const first = this.#add(
      operation,
      inputs.map(input => this.plain(input)),
      attributes,
      count,
    );
    const { output } = this.#makers.get(first)!;
    return output.map(plain => ({ plain, rank: rankOf(inputs[0]) }));
  }

  /** A step that counts a picture's axes N, C, H, W. */
  turnedStep(operation: string, inputs: readonly Operand[], attributes: Attributes = {}): Value {
    return {
      turned: this.#add(
        operation,
        inputs.map(input => this.turned(input)),
        attributes,
      ),
      rank: 4,
    };
  }

  plain(operand: Operand): string {
    if (typeof operand !== 'object') return operand ?? '';
    operand.plain ??= this.#turn(operand.turned!, [0, 2, 3, 1]);
    return operand.plain;
  }

  turned(operand: Operand): string {
    if (typeof operand !== 'object') return operand ?? '';
    operand.turned ??= this.#turn(operand.plain!, [0, 3, 1, 2]);
    return operand.turned;
  }

  /** Weights and other numbers of the file. @param of what they are called in messages */
  constant(shape: readonly number[], data: () => Numbers, of: string, type: keyof typeof elements = 'float'): string {
    const name = this.#bytes.has(of) ? `${of} (${this.#constants++})` : of;
    this.#initializer(name, shape, elements[type]);
    this.#bytes.set(name, () => bytesOf(data()));
    return name;
  }

  floats(values: readonly number[], shape: readonly number[] = [values.length]): string {
    const floatData = [...values];
    return this.#once(`floats ${shape.join(' x ')}: ${values}`, name =>
      this.#initializer(name, shape, elements.float, { floatData }),
    );
  }

  /** A single number, which fits whatever it is joined with. */
  scalar = (value: number): string => this.floats([value], []);

  integers(values: readonly number[], shape: readonly number[] = [values.length]): string {
    const int64Data = values.map(value => BigInt(Math.trunc(value)));
    return this.#once(`integers ${shape.join(' x ')}: ${values}`, name =>
      this.#initializer(name, shape, elements.int, { int64Data }),
    );
  }

  built(output: Value): Built {
    const answer = create(ValueInfoProtoSchema, { name: this.#origin(output) });
    const graph = create(GraphProtoSchema, {
      node: this.#nodes,
      initializer: this.#initializers,
      input: this.#inputs,
      output: [answer],
    });
    return {
      graph,
      bytes: tensor => this.#bytes.get(tensor.name)?.(),
      layers: this.#layers,
      aliases: this.#aliases,
    };
  }

  #initializer(name: string, shape: readonly number[], dataType: number, data: Partial<TensorProto> = {}): void {
    this.#initializers.push(
      create(TensorProtoSchema, { name, dims: shape.map(BigInt), dataType, ...(data as object) }),
    );
  }

  #once(key: string, make: (name: string) => void): string {
    const found = this.#shared.get(key);
    if (found !== undefined) return found;
    const name = `number ${this.#shared.size}`;
    make(name);
    this.#shared.set(key, name);
    return name;
  }

  #add(operation: string, input: string[], attributes: Attributes, count = 1): string {
    const first = `value ${this.#nodes.length}`;
    const output = Array.from({ length: count }, (_, at) => (at === 0 ? first : `${first}:${at}`));
    const dot = operation.lastIndexOf('.');
    const node = create(NodeProtoSchema, {
      name: `${this.#layer.name}#${this.#steps++}`,
      domain: operation.slice(0, Math.max(0, dot)),
      opType: operation.slice(dot + 1),
      input,
      output,
      attribute: Object.entries(attributes).map(([name, value]) => attributeOf(name, value)),
    });
    this.#nodes.push(node);
    for (const name of output) this.#makers.set(name, node);
    this.#layers.set(node.name, this.#layer);
    return first;
  }

  #turn(value: string, perm: readonly number[]): string {
    const turned = this.#add('Transpose', [value], { perm });
    this.#aliases.add(this.#makers.get(turned)!.name);
    return turned;
  }

  /** The name that the value was made under. */
  #origin({ plain, turned }: Value): string {
    const isAlias = (name: string) => this.#aliases.has(this.#makers.get(name)?.name ?? '');
    return turned !== undefined && !isAlias(turned) ? turned : plain!;
  }

  #maker = (value: Value): NodeProto | undefined => this.#makers.get(this.#origin(value));

  #isOwn(value: Value): boolean {
    const maker = this.#maker(value);
    return maker !== undefined && this.#layers.get(maker.name) === this.#layer;
  }
}

const rankOf = (operand: Operand): number | undefined => (typeof operand === 'object' ? operand.rank : undefined);

function inputInfo(name: string, dims: readonly (number | null | undefined)[], elemType: number) {
  const dim = dims.map(size => ({ dimValue: BigInt(size ?? 0) }));
  return create(ValueInfoProtoSchema, { name, type: { tensorType: { elemType, shape: { dim } } } });
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Numbers): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
