import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { downloadLfs, type LfsObject } from '../../src/lfs/download.ts';
import type { Repository } from '../../src/repository/repository.ts';
import { sha256 } from '../repository/_commit.ts';
import { type Answer, type Asked, repositoryAt, tinyServer } from '../support/tiny-server.ts';

const weights = 'weights '.repeat(1000);
const oid = sha256(weights);
const plenty = 1e6;

interface Storage {
  /** What the batch request says of every object; the storage's address is filled in for `%`. */
  readonly said?: (oid: string, size: number) => object;
  readonly batch?: (asked: Asked) => Answer | undefined;
  readonly object?: (asked: Asked) => Answer | undefined;
}

/** A Git host, and the storage that it sends to: another server. */
async function hosts(t: TestContext, { said, batch, object }: Storage = {}) {
  const storage = await tinyServer(t, asked => object?.(asked) ?? { body: weights });
  const host = await tinyServer(t, asked => {
    const told = batch?.(asked);
    if (told) return told;
    const { objects } = JSON.parse(asked.body) as { objects: { oid: string; size: number }[] };
    const download = { href: `${storage.url}/of/anna?signature=1`, header: { 'x-ticket': '42' } };
    return {
      body: {
        objects: objects.map(each => ({ ...each, ...(said?.(each.oid, each.size) ?? { actions: { download } }) })),
      },
    };
  });
  const folder = await mkdtemp(join(tmpdir(), 'camdrift-lfs-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const wanted = (name = 'a.bin', pointer = { oid, size: weights.length }): LfsObject => ({
    pointer,
    place: `${name} at commit c0ffee1`,
    to: join(folder, name),
  });
  return { storage, host, folder, wanted, repository: repositoryAt(host.url) };
}

const refusal = (message: RegExp, remedy = /./) => ({
  name: 'CamdriftError',
  code: 'baseline-unavailable',
  message,
  remedy,
});

test('an object is asked for with our token, and fetched from elsewhere with what the answer says and nothing of ours', async t => {
  const { storage, host, folder, wanted, repository } = await hosts(t);
  await downloadLfs(repository, [wanted()], plenty);
  assert.equal(await readFile(join(folder, 'a.bin'), 'utf8'), weights);
  assert.deepEqual(await readdir(folder), ['a.bin']);
  const [asked] = host.asked;
  assert.deepEqual(host.lines(), ['POST /anna/shoes.git/info/lfs/objects/batch']);
  assert.equal(asked?.headers.authorization, `Basic ${btoa('x-access-token:secret-token')}`);
  assert.equal(asked?.headers.accept, 'application/vnd.git-lfs+json');
  assert.equal(asked?.headers['content-type'], 'application/vnd.git-lfs+json');
  const objects = [{ oid, size: 8000 }];
  assert.deepEqual(JSON.parse(asked!.body), { operation: 'download', transfers: ['basic'], objects });
  assert.deepEqual(storage.lines(), ['GET /of/anna?signature=1']);
  assert.equal(storage.asked[0]?.headers['x-ticket'], '42');
  assert.equal(storage.asked[0]?.headers.authorization, undefined);
});

for (const [title, more, header, authorization] of [
  ['that says nothing of authorization gets ours', {}, {}, /^Basic eC1hY2Nlc3M/],
  ['with an authorization of its own gets that', {}, { Authorization: 'Bearer theirs' }, /^Bearer theirs$/],
  ['that is authenticated gets none', { authenticated: true }, {}, /^none$/],
] as const)
  test(`an address on the Git host itself ${title}`, async t => {
    let url = '';
    const { host, wanted, repository } = await hosts(t, {
      batch: ({ method }) => (method === 'GET' ? { body: weights } : undefined),
      said: () => ({ ...more, actions: { download: { href: `${url}/media/x`, header } } }),
    });
    url = host.url;
    await downloadLfs(repository, [wanted()], plenty);
    assert.match(host.asked[1]?.headers.authorization ?? 'none', authorization);
  });

