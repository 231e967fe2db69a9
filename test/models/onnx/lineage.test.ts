import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { wasmEngine } from '../../../src/engines/wasm.ts';
import { lineageOf } from '../../../src/lineage/lineage.ts';
import { sketchOf, type WeightSketch } from '../../../src/lineage/sketch.ts';
import { loadModel } from '../../../src/models/index.ts';
import { root } from '../../support/dist.ts';

const folder = join(root, 'test/models/onnx/files/quantised');

async function sketch(name: string): Promise<WeightSketch> {
  using model = await loadModel(join(folder, `${name}.onnx`), await wasmEngine(), {});
  return sketchOf(model.weights());
}

/** ONNX Runtime's own forms of one network, by what its tools did to it. */
for (const [name, expected] of [
  ['fused', 'same'],
  ['quantised', 'converted'],
  ['per-channel', 'converted'],
] as const) {
  test(`the kernels of a network are found again in its ${name} form`, async () => {
    const { kind, similarity, words } = lineageOf(await sketch('float'), await sketch(name));
    assert.equal(kind, expected, words);
    assert.ok(similarity > 0.99, words);
  });
}
