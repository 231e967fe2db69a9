/**
 * Compares camdrift with ONNX Runtime and torch on the models that scripts/make-torchvision.py exported: the table of docs/onnx.md, of all
 * engines that were run on the folder.
 *
 *   node scripts/check-torchvision.ts FOLDER [--engine native] [--part resnet] [--write]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gradCam } from '../src/methods/grad-cam.ts';
import { loadModel } from '../src/models/index.ts';
import { asked, firstLine } from './tables/asked.ts';
import { Figures } from './tables/figures.ts';

interface Truth {
  readonly images: number[][];
  readonly classes: number[];
  readonly maps: number[][];
  readonly logits: Readonly<Record<string, number[][]>>;
}

const { folder, engine, part, write } = await asked();
const exporters = {
  script: 'TorchScript, opset 17',
  fixed: 'TorchScript, opset 13, one image',
  fixed14: 'TorchScript, opset 14, one image',
  dynamo: 'dynamo',
};
const figures = new Figures(folder, {
  document: 'docs/onnx.md',
  row: ['model', 'exporter'],
  facts: ['layer', 'grid'],
  figures: ['logits', 'Grad-CAM'],
});
for (const file of readdirSync(folder).filter(name => name.endsWith('.json') && name.includes(part))) {
  if (file.endsWith('.table.json')) continue;
  const truth: Truth = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  for (const exporter of Object.keys(exporters))
    await check(file.replace('.json', ''), exporter as keyof typeof exporters, truth);
}
figures.finish(write);

async function check(name: string, exporter: keyof typeof exporters, truth: Truth): Promise<void> {
  const path = join(folder, `${name}-${exporter}.onnx`);
  if (!existsSync(path)) return;
  const row = [name, exporters[exporter]];
  try {
    using model = await loadModel(path, engine, {});
    const layer = model.targetLayer('auto');
    const images = truth.images.map(image => Float32Array.from(image));
    const evidence = model.explain(images, { layer: layer.name, classes: truth.classes, score: 'logit' });
    const logits = evidence.map((found, at) => deviation(found.logits, truth.logits[exporter]![at]!));
    const maps = evidence.map((found, at) =>
      deviation((gradCam.explain(found) as { data: Float32Array }).data, truth.maps[at]!),
    );
    const worst = [Math.max(...logits), Math.max(...maps)];
    if (!worst.every(figure => figure <= 1e-3)) process.exitCode = 1;
    const facts = [`\`${layer.name}\``, `${layer.width} x ${layer.height}`];
    figures.add(engine.name, { row, file: exporter, facts, figures: worst });
  } catch (error) {
    process.exitCode = 1;
    figures.add(engine.name, { row, file: exporter, facts: [firstLine(error), ''], figures: [Number.NaN, Number.NaN] });
  }
}

/** Largest difference in parts of the truth's largest value. */
function deviation(found: ArrayLike<number>, expected: readonly number[]): number {
  if (found.length !== expected.length) return Number.POSITIVE_INFINITY;
  const scale = Math.max(...expected.map(Math.abs));
  return expected.reduce((most, value, at) => Math.max(most, Math.abs(value - found[at]!)), 0) / scale;
}
