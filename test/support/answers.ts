import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { floats, type GraphInit, int64s, type Node, node, onnxBytes, value } from './onnx-model.ts';
import { filled } from './tiny-network.ts';

type Size = number | string;

/** An output as the file declares it; 7 is int64. */
const declared = (name: string, sizes: readonly Size[], elemType = 1) => {
  const { type, ...rest } = value(name, ...sizes);
  return { ...rest, type: { tensorType: { ...type.tensorType, elemType } } };
};

const weight = (seed: number, ...shape: number[]) => floats(`w${seed}`, shape, filled(seed, 0.8, shape).data);

/** A convolution of pictures of 8 x 8 x 3 with four channels, and whatever comes behind it. */
function behind(nodes: readonly Node[], outputs: readonly ReturnType<typeof declared>[]): GraphInit {
  const start = [
    node('Conv', ['image', 'w1'], ['features'], { kernel_shape: [3, 3], pads: [1, 1, 1, 1] }, 'features'),
    node('Relu', ['features'], ['relu'], {}, 'relu'),
    node('ReduceMean', ['relu'], ['mean'], { axes: [2, 3], keepdims: 0 }, 'mean'),
    node('Gemm', ['mean', 'w2'], ['logits'], {}, 'logits'),
    node('Conv', ['relu', 'w3'], ['grid'], { kernel_shape: [1, 1] }, 'grid'),
    node('Reshape', ['grid', 'rows'], ['anchors'], {}, 'anchors'),
  ];
  const initializer = [weight(1, 4, 3, 3, 3), weight(2, 4, 3), weight(3, 10, 4, 1, 1), int64s('rows', [0, 10, 64])];
  return { node: [...start, ...nodes], initializer, input: [value('image', 'batch', 3, 8, 8)], output: [...outputs] };
}

const last = (opType: string, inputs: string[], attributes: Parameters<typeof node>[3] = {}, name = 'answer') =>
  node(opType, inputs, [name], attributes, name);

/** What models give, of which only some are scores of classes. */
export const answers = {
  scores: behind([], [declared('logits', ['batch', 3])]),
  'one number': behind([last('ReduceMean', ['logits'], { axes: [1], keepdims: 0 })], [declared('answer', ['batch'])]),
  boxes: behind([], [declared('anchors', ['batch', 10, 64])]),
  'boxes of unknown sizes': behind([], [declared('anchors', ['batch', 'rows', 'anchors'])]),
  'boxes in a row': behind([last('Flatten', ['anchors'])], [declared('answer', ['batch', 640])]),
  mask: behind([last('Sigmoid', ['grid'])], [declared('answer', ['batch', 10, 8, 8])]),
  'the likeliest class': behind(
    [last('ArgMax', ['logits'], { axis: 1, keepdims: 0 })],
    [declared('answer', ['batch'], 7)],
  ),
  'the likeliest class as a float': behind(
    [node('ArgMax', ['logits'], ['class'], { axis: 1 }, 'class'), last('Cast', ['class'], { to: 1 })],
    [declared('answer', ['batch', 1])],
  ),
  'decisions as floats': behind(
    [
      node('ReduceMean', ['logits'], ['middle'], { axes: [1] }, 'middle'),
      node('Greater', ['logits', 'middle'], ['decided'], {}, 'decided'),
      last('Cast', ['decided'], { to: 1 }),
    ],
    [declared('answer', ['batch', 3])],
  ),
  embedding: behind(
    [node('ReduceL2', ['logits'], ['length'], { axes: [1] }, 'length'), last('Div', ['logits', 'length'])],
    [declared('answer', ['batch', 3])],
  ),
  'without an axis for images': behind([last('Squeeze', ['logits', 'first'])], [declared('answer', [3])]),
  'boxes and what is in them': behind(
    [],
    [declared('anchors', ['batch', 10, 64]), declared('grid', ['batch', 10, 8, 8])],
  ),
  'boxes and a score for each': behind(
    [
      node('Gemm', ['mean', 'w4'], ['twelve'], {}, 'twelve'),
      node('Reshape', ['twelve', 'as boxes'], ['boxes'], {}, 'boxes'),
      node('ReduceMean', ['boxes'], ['box scores'], { axes: [2], keepdims: 0 }, 'box scores'),
    ],
    [declared('boxes', ['batch', 3, 4]), declared('box scores', ['batch', 3])],
  ),
  'a class and its scores': behind(
    [node('ArgMax', ['logits'], ['class'], { axis: 1, keepdims: 0 }, 'class')],
    [declared('class', ['batch'], 7), declared('logits', ['batch', 3])],
  ),
} as const satisfies Record<string, GraphInit>;

/** @returns the path */
export async function writeAnswer(
  folder: string,
  name: keyof typeof answers,
  metadata: Readonly<Record<string, string>> = {},
): Promise<string> {
  const path = join(folder, 'model.onnx');
  const graph = answers[name];
  const more = [int64s('first', [0]), int64s('as boxes', [0, 3, 4]), weight(4, 4, 12)];
  const props = Object.entries(metadata).map(([key, text]) => ({ key, value: text }));
  await writeFile(path, onnxBytes({ ...graph, initializer: [...graph.initializer, ...more] }, 17, props));
  return path;
}

/** The same scores of pictures that go through steps of the model's own first, from `image` to `fed`. @returns the path */
export async function writeFed(
  folder: string,
  steps: readonly Node[],
  numbers: readonly (readonly [name: string, dims: readonly number[], data: readonly number[]])[],
  isBytes = false,
): Promise<string> {
  const path = join(folder, 'model.onnx');
  const { node: nodes, initializer, output } = answers.scores;
  const [first, ...rest] = nodes;
  const behindSteps = steps.length > 0 ? [...steps, { ...first!, input: ['fed', 'w1'] }, ...rest] : nodes;
  const graph = {
    node: behindSteps,
    initializer: [...initializer, ...numbers.map(([name, dims, data]) => floats(name, dims, data))],
    input: [declared('image', ['batch', 3, 8, 8], isBytes ? 2 : 1)],
    output,
  };
  await writeFile(path, onnxBytes(graph, 17));
  return path;
}
