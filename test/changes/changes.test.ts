import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { glob } from 'tinyglobby';
import { withPolicyOf } from '../../src/changes/base-policy.ts';
import type { DecidingFiles } from '../../src/changes/deciding-files.ts';
import { policyEdits } from '../../src/changes/policy-edits.ts';
import { followed, originOf, removedModels } from '../../src/changes/predecessors.ts';
import { rulesOf } from '../../src/changes/rules.ts';
import { effective, settingChanges } from '../../src/changes/settings.ts';
import { type Touched, touched } from '../../src/changes/touched.ts';
import { parseConfig } from '../../src/config/read.ts';
import type { RawConfig } from '../../src/config/schema.ts';
import type { ChangedFile, ChangedFiles } from '../../src/repository/changed-files.ts';

const config = (raw: object): RawConfig => parseConfig(JSON.stringify(raw), 'camdrift.yml');
const changed = (...files: ChangedFile[]): ChangedFiles => ({ files, complete: true });
const modified = (path: string): ChangedFile => ({ path, status: 'modified' });
const removed = (path: string): ChangedFile => ({ path, status: 'removed' });
const renamed = (previous: string, path: string): ChangedFile => ({ path, previous, status: 'renamed' });

const shoes: DecidingFiles = {
  name: 'shoes',
  files: ['models/shoes/model.json', 'models/shoes/group1-shard1of1.bin'],
  labels: 'models/labels.txt',
  inputs: ['arrays/words.npy'],
  truth: 'images/truth.json',
  regions: ['notes/boxes.json', 'masks/mark'],
  probes: ['marks/logo.png'],
  fixtures: { globs: ['images/*.png', '!images/draft-*'], paths: ['images/a.png', 'other/linked.jpg'] },
  baselines: ['.camdrift/baselines/shoes', 'models/golden', 'models/best.onnx'],
  watch: ['src/**/*.py', 'dvc.lock', '!src/test/*'],
};
const nothing: Touched = {
  model: false,
  configuration: false,
  labels: false,
  inputs: false,
  truth: false,
  regions: false,
  probes: false,
  fixtures: false,
  baseline: false,
  watch: false,
};

for (const [file, expected] of [
  [modified('README.md'), {}],
  [modified('models/shoes/model.json'), { model: true }],
  [modified('models/shoes/group1-shard1of1.bin'), { model: true }],
  [removed('models/shoes/group1-shard2of2.bin'), {}],
  [modified('models/shoes'), {}],
  [renamed('models/old.bin', 'models/shoes/group1-shard1of1.bin'), { model: true }],
  [renamed('models/shoes/group1-shard1of1.bin', 'attic.bin'), { model: true }],
  [modified('camdrift.yml'), { configuration: true }],
  [renamed('camdrift.yml', 'camdrift.yaml'), { configuration: true }],
  [modified('sub/camdrift.yml'), {}],
  [modified('models/labels.txt'), { labels: true }],
  [modified('arrays/words.npy'), { inputs: true }],
  [renamed('arrays/words.npy', 'arrays/old.npy'), { inputs: true }],
  [modified('arrays'), { inputs: true }],
  [modified('arrays/words.npy.txt'), {}],
  [modified('images/truth.json'), { truth: true }],
  [modified('notes/boxes.json'), { regions: true }],
  [removed('masks/mark/images/a.png'), { regions: true }],
  [modified('masks/marked.png'), {}],
  [renamed('marks/logo.png', 'attic/logo.png'), { probes: true }],
  [modified('marks/other.png'), {}],
  [modified('images/a.png'), { fixtures: true }],
  [modified('other/linked.jpg'), { fixtures: true }],
  [removed('images/gone.png'), { fixtures: true }],
  [renamed('images/gone.png', 'attic/gone.png'), { fixtures: true }],
  [removed('images/draft-1.png'), {}],
  [removed('images/.hidden.png'), {}],
  [removed('images/below/b.png'), {}],
  [modified('.camdrift/baselines/shoes/baseline.json'), { baseline: true }],
  [modified('.camdrift/baselines/shoes-2/baseline.json'), {}],
  [modified('models/golden/group1-shard1of1.bin'), { baseline: true }],
  [renamed('models/best.onnx', 'attic.onnx'), { baseline: true }],
  [modified('models/next.onnx'), {}],
  [modified('src/deep/train.py'), { watch: true }],
  [renamed('dvc.lock', 'attic/dvc.lock'), { watch: true }],
  [removed('src/test/train.py'), {}],
] as const)
  test(`${file.status} ${'previous' in file ? `${file.previous} -> ` : ''}${file.path} touches ${Object.keys(expected).join(', ') || 'nothing'}`, () => {
    assert.deepEqual(touched(changed(file), shoes, 'camdrift.yml'), { ...nothing, ...expected });
  });

