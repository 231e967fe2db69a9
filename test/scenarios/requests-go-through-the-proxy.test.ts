import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { forwarder } from '../support/forwarder.ts';
import { startGitHub } from '../support/github/index.ts';
import { modelFiles, projectFiles, type SceneResult, scene, shortcut } from '../support/scene.ts';

/** A project with its weights in Git LFS, on a GitHub that this machine knows by another name. */
async function behindProxy(t: TestContext, host: string, more: Record<string, string> = {}) {
  const github = await startGitHub(t);
  const proxy = await forwarder(t, github.url);
  const stored = async (model = {}) =>
    Object.fromEntries(
      Object.entries(await modelFiles('models/tiny', model)).map(([path, bytes]) => [
        path,
        path.endsWith('.bin') ? github.lfs.store(bytes) : bytes,
      ]),
    );
  const before = { ...(await projectFiles()), ...(await stored()) };
  const { run } = await scene(t, { before, after: await stored(shortcut) }, github);
  const origin = `http://${host}:${new URL(github.url).port}`;
  const place = { GITHUB_API_URL: origin, GITHUB_GRAPHQL_URL: `${origin}/graphql`, GITHUB_SERVER_URL: origin };
  const env = { ...place, http_proxy: proxy.url, ...more };
  const ran = await run({ lfs: true, inputs: { comment: 'never' }, env });
  return { ran, proxy, github, authority: origin.slice('http://'.length) };
}

function assertJudged({ code, stdout, outputs, results }: SceneResult): void {
  assert.equal(code, 1, stdout);
  assert.equal(outputs.verdict, 'fail');
  assert.equal(results?.models[0]?.baseline?.source, 'recomputed');
}

test('the API and Git LFS are asked through `http_proxy`, which alone knows where they are', async t => {
  const { ran, proxy, github, authority } = await behindProxy(t, 'github.test');
  assertJudged(ran);
  assert.deepEqual(
    ran.annotations.filter(({ file }) => file === undefined).map(({ message }) => message),
    ['Attention regressed in tiny.'],
  );
  const seen = new Set([...proxy.tunnels, ...proxy.requests.map(each => /\/\/([^/]+)/.exec(each)?.[1])]);
  assert.deepEqual([...seen], [authority]);
  const kinds = new Set(github.exchanges.map(({ kind }) => kind));
  assert.deepEqual([...kinds].sort(), ['download', 'lfs', 'rest']);
});

test('`no_proxy` names hosts that are asked directly', async t => {
  const { ran, proxy } = await behindProxy(t, '0.0.0.0', { no_proxy: 'example.com,0.0.0.0' });
  assertJudged(ran);
  assert.deepEqual([proxy.tunnels, proxy.requests], [[], []]);
});

test('without `no_proxy` the same host is asked through the proxy', async t => {
  const { ran, proxy } = await behindProxy(t, '0.0.0.0');
  assertJudged(ran);
  assert.notEqual(proxy.tunnels.length + proxy.requests.length, 0);
});
