import assert from 'node:assert/strict';
import { test } from 'node:test';
import { floats, node, onnxBytes, value } from '../support/onnx-model.ts';
import { configText, marked, pictureFiles, scene } from '../support/scene.ts';
import { finishedRun, fork } from '../support/second-workflow.ts';
import { trusted } from '../support/trusted.ts';
import { npy } from '../support/workspace-npy.ts';

/** Classes are read off colours by words that lie beside the file, as where a text encoder has named them. */
const byWords = onnxBytes({
  node: [
    node('Conv', ['image', 'kernel'], ['conv'], { kernel_shape: [1, 1] }, 'conv'),
    node('Relu', ['conv'], ['colours'], {}, 'colours'),
    node('ReduceMean', ['colours'], ['mean'], { axes: [2, 3], keepdims: 0 }, 'mean'),
    node('MatMul', ['mean', 'words'], ['logits'], {}, 'logits'),
    node('Softmax', ['logits'], ['answer'], { axis: -1 }, 'answer'),
  ],
  initializer: [floats('kernel', [3, 3, 1, 1], [1, -0.5, -0.5, -0.5, 1, -0.5, -0.5, -0.5, 1])],
  input: [value('image', 'batch', 3, 32, 32), value('words', 3, 2)],
  output: [value('answer', 'batch', 2)],
});

/** What red, green and blue say for the first class, and for the second. */
const words = (red: number, blue: number) => npy([3, 2], Float32Array.of(red, 0, 0, 20, blue, 0));

test('a change of the array alone is a change of the model, told and judged, also where only the default branch judges', async t => {
  const config = { models: [{ name: 'tiny', path: 'models/tiny.onnx' }], inputs: { words: 'words.npy' } };
  const before = {
    ...(await pictureFiles(marked())),
    'camdrift.yml': configText([], { ...config, methods: ['grad-cam'] }),
    ...{ 'models/tiny.onnx': byWords, 'words.npy': words(40, 0) },
  };
  const made = await scene(t, { before, after: { 'words.npy': words(0, 40) }, fork });
  const own = await made.run({ may: 'read' });
  assert.deepEqual([own.code, own.outputs.verdict, own.outputs.audited], [1, 'fail', '1'], own.stdout);
  assert.deepEqual(own.results!.change!.edits, [{ what: 'input', path: 'words.npy', status: 'modified' }]);
  const drift = () => own.results!.models[0]!.drift!['grad-cam']!['attention-shift']!.mean;
  assert.ok(drift() > 0.2, `from the object to the corner: ${drift()}`);

  const { judged, published } = await trusted(t, made, finishedRun(made, undefined));
  assert.deepEqual([judged.outputs.verdict, published.outputs.verdict], ['fail', 'fail'], judged.stdout);
  assert.equal(judged.results!.models[0]!.drift!['grad-cam']!['attention-shift']!.mean, drift());
  assert.match(made.comments()[0]!, /\*\*arrays beside the picture modified\*\*: `?words\.npy/);
});
