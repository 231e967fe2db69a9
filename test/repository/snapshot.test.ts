import assert from 'node:assert/strict';
import { test } from 'node:test';
import { largestBlob } from '../../src/repository/snapshot.ts';
import { snapshotAt } from '../../src/repository/snapshot-at.ts';
import { repositoryAt, tinyServer } from '../support/tiny-server.ts';
import { commit, served } from './_commit.ts';

const bytes = Uint8Array.from({ length: 300 }, (_, index) => index % 256);
const files = {
  'camdrift.yml': 'models: []',
  'models/a/model.json': '{}',
  'models/a/deep/weights.bin': bytes,
  'models/b/model.json': '{"b":1}',
  'models-old/model.json': '{}',
  'models/current': { link: 'a' },
  'models/gone': { link: '../out/../../x' },
  vendor: { submodule: '5'.repeat(40) },
  empty: '',
};

test('one request answers every question about what is there', async t => {
  const { snapshot, server } = await served(t, files);
  assert.equal(server.asked.length, 0);
  const found = await Promise.all(
    ['camdrift.yml', './models/a/', 'models/a/deep/weights.bin', 'none', 'vendor', '.', '..'].map(
      async path => (await snapshot.locate(path))?.kind,
    ),
  );
  assert.deepEqual(found, ['file', 'folder', 'file', undefined, 'submodule', 'folder', undefined]);
  assert.equal((await snapshot.entry('models/a/deep/weights.bin'))?.size, 300);
  assert.deepEqual(
    (await snapshot.under('models')).map(({ path }) => path),
    ['models/a/model.json', 'models/a/deep/weights.bin', 'models/b/model.json'],
  );
  assert.deepEqual(await snapshot.under('none'), []);
  assert.deepEqual(await snapshot.under('empty'), []);
  assert.equal((await snapshot.under('')).length, 6);
  assert.deepEqual(server.lines(), [`GET /repos/anna/shoes/git/trees/${commit}?recursive=1`]);
});

test('a repository too large for one answer is read folder by folder, each once', async t => {
  const { snapshot, requests } = await served(t, files, { mostEntries: 4 });
  assert.equal((await snapshot.entry('models/a/deep/weights.bin'))?.size, 300);
  // The root and `models` are cut short, so each takes two; `models/a` is whole.
  assert.deepEqual(requests(), { trees: 5 });
  assert.equal((await snapshot.entry('models/a/model.json'))?.kind, 'file');
  assert.equal((await snapshot.entry('models/a'))?.kind, 'folder');
  assert.equal(await snapshot.entry('camdrift.yml/below'), undefined);
  assert.equal(await snapshot.entry('models/a/none'), undefined);
  assert.deepEqual(requests(), {});
  assert.deepEqual((await snapshot.under('models/a')).map(({ path }) => path).sort(), [
    'models/a/deep/weights.bin',
    'models/a/model.json',
  ]);
  assert.equal((await snapshot.under('models')).length, 3);
  assert.equal((await snapshot.under('')).length, 6);
  assert.deepEqual(await snapshot.under('models/c/d'), []);
  assert.deepEqual(requests(), { trees: 2 });
});

test('bytes come as they are, though GitHub calls them text', async t => {
  const { snapshot, requests } = await served(t, files);
  assert.deepEqual(Buffer.from(await snapshot.read('models/a/deep/weights.bin', 300)), Buffer.from(bytes));
  assert.equal((await snapshot.read('empty', 10)).length, 0);
  assert.deepEqual(requests(), { trees: 1, blobs: 1 });
});

const refusal = (message: RegExp) => ({ name: 'CamdriftError', code: 'baseline-unavailable', message });

test('what is no file is not read, and the error says why', async t => {
  const { snapshot, requests } = await served(t, files);
  const read = (path: string) => snapshot.read(path, 1000);
  await assert.rejects(read('models/c'), refusal(/^There is no file models\/c at commit c0ffee1\.$/));
  await assert.rejects(read('models/a'), refusal(/at commit c0ffee1: it is a folder\.$/));
  await assert.rejects(read('models/current'), refusal(/: it is a folder/));
  await assert.rejects(read('models/gone'), refusal(/: the symbolic link models\/gone leads out of the repository/));
  await assert.rejects(read('vendor/model.json'), refusal(/: the submodule vendor cannot be read/));
  assert.deepEqual(requests(), { blobs: 2, trees: 1 });
});

test('a file over the limit is refused before it is fetched', async t => {
  const { snapshot, requests } = await served(t, files);
  await assert.rejects(snapshot.read('models/a/deep/weights.bin', 299), refusal(/has 300 bytes; at most 299/));
  assert.deepEqual(requests(), { trees: 1 });
  const size = largestBlob + 1;
  const tree = { truncated: false, tree: [{ path: 'big', mode: '100644', sha: 'a'.repeat(40), size }] };
  const server = await tinyServer(t, () => ({ body: tree }));
  const large = snapshotAt(repositoryAt(server.url), commit);
  await assert.rejects(
    large.read('big', 2 ** 40),
    refusal(/big at commit c0ffee1 has 104857601 bytes; at most 104857600/),
  );
  assert.equal(server.asked.length, 1);
});

