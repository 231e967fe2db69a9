import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { combinedDigest, modelDigest } from '../../src/models/index.ts';
import { baseModel, baseText } from '../../src/repository/base-model.ts';
import { writeModel } from '../support/models.ts';
import { copySavedModel } from '../support/saved-model.ts';
import { type CommitOptions, type Content, lfsOf, pointerTo, served, sha256 } from './_commit.ts';

async function folderOf(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'camdrift-base-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const names = ['model.json', 'group1-shard1of2.bin', 'group1-shard2of2.bin'] as const;

/** A model of two shards: its digest, and its files by name. */
async function example(t: TestContext) {
  const folder = await folderOf(t);
  const digest = await modelDigest(await writeModel(folder, { shards: 2 }));
  const [json, first, second] = await Promise.all(names.map(name => readFile(join(folder, name))));
  return { digest, json: json!, first: first!, second: second! };
}

async function setting(t: TestContext, files: Record<string, Content>, options: CommitOptions = {}) {
  const repository = await served(t, files, options);
  const folder = await folderOf(t);
  return { ...repository, folder, model: (path: string) => baseModel(repository.snapshot, path, folder) };
}

const placed = (json: Content, first: Content, second: Content, at = 'models/a') => ({
  'README.md': 'not fetched',
  [`${at}/notes.txt`]: 'not fetched either',
  [`${at}/model.json`]: json,
  [`${at}/group1-shard1of2.bin`]: first,
  [`${at}/group1-shard2of2.bin`]: second,
});

const refusal = (message: RegExp, remedy = /./) => ({
  name: 'CamdriftError',
  code: 'baseline-unavailable',
  message,
  remedy,
});

for (const path of ['models/a', './models/a/', 'models/a/model.json'])
  test(`the model at ${path} is fetched file by file, and has the digest of a checkout`, async t => {
    const { digest, json, first, second } = await example(t);
    const { model, folder, requests } = await setting(t, placed(json, first, second));
    const earlier = model(path);
    assert.equal(await earlier.digest(), digest);
    assert.deepEqual(requests(), { trees: 1, blobs: 3 });
    const local = await earlier.path();
    assert.equal(local, join(folder, path.endsWith('.json') ? 'models/a/model.json' : 'models/a'));
    assert.equal(await modelDigest(local), digest);
    assert.deepEqual((await readdir(join(folder, 'models/a'))).sort(), [...names].sort());
    assert.deepEqual(requests(), {});
  });

test('nothing is asked before somebody wants to know, and many who ask at once share one fetch', async t => {
  const { json, first, second } = await example(t);
  const lfs = lfsOf(first, second);
  const { model, requests } = await setting(t, placed(json, pointerTo(first), pointerTo(second)), { lfs });
  const earlier = model('models/a');
  assert.deepEqual(requests(), {});
  await Promise.all([earlier.path(), earlier.digest(), earlier.path(), earlier.digest()]);
  assert.deepEqual(requests(), { trees: 1, blobs: 3, batch: 1, objects: 2 });
  await Promise.all([earlier.path(), earlier.digest()]);
  assert.deepEqual(requests(), {});
});

test('a model at the top of the repository is one too', async t => {
  const { digest, json, first, second } = await example(t);
  const { 'README.md': _, ...files } = placed(json, first, second, '.');
  const flat = Object.fromEntries(Object.entries(files).map(([path, content]) => [path.slice(2), content]));
  const { model, folder } = await setting(t, flat);
  assert.equal(await model('.').digest(), digest);
  assert.equal(await modelDigest(await model('model.json').path()), digest);
  assert.equal((await readdir(folder)).length, 3);
});

test('the digest takes the hashes in Git LFS pointers; only the path downloads', async t => {
  const { digest, json, first, second } = await example(t);
  const lfs = lfsOf(first, second);
  const { model, requests } = await setting(t, placed(json, pointerTo(first), pointerTo(second)), { lfs });
  const earlier = model('models/a');
  assert.equal(await earlier.digest(), digest);
  assert.deepEqual(requests(), { trees: 1, blobs: 3 });
  assert.equal(await modelDigest(await earlier.path()), digest);
  assert.deepEqual(requests(), { batch: 1, objects: 2 });
});

test('a model.json in Git LFS is fetched at once, because only it tells the other files', async t => {
  const { digest, json, first, second } = await example(t);
  const lfs = lfsOf(json, first, second);
  const files = placed(pointerTo(json), pointerTo(first), second);
  const { model, requests } = await setting(t, files, { lfs });
  const earlier = model('models/a');
  assert.equal(await earlier.digest(), digest);
  assert.deepEqual(requests(), { trees: 1, blobs: 3, batch: 1, objects: 1 });
  assert.equal(await modelDigest(await earlier.path()), digest);
  assert.deepEqual(requests(), { batch: 1, objects: 1 });
});

for (const kept of ['nothing', 'only the weights', 'every file'] as const)
  test(`a SavedModel is fetched with its index and shards; in Git LFS: ${kept}`, async t => {
    const source = await copySavedModel(await folderOf(t));
    const files = ['saved_model.pb', 'variables/variables.index', 'variables/variables.data-00000-of-00001'];
    const contents = await Promise.all(files.map(name => readFile(join(source, name))));
    const inLfs: readonly Buffer[] = { nothing: [], 'only the weights': contents.slice(2), 'every file': contents }[
      kept
    ];
    const placedAt = files.map((name, at) => {
      const content = contents[at]!;
      return [`models/s/${name}`, inLfs.includes(content) ? pointerTo(content) : content];
    });
    const { model, folder } = await setting(t, Object.fromEntries(placedAt), { lfs: lfsOf(...inLfs) });
    const earlier = model('models/s');
    assert.equal(await earlier.digest(), await modelDigest(source));
    const local = await earlier.path();
    assert.equal(local, join(folder, 'models/s'));
    assert.equal(await modelDigest(local), await modelDigest(source));
  });

test('any other file in Git LFS is taken for the whole model until it is there', async t => {
  const { json, first, second } = await example(t);
  // Not a name that a TensorFlow.js model has, but its content: it names further files when it has come.
  const files = { ...placed('', first, second), 'models/a/net.onnx': pointerTo(json) };
  const { model, requests } = await setting(t, files, { lfs: lfsOf(json) });
  const earlier = model('models/a/net.onnx');
  const single = combinedDigest([{ name: 'net.onnx', sha256: sha256(json) }]);
  assert.equal(await earlier.digest(), single);
  assert.deepEqual(requests(), { trees: 1, blobs: 1 });
  const local = await earlier.path();
  assert.deepEqual(requests(), { batch: 1, objects: 1, blobs: 2 });
  assert.equal((await readFile(local)).length, json.length);
  assert.equal(await modelDigest(local).then(digest => digest.length), 64);
  assert.equal(await earlier.digest(), single);
});

test('what is not there is said with its commit, and what to do', async t => {
  const { json, first, second } = await example(t);
  const all = placed(json, first, second);
  const { 'models/a/group1-shard2of2.bin': _, ...lacking } = all;
  for (const [files, path, message] of [
    [all, 'models/b', /^There is no file models\/b at commit c0ffee1\.$/],
    [all, 'models', /^There is no file models\/model\.json at commit c0ffee1\.$/],
    [lacking, 'models/a', /^There is no file models\/a\/group1-shard2of2\.bin at commit c0ffee1\.$/],
    [{ ...all, 'models/b': { link: '/elsewhere' } }, 'models/b', /: the symbolic link models\/b leads out/],
    [
      { ...all, 'models/a/group1-shard1of2.bin': { link: '/elsewhere' } },
      'models/a',
      /shard1of2\.bin leads out of the repository/,
    ],
    [all, '../models/a', /^There is no file \.\.\/models\/a at commit c0ffee1\.$/],
  ] as const) {
    const { model } = await setting(t, files as Record<string, Content>);
    await assert.rejects(model(path).digest(), refusal(message, /camdrift baseline/));
    await assert.rejects(model(path).path(), refusal(message));
  }
});

test('a model that cannot be read there is a baseline that cannot be had, told without our temporary folder', async t => {
  const { first, second } = await example(t);
  for (const [json, message] of [
    [
      'no json',
      /^The model models\/a\/model\.json at commit c0ffee1 cannot be compared with: models\/a\/model\.json is of no known model format/,
    ],
    ['{"modelTopology": {}, "weightsManifest": 1}', /cannot be compared with: models\/a\/model\.json is/],
    [
      manifest(['../../../out.bin']),
      /cannot be compared with: The weight shard "\.\.\/\.\.\/\.\.\/out\.bin" of models\/a\/model\.json leaves the folder/,
    ],
    [manifest(['/etc/passwd']), /There is no file models\/a\/etc\/passwd at commit c0ffee1/],
  ] as const) {
    const { model, folder } = await setting(t, placed(json, first, second));
    const error = await model('models/a')
      .path()
      .then(
        () => assert.fail('was read'),
        (reason: Error) => reason,
      );
    assert.match(error.message, message);
    assert.equal((error as { code?: string }).code, 'baseline-unavailable');
    assert.ok(!error.message.includes(`${folder}/models`), error.message);
  }
});

/** A layers model by its looks, with shards of these names. */
const manifest = (paths: readonly string[]): string =>
  JSON.stringify({
    format: 'layers-model',
    modelTopology: { class_name: 'Model' },
    weightsManifest: [{ paths, weights: [] }],
  });

test('a Git LFS object that is missing or other than its pointer says is a baseline that cannot be had', async t => {
  const { digest, json, first, second } = await example(t);
  const files = placed(json, pointerTo(first), second);
  const { model } = await setting(t, files);
  assert.equal(await model('models/a').digest(), digest);
  await assert.rejects(
    model('models/a').path(),
    refusal(/shard1of2\.bin at commit c0ffee1 is kept in Git LFS, and its object/),
  );
  const other = await setting(t, files, { lfs: new Map([[sha256(first), second]]) });
  await assert.rejects(other.model('models/a').path(), refusal(/is not the file: expected/));
});

test('more than four gigabytes are not fetched', async t => {
  const { json, first, second } = await example(t);
  const huge = pointerTo(first, 4 * 2 ** 30);
  const { model, requests } = await setting(t, placed(json, huge, second), { lfs: lfsOf(first) });
  await assert.rejects(
    model('models/a').path(),
    refusal(/have 4294967296 bytes in Git LFS; at most 42949\d+ are fetched/),
  );
  assert.deepEqual(requests(), { trees: 1, blobs: 3 });
});

test('a model of more files than a token has requests is not fetched', async t => {
  const paths = Array.from({ length: 600 }, (_, index) => `${index}.bin`);
  const files = Object.fromEntries(paths.map(path => [`models/a/${path}`, 'x']));
  const { model, requests } = await setting(t, { ...files, 'models/a/model.json': manifest(paths) });
  await assert.rejects(model('models/a').digest(), refusal(/has 601 files of \d+ bytes; at most 500/));
  assert.deepEqual(requests(), { trees: 1, blobs: 1 });
});

test('text of the base branch is read, or is not there, or is not text', async t => {
  const { snapshot } = await setting(t, {
    'camdrift.yml': 'models: []  # größer',
    'link.yml': { link: '/elsewhere' },
    'lfs.yml': pointerTo('x'),
    'labels/a.txt': 'a',
  });
  assert.equal(await baseText(snapshot, 'camdrift.yml', 100), 'models: []  # größer');
  assert.equal(await baseText(snapshot, './camdrift.yml', 100), 'models: []  # größer');
  assert.equal(await baseText(snapshot, 'none.yml', 100), undefined);
  await assert.rejects(baseText(snapshot, 'camdrift.yml', 10), refusal(/has 22 bytes; at most 10/));
  await assert.rejects(baseText(snapshot, 'link.yml', 100), refusal(/symbolic link/));
  await assert.rejects(baseText(snapshot, 'labels', 100), refusal(/it is a folder/));
  await assert.rejects(baseText(snapshot, 'lfs.yml', 200), refusal(/lfs\.yml at commit c0ffee1 is a Git LFS pointer/));
});