test('a redirection to another host does not take our authorization along', async t => {
  let url = '';
  const { host, storage, wanted, repository } = await hosts(t, {
    batch: ({ method }) =>
      method === 'GET' ? { status: 302, headers: { location: `${storage.url}/far` } } : undefined,
    said: () => ({ actions: { download: { href: `${url}/media/x` } } }),
  });
  url = host.url;
  await downloadLfs(repository, [wanted()], plenty);
  assert.match(host.asked[1]?.headers.authorization ?? '', /^Basic/);
  assert.deepEqual(storage.lines(), ['GET /far']);
  assert.equal(storage.asked[0]?.headers.authorization, undefined);
});

test('an object that is missing is named, with what the server says', async t => {
  const error = { code: 404, message: 'Object does not exist' };
  const { storage, wanted, repository } = await hosts(t, { said: () => ({ error }) });
  const message = new RegExp(
    `^a.bin at commit c0ffee1 is kept in Git LFS, and its object ${oid} is not there \\(404 Object does not exist\\)\\.$`,
  );
  await assert.rejects(downloadLfs(repository, [wanted()], plenty), refusal(message, /git lfs push --all/));
  assert.equal(storage.asked.length, 0);
});

test('an answer that leaves the object or its address out is a missing object', async t => {
  for (const body of [
    { objects: [] },
    { objects: [{ oid, size: 8000 }] },
    { objects: [{ oid, size: 8000, actions: {} }] },
  ]) {
    const { wanted, repository } = await hosts(t, { batch: () => ({ body }) });
    await assert.rejects(downloadLfs(repository, [wanted()], plenty), refusal(/is not there\.$/));
  }
});

