/**
 * Compares camdrift with ONNX Runtime and torch on the models that scripts/make-torchvision.py exported, as a Markdown table.
 *
 *   node scripts/check-torchvision.ts FOLDER [wasm|native] [part of a name]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEngine } from '../src/engines/index.ts';
import { gradCam } from '../src/methods/grad-cam.ts';
import { loadModel } from '../src/models/index.ts';

interface Truth {
  readonly images: number[][];
  readonly classes: number[];
  readonly maps: number[][];
  readonly logits: Readonly<Record<string, number[][]>>;
}

const [folder, engineName = 'wasm', filter = ''] = process.argv.slice(2) as [string, 'wasm' | 'native', string?];
const engine = await startEngine(engineName);
const exporters = {
  script: 'TorchScript, opset 17',
  fixed: 'TorchScript, opset 13, one image',
  fixed14: 'TorchScript, opset 14, one image',
  dynamo: 'dynamo',
};
console.log('| model | exporter | layer | grid | logits | Grad-CAM |\n| --- | --- | --- | --- | --- | --- |');
let failed = 0;
for (const file of readdirSync(folder).filter(name => name.endsWith('.json') && name.includes(filter))) {
  const truth: Truth = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  for (const exporter of Object.keys(exporters))
    await check(file.replace('.json', ''), exporter as keyof typeof exporters, truth);
}
process.exitCode = failed > 0 ? 1 : 0;

async function check(name: string, exporter: keyof typeof exporters, truth: Truth): Promise<void> {
  const path = join(folder, `${name}-${exporter}.onnx`);
  if (!existsSync(path)) return;
  try {
    using model = await loadModel(path, engine, {});
    const layer = model.targetLayer('auto');
    const images = truth.images.map(image => Float32Array.from(image));
    const evidence = model.explain(images, { layer: layer.name, classes: truth.classes, score: 'logit' });
    const logits = evidence.map((found, at) => deviation(found.logits, truth.logits[exporter]![at]!));
    const maps = evidence.map((found, at) =>
      deviation((gradCam.explain(found) as { data: Float32Array }).data, truth.maps[at]!),
    );
    const [most, map] = [Math.max(...logits), Math.max(...maps)];
    if (!(most <= 1e-3 && map <= 1e-3)) failed++;
    row(
      name,
      exporters[exporter],
      `\`${layer.name}\``,
      `${layer.width} x ${layer.height}`,
      most.toExponential(1),
      map.toExponential(1),
    );
  } catch (error) {
    failed++;
    row(name, exporters[exporter], (error as Error).message.split('\n')[0]!, '', '', '');
  }
}

function row(...cells: string[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}

/** Largest difference in parts of the truth's largest value. */
function deviation(found: ArrayLike<number>, expected: readonly number[]): number {
  if (found.length !== expected.length) return Number.POSITIVE_INFINITY;
  const scale = Math.max(...expected.map(Math.abs));
  return expected.reduce((most, value, at) => Math.max(most, Math.abs(value - found[at]!)), 0) / scale;
}
