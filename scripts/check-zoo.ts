/**
 * Runs camdrift on what scripts/make-zoo.py exported, and writes beside each file the layer it took, its activations and Grad-CAM,
 * or why it was refused: NAME.ENGINE.found.json and NAME.ENGINE.activations (float32: image x row x column x channel), and why another engine
 * than the one asked for ran it. What is found already stays as it is: remove it to have another state of camdrift judged.
 *
 *   node scripts/check-zoo.ts FOLDER [wasm|onnxruntime|native] [part of a name]
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineName } from '../src/engines/engine.ts';
import { startEngine } from '../src/engines/index.ts';
import { CamdriftError } from '../src/errors.ts';
import { gradCam } from '../src/methods/grad-cam.ts';
import { loadModel } from '../src/models/index.ts';

const [folder, engineName = 'wasm', filter = ''] = process.argv.slice(2) as [string, EngineName?, string?];
const engine = await startEngine(engineName);
const stems = readdirSync(folder).flatMap(name => name.match(/^(.*-(?:script|dynamo))\.json$/)?.[1] ?? []);
const finding = (stem: string) => join(folder, `${stem}.${engineName}.found.json`);
const asked = stems.filter(name => name.includes(filter) && existsSync(join(folder, `${name}.onnx`)));
for (const stem of asked.filter(name => !existsSync(finding(name)))) {
  const found = await findings(stem);
  writeFileSync(finding(stem), JSON.stringify(found));
  console.log(`${stem}: ${'problem' in found ? found.problem : `${found.layer} ${found.width} x ${found.height}`}`);
}

async function findings(stem: string) {
  const truth: { images: number[][]; logits: number[][] } = JSON.parse(
    readFileSync(join(folder, `${stem}.json`), 'utf8'),
  );
  try {
    using model = await loadModel(join(folder, `${stem}.onnx`), engine, {});
    const { name: layer, width, height, channels } = model.targetLayer('auto');
    const images = truth.images.map(image => Float32Array.from(image));
    const classes = truth.logits.map(scores => scores.indexOf(Math.max(...scores)));
    const evidence = model.explain(images, { layer, classes, score: 'logit' });
    writeFileSync(
      join(folder, `${stem}.${engineName}.activations`),
      Buffer.concat(
        evidence.map(({ activations: { data } }) => Buffer.from(data.buffer, data.byteOffset, data.byteLength)),
      ),
    );
    const maps = evidence.map(each => [...(gradCam.explain(each) as { data: Float32Array }).data]);
    const fallback = engine.runtime && model.fallback(layer);
    const logits = evidence.map(scores => [...scores.logits]);
    return { layer, width, height, channels, logits, maps, ...(fallback && { fallback }) };
  } catch (error) {
    const { message } = error as Error;
    return { problem: error instanceof CamdriftError ? message : `internal error: ${message}` };
  }
}
