import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { wasmEngine } from '../../../src/engines/wasm.ts';
import { loadModel } from '../../../src/models/index.ts';
import { deviation } from '../../support/maps.ts';
import { floats, int64s, type Node, node, onnxBytes, type Tensor, value } from '../../support/onnx-model.ts';
import { temporaryFolder } from '../../support/tfjs-model.ts';
import { filled } from '../../support/tiny-network.ts';

const engine = await wasmEngine();
const picture = filled(1, 1, [6, 6, 2]).data as Float32Array;
const weight = (name: string, seed: number, ...shape: number[]) => floats(name, shape, filled(seed, 1, shape).data);
const constants = [weight('kernel', 2, 4, 2, 3, 3), weight('dense', 3, 4, 3)];
const lengths = int64s('lengths', [4, 0]);
const trunk = [node('Conv', ['image', 'kernel'], ['conv'], { pads: [1, 1, 1, 1] }), node('Relu', ['conv'], ['relu'])];
const head = [
  node('ReduceMean', ['features'], ['mean'], { axes: [2, 3], keepdims: 0 }),
  node('MatMul', ['mean', 'dense'], ['scores']),
];
const split = (rest: string) => node('Split', ['relu', 'lengths'], ['all', rest], { axis: 1 });

async function written(t: TestContext, nodes: Node[], initializer: Tensor[], output = 'scores'): Promise<string> {
  const path = join(await temporaryFolder(t), 'model.onnx');
  const [input, answer] = [[value('image', 'batch', 2, 6, 6)], [value(output, 'batch', 3)]];
  await writeFile(path, onnxBytes({ node: nodes, initializer, input, output: answer }));
  return path;
}

async function evidence(path: string) {
  using model = await loadModel(path, engine, {});
  const { name: layer } = model.targetLayer('auto');
  return { layer, ...model.explain([picture], { layer, classes: [1], score: 'logit' })[0]! };
}

test('nothing that is cut off and joined again changes nothing', async t => {
  const rejoined: Node[] = [
    split('none'),
    node('Cast', ['none'], ['cast'], { to: 1 }),
    node('Concat', ['cast', 'all'], ['features'], { axis: 1 }),
  ];
  const plain = await evidence(
    await written(t, [...trunk, node('Identity', ['relu'], ['features']), ...head], constants),
  );
  const found = await evidence(await written(t, [...trunk, ...rejoined, ...head], [...constants, lengths]));
  assert.ok(deviation(found.logits, [...plain.logits]) < 1e-6);
  assert.ok(deviation(found.gradients.data, [...plain.gradients.data]) < 1e-6);
  assert.deepEqual([found.layer, plain.layer], ['features', 'relu']);
});

test('a kernel that would read nothing is refused, with who leaves it', async t => {
  const path = await written(t, [...trunk, split('features'), ...head], [...constants, lengths]);
  const message =
    /`all` \(Split\) leaves nothing of the image: `mean` \(ReduceMean\) reads a value of shape 1 x 0 x 6 x 6/;
  await assert.rejects(loadModel(path, engine, {}), { code: 'model-unsupported', message });
});

test('an answer of nothing is no class scores', async t => {
  const cut = [
    node('Identity', ['relu'], ['features']),
    ...head,
    node('Slice', ['scores', 'zero', 'zero', 'one'], ['cut']),
  ];
  const bounds = [int64s('zero', [0]), int64s('one', [1])];
  const path = await written(t, [...trunk, ...cut], [...constants, ...bounds], 'cut');
  const message = /output `cut` holds no numbers for each image; expected one score per class/;
  await assert.rejects(loadModel(path, engine, {}), { code: 'model-unsupported', message });
});
