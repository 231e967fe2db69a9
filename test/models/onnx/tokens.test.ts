import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { wasmEngine } from '../../../src/engines/wasm.ts';
import { loadModel } from '../../../src/models/index.ts';
import { floats, int64s, node, onnxBytes, value } from '../../support/onnx-model.ts';
import { temporaryFolder } from '../../support/tfjs-model.ts';
import { filled } from '../../support/tiny-network.ts';

test('attention leaves no grid: `auto` refuses, the patches can be named, heads are no channels', async t => {
  const weight = (name: string, ...dims: number[]) => floats(name, dims, filled(dims.length, 1, dims).data);
  const nodes = [
    node('Conv', ['image', 'patch'], ['grid'], { strides: [2, 2] }, 'patches'),
    node('Reshape', ['grid', 'heads'], ['apart']),
    node('Transpose', ['apart'], ['keys'], { perm: [0, 1, 3, 2] }),
    node('MatMul', ['keys', 'apart'], ['raw']),
    node('Mul', ['raw', 'half'], ['scaled'], {}, 'scaled'),
    node('Softmax', ['scaled'], ['share'], { axis: -1 }),
    node('MatMul', ['apart', 'share'], ['mixed']),
    node('ReduceMean', ['mixed'], ['pooled'], { axes: [3], keepdims: 0 }),
    node('Flatten', ['pooled'], ['flat']),
    node('Gemm', ['flat', 'scores'], ['logits']),
  ];
  const constants = [
    weight('patch', 4, 3, 2, 2),
    weight('scores', 4, 3),
    floats('half', [], [0.5]),
    int64s('heads', [0, 2, 2, -1]),
  ];
  const input = [value('image', 'batch', 3, 8, 8)];
  const graph = { node: nodes, initializer: constants, input, output: [value('logits', 'batch', 3)] };
  const path = join(await temporaryFolder(t), 'model.onnx');
  await writeFile(path, onnxBytes(graph));
  using model = await loadModel(path, await wasmEngine(), {});
  assert.throws(() => model.targetLayer('auto'), { code: 'layer-unknown' });
  assert.throws(() => model.targetLayer('scaled'), /`scaled` has no spatial extent/);
  assert.equal(model.targetLayer('patches').width, 4);
  const [{ gradients }] = model.explain([filled(3, 1, [8, 8, 3]).data], {
    layer: 'patches',
    classes: [1],
    score: 'logit',
  }) as [ReturnType<typeof model.explain>[number]];
  assert.ok(gradients.data.some(slope => Math.abs(slope) > 1e-4));
});

test('patches that are embedded and pooled, and nothing more, are refused for what they are', async t => {
  const weight = (name: string, ...dims: number[]) => floats(name, dims, filled(dims.length, 1, dims).data);
  const nodes = [
    node('Conv', ['image', 'patch'], ['grid'], { strides: [2, 2] }, 'patches'),
    node('Reshape', ['grid', 'flat'], ['rows']),
    node('Transpose', ['rows'], ['tokens'], { perm: [0, 2, 1] }),
    node('MatMul', ['tokens', 'mlp'], ['more'], {}, 'mlp'),
    node('Add', ['tokens', 'more'], ['sum'], {}, 'sum'),
    node('ReduceMean', ['sum'], ['mean'], { axes: [1], keepdims: 0 }),
    node('MatMul', ['mean', 'scores'], ['logits']),
  ];
  const constants = [
    weight('patch', 4, 3, 2, 2),
    weight('mlp', 4, 4),
    weight('scores', 4, 3),
    int64s('flat', [0, 4, 16]),
  ];
  const input = [value('image', 'batch', 3, 8, 8)];
  const path = join(await temporaryFolder(t), 'model.onnx');
  await writeFile(
    path,
    onnxBytes({ node: nodes, initializer: constants, input, output: [value('logits', 'batch', 3)] }),
  );
  using model = await loadModel(path, await wasmEngine(), {});
  assert.throws(() => model.targetLayer('auto'), {
    code: 'layer-unknown',
    message: /`sum`, is a linear function of the pixels: it shows what the image holds, not what was seen in it/,
    remedy: 'Name a layer with --layer; the last that still hold patches are `patches`, `mlp`, `sum`.',
  });
  assert.equal(model.targetLayer('sum').width, 4);
});

test('control flow is refused with what writes it and how it is exported without', async t => {
  const { nodes, path } = {
    nodes: [node('If', ['image'], ['logits'], {}, 'chosen')],
    path: join(await temporaryFolder(t), 'model.onnx'),
  };
  const input = [value('image', 'batch', 3, 8, 8)];
  await writeFile(path, onnxBytes({ node: nodes, initializer: [], input, output: [value('logits', 'batch', 3)] }));
  await assert.rejects(loadModel(path, await wasmEngine(), {}), {
    code: 'model-unsupported',
    message: /ONNX operator `If` \(node `chosen`\)/,
    remedy: /dynamo=True.*squeeze/,
  });
});
