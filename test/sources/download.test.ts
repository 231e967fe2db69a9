import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { download } from '../../src/sources/_download.ts';
import { type Network, usualBounds } from '../../src/sources/network.ts';
import { type Answering, httpsServer } from '../support/https-server.ts';
import { refusal, testNetwork } from './_network.ts';

const model = 'weights '.repeat(1000);
const hash = { algorithm: 'sha256', hex: createHash('sha256').update(model).digest('hex') } as const;
const bounds = { ...usualBounds, second: 1 };

async function fetchedBy(t: TestContext, answer: Answering, given: Partial<Network> = {}, size?: number) {
  const server = await httpsServer(t, answer);
  const { network, cache, lines } = await testNetwork(t, given);
  const to = join(cache, 'deep/er/m.onnx');
  const done = download({ url: new URL(server.url('/m.onnx?signature=secret')), hash, to, size }, network);
  return { server, cache, lines, to, done };
}

/** Nothing of a file that was refused is left, not even half of it. */
async function assertNothing(cache: string): Promise<void> {
  const left = await readdir(cache, { recursive: true, withFileTypes: true });
  assert.deepEqual(
    left.filter(entry => entry.isFile()),
    [],
  );
}

describe('a download', () => {
  it('is a file once its digest is right, and says what it fetches without what is secret in the address', async t => {
    const { to, done, lines, server } = await fetchedBy(t, (_, response) => response.end(model));
    await done;
    assert.equal(await readFile(to, 'utf8'), model);
    assert.deepEqual(
      lines.map(line => line.replace(/:\d+/, '')),
      ['fetching https://127.0.0.1/m.onnx (8.0 kB)'],
    );
    assert.equal(server.asked[0]?.headers.authorization, undefined);
  });

  it('with another digest is refused', async t => {
    const { done, cache } = await fetchedBy(t, (_, response) => response.end('something else'));
    await assert.rejects(
      done,
      refusal(new RegExp(`not the file that is named: expected SHA-256 ${hash.hex}, got [0-9a-f]{64} \\(14 bytes\\)`)),
    );
    await assertNothing(cache);
  });

  it('that says it is too large is refused before its body, and one that does not say so while it comes', async t => {
    const small = { bounds: { ...bounds, bytes: 100 } };
    const said = await fetchedBy(
      t,
      (_, response) => response.writeHead(200, { 'content-length': model.length }).end(model),
      small,
    );
    await assert.rejects(said.done, refusal(/larger than it may be: expected at most 100 bytes, got 8000/));
    const silent = await fetchedBy(t, (_, response) => void response.writeHead(200).write(model), small);
    await assert.rejects(silent.done, refusal(/expected at most 100 bytes, got more/));
    const pointed = await fetchedBy(t, (_, response) => response.end(model), {}, 99);
    await assert.rejects(pointed.done, refusal(/expected at most 99 bytes/));
    for (const { cache, server } of [said, silent, pointed]) {
      await assertNothing(cache);
      assert.equal(server.asked.length, 1);
    }
  });

  it('that takes too long is given up', async t => {
    const slow = { bounds: { ...bounds, milliseconds: 80 } };
    const { done, cache } = await fetchedBy(t, (_, response) => void response.writeHead(200).write('we'), slow);
    await assert.rejects(done, refusal(/took too long/, /earlier step/));
    await assertNothing(cache);
  });

  it('that falls silent is tried three times', async t => {
    const quiet = { bounds: { ...bounds, idle: 60 } };
    const { done, cache, server } = await fetchedBy(
      t,
      (_, response) => void response.writeHead(200).write('we'),
      quiet,
    );
    await assert.rejects(done, refusal(/could not be fetched: .*[Tt]imeout/));
    assert.equal(server.asked.length, 3);
    await assertNothing(cache);
  });

  it('that breaks off, or finds a server that is ill, is tried again', async t => {
    let count = 0;
    const { to, done, server } = await fetchedBy(t, (_, response) => {
      count += 1;
      if (count === 1)
        response
          .writeHead(200, { 'content-length': model.length })
          .write(model.slice(0, 100), () => response.destroy());
      else if (count === 2) response.writeHead(503).end();
      else response.end(model);
    });
    await done;
    assert.equal(server.asked.length, 3);
    assert.equal(await readFile(to, 'utf8'), model);
  });

  it('that is always cut short says so', async t => {
    const cut: Answering = (_, response) =>
      void response.writeHead(200, { 'content-length': model.length }).write('we', () => response.destroy());
    const { done, cache } = await fetchedBy(t, cut);
    await assert.rejects(done, refusal(/^https:\/\/127\.0\.0\.1:\d+\/m\.onnx could not be fetched: /));
    await assertNothing(cache);
    const short = await fetchedBy(t, (_, response) => response.end('we'), {}, model.length);
    await assert.rejects(short.done, refusal(/it ended after 2 of 8000 bytes/));
  });

  it('of a large file tells how far it is', async t => {
    const size = 40 * 2 ** 20;
    const { done, lines } = await fetchedBy(t, (_, response) => response.end(Buffer.alloc(size)), {}, size);
    await assert.rejects(done, refusal(/not the file/));
    const told = lines.map(line => line.replace(/.*m\.onnx/, ''));
    assert.equal(told[0], ' (41.9 MB)');
    assert.equal(told.length, 4);
    for (const line of told.slice(1)) assert.match(line, /^: \d+\.\d MB of 41\.9 MB$/);
  });
});
