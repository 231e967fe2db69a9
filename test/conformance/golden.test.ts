import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whyNoEngine } from '../support/engines.ts';
import { type Golden, type GoldenLayer, goldenModels, goldenNames } from '../support/golden.ts';
import { mapData, mapJson } from '../support/map-command.ts';
import { Deviations, deviation, logitTolerance, mapTolerance } from '../support/maps.ts';

const methods = Object.keys(goldenNames);
const engines = { wasm: false, native: await whyNoEngine('native') };

for (const [engine, skip] of Object.entries(engines)) {
  test(`every map of the golden models is that of an independent program: ${engine} engine`, {
    skip,
    concurrency: 2,
  }, async t => {
    const deviations = new Deviations();
    await Promise.all(
      goldenModels().flatMap(model =>
        model.layers.map(layer =>
          t.test(`${model.name} at ${layer.layer}`, () => compareLayer(model, layer, engine, deviations)),
        ),
      ),
    );
    t.diagnostic(String(deviations));
    const asked = goldenModels().flatMap(({ layers }) =>
      layers.flatMap(layer => explained(layer, engine).map(([, maps]) => ({ layer, maps }))),
    );
    const refused = asked.flatMap(({ layer, maps }) => methods.filter(method => refuses(method, layer, maps)));
    assert.equal(asked.length, engine === 'wasm' ? 21 : 10);
    assert.equal(deviations.count, asked.length * (1 + methods.length) - refused.length);
  });
}

/** Every class on one engine, the first on the other: a class changes what is asked of an engine, not how it answers. */
const explained = ({ maps }: GoldenLayer, engine: string) => [...maps].slice(0, engine === 'wasm' ? maps.size : 1);

async function compareLayer(model: Golden, layer: GoldenLayer, engine: string, deviations: Deviations): Promise<void> {
  for (const [index, expected] of explained(layer, engine)) {
    const found = await mapJson([model.image], {
      model: model.path,
      layer: layer.layer === model.auto ? 'auto' : layer.layer,
      class: String(index),
      method: methods.join(),
      engine,
    });
    const where = `${model.name} at ${layer.layer}, class ${index}`;
    const { name, width, height, channels } = found.layer;
    assert.deepEqual({ layer: name, width, height, channels }, pick(layer), 'the layer, which is also what auto picks');
    assert.equal(found.engine.name, engine);
    const [image] = found.images;
    assert.equal(image!.explained.index, index);
    deviations.check('logits', where, deviation(image!.logits, model.logits), logitTolerance(model.logits));
    for (const method of methods) {
      if (refuses(method, layer, expected)) assert.match(JSON.stringify(image!.maps[method]), /^\{"refused":/, where);
      else
        deviations.check(
          method,
          where,
          deviation(mapData(image!, method), expected[method]!),
          mapTolerance(method, layer),
        );
    }
  }
}

const pick = ({ layer, width, height, channels }: GoldenLayer) => ({ layer, width, height, channels });

/** CAM where no global average and linear layer follow, Grad-CAM++ where an activation is negative. Nothing else. */
function refuses(method: string, { signed }: GoldenLayer, expected: Readonly<Record<string, unknown>>): boolean {
  return method === 'grad-cam++' ? signed : expected[method] === undefined;
}