test('a path that no checkout would write leads nowhere', async t => {
  const paths = [
    '../out',
    '/etc/passwd',
    'a/../../b',
    'a//b',
    './c',
    '.git/config',
    'a/.GIT/hooks/x',
    'a\\..\\b',
    'good',
  ];
  const tree = paths.map(path => ({ path, mode: '100644', sha: 'a'.repeat(40), size: 1 }));
  const server = await tinyServer(t, () => ({ body: { truncated: false, tree } }));
  const snapshot = snapshotAt(repositoryAt(server.url), commit);
  assert.deepEqual(
    (await snapshot.under('')).map(({ path }) => path),
    ['good'],
  );
  for (const path of paths.slice(0, -1)) assert.equal(await snapshot.entry(path), undefined, path);
});

test('a download that breaks off or differs is tried three times', async t => {
  const shaky: object[] = [{ cutAfter: 100 }, { body: bytes.toReversed() }];
  const { snapshot, requests } = await served(t, files, {
    first: ({ path }) => (path.includes('/blobs/') && shaky.length > 0 ? { body: bytes, ...shaky.shift() } : undefined),
  });
  assert.equal((await snapshot.read('models/a/deep/weights.bin', 300)).length, 300);
  assert.deepEqual(requests(), { blobs: 3, trees: 1 });

  for (const [answer, message] of [
    [{ body: bytes, cutAfter: 100 }, /cannot be read \(the connection broke off\)\.$/],
    [{ body: bytes.subarray(1) }, /expected 300 bytes, got 299/],
    [{ body: new Uint8Array(301) }, /expected 300 bytes, got more/],
    [{ body: bytes.toReversed() }, /its bytes are not those of blob \w{40}/],
  ] as const) {
    const broken = await served(t, files, { first: ({ path }) => (path.includes('/blobs/') ? answer : undefined) });
    await assert.rejects(broken.snapshot.read('models/a/deep/weights.bin', 300), refusal(message));
    assert.deepEqual(broken.requests(), { blobs: 3, trees: 1 });
  }
});

test('what GitHub refuses is said in its words, with what to do', async t => {
  const { snapshot } = await served(t, files, {
    first: () => ({ status: 403, body: { message: 'Resource not accessible by integration' } }),
  });
  await assert.rejects(snapshot.entry('a'), {
    ...refusal(/commit c0ffee1 cannot be listed \(403 Resource not accessible by integration\)\.$/),
    remedy: /contents: read/,
  });
  await assert.rejects(snapshot.under('a'), refusal(/cannot be listed/));
});

const linked = {
  'store/w.bin': bytes,
  'store/old/w.bin': 'old',
  'models/a/model.json': '{}',
  'models/a/w.bin': { link: '../../store/w.bin' },
  latest: { link: 'models/../models/a/' },
  'by/way/of': { link: '../../latest' },
  'store/all': { link: '..' },
  round: { link: 'about' },
  about: { link: './round' },
  broken: { link: 'nowhere' },
  outside: { link: '../secrets' },
  absolute: { link: '/etc/passwd' },
};

test('links are followed as a checkout follows them, each asked for once', async t => {
  const { snapshot, requests } = await served(t, linked);
  assert.equal((await snapshot.read('by/way/of/w.bin', 300)).length, 300);
  assert.equal((await snapshot.file('latest/model.json')).size, 2);
  assert.deepEqual(requests(), { blobs: 4, trees: 1 });
  assert.deepEqual(
    (await snapshot.under('latest')).map(({ path }) => path),
    ['latest/model.json'],
  );
  assert.equal((await snapshot.locate('store/all/store/all/latest/w.bin'))?.kind, 'file');
  const kinds = ['round', 'broken', 'broken/x', 'outside', 'absolute/x', 'latest/w.bin/x'];
  assert.deepEqual(await Promise.all(kinds.map(async path => (await snapshot.locate(path))?.kind)), [
    'away',
    undefined,
    undefined,
    'away',
    'away',
    undefined,
  ]);
});

test('a list has every file at every path that leads to it, and goes round no circle', async t => {
  const { snapshot } = await served(t, linked);
  const { entries, complete } = (await snapshot.list())!;
  assert.equal(complete, true);
  const weights = [...entries].filter(([, { size }]) => size === 300).map(([path]) => path);
  assert.deepEqual(weights.sort(), ['by/way/of/w.bin', 'latest/w.bin', 'models/a/w.bin', 'store/w.bin']);
  assert.deepEqual(
    ['round', 'broken', 'outside', 'absolute'].map(path => entries.get(path)?.kind),
    ['link', 'link', 'link', 'link'],
  );
});

test('links that multiply one another end the list', async t => {
  const folders = Array.from({ length: 30 }, (_, index) => [
    [`f${index}/a`, { link: `../f${index + 1}` }],
    [`f${index}/b`, { link: `../f${index + 1}` }],
  ]).flat();
  const { snapshot } = await served(t, { ...Object.fromEntries(folders), 'f30/file': 'x' });
  assert.equal((await snapshot.list())!.complete, false);
});
