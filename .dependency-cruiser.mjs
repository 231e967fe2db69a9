/** The laws of ARCHITECTURE.md, checked. Each says what to do instead. */
const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

const privateRemedy = 'A _file.ts belongs to its folder. Give it a public name if others need it.';

export default {
  forbidden: [
    rule(
      'no-cycles',
      'Move what both need into a third module below them: types count as values do.',
      {},
      { circular: true },
    ),
    rule(
      'core-imports-nothing',
      'core/ is arithmetic on typed arrays. Take what you need as an argument.',
      { path: '^src/core/' },
      { pathNot: '^src/core/' },
    ),
    rule(
      'methods-and-metrics-see-core-only',
      'A method or metric is a pure function of arrays: put shared arithmetic into core/.',
      { path: '^src/(methods|metrics)/' },
      { pathNot: '^src/core/|^src/$1/' },
    ),
    rule(
      'plug-ins-do-not-know-each-other',
      'Only the table (index.ts) knows them all. Share through the contract or a private _file.ts.',
      { path: '^src/(methods|metrics)/(?!index)[^_]' },
      { path: '^src/(methods|metrics)/', pathNot: '^src/\\w+/(_.*|method|metric)\\.ts$' },
    ),
    rule(
      'model-formats-do-not-know-each-other',
      'Only the table (models/index.ts) knows them all. Share through a private _file.ts.',
      { path: '^src/models/(?!index|onnx/|onnx\\.ts|lowering/|keras/|keras-|tensorflow/|tfjs-|saved-model\\.ts)' },
      { path: '^src/models/(?!_|model\\.ts)' },
    ),
    rule(
      'keras-stays-in-its-folder',
      'models/keras/ is loaded when such a model is met, by one of the formats that hold Keras layers.',
      { path: '^src/(?!models/keras/|models/keras-|models/tfjs-layers\\.ts)' },
      { path: '^src/models/keras/' },
    ),
    rule(
      'tensorflow-stays-in-its-folder',
      'models/tensorflow/ is loaded when such a model is met, by one of the formats that hold graphs of TensorFlow.',
      { path: '^src/(?!models/tensorflow/|models/tfjs-graph\\.ts|models/saved-model\\.ts)' },
      { path: '^src/models/tensorflow/' },
    ),
    rule(
      'importers-do-not-know-each-other',
      'Share through models/lowering/.',
      { path: '^src/models/(keras|tensorflow)/' },
      { path: '^src/models/(keras|tensorflow)/', pathNot: '^src/models/$1/' },
    ),
    rule(
      'lowering-knows-no-format',
      'models/lowering/ turns what any importer gives it into steps of the executor.',
      { path: '^src/models/lowering/' },
      { path: '^src/models/(?!_|model\\.ts|lowering/|onnx/)' },
    ),
    rule(
      'onnx-stays-in-its-folder',
      'models/onnx/ belongs to the format models/onnx.ts, which loads it when it meets such a model, and to models/lowering/.',
      { path: '^src/(?!models/onnx/|models/onnx\\.ts|models/lowering/)' },
      { path: '^src/models/onnx/' },
    ),
    rule(
      'onnx-knows-no-other-format',
      'Share through a private _file.ts.',
      { path: '^src/models/onnx(/|\\.ts)' },
      { path: '^src/models/(?!_|model\\.ts|onnx/)' },
    ),
    rule(
      'tensors-stay-inside',
      'Only engines/ and models/ see TensorFlow.js. Elsewhere take and give arrays.',
      { path: '^src/(?!engines/|models/)' },
      { path: '@tensorflow/' },
    ),
    rule(
      'one-copy-of-tensorflow',
      'Import TensorFlow.js as types only, and take its values from the engine: its state is global to the process.',
      { path: '^src/', pathNot: '^src/engines/tfjs\\.ts$' },
      { path: '@tensorflow/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'sharp-stays-in-images',
      'Use images/ to read and write pictures; in images/ take sharp from _sharp.ts, which blocks its other loaders.',
      { path: '^src/(?!images/_sharp\\.ts)' },
      { path: 'node_modules/sharp/' },
    ),
    rule(
      'actions-stay-at-the-door',
      'Only the files of hosts/ that stand for GitHub see @actions/*. Take the repository or the runner as an argument.',
      { path: '^src/(?!hosts/(_through-proxy|api|github|runner)\\.ts)' },
      { path: '@actions/' },
    ),
    rule(
      'pure-stays-pure',
      'Comparison, verdict and reports get the world as arguments: no files, network, clock or process.',
      {
        path: '^src/(core|methods|metrics|lineage|results|results-file|comparison|judgement|reports|sanity|changes)/',
        pathNot: '^src/comparison/(?:pinned|earlier-stored)\\.ts$',
      },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'nobody-imports-an-entry',
      'Entries are started, not imported.',
      {},
      { path: '^src/(cli|main|maps/worker|explainer/explainer-process)\\.ts$' },
    ),
    rule(
      'the-root-is-the-sentence',
      'Give it a folder: the root of src/ has the spine, the entries, errors and the version.',
      { path: '^src/(?!(audit|cli|main|errors|version)\\.ts$)[^/]+$' },
      {},
    ),
    rule(
      'the-comment-is-entered-by-its-door',
      'Take it from reports/comment/comment.ts, or share it through reports/.',
      { path: '^src/(?!reports/)' },
      { path: '^src/reports/comment/(?!comment\\.ts)' },
    ),
    rule(
      'private-files-stay-home',
      privateRemedy,
      { path: '^src/([a-z-]+)/' },
      { path: '^src/[a-z-]+/_', pathNot: '^src/$1/_' },
    ),
    rule('private-files-stay-in-their-folder', privateRemedy, { path: '^src/[^/]+$' }, { path: '^src/[a-z-]+/_' }),
    rule('source-does-not-see-tests', 'Move it to src/.', { path: '^src/' }, { path: '^(test|scripts)/' }),
    rule('no-orphans', 'Nothing reaches this file. Use it or remove it.', { orphan: true, path: '^src/' }, {}),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
