import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { forwarder } from '../support/forwarder.ts';
import { startGitHub } from '../support/github/index.ts';
import { modelFiles, projectFiles, scene, shortcut } from '../support/scene.ts';
import { finishedRun, fork, said, speakFor } from '../support/second-workflow.ts';

/** A server of one's own, where GitHub's hosts are folders of one host. */
async function enterprise(t: TestContext, from?: string) {
  const github = await startGitHub(t);
  const front = await forwarder(t, github.url);
  const stored = (files: Record<string, Uint8Array>) =>
    Object.fromEntries(
      Object.entries(files).map(([path, bytes]) => [path, path.endsWith('.bin') ? github.lfs.store(bytes) : bytes]),
    );
  const before = { ...(await projectFiles()), ...stored(await modelFiles('models/tiny')) };
  const after = stored(await modelFiles('models/tiny', shortcut));
  const made = await scene(t, { before, after, ...(from && { fork: from }) }, github);
  const env = {
    GITHUB_SERVER_URL: front.url,
    GITHUB_API_URL: `${front.url}/api/v3`,
    GITHUB_GRAPHQL_URL: `${front.url}/api/graphql`,
  };
  return { ...made, front, env };
}

const elsewhere = (requests: readonly string[]): string[] =>
  requests.filter(each => !/^\w+ \/api\/(v3\/repos\/acme\/models\/|graphql$)/.test(each));

/** Whatever is on github.com but camdrift's own pages, which explain its words. */
const onGitHub = /\/\/(api\.)?github\.com(?!\/camdrift\/camdrift\/blob\/main\/docs\/)/;

test('the API is below /api, Git LFS and the pictures’ addresses are on the server itself', async t => {
  const { run, front, env, comments } = await enterprise(t);
  const ran = await run({ lfs: true, env });
  assert.equal(ran.code, 1, ran.stdout);
  assert.equal(ran.outputs.verdict, 'fail', ran.stdout);
  for (const warning of said(ran, 'warning')) assert.match(warning, /^(Answers moved|Predictions changed)/);
  assert.deepEqual(elsewhere(front.requests), ['POST /acme/models.git/info/lfs/objects/batch']);
  assert.ok(front.requests.includes('POST /api/graphql'));
  const [body] = comments();
  const addresses = [...body!.matchAll(/<img src="([^"]+)"/g)].map(([, url]) => url!);
  assert.equal(addresses.length, 3);
  const place = `${front.url}/acme/models/blob/${ran.outputs['images-commit']}/`;
  for (const url of addresses) {
    assert.ok(url.startsWith(place), url);
    const picture = await fetch(url);
    assert.deepEqual([picture.status, picture.headers.get('content-type')], [200, 'image/webp']);
  }
  assert.ok(body!.includes(`${front.url}/acme/models/actions/runs/4242`));
  assert.doesNotMatch(`${body}\n${ran.summary}`, onGitHub);
});

test('a second workflow finds its artifact there too', async t => {
  const made = await enterprise(t, fork);
  const first = await made.run({ lfs: true, may: 'read', env: made.env });
  assert.equal(first.code, 1, first.stdout);
  const before = made.front.requests.length;
  const run = finishedRun(made, first.files);
  const ran = await speakFor(t, made.github, run, { env: made.env, inputs: { 'image-branch': '' } });
  assert.equal(ran.code, 0, ran.stdout);
  assert.deepEqual(elsewhere(made.front.requests.slice(before)), []);
  assert.equal(made.comments().length, 1);
  assert.doesNotMatch(made.comments()[0]!, onGitHub);
});
