import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { isFolderObject, listText } from '../../src/sources/_dvc-folder.ts';
import { isObject, textMd5 } from '../../src/sources/_dvc-hash.ts';
import { cacheStore, dvcConfig, dvcModel, dvcPointer, requirePulled, webStore } from '../../src/sources/dvc.ts';
import { type Added, addedFile, addedFolder, below, md5, within } from '../support/dvc.ts';
import { holding, httpsServer } from '../support/https-server.ts';
import { modelFiles } from '../support/scene.ts';
import { refusal, testNetwork } from './_network.ts';

const inMemory = (files: Readonly<Record<string, string>>) => ({
  text: async (path: string) => files[path],
  place: (path: string) => `${path} at commit c0ffee1`,
});

async function onDisk(t: TestContext, files: Readonly<Record<string, Uint8Array | string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'camdrift-dvc-'));
  t.after(() => rm(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  return root;
}

const hash = md5('weights');
const legacy = `outs:\n- md5: ${hash}\n  size: 7\n  path: x.onnx\n`;

describe('a pointer of DVC', () => {
  it('lies beside its file, beside a folder above, or in a dvc.lock above', async () => {
    const dir = `outs:\n- md5: ${hash}.dir\n  nfiles: 2\n  hash: md5\n  path: x\n`;
    const lock = `schema: '2.0'\nstages:\n  train:\n    cmd: python train.py\n    deps:\n    - path: models/y.onnx\n      md5: ${md5('no')}\n    outs:\n    - path: models/y.onnx\n      hash: md5\n      md5: ${hash}\n      size: 7\n`;
    const files = inMemory({ 'models/x.onnx.dvc': legacy, 'a/x.dvc': dir, 'dvc.lock': lock });
    assert.deepEqual(await dvcPointer('models/x.onnx', files), {
      file: 'models/x.onnx.dvc',
      place: 'models/x.onnx.dvc at commit c0ffee1',
      out: 'models/x.onnx',
      within: '',
      object: { md5: hash, isFolder: false, size: 7, legacy: true },
    });
    const found = async (path: string) => {
      const pointer = await dvcPointer(path, files);
      return pointer && [pointer.file, pointer.out, pointer.within, pointer.object.isFolder];
    };
    assert.deepEqual(await found('a/x'), ['a/x.dvc', 'a/x', '', true]);
    assert.deepEqual(await found('a/x/b/model.json'), ['a/x.dvc', 'a/x', 'b/model.json', true]);
    assert.deepEqual(await found('models/y.onnx'), ['dvc.lock', 'models/y.onnx', '', false]);
    assert.equal(await found('models/x.onnx/deeper'), undefined);
    assert.equal(await found('models/z.onnx'), undefined);
    assert.equal(await found('x.onnx'), undefined);
  });

  it('that is damaged or has no MD5 says so, and no name in it is taken for a path', async () => {
    const cases: [string, RegExp][] = [
      ['outs: 7', /x\.onnx\.dvc at commit c0ffee1 is no file of DVC's, or is damaged/],
      ['<<<<<<< HEAD\nouts:\n', /is no file of DVC's/],
      ['outs:\n- md5: ../../../../etc/passwd\n  path: x.onnx\n', /is no file of DVC's/],
      ['outs:\n- path: x.onnx\n  etag: 1\n', /has no MD5 of x\.onnx/],
      [`outs:\n- path: x.onnx\n  hash: sha256\n  md5: ${hash}\n`, /has no MD5 of x\.onnx/],
    ];
    for (const [text, message] of cases)
      await assert.rejects(dvcPointer('x.onnx', inMemory({ 'x.onnx.dvc': text })), refusal(message));
  });
});

describe('DVC’s hashes', () => {
  it('of a folder are those of the list that DVC writes', () => {
    const list = listText([
      ['cat.jpeg', 'dff70c0392d7d386c39a23c64fcc0376'],
      ['index.jpeg', '29a6c8271c0c8fbf75d3b97aecee589f'],
    ]);
    // The example of DVC's own documentation.
    assert.equal(md5(list), '196a322c107c2572335158503c64bfba');
    assert.equal(
      listText([['é/😀"\u007f', hash]]),
      `[{"md5": "${hash}", "relpath": "\\u00e9/\\ud83d\\ude00\\"\\u007f"}]`,
    );
  });

  it('before version 3 take the line ends of text for those of Unix', async t => {
    const text = '{"a": 1}\r\n';
    assert.equal(textMd5(Buffer.from(text)), md5('{"a": 1}\n'));
    assert.equal(textMd5(Buffer.from(`\0${text}`)), md5(`\0${text}`));
    const root = await onDisk(t, { 'm.json': text, 'd/m.json': text });
    const old = { md5: md5('{"a": 1}\n'), isFolder: false, legacy: true };
    assert.ok(await isObject(join(root, 'm.json'), old));
    assert.ok(!(await isObject(join(root, 'm.json'), { ...old, legacy: false })));
    const folder = { md5: md5(listText([['m.json', old.md5]])), isFolder: true, legacy: true };
    assert.ok(await isFolderObject(join(root, 'd'), folder));
    assert.ok(!(await isFolderObject(join(root, 'd'), { ...folder, legacy: false })));
  });

  it('and sizes of what is on disk must be the pointer’s', async t => {
    const model = within('m', await modelFiles('m'));
    const root = await onDisk(t, { 'x.onnx': 'weights', ...below('m', model) });
    const check = async (path: string, text: string) => {
      const pointer = await dvcPointer(path, inMemory({ [`${path}.dvc`]: text }));
      await requirePulled(pointer!, join(root, path));
    };
    await check('x.onnx', legacy);
    await check('m', addedFolder('m', model).pointer);
    const other = { ...model, 'model.json': Buffer.from('{}') };
    const wrong: [string, string][] = [
      ['x.onnx', legacy.replace('size: 7', 'size: 8')],
      ['x.onnx', legacy.replace(hash, md5('other'))],
      ['m', addedFolder('m', other).pointer],
      ['m', addedFolder('m', { ...model, extra: Buffer.from('') }).pointer],
      ['none', addedFile('none', Buffer.from('none')).pointer],
    ];
    for (const [path, text] of wrong)
      await assert.rejects(
        check(path, text),
        refusal(/(is not what .* says|says that DVC holds something): expected MD5/, new RegExp(`dvc pull ${path}`)),
      );
  });
});

describe('the settings of DVC', () => {
  it('are read from the project above, with its cache and the default remote', async () => {
    const text = `[core]\n    remote = storage\n    autostage = true\n['remote "other"']\n    url = s3://bucket\n['remote "storage"']\n    url = https://models.test/dvc\n[cache]\n    dir = ../store\n`;
    assert.deepEqual(await dvcConfig('p/models/x.dvc', inMemory({ 'p/.dvc/config': text, '.dvc/config': '' })), {
      root: 'p',
      cache: '../store',
      remote: 'https://models.test/dvc',
    });
    assert.deepEqual(await dvcConfig('models/x.dvc', inMemory({ '.dvc/config': '' })), {
      root: '.',
      cache: undefined,
      remote: undefined,
    });
    assert.equal(await dvcConfig('models/x.dvc', inMemory({})), undefined);
  });
});

describe('an earlier version in DVC', () => {
  const usual = { root: '.' };
  /** The model of an `Added` from a cache that holds its objects, or whatever else it is given. */
  async function earlier(
    t: TestContext,
    path: string,
    added: Added,
    files = below('.dvc/cache', added.objects),
    config = usual,
  ) {
    const root = await onDisk(t, files);
    const pointer = await dvcPointer(path, inMemory({ [`${path.split('/')[0]}.dvc`]: added.pointer }));
    const store = await cacheStore(config, root, root);
    return {
      root,
      model: dvcModel(pointer!, async () => (store ? [store] : []), join(root, 'out'), 'Run `dvc fetch`.'),
    };
  }
  const gone = (message: RegExp) => ({ ...refusal(message, /dvc fetch/), code: 'baseline-unavailable' });

  for (const version of [2, 3] as const)
    it(`comes from a cache of version ${version}, a file or a folder`, async t => {
      const files = within('m', await modelFiles('m'));
      const { model } = await earlier(t, 'm', addedFolder('m', { ...files, 'notes.txt': Buffer.from('x') }, version));
      const path = await model.path();
      for (const [name, bytes] of Object.entries(files)) assert.deepEqual(await readFile(join(path, name)), bytes);
      await assert.rejects(readFile(join(path, 'notes.txt')), /ENOENT/);
      const single = await earlier(t, 'x.onnx', addedFile('x.onnx', Buffer.from('weights'), version));
      assert.equal(await readFile(await single.model.path(), 'utf8'), 'weights');
    });

  it('may lie deep in a folder that DVC holds', async t => {
    const files = below('deep', within('m', await modelFiles('m')));
    const { model } = await earlier(t, 'all/deep/model.json', addedFolder('all', files));
    assert.deepEqual(await readFile(await model.path()), files['deep/model.json']);
    const folder = await earlier(t, 'all/deep', addedFolder('all', files));
    assert.match(await folder.model.path(), /all\/deep$/);
  });

  it('that is not there, damaged, or behind a link out of the workspace is told with what to do', async t => {
    const added = addedFile('x.onnx', Buffer.from('weights'));
    const [[place] = ''] = [Object.keys(added.objects)];
    const damaged = below('.dvc/cache', { [place!]: Buffer.from('other!!') });
    for (const files of [{}, damaged]) {
      const { model } = await earlier(t, 'x.onnx', added, files);
      await assert.rejects(
        model.path(),
        gone(/not on this machine: .*MD5 [0-9a-f]{32}, is not in the DVC cache \.dvc\/cache/),
      );
      await assert.rejects(model.digest(), gone(/not on this machine/));
    }
    const { root, model } = await earlier(t, 'x.onnx', added, {});
    const outside = await onDisk(t, added.objects);
    await mkdir(join(root, '.dvc'), { recursive: true });
    await symlink(outside, join(root, '.dvc/cache'));
    await assert.rejects(model.path(), gone(/not on this machine/));
    const far = await earlier(t, 'x.onnx', added, {}, { root: '.', cache: outside } as never);
    await assert.rejects(far.model.path(), gone(/not in any place that is read/));
  });

  it('with a list that leads out of its folder, or lacks a file, is refused', async t => {
    const files = within('m', await modelFiles('m'));
    const { 'model.json': json, ...shards } = files;
    const lacking = await earlier(t, 'm', addedFolder('m', { 'model.json': json! }));
    await assert.rejects(lacking.model.path(), {
      code: 'baseline-unavailable',
      message: /has no group1-shard1of1\.bin/,
    });
    const leading = JSON.parse(json!.toString()) as { weightsManifest: { paths: string[] }[] };
    leading.weightsManifest[0]!.paths = ['../../../out.bin'];
    const [shard] = Object.values(shards);
    const wrong = { 'model.json': Buffer.from(JSON.stringify(leading)), '../../out.bin': shard! };
    const out = await earlier(t, 'm', addedFolder('m', wrong));
    await assert.rejects(out.model.path(), { code: 'baseline-unavailable' });
    const none = await earlier(t, 'm', addedFolder('m', { 'a.txt': Buffer.from('a') }));
    await assert.rejects(none.model.path(), {
      code: 'baseline-unavailable',
      message: /has neither model\.json nor saved_model\.pb/,
    });
  });
});

describe('a remote that is a web server', () => {
  it('gives an object by either layout, and says no when it has none', async t => {
    const { network, cache } = await testNetwork(t);
    for (const version of [2, 3] as const) {
      const added = addedFile('x.onnx', Buffer.from('weights'), version);
      const server = await httpsServer(t, holding(below('/dvc', added.objects)));
      const store = webStore({ root: '.', remote: server.url('/dvc') }, network)!;
      const object = { md5: added.md5, isFolder: false, size: 7, legacy: version === 2 };
      assert.equal(await store.fetch(object, join(cache, 'x')), true);
      assert.equal(await readFile(join(cache, 'x'), 'utf8'), 'weights');
      assert.equal(server.asked.length, 1);
      assert.equal(await store.fetch({ ...object, md5: md5('other') }, join(cache, 'y')), false);
    }
  });

  it('with other bytes, or on a private network, is refused; other kinds of remote are not asked', async t => {
    const { network, cache } = await testNetwork(t);
    const server = await httpsServer(t, (_, response) => response.end('others!'));
    const object = { md5: hash, isFolder: false, size: 7, legacy: false };
    const fetchFrom = (remote: string, given = network) =>
      webStore({ root: '.', remote }, given)?.fetch(object, join(cache, 'x'));
    await assert.rejects(fetchFrom(server.url('/dvc'))!, refusal(/expected MD5/));
    await assert.rejects(fetchFrom(server.url('/dvc'), { ...network, allowed: [] })!, refusal(/is not asked/));
    await assert.rejects(fetchFrom('http://8.8.8.8/dvc')!, refusal(/no https address/));
    for (const remote of ['s3://bucket/x', '/mnt/store', 'ssh://a/b', 'httpsx'])
      assert.equal(fetchFrom(remote), undefined);
  });
});
