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
