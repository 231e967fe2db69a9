import { test } from 'node:test';
import { assertEnded, emptyWorkspace, project } from '../support/workspace.ts';

test('a layer class that is not read', async t => {
  const workspace = await project(t, {
    after: {
      alter: (_, { config }) => {
        config.layers[1]!.class_name = 'Lambda';
      },
    },
  });
  const model = workspace.path('models/after/model.json');
  assertEnded(await workspace.run('audit'), {
    code: 4,
    out: [`${model}: Layer \`pool\` is a Lambda layer, whose Python code camdrift does not run.`, 'Replace it'],
  });
});

/** A graph of one operation between the image and the answer. */
const graph = (op: string) =>
  JSON.stringify({
    format: 'graph-model',
    modelTopology: {
      versions: { producer: 1 },
      node: [
        {
          name: 'image',
          op: 'Placeholder',
          attr: {
            dtype: { type: 'DT_FLOAT' },
            shape: { shape: { dim: [{ size: '-1' }, { size: '16' }, { size: '16' }, { size: '3' }] } },
          },
        },
        { name: 'odd', op, input: ['image'], attr: { T: { type: 'DT_FLOAT' } } },
      ],
    },
    weightsManifest: [{ paths: [], weights: [] }],
  });

test('an operation of a graph model that TensorFlow.js does not have', async t => {
  const workspace = await emptyWorkspace(t);
  await workspace.write('graph/model.json', graph('FancyNewOp'));
  await workspace.picture('a.png');
  const run = await workspace.run('map', '--engine', 'wasm', '--model', 'graph', '--image', 'a.png', '--json', '-');
  assertEnded(run, { code: 4, err: ['`FancyNewOp`'] });
});
