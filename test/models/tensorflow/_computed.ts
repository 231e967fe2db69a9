import type { Engine } from '../../../src/engines/engine.ts';
import type { TfjsWeight } from '../../../src/models/_tfjs-weights.ts';
import { loweredGraph } from '../../../src/models/lowering/lowered.ts';
import { lowered } from '../../../src/models/tensorflow/lower.ts';
import { frozenTfjs } from '../../../src/models/tensorflow/tfjs.ts';
import { type NodeDef, node } from '../../support/tfjs-model.ts';

/** Numbers of the file: whole ones are an Int32Array. */
export interface Given {
  readonly shape: readonly number[];
  readonly data: Float32Array | Int32Array | Uint8Array;
}

export const floats = (shape: readonly number[], ...data: number[]): Given => ({
  shape,
  data: Float32Array.from(data),
});
export const whole = (...data: number[]): Given => ({ shape: [data.length], data: Int32Array.from(data) });
export const one = (value: number): Given => ({ shape: [], data: Int32Array.of(value) });

/** One use of an operation: what it reads is `x`, the picture, or numbers of the file. */
export interface Use {
  readonly op: string;
  readonly reads: readonly ('x' | Given)[];
  readonly attr?: Readonly<Record<string, object>>;
  /** Between the picture and the operation. */
  readonly before?: readonly NodeDef[];
  /** The node whose value `x` is; the picture unless told otherwise. */
  readonly x?: string;
  /** Which of its values. */
  readonly output?: number;
}

export interface Picture {
  /** Rows, columns and channels. */
  readonly shape: readonly [number, number, number];
  readonly data: readonly number[];
}

const types = { Float32Array: 'float32', Int32Array: 'int32', Uint8Array: 'bool' } as const;

/** What an operation makes of one picture: a graph of that node alone is read as a file of TensorFlow.js would be, and run. */
export async function computed(
  engine: Engine,
  { op, reads, attr, before = [], x = 'image', output = 0 }: Use,
  picture: Picture,
) {
  const weights = new Map<string, TfjsWeight>();
  const inputs = reads.map((read, at) => {
    if (read === 'x') return x;
    const type = types[read.data.constructor.name as keyof typeof types];
    weights.set(`given ${at}`, { shape: read.shape, type, values: () => read.data });
    return `given ${at}`;
  });
  const dim = [1, ...picture.shape].map(size => ({ size: String(size) }));
  const nodes = [
    ...[...weights.keys()].map(name => node(name, 'Const')),
    node('image', 'Placeholder', [], { shape: { shape: { dim } } }),
    ...before,
    node('made', op, inputs, attr),
    node('number', 'Cast', [`made:${output}`], { DstT: { type: 'DT_FLOAT' } }),
    {
      ...node('row', 'Const'),
      attr: {
        dtype: { type: 'DT_INT32' },
        value: { tensor: { dtype: 'DT_INT32', tensorShape: { dim: [{ size: '2' }] }, intVal: [1, -1] } },
      },
    },
    node('answer', 'Reshape', ['number', 'row']),
  ];
  const file = { path: 'model.json', topology: { node: nodes }, signature: {}, weights };
  using graph = loweredGraph(lowered(await frozenTfjs(file, { output: 'answer' })), 'tfjs-graph', engine, {});
  const { core } = engine.tf;
  return core.tidy(() => {
    const feeds = new Map([[graph.input, core.tensor([...picture.data], [1, ...picture.shape])]]);
    const [made, answer] = graph.execute(feeds, ['number', 'answer']);
    return {
      shape: made!.shape,
      data: [...answer!.dataSync()],
      kind: graph.nodes.find(({ name }) => name === 'made')?.kind,
    };
  });
}