test('an incomplete list touches all that there is', () => {
  const files = { files: [], complete: false };
  const kept = { model: true, configuration: true, fixtures: true };
  const all = {
    ...kept,
    labels: true,
    inputs: true,
    truth: true,
    regions: true,
    probes: true,
    baseline: true,
    watch: true,
  };
  assert.deepEqual(touched(files, shoes, 'camdrift.yml'), all);
  const bare = { name: 'x', files: ['x.json'], fixtures: { globs: [], paths: [] } };
  const possible = { ...nothing, ...kept };
  assert.deepEqual(touched(files, bare, 'camdrift.yml'), possible);
});

for (const [globs, matching, others] of [
  [['images'], ['images/a.png', 'images/b/c.JPG'], ['images/readme.md', 'images/.x/a.png', 'image/a.png']],
  [['images/'], ['images/a.png'], ['b.png']],
  [['./images/*.{png,npy}'], ['images/a.png', 'images/b.npy'], ['images/c.jpg', 'images/b/a.png']],
  [
    ['**/*.png', '!attic'],
    ['a.png', 'x/y/a.png'],
    ['attic/a.png', '.camdrift/a.png'],
  ],
  [['images/**/x?.png'], ['images/x1.png', 'images/b/x2.png'], ['images/x12.png']],
  [['images/.hidden/*.png'], ['images/.hidden/a.png'], []],
  [['images/[ab].png'], ['images/a.png'], ['images/c.png']],
  [['!images/a.png'], [], ['images/a.png', 'images/b.png']],
] as const)
  test(`fixtures ${globs.join(' ')}`, () => {
    const watched = { name: 'x', files: [], fixtures: { globs, paths: [] } };
    const hits = (path: string) => touched(changed(removed(path)), watched, 'camdrift.yml').fixtures;
    for (const path of matching) assert.equal(hits(path), true, path);
    for (const path of others) assert.equal(hits(path), false, path);
  });

test('globs mean here what they mean when fixtures are looked for', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'camdrift-globs-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const paths = [
    'a.png',
    '.h.png',
    'i/a.png',
    'i/b.JPG',
    'i/.h/a.png',
    'i/[x].png',
    'i/j/a1.png',
    'i/j/k/a22.png',
    'j/a.png',
  ];
  for (const path of paths) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), '');
  }
  for (const globs of [
    ['*.png'],
    ['**/*.png'],
    ['i'],
    ['i/'],
    ['./i/*'],
    ['{i,j}/**/*.png', '!i/j'],
    ['i/**', '!**/a*.png'],
    ['i/\\[x\\].png', 'i/.h/*.png'],
    ['i/!(a).png', 'i/**/a?.png'],
    ['i/+(j|k)/*', 'i/j/k/a[0-9]*'],
    ['**/i/a.png'],
    ['i/a.png/'],
  ]) {
    const ignore = globs.filter(each => each.startsWith('!')).map(each => each.slice(1));
    const wanted = globs.filter(each => !each.startsWith('!'));
    const found = await glob(wanted, { cwd: folder, ignore, onlyFiles: true });
    const watched = { name: 'x', files: [], fixtures: { globs, paths: [] } };
    const here = paths.filter(path => touched(changed(removed(path)), watched, 'camdrift.yml').fixtures);
    assert.deepEqual(here.sort(), found.sort(), globs.join(' '));
  }
});

