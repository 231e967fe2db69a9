/**
 * Holds camdrift against Keras on what `make-keras-transformers.py` wrote: the table of docs/keras.md, of all engines that were run on the folder.
 *
 *   node scripts/check-keras-transformers.ts FOLDER [--engine native] [--part vit] [--write]
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { channelMeans, weightedChannelSum } from '../src/core/feature-maps.ts';
import { loadModel } from '../src/models/index.ts';
import { deviation } from '../test/support/maps.ts';
import { asked, firstLine } from './tables/asked.ts';
import { Figures } from './tables/figures.ts';

interface Truth {
  readonly images: readonly (readonly number[])[];
  readonly logits: readonly (readonly number[])[];
  /** Of each layer, Grad-CAM of both images. */
  readonly maps: Readonly<Record<string, readonly (readonly number[])[]>>;
}

const { folder, engine, part, write } = await asked();
const bound = 1e-4;
const files = { '.keras': '.keras', '.h5': '.h5', '-export': '`model.export`', '-saved': '`tf.saved_model.save`' };

const networks: Readonly<Record<string, string>> = {
  vit: 'three blocks of MultiHeadAttention, mean of the tokens',
  'vit-flat': 'vit with all tokens in a row',
  'vit-tanh-gelu': 'vit with the tanh GELU',
  'vit-token': 'class token and positions',
  'vit-patches': 'patches cut out, positions looked up',
  mixer: 'MLP mixer',
  'attention-pooling': 'tokens of a convolution, weighted by a learned softmax',
  convnext: 'keras.applications, 2 blocks a stage',
  'convnext-tiny': 'keras.applications, 28 M',
};
const figures = new Figures(folder, {
  document: 'docs/keras.md',
  row: ['network', 'what'],
  facts: ['files', '`auto`', 'grid'],
  figures: ['logits', 'Grad-CAM'],
});
for (const [name, what] of Object.entries(networks).filter(([each]) => each.includes(part)))
  for (const [ending, file] of Object.entries(files)) {
    const path = join(folder, `${name}${ending}`);
    if (existsSync(path)) await check(path, [name, what], file, truthOf(`${name}.json`));
  }
figures.finish(write);

function truthOf(name: string): Truth {
  return JSON.parse(readFileSync(join(folder, name), 'utf8')) as Truth;
}

async function check(path: string, row: string[], file: string, { images, logits, maps }: Truth): Promise<void> {
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
    const worst = [Math.max(...scores), Math.max(...heat)];
    if (!worst.every(figure => figure <= bound)) process.exitCode = 1;
    figures.add(engine.name, { row, file, facts: ['', `\`${own}\``, `${width} x ${height}`], figures: worst });
  } catch (error) {
    process.exitCode = 1;
    figures.add(engine.name, { row, file, facts: ['', firstLine(error), ''], figures: [Number.NaN, Number.NaN] });
  }
}
