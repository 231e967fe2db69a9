import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { combinedDigest } from '../../src/models/index.ts';
import {
  addressOf,
  addressProblem,
  digestAt,
  isAddress,
  mainFile,
  shownUrl,
  urlOf,
} from '../../src/sources/address.ts';
import { fetched } from '../../src/sources/fetched.ts';
import type { Network } from '../../src/sources/network.ts';
import { modelServer, sha256 } from '../support/elsewhere.ts';
import { refusal, testNetwork } from './_network.ts';

const digest = sha256('model');
const at = (path: string, files?: Record<string, string>) => addressOf({ path, sha256: digest, files });

describe('an address', () => {
  it('is told from a path', () => {
    for (const path of ['https://a/b', 'http://a', 's3://bucket/m', 'hf://a/b', 'HTTPS://a'])
      assert.ok(isAddress(path), path);
    for (const path of ['models/x.onnx', 'C:\\models\\x', 'c://x', '/a/b', './https:/x', 'a:b'])
      assert.ok(!isAddress(path), path);
  });

  it('gives its file a plain name, and its model the digest that the same files have on disk', () => {
    const names: [string, string][] = [
      ['https://huggingface.co/a/b/resolve/3f2a9c1/onnx/model.onnx', 'model.onnx'],
      ['https://bucket.s3.amazonaws.com/m%20v2.onnx?X-Amz-Signature=a%2Fb', 'm-v2.onnx'],
      ['https://mlflow.example/get-artifact?path=m.onnx', 'get-artifact'],
      ['https://a/..%2f..%2fetc%2fpasswd', '-..-etc-passwd'],
      ['https://a/%E0%A4%A', '-E0-A4-A'],
      ['https://a/', 'model'],
    ];
    for (const [path, name] of names) assert.equal(mainFile(at(path)), name, path);
    assert.equal(digestAt(at('https://a/m.onnx')), combinedDigest([{ name: 'm.onnx', sha256: digest }]));
  });

  it('leads to the files beside it, and is shown without its query', () => {
    const address = at('https://a/b/model.json?s=1', { 'c d/e.bin': digest });
    assert.equal(urlOf(address, 'model.json').href, 'https://a/b/model.json?s=1');
    assert.equal(urlOf(address, 'c d/e.bin').href, 'https://a/b/c%20d/e.bin');
    assert.equal(shownUrl('https://a/b?secret=1#c'), 'https://a/b');
  });

  it('that is written wrongly is told by its key', () => {
    const key = (model: Parameters<typeof addressProblem>[0]) => addressProblem(model)?.key;
    assert.equal(key({ path: 'https://a/b', sha256: digest }), undefined);
    assert.equal(key({ path: 'a/b' }), undefined);
    assert.equal(key({ path: 'https://a/b' }), 'sha256');
    assert.equal(key({ path: 'http://a/b', sha256: digest }), 'path');
    assert.equal(key({ path: 'https://', sha256: digest }), 'path');
    assert.equal(key({ path: 'https://u:p@a/b', sha256: digest }), 'path');
    assert.equal(key({ path: 'a/b', 'token-env': 'A' }), 'token-env');
    assert.equal(key({ path: 'https://a/b', sha256: digest, files: { b: digest } }), 'files');
  });
});

describe('on a stranger’s word', () => {
  it('only hosts are asked that the base branch names, with its token or none', async t => {
    const { server, at: written } = await modelServer(t, { m: {} });
    const host = `127.0.0.1:${server.port}`;
    const ask = async (only: Network['only'], tokenEnv?: string) => {
      const { network } = await testNetwork(t, { only, env: { OWN: 'own-secret', CLOUD: 'cloud-secret' } });
      await fetched({ ...addressOf(written('m')), tokenEnv }, network);
    };
    await assert.rejects(ask([]), refusal(/is not asked: on a pull request from a fork/));
    await assert.rejects(ask([{ host: '127.0.0.1' }]), refusal(/is not asked/));
    await assert.rejects(ask([{ host }], 'CLOUD'), refusal(/gets no token from `CLOUD`/));
    await assert.rejects(ask([{ host, tokenEnv: 'OWN' }], 'CLOUD'), refusal(/gets no token from `CLOUD`/));
    assert.equal(server.asked.length, 0);
    await ask([{ host }]);
    await ask([{ host, tokenEnv: 'OWN' }], 'OWN');
    assert.deepEqual(
      server.asked.map(({ headers }) => headers.authorization),
      [undefined, undefined, 'Bearer own-secret', 'Bearer own-secret'],
    );
  });
});