test('edits of the policy are listed once each, by the first kind that fits', () => {
  const bags: DecidingFiles = {
    name: 'bags',
    files: ['bags.json'],
    fixtures: { globs: ['images/*.png', 'baselines/*.npy'], paths: [] },
    baselines: ['baselines'],
  };
  const files = changed(
    modified('camdrift.yml'),
    modified('models/shoes/model.json'),
    modified('models/labels.txt'),
    modified('marks/logo.png'),
    modified('arrays/words.npy'),
    removed('images/truth.json'),
    { path: 'images/new.png', status: 'added' },
    renamed('images/b.png', 'images/c.png'),
    renamed('images/d.png', 'attic/d.png'),
    renamed('attic/e.png', 'images/e.png'),
    renamed('images/f.png', 'baselines/f.npy'),
    modified('.camdrift/baselines/shoes/baseline.json'),
    modified('notes/boxes.json'),
    removed('masks/mark/images/a.png'),
    modified('marks/logo.png'),
    modified('README.md'),
  );
  assert.deepEqual(policyEdits(files, [shoes, bags], 'camdrift.yml'), [
    { what: 'configuration', path: 'camdrift.yml', status: 'modified' },
    { what: 'labels', path: 'models/labels.txt', status: 'modified' },
    { what: 'probe', path: 'marks/logo.png', status: 'modified' },
    { what: 'input', path: 'arrays/words.npy', status: 'modified' },
    { what: 'truth', path: 'images/truth.json', status: 'removed' },
    { what: 'fixture', path: 'images/new.png', status: 'added' },
    { what: 'fixture', path: 'images/c.png', status: 'renamed' },
    { what: 'fixture', path: 'images/d.png', status: 'removed' },
    { what: 'fixture', path: 'images/e.png', status: 'added' },
    { what: 'fixture', path: 'images/f.png', status: 'removed' },
    { what: 'baseline', path: 'baselines/f.npy', status: 'added' },
    { what: 'baseline', path: '.camdrift/baselines/shoes/baseline.json', status: 'modified' },
    { what: 'region', path: 'notes/boxes.json', status: 'modified' },
    { what: 'region', path: 'masks/mark/images/a.png', status: 'removed' },
    { what: 'probe', path: 'marks/logo.png', status: 'modified' },
  ]);
  assert.deepEqual(policyEdits(files, [], 'none.yml'), []);
});

/** As a configuration in the folder `ml` writes it. */
const inFolder = (path: string) => `ml/${path.replace('./', '')}`;

for (const [title, path, files, before, paths, known] of [
  ['no configuration before', 'a', [], undefined, ['ml/a'], false],
  ['the same place', 'a', [], [{ name: 'a', path: './a' }], ['ml/a'], true],
  ['another place in the configuration', 'a', [], [{ name: 'a', path: 'old' }], ['ml/old'], true],
  ['another name at the same place', 'a', [], [{ name: 'b', path: 'a' }], ['ml/a'], true],
  ['a renamed file', 'a.onnx', [renamed('x/b.onnx', 'ml/a.onnx')], undefined, ['x/b.onnx', 'ml/a.onnx'], false],
  ['a renamed folder', 'a', [renamed('x/b/model.json', 'ml/a/model.json')], undefined, ['x/b', 'ml/a'], false],
  ['a SavedModel', 'a', [renamed('x/b/saved_model.pb', 'ml/a/saved_model.pb')], undefined, ['x/b', 'ml/a'], false],
  ['a file that became a folder', 'a', [renamed('x.json', 'ml/a/model.json')], undefined, ['x.json', 'ml/a'], false],
  ['a shard that moved by itself', 'a', [renamed('x/w.bin', 'ml/a/w.bin')], undefined, ['ml/a'], false],
  [
    'a folder that moved with its configuration',
    'a',
    [renamed('ml/old/model.json', 'ml/a/model.json')],
    [{ name: 'a', path: 'old' }],
    ['ml/old'],
    true,
  ],
  [
    'a configuration and a rename that disagree',
    'a',
    [renamed('ml/second/model.json', 'ml/a/model.json')],
    [{ name: 'a', path: 'first' }],
    ['ml/first', 'ml/second'],
    true,
  ],
  ['one that went away', 'a', [], [{ name: 'b', path: 'old' }], ['ml/old'], true],
  ['none that went away', 'a', [], [{ name: 'c', path: 'c' }], ['ml/a'], false],
] as const)
  test(`an earlier version: ${title}`, () => {
    const after = config({
      models: [
        { name: 'a', path },
        { name: 'c', path: 'c' },
      ],
    });
    const raw = before && config({ models: before });
    assert.deepEqual(originOf(after.models[0]!, changed(...files), raw, after, inFolder), {
      paths,
      known,
      unclear: [],
    });
  });

