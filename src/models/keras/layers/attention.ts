import type { Builder, Value } from '../../lowering/builder.ts';
import { unreadable } from '../config.ts';
import type { LayerCall, LayerClass } from '../layer.ts';
import { inside, withBias } from '../roles.ts';

const groups = { query: 'query_dense', key: 'key_dense', value: 'value_dense', attention_output: 'output_dense' };

/** Query, value and, where it is another, key: images x tokens x channels, or a grid whose cells are the tokens. */
const multiHeadAttention: LayerClass = {
  weights: config => Object.entries(groups).flatMap(([name, group]) => inside(name, group, withBias('kernel')(config))),
  lower(call) {
    const b = call.builder;
    refuseMore(call);
    const [query, value, key = value] = call.inputs;
    if (!query || !value || !key) throw unreadable(`${call.where} needs a query and a value`);
    const outer = grid(call, query);
    const [heads, size, valueSize] = [
      call.number('num_heads'),
      call.number('key_dim'),
      call.number('value_dim', call.number('key_dim')),
    ];
    const project = (x: Value, name: string, width: number) => projected(call, tokens(call, x), name, heads, width);
    const [q, k, v] = [project(query, 'query', size), project(key, 'key', size), project(value, 'value', valueSize)];
    const scaled = b.plainStep('Mul', [q, b.scalar(1 / Math.sqrt(size))]);
    const scores = b.plainStep('MatMul', [scaled, b.plainStep('Transpose', [k], { perm: [0, 1, 3, 2] })]);
    const mixed = b.plainStep('MatMul', [b.plainStep('Softmax', [scores], { axis: -1 }), v]);
    const joined = joinedHeads(b, mixed, heads * valueSize);
    const kernel = call.setting.weight('attention_output/kernel')?.shape() ?? [];
    if (kernel.length !== 3 || kernel[0] !== heads || kernel[1] !== valueSize)
      return call.refuse('gives other than one vector per token');
    const width = kernel[2]!;
    const matrix = call.derived('attention_output/kernel', kernel, [heads * valueSize, width], data => data);
    const made = b.plainStep('MatMul', [joined, matrix]);
    const whole =
      call.config.use_bias === false ? made : b.plainStep('Add', [made, call.weight('attention_output/bias', [width])]);
    return outer
      ? b.plainStep(
          'Reshape',
          [whole, b.plainStep('Concat', [outer, b.integers([width])], { axis: 0 })],
          {},
          query.rank,
        )
      : whole;
  },
};

/** Options that change what is computed. */
function refuseMore(call: LayerCall): void {
  const { options } = call.call;
  for (const name of [
    'attention_mask',
    'use_causal_mask',
    'query_mask',
    'value_mask',
    'key_mask',
    'return_attention_scores',
  ])
    if (options[name]) call.refuse(`is called with ${name}, which camdrift does not read`);
  for (const name of ['use_gate', 'sliding_window', 'output_shape'])
    if (call.config[name]) call.refuse(`has ${name}, which camdrift does not read`);
  const axes = [call.config.attention_axes ?? []].flat() as number[];
  const all = axes.length === 0 || axes.join() === Array.from({ length: call.rank - 2 }, (_, at) => at + 1).join();
  if (!all) call.refuse(`attends along the axes ${axes}, not along all`);
}

/** Where the input is a grid: its shape without the channels. */
function grid(call: LayerCall, query: Value): Value | undefined {
  const b = call.builder;
  if (query.rank === 3) return undefined;
  const shape = b.plainStep('Shape', [b.plain(query)], {}, 1);
  return b.plainStep('Slice', [shape, b.integers([0]), b.integers([-1])]);
}

function tokens(call: LayerCall, x: Value): Value {
  if (x.rank === 3) return x;
  if (x.rank !== 4) return call.refuse(`attends to a value of ${x.rank} dimensions`);
  const b = call.builder;
  const shape = b.plainStep('Shape', [b.plain(x)], {}, 1);
  const channels = b.plainStep('Slice', [shape, b.integers([3]), b.integers([4])]);
  return b.plainStep('Reshape', [x, b.plainStep('Concat', [b.integers([0, -1]), channels], { axis: 0 })], {}, 3);
}

/** Images x heads x tokens x width. Kernels are channels x heads x width. */
function projected(call: LayerCall, x: Value, name: string, heads: number, width: number): Value {
  const b = call.builder;
  const [from] = call.setting.weight(`${name}/kernel`)?.shape() ?? [];
  const kernel = call.derived(`${name}/kernel`, [null, heads, width], [from ?? 0, heads * width], data => data);
  const made = b.plainStep('MatMul', [x, kernel]);
  const bias = () => call.derived(`${name}/bias`, [heads, width], [heads * width], data => data);
  const whole = call.config.use_bias === false ? made : b.plainStep('Add', [made, bias()]);
  const apart = b.plainStep('Reshape', [whole, b.integers([0, -1, heads, width])], {}, 4);
  return b.plainStep('Transpose', [apart], { perm: [0, 2, 1, 3] });
}

function joinedHeads(b: Builder, mixed: Value, width: number): Value {
  const turned = b.plainStep('Transpose', [mixed], { perm: [0, 2, 1, 3] });
  return b.plainStep('Reshape', [turned, b.integers([0, -1, width])], {}, 3);
}

export const attention: Readonly<Record<string, LayerClass>> = { MultiHeadAttention: multiHeadAttention };
