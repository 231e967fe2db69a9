/**
 * Holds camdrift against Keras on what `make-keras-transformers.py` wrote, and prints the table of docs/keras.md.
 *
 *   node scripts/check-keras-transformers.ts FOLDER [wasm|native]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { channelMeans, weightedChannelSum } from '../src/core/feature-maps.ts';
import { startEngine } from '../src/engines/index.ts';
import { loadModel } from '../src/models/index.ts';
import { deviation } from '../test/support/maps.ts';

interface Truth {
  readonly images: readonly (readonly number[])[];
  readonly logits: readonly (readonly number[])[];
  /** Of each layer, Grad-CAM of both images. */
  readonly maps: Readonly<Record<string, readonly (readonly number[])[]>>;
}

const [folder = '.', engineName = 'wasm'] = process.argv.slice(2) as [string, 'wasm' | 'native'];
const engine = await startEngine(engineName);
const bound = 1e-4;
const files = { '.keras': '.keras', '.h5': '.h5', '-export': '`model.export`', '-saved': '`tf.saved_model.save`' };

console.log(
  `| network (${engineName}) | file | layer \`auto\` | grid | logits | Grad-CAM |\n| --- | --- | --- | --- | --- | --- |`,
);
for (const name of readdirSync(folder).filter(entry => entry.endsWith('.json')))
  for (const [ending, form] of Object.entries(files)) {
    const path = join(folder, `${name.slice(0, -5)}${ending}`);
    if (existsSync(path)) console.log(`| ${name.slice(0, -5)} | ${form} | ${await row(path, truthOf(name))} |`);
  }

function truthOf(name: string): Truth {
  return JSON.parse(readFileSync(join(folder, name), 'utf8')) as Truth;
}

async function row(path: string, { images, logits, maps }: Truth): Promise<string> {
  try {
    using model = await loadModel(path, engine, {});
    const { name: layer, width, height } = model.targetLayer('auto');
    const batch = images.map(image => Float32Array.from(image));
    const evidence = model.explain(batch, { layer, classes: ['predicted', 'predicted'], score: 'logit' });
    const [scope = ''] = layer.split('/');
    const own = [scope, scope.replace(/_1$/, ''), scope.toLowerCase()].find(name => name in maps); // Keras numbers scopes anew at every export
    if (own === undefined) throw new Error(`no layer of Keras is \`${layer}\``);
    const scores = evidence.map((found, at) => deviation(found.logits, logits[at]!));
    const heat = evidence.map(({ activations, gradients }, at) =>
      deviation(weightedChannelSum(activations, channelMeans(gradients)).data, maps[own]![at]!),
    );
    const figures = [Math.max(...scores), Math.max(...heat)];
    if (!figures.every(figure => figure <= bound)) process.exitCode = 1;
    return [`\`${layer}\``, `${width} x ${height}`, ...figures.map(figure => figure.toExponential(1))].join(' | ');
  } catch (error) {
    process.exitCode = 1;
    return `${(error as Error).message} | | | `;
  }
}