test('an earlier version: any of several that went away', () => {
  const after = config({ models: [{ name: 'a', path: 'a' }] });
  const before = config({ models: ['b', 'c'].map(name => ({ name, path: name })) });
  const found = originOf(after.models[0]!, changed(), before, after, inFolder);
  assert.deepEqual(found, { paths: [], known: false, unclear: ['b', 'c'] });
});

test('a new model beside one that went away keeps what was said of that one', () => {
  const before = config({ models: [{ name: 'a', path: 'x', layer: 'top' }] });
  const after = config({ models: ['p', 'q'].map(path => ({ name: `new-${path}`, path, layer: 'new' })) });
  const found = followed(before, after, changed(), inFolder);
  assert.deepEqual(
    settingChanges(found, after).map(({ model, setting, before: was }) => [model, setting, was]),
    ['new-p', 'new-q'].flatMap(name => [
      [name, 'name', 'a'],
      [name, 'layer', 'top'],
    ]),
  );
  assert.deepEqual(removedModels(found, after, []), []);
});

test('a model is removed when neither its name nor its place is left', () => {
  const before = config({
    models: [
      { name: 'kept', path: 'a' },
      { name: 'moved', path: 'b' },
      { name: 'renamed', path: './c/' },
      { name: 'both', path: 'd' },
      { name: 'gone', path: 'e' },
      { name: 'twin', path: 'a' },
    ],
  });
  const after = config({
    models: [
      { name: 'kept', path: 'a' },
      { name: 'moved', path: 'b2' },
      { name: 'renamed-2', path: 'c' },
      { name: 'both-2', path: 'd2' },
    ],
  });
  const moves = [{ name: 'both-2', from: 'ml/d', to: 'ml/d2' }];
  assert.deepEqual(removedModels(before, after, moves, inFolder), [
    { name: 'gone', path: 'ml/e' },
    { name: 'twin', path: 'ml/a' },
  ]);
  assert.deepEqual(removedModels(undefined, after, []), []);
  assert.deepEqual(removedModels(after, after, []), []);
  assert.deepEqual(removedModels(before, after, []).length, 3);
});

test('a model that moved and got another name keeps what the base branch’s configuration says of it', () => {
  const before = config({
    models: [
      { name: 'a', path: 'x', layer: 'top' },
      { name: 'b', path: './y/model.json', layer: 'end' },
      { name: 'c', path: 'z' },
    ],
  });
  const after = config({ models: ['p', 'q', 'z'].map(path => ({ name: `new-${path}`, path, layer: 'new' })) });
  const moves = changed(renamed('ml/x/model.json', 'ml/p/model.json'), renamed('ml/y/model.json', 'ml/q/model.json'));
  const found = followed(before, after, moves, inFolder);
  assert.deepEqual(
    found.models.map(({ name, path }) => [name, path]),
    [
      ['a', 'p'],
      ['b', 'q'],
      ['c', 'z'],
    ],
  );
  assert.deepEqual(
    withPolicyOf(found, after).models.map(({ name, path }) => [name, path]),
    after.models.map(({ name, path }) => [name, path]),
  );
  assert.deepEqual(
    settingChanges(found, after).map(({ setting, before, after }) => `${setting}: ${before} -> ${after}`),
    [
      'name: a -> new-p',
      'layer: top -> new',
      'name: b -> new-q',
      'layer: end -> new',
      'name: c -> new-z',
      'layer: default -> new',
    ],
  );
  assert.deepEqual(followed(before, after, changed(), inFolder), before);
});