for (const href of ['file:///etc/passwd', 'ftp://storage/x', 'data:text/plain,x', '/relative', 'not an address'])
  test(`${href} is no address to fetch from`, async t => {
    const { wanted, repository } = await hosts(t, { said: () => ({ actions: { download: { href } } }) });
    await assert.rejects(
      downloadLfs(repository, [wanted()], plenty),
      refusal(/is at an address that is not http:\/\//),
    );
  });

test('a host with TLS is not followed to an address without', async t => {
  const { storage, host, wanted, repository } = await hosts(t);
  const secure: Repository = {
    ...repository,
    serverUrl: 'https://github.example',
    fetch: (input, init) => repository.fetch(String(input).replace('https://github.example', host.url), init),
  };
  await assert.rejects(downloadLfs(secure, [wanted()], plenty), refusal(/is not https:\/\//));
  assert.equal(storage.asked.length, 0);
});

const wrong = Buffer.from(weights.toUpperCase());
for (const [title, body, message] of [
  ['other bytes', wrong, new RegExp(`expected 8000 bytes with SHA-256 ${oid}, got SHA-256 ${sha256(wrong)}`)],
  ['more bytes', `${weights}!`, /expected 8000 bytes with SHA-256 \w+, got more/],
] as const)
  test(`${title} than the pointer says are refused at once and leave no file`, async t => {
    const { storage, folder, wanted, repository } = await hosts(t, { object: () => ({ body }) });
    await assert.rejects(downloadLfs(repository, [wanted()], plenty), refusal(message));
    assert.equal(storage.asked.length, 1);
    assert.deepEqual(await readdir(folder), []);
  });

test('what fails on the way is tried three times, whole or not at all', async t => {
  const answers: Answer[] = [{ status: 503 }, { body: weights, cutAfter: 4000 }];
  const { storage, folder, wanted, repository } = await hosts(t, { object: () => answers.shift() });
  await downloadLfs(repository, [wanted()], plenty);
  assert.equal(storage.asked.length, 3);
  assert.equal(await readFile(join(folder, 'a.bin'), 'utf8'), weights);
  for (const [answer, words, tries] of [
    [{ status: 500 }, /could not be fetched from Git LFS: the storage answered with status 500\.$/, 3],
    [{ status: 429 }, /status 429\.$/, 3],
    [{ status: 403 }, /status 403\.$/, 1],
    [{ body: weights, cutAfter: 4000 }, /: the connection broke off\.$/, 3],
    [{ body: weights.slice(1) }, /: it ended after 7999 of 8000 bytes\.$/, 3],
  ] as const) {
    const broken = await hosts(t, { object: () => answer });
    await assert.rejects(downloadLfs(broken.repository, [broken.wanted()], plenty), refusal(words));
    assert.equal(broken.storage.asked.length, tries);
    assert.deepEqual(await readdir(broken.folder), []);
  }
});

test('a storage that cannot be reached is said in words', async t => {
  const { wanted, repository } = await hosts(t, {
    said: () => ({ actions: { download: { href: 'http://127.0.0.1:1/x' } } }),
  });
  await assert.rejects(
    downloadLfs(repository, [wanted()], plenty),
    refusal(/could not be fetched from Git LFS: .+\.$/),
  );
});

test('a batch request that fails is tried again; one that is refused is not', async t => {
  const statuses = [502, 429];
  const shaky = await hosts(t, { batch: () => (statuses.length > 0 ? { status: statuses.shift()! } : undefined) });
  await downloadLfs(shaky.repository, [shaky.wanted()], plenty);
  assert.equal(shaky.host.asked.length, 3);
  for (const [answer, message, tries] of [
    [{ status: 500 }, /could not be asked: it answered with status 500\.$/, 3],
    [{ status: 403, body: { message: 'LFS budget exceeded' } }, /refused \(403 LFS budget exceeded\)\.$/, 1],
    [{ status: 404, body: '<html>' }, /refused \(404\)\.$/, 1],
    [{ body: '<html>' }, /answered with something else than objects\.$/, 1],
    [{ body: { transfer: 'tus', objects: [] } }, /answered with something else than objects\.$/, 1],
  ] as const) {
    const { host, wanted, repository } = await hosts(t, { batch: () => answer });
    await assert.rejects(downloadLfs(repository, [wanted()], plenty), refusal(message));
    assert.equal(host.asked.length, tries);
  }
});

test('more bytes than the limit are not asked for', async t => {
  const { host, wanted, repository } = await hosts(t);
  const two = [wanted('a.bin'), wanted('b.bin')];
  await assert.rejects(downloadLfs(repository, two, 15_999), refusal(/have 16000 bytes in Git LFS; at most 15999/));
  assert.equal(host.asked.length, 0);
  await downloadLfs(repository, two, 16_000);
});

test('a hundred and one objects take two batch requests and are fetched at most four at a time', async t => {
  const { host, storage, folder, wanted, repository } = await hosts(t);
  let now = 0;
  let most = 0;
  const counting: Repository = {
    ...repository,
    fetch: async (input, init) => {
      const done = init?.method === 'POST' ? 0 : 1;
      now += done;
      most = Math.max(most, now);
      return repository.fetch(input, init).finally(() => {
        now -= done;
      });
    },
  };
  const all = Array.from({ length: 101 }, (_, index) => wanted(`${index}.bin`));
  await downloadLfs(counting, all, plenty);
  assert.equal(host.asked.length, 2);
  assert.equal(storage.asked.length, 101);
  assert.equal((await readdir(folder)).length, 101);
  assert.equal(most, 4);
});

test('no object is asked for after one has failed', async t => {
  const { storage, wanted, repository } = await hosts(t, { object: () => ({ status: 404 }) });
  const all = Array.from({ length: 20 }, (_, index) => wanted(`${index}.bin`));
  await assert.rejects(downloadLfs(repository, all, plenty), refusal(/status 404/));
  assert.ok(storage.asked.length <= 4, `${storage.asked.length} requests`);
});
