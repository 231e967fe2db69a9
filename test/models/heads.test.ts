import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { textToFloats } from '../../src/core/float-text.ts';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { gradCam } from '../../src/methods/grad-cam.ts';
import { isRefusal } from '../../src/methods/method.ts';
import { loadModel } from '../../src/models/index.ts';
import type { TaskKind } from '../../src/models/model.ts';

interface Told {
  readonly file: string;
  readonly task: TaskKind;
  readonly layer: string;
  readonly labels: number;
  readonly rows: number;
  readonly columns: number;
  /** Float32 as base64: image x label, image x label, label x image x row x column. */
  readonly answers: string;
  readonly scores: string;
  readonly maps: string;
}

/** What GradientTape and autograd say; made by scripts/make-heads.py. */
const folder = new URL('../../fixtures/heads/', import.meta.url);
const { images, models }: { readonly images: string; readonly models: readonly Told[] } = JSON.parse(
  readFileSync(new URL('heads.json', folder), 'utf8'),
);
const pixels = 16 * 16 * 3;
const all = textToFloats(images);
const batch = [all.subarray(0, pixels), all.subarray(pixels)];
const engine = await wasmEngine();

/** The largest difference, as a share of the largest value. */
function apart(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  assert.equal(found.length, expected.length);
  const most = Math.max(...Array.from(expected, Math.abs));
  assert.ok(most > 0, 'there is something to compare');
  return Math.max(...Array.from(expected, (value, at) => Math.abs(found[at]! - value))) / most;
}

for (const told of models)
  test(`${told.file}: each label's map is that of ${told.file.endsWith('.keras') ? 'GradientTape' : 'autograd'}`, async t => {
    using model = await loadModel(fileURLToPath(new URL(told.file, folder)), engine, { task: told.task });
    assert.deepEqual(
      [model.classes, model.task.kind, model.targetLayer('auto').name],
      [told.labels, told.task, told.layer],
    );
    const [maps, scores, answers] = [told.maps, told.scores, told.answers].map(textToFloats) as [
      Float32Array,
      Float32Array,
      Float32Array,
    ];
    const cells = told.rows * told.columns;
    let worst = 0;
    for (let label = 0; label < told.labels; label++) {
      const evidence = model.explain(batch, { layer: told.layer, classes: [label, label], score: 'logit' });
      for (const [image, each] of evidence.entries()) {
        const map = gradCam.explain(each);
        assert.ok(!isRefusal(map));
        const at = (label * batch.length + image) * cells;
        worst = Math.max(worst, apart(map.data, maps.subarray(at, at + cells)));
        const own = (values: Float32Array) => values.subarray(image * told.labels, (image + 1) * told.labels);
        worst = Math.max(worst, apart(each.logits, own(scores)));
        if (told.task === 'multi-label' && told.file !== 'logits.onnx')
          worst = Math.max(worst, apart(each.probabilities, own(answers)));
      }
    }
    t.diagnostic(`largest difference ${worst.toExponential(1)}`);
    assert.ok(worst < 2e-6, String(worst));
  });