const one = (settings: object, top: object = {}): RawConfig =>
  config({ ...top, models: [{ name: 'a', path: 'a', ...settings }] });

for (const [title, before, after, rows] of [
  ['nothing', one({ layer: 'x' }), one({ layer: 'x' }), []],
  ['a setting that only moved to the top', one({ layer: 'x' }), one({}, { layer: 'x' }), []],
  [
    'a setting of the top that the model overrides',
    one({}, { layer: 'x' }),
    one({ layer: 'y' }, { layer: 'x' }),
    ['layer: x -> y'],
  ],
  [
    'a threshold',
    one({ thresholds: { ssim: 0.1 } }),
    one({ thresholds: { ssim: 0.9 } }),
    ['thresholds.ssim: 0.1 -> 0.9'],
  ],
  [
    'the first threshold',
    one({}),
    one({ thresholds: { 'attention-shift': 0.5 } }),
    ['thresholds.attention-shift: default -> 0.5'],
  ],
  [
    'a limit of one lineage, written out for all',
    one({}),
    one({ thresholds: { 'attention-shift': 0.08 } }),
    ['thresholds.attention-shift: default -> 0.08'],
  ],
  [
    'a threshold in the place of those by lineage',
    one({}),
    one({ thresholds: { kl: 1 } }),
    ['thresholds.kl: default -> 1'],
  ],
  ['thresholds that are given up', one({ thresholds: { ssim: 0.1 } }), one({}), ['thresholds.ssim: 0.1 -> default']],
  ['the judged method', one({}), one({ methods: ['EigenCAM'] }), ['methods: default -> ["eigen-cam"]']],
  ['the size, in two ways of writing', one({ size: '8x9' }), one({ size: [8, 9] }), []],
  ['the size', one({ size: '8x9' }), one({ size: [16, 9] }), ['size: 8x9 -> 16x9']],
  [
    'regions, in words',
    one({ regions: [{ from: 'a.json', rules: ['inside >= 0.5', 'pointing >= 0.8'] }] }),
    one({ regions: [{ name: 'mark', from: 'masks', category: 'logo', rules: ['inside <= 0.1'] }, { from: 'a.json' }] }),
    [
      'regions: object: from a.json, rules inside >= 0.5 and pointing >= 0.8 -> mark: from masks, category logo, rules inside <= 0.1; object: from a.json',
    ],
  ],
  [
    'probes, in words',
    one({ probes: 'none' }),
    one({ probes: [{ mark: 'logo.png', at: ['top-left', 'top-right'] }, 'frame'] }),
    ['probes: none -> mark: mark logo.png, at top-left and top-right; frame: frame built-in'],
  ],
  [
    'preprocessing',
    one({ preprocess: 'unit' }),
    one({ preprocess: { scale: 2 } }),
    ['preprocess: unit -> {"scale":2,"mean":[0],"std":[1],"order":"rgb"}'],
  ],
  [
    'all the rest',
    one({}),
    one({
      score: 'probability',
      fit: 'cover',
      fixtures: ['*.png'],
      labels: 'l.txt',
      truth: 'folder',
      baseline: 'b',
      'baseline-model': 'm',
      'baseline-preprocess': 'unit',
      output: 'o',
      lineage: 'retrained',
      'false-alarms': 0.2,
    }),
    [
      'lineage: default -> retrained',
      'score: default -> probability',
      'fit: default -> cover',
      'fixtures: default -> ["*.png"]',
      'labels: default -> l.txt',
      'truth: default -> folder',
      'baseline: default -> b',
      'baseline-model: default -> m',
      'baseline-preprocess: default -> unit',
      'output: default -> o',
      'false-alarms: default -> 0.2',
    ],
  ],
] as const)
  test(`settings that changed: ${title}`, () => {
    const found = settingChanges(before, after);
    assert.deepEqual(
      found.map(row => `${row.setting}: ${row.before} -> ${row.after}`),
      rows,
    );
    assert.ok(found.every(({ model }) => model === 'a'));
  });

