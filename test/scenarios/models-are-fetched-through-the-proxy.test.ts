import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { type TestContext, test } from 'node:test';
import { believing, sha256 } from '../support/elsewhere.ts';
import { forwarder } from '../support/forwarder.ts';
import { holding, httpsServer } from '../support/https-server.ts';
import { writeOnnx } from '../support/onnx-model.ts';
import { assertEnded, emptyWorkspace } from '../support/workspace.ts';

/** `camdrift layers` of a model on a server behind a proxy. */
async function behindProxy(t: TestContext, host: string, more: Record<string, string> = {}) {
  const workspace = await emptyWorkspace(t);
  const bytes = await readFile(await writeOnnx(workspace.root));
  const server = await httpsServer(t, holding({ '/m.onnx': bytes }));
  const proxy = await forwarder(t, server.url('').replace('https', 'http'));
  const env = { ...believing, https_proxy: proxy.url, ...more };
  const model = ['--model', server.url('/m.onnx', host), '--sha256', sha256(bytes), '--cache', 'kept'];
  const ran = await workspace.runWith(env, 'layers', '--engine', 'wasm', ...model);
  return { ran, server, proxy };
}

test('a host that only the proxy can find is asked through it', async t => {
  const { ran, server, proxy } = await behindProxy(t, 'models.test');
  assertEnded(ran, { code: 0 });
  assert.deepEqual(proxy.tunnels, [`models.test:${server.port}`]);
  assert.equal(server.asked.length, 1);
});

test('a proxy is no way to this machine: neither by a name that leads here, nor by an address', async t => {
  for (const host of ['localhost', '127.0.0.1']) {
    const { ran, server, proxy } = await behindProxy(t, host);
    assertEnded(ran, { code: 4, err: [/is not asked: .*public Internet/] });
    assert.deepEqual([proxy.tunnels, server.asked], [[], []]);
  }
});

test('`no_proxy` names hosts that are asked directly, and held to the same', async t => {
  const { ran, server, proxy } = await behindProxy(t, '127.0.0.1', { no_proxy: '127.0.0.1' });
  assertEnded(ran, { code: 4, err: [/127\.0\.0\.1 is not asked/] });
  assert.deepEqual([proxy.tunnels, server.asked], [[], []]);
});
