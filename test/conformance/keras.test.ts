import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { nativeEngine } from '../../src/engines/native.ts';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { gradCam } from '../../src/methods/grad-cam.ts';
import { isRefusal } from '../../src/methods/method.ts';
import { loadModel } from '../../src/models/index.ts';
import { root } from '../support/dist.ts';
import { whyNoEngine } from '../support/engines.ts';
import { Deviations, deviation } from '../support/maps.ts';

const folder = join(root, 'fixtures/keras');
const engines = {
  wasm: { start: wasmEngine, skip: false as const },
  native: { start: nativeEngine, skip: await whyNoEngine('native') },
};

for (const [name, { start, skip }] of Object.entries(engines)) {
  test(`every layer that is read computes what Keras computes: ${name} engine`, { skip }, async t => {
    const engine = await start();
    const deviations = new Deviations();
    for (const { network, form, expected } of cases()) {
      await t.test(`${network}.${form}`, async () => {
        const before = engine.tf.core.memory().numTensors;
        const model = await loadModel(join(folder, `${network}.${form}`), engine, {});
        assert.equal(model.format, form === 'h5' ? 'keras-h5' : 'keras-zip');
        assert.equal(model.targetLayer('auto').name, 'features');
        const [found] = model.explain([expected('image')], { layer: 'features', classes: [1], score: 'logit' });
        const map = gradCam.explain(found!);
        assert.ok(!isRefusal(map));
        const check = (subject: string, values: ArrayLike<number>, tolerance: number) =>
          deviations.check(subject, `${network}.${form}`, deviation(values, expected(subject)), tolerance);
        check('logits', found!.logits, 1e-5);
        check('probabilities', found!.probabilities, 1e-5);
        check('map', map.data, 1e-5);
        model[Symbol.dispose]();
        assert.equal(engine.tf.core.memory().numTensors, before, 'no tensor lives on');
      });
    }
    t.diagnostic(String(deviations));
    assert.equal(deviations.count, 14 * 3);
  });
}

function cases() {
  const networks = readdirSync(folder).filter(file => file.endsWith('.json'));
  return networks.flatMap(file => {
    const json = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { forms: string[] } & Record<string, string>;
    const expected = (key: string) => new Float32Array(new Uint8Array(Buffer.from(json[key]!, 'base64')).buffer);
    return json.forms.map(form => ({ network: file.replace('.json', ''), form, expected }));
  });
}