test('regions that changed somewhere far behind are shortened to where they differ', () => {
  const many = (limit: string) =>
    one({
      regions: Array.from({ length: 40 }, (_, index) => ({
        name: `r${index}`,
        from: 'a.json',
        rules: [`inside >= ${index === 30 ? limit : '0.5'}`],
      })),
    });
  const [row] = settingChanges(many('0.5'), many('0.25'));
  assert.ok(row!.before.length <= 126 && row!.after.length <= 126);
  assert.match(row!.before, /inside >= 0\.5;/);
  assert.match(row!.after, /inside >= 0\.25;/);
});

test('the files that a model is judged by are those that its configuration names', () => {
  const raw = config({
    models: [
      { name: 'a', path: 'm', 'baseline-model': 'none' },
      { name: 'b', path: 'n', regions: [{ from: 'own.json' }], probes: 'none' },
    ],
    regions: [{ from: 'notes/boxes.json' }, { name: 'mark', from: 'masks/' }],
    probes: ['frame', 'mark', { mark: 'marks/logo.png', name: 'logo' }],
  });
  const of = (name: string) => rulesOf(raw, name, path => `sub/${path}`);
  assert.deepEqual(of('a').regions, ['sub/notes/boxes.json', 'sub/masks']);
  assert.deepEqual([of('a').probes, of('a').baselines], [['sub/marks/logo.png'], []]);
  assert.deepEqual([of('b').regions, of('b').probes], [['sub/own.json'], undefined]);
});

test("under the base branch's policy regions are its own too, and one without has none", () => {
  const region = (limit: string) => ({ regions: [{ from: 'a.json', rules: [`inside >= ${limit}`] }] });
  const limits = (before: RawConfig, after: RawConfig) =>
    withPolicyOf(before, after).models[0]!.regions?.[0]?.rules[0]?.limit;
  assert.deepEqual(
    [limits(one(region('0.5')), one(region('0.1'))), limits(one({}), one(region('0.1')))],
    [0.5, undefined],
  );
  assert.equal(limits(one(region('0.5')), one({})), 0.5);
});

for (const [title, base, own, expected] of [
  ['more false alarms', { 'false-alarms': 0.05 }, { 'false-alarms': 0.2 }, { 'false-alarms': 0.2 }],
  ['fewer than usual', {}, { 'false-alarms': 0.01 }, { 'false-alarms': 0.1 }],
  ['more checks', { checks: 'none' }, { checks: 'full' }, { checks: 'full' }],
  ['fewer checks', { checks: 'full' }, {}, { checks: 'full' }],
  ['a nearer lineage', { lineage: 'retrained' }, { lineage: 'same' }, { lineage: 'same' }],
  ['a farther lineage', { lineage: 'same' }, { lineage: 'retrained' }, { lineage: 'same' }],
  ['a lineage that is to be told', { lineage: 'auto' }, { lineage: 'retrained' }, { lineage: 'auto' }],
  ['a pinned release of its own', {}, { pinned: 'gold' }, { pinned: 'gold' }],
  [
    'limits of the pinned release',
    { pinned: 'gold', 'pinned-thresholds': { ssim: 0.2, kl: 0.1 } },
    { pinned: 'lead', 'pinned-thresholds': { ssim: 0.1, kl: 0.9 } },
    { pinned: 'gold', 'pinned-thresholds': { ssim: 0.1, kl: 0.1 } },
  ],
  ['a comparison', { 'baseline-model': 'none' }, { 'baseline-model': 'old' }, { 'baseline-model': 'old' }],
  ['no comparison', { 'baseline-model': 'old' }, { 'baseline-model': 'none' }, { 'baseline-model': 'old' }],
  ['probes where there are none', { probes: 'none' }, { probes: ['mark'] }, { probes: ['mark'] }],
  ['no probes', { probes: ['mark'] }, { probes: 'none' }, { probes: ['mark'] }],
  ['another layer', { layer: 'a' }, { layer: 'b' }, { layer: 'a' }],
] as [string, object, object, Record<string, unknown>][])
  test(`of the base branch and the change the stricter holds: ${title}`, () => {
    const found = effective(withPolicyOf(one(base), one(own)), withPolicyOf(one(base), one(own)).models[0]!);
    const wanted = effective(one(expected), one(expected).models[0]!);
    for (const key of Object.keys(expected) as (keyof typeof found)[]) assert.deepEqual(found[key], wanted[key], key);
  });

