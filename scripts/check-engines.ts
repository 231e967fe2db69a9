/**
 * Compares what two engines find in the same models, as a Markdown table: logits, the layer's activations and Grad-CAM, in parts of the
 * largest value. Where scripts/make-torchvision.py or scripts/make-zoo.py left float64 numbers, it says how far each engine is from those.
 *
 *   node scripts/check-engines.ts FOLDER [onnxruntime] [wasm] [part of a name]
 *
 * FOLDER holds what scripts/make-torchvision.py or scripts/make-zoo.py exported: NAME-EXPORTER.onnx with NAME.json or NAME-EXPORTER.json.
 * What scripts/check-zoo.ts found there by an engine is taken as it is.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine, EngineName } from '../src/engines/engine.ts';
import { startEngine } from '../src/engines/index.ts';
import { gradCam } from '../src/methods/grad-cam.ts';
import { loadModel } from '../src/models/index.ts';

interface Truth {
  /** H x W x C each. */
  readonly images: number[][];
  readonly classes?: number[];
  /** In float64. */
  readonly exact?: { readonly maps: number[][]; readonly logits: number[][] };
}
type Found = Record<'logits' | 'activations' | 'maps', ArrayLike<number>[]>;

const [folder, one = 'onnxruntime', other = 'wasm', filter = ''] = process.argv.slice(2) as [
  string,
  EngineName?,
  EngineName?,
  string?,
];
/** What is asked of another engine. */
const allowed = 1e-5;

console.log(
  `| model | logits | activations | Grad-CAM | from float64: ${one} | ${other} |\n| --- | --- | --- | --- | --- | --- |`,
);
const engines = [await startEngine(one), await startEngine(other)] as const;
const counts = { within: 0, beyond: 0, refused: 0 };
for (const file of readdirSync(folder).filter(name => name.endsWith('.onnx') && name.includes(filter))) await row(file);
console.log(`\n${counts.within} within ${allowed}, ${counts.beyond} beyond, ${counts.refused} not compared.`);

async function row(file: string): Promise<void> {
  const truth = truthOf(file.replace('.onnx', ''));
  if (!truth) return;
  try {
    const found = async (engine: Engine) => kept(file, engine) ?? (await findings(file, engine, truth));
    const [a, b] = [await found(engines[0]), await found(engines[1])];
    const apart = (['logits', 'activations', 'maps'] as const).map(what => deviation(a[what], b[what]));
    counts[Math.max(...apart) <= allowed ? 'within' : 'beyond']++;
    const { exact } = truth;
    const nearness = exact
      ? [a, b].map(
          found => `${shown(deviation(found.logits, exact.logits))}, ${shown(deviation(found.maps, exact.maps))}`,
        )
      : ['', ''];
    console.log(`| ${[file.replace('.onnx', ''), ...apart.map(shown), ...nearness].join(' | ')} |`);
  } catch (error) {
    counts.refused++;
    console.log(`| ${file.replace('.onnx', '')} | ${(error as Error).message.split('\n')[0]} | | | | |`);
  }
}

function truthOf(stem: string): Truth | undefined {
  const path = [stem, stem.replace(/-[^-]*$/, '')].map(name => join(folder, `${name}.json`)).find(existsSync);
  if (path === undefined) return undefined;
  const exact = join(folder, `${stem}.exact.json`);
  const apart = existsSync(exact) ? read(exact) : undefined;
  return { ...read(path), ...(apart?.maps && { exact: apart }) };
}

function read(path: string) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** What scripts/check-zoo.ts found. */
function kept(file: string, { name }: Engine): Found | undefined {
  const path = join(folder, file.replace('.onnx', `.${name}`));
  if (!existsSync(`${path}.found.json`)) return undefined;
  const { problem, fallback, logits, maps } = read(`${path}.found.json`);
  if (problem ?? fallback) throw new Error(`not run by ${name}: ${problem ?? fallback}`);
  const floats = new Float32Array(new Uint8Array(readFileSync(`${path}.activations`)).buffer);
  const each = floats.length / logits.length;
  const activations = logits.map((_: unknown, at: number) => floats.slice(at * each, (at + 1) * each));
  return { logits, activations, maps };
}

async function findings(file: string, engine: Engine, { images, classes }: Truth): Promise<Found> {
  using model = await loadModel(join(folder, file), engine, {});
  const { name: layer } = model.targetLayer('auto');
  const why = engine.runtime && model.fallback(layer);
  if (why) throw new Error(`not run by ${engine.name}: ${why}`);
  const fed = images.map(image => Float32Array.from(image));
  const evidence = model.explain(fed, {
    layer,
    classes: classes ?? images.map(() => 'predicted' as const),
    score: 'logit',
  });
  return {
    logits: evidence.map(({ logits }) => Float32Array.from(logits)),
    activations: evidence.map(({ activations }) => Float32Array.from(activations.data)),
    maps: evidence.map(each => (gradCam.explain(each) as { data: Float32Array }).data),
  };
}

function shown(value: number): string {
  return value.toExponential(1);
}

/** Largest difference of any image, in parts of the largest value expected of it. */
function deviation(found: readonly ArrayLike<number>[], expected: readonly ArrayLike<number>[]): number {
  return Math.max(
    ...found.map((values, at) => {
      const truth = Array.from(expected[at]!);
      if (values.length !== truth.length) return Number.POSITIVE_INFINITY;
      const scale = truth.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      return truth.reduce((most, value, index) => Math.max(most, Math.abs(value - values[index]!)), 0) / scale;
    }),
  );
}