test('rules of both hold for a region; a region more is one more; where the branch has no rule there is none', () => {
  const region = (name: string, ...rules: string[]) => ({ name, from: 'a.json', rules });
  const rulesUnder = (base: object[], own: object[]) =>
    withPolicyOf(one({ regions: base }), one({ regions: own })).models[0]!.regions!.map(({ name, rules }) => [
      name,
      rules.map(({ limit }) => limit),
    ]);
  const [a, b] = [region('a', 'inside >= 0.5'), region('a', 'inside >= 0.9', 'inside >= 0.5')];
  assert.deepEqual(rulesUnder([a], [b, region('c', 'inside <= 0.1')]), [
    ['a', [0.5, 0.9]],
    ['c', [0.1]],
  ]);
  assert.deepEqual(rulesUnder([region('a')], [b]), [['a', []]]);
});

test('a new model has no settings that changed; one under another name has', () => {
  const before = config({ models: [{ name: 'a', path: 'm', layer: 'x' }] });
  const both = config({
    models: [
      { name: 'a', path: 'm', layer: 'x' },
      { name: 'b', path: 'm', layer: 'y' },
    ],
  });
  const other = config({ models: [{ name: 'b', path: './m', layer: 'y' }] });
  assert.deepEqual(settingChanges(undefined, both), []);
  assert.deepEqual(settingChanges(before, both), []);
  assert.deepEqual(settingChanges(before, other), [
    { model: 'b', setting: 'name', before: 'a', after: 'b' },
    { model: 'b', setting: 'layer', before: 'x', after: 'y' },
  ]);
});

test('of long values the part that differs is shown', () => {
  const globs = Array.from({ length: 40 }, (_, index) => `images/number-${index}.png`);
  const [row] = settingChanges(one({ fixtures: globs }), one({ fixtures: [...globs, '!images/number-3.png'] }));
  assert.ok(row!.before.length <= 126 && row!.after.length <= 126);
  assert.match(row!.before, /^\.\.\..*images\/number-39\.png"\]$/);
  assert.match(row!.after, /^\.\.\..*images\/number-39\.png","!images\/number-3\.png"\]$/);
  const [start] = settingChanges(one({ fixtures: globs }), one({ fixtures: ['x.png', ...globs] }));
  assert.match(start!.after, /^\["x\.png","images\/number-0\.png".*\.\.\.$/);
});

test('with the policy of the base branch its thresholds, methods, probes and fixtures judge, and the model stays the new one', () => {
  const before = config({
    thresholds: { ssim: 0.1 },
    'false-alarms': 0.05,
    lineage: 'auto',
    models: [
      { name: 'a', path: 'old', fixtures: ['a.png', 'b.png'], layer: 'x', preprocess: 'unit', baseline: 'kept' },
    ],
  });
  const after = config({
    methods: ['cam'],
    probes: 'none',
    jobs: 2,
    models: [
      {
        name: 'a',
        path: 'new',
        fixtures: ['a.png'],
        layer: 'y',
        preprocess: 'caffe',
        thresholds: { ssim: 1 },
        'false-alarms': 0.9,
        lineage: 'retrained',
      },
      { name: 'b', path: 'b', fixtures: ['c.png'] },
    ],
  });
  const { models, ...top } = withPolicyOf(before, after);
  const given = models.map(model =>
    Object.fromEntries(Object.entries(model).filter(([, value]) => value !== undefined)),
  );
  assert.deepEqual(given, [
    {
      name: 'a',
      path: 'new',
      fixtures: ['a.png', 'b.png'],
      layer: 'x',
      preprocess: 'caffe',
      thresholds: { ssim: 0.1 },
      'false-alarms': 0.9,
      lineage: 'auto',
      baseline: 'kept',
    },
    { name: 'b', path: 'b', fixtures: ['c.png'], methods: ['cam'], probes: 'none' },
  ]);
  assert.equal(top.jobs, 2);
  assert.equal('thresholds' in top || 'methods' in top, false);
});
