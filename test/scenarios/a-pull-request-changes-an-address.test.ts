import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changed, configText, ending, messageOf, models, usual } from '../support/addressed.ts';
import { believing, modelServer, sha256 } from '../support/elsewhere.ts';
import { projectFiles, retrained, scene } from '../support/scene.ts';

for (const [name, code, verdict] of [
  ['retrained', 0, 'pass'],
  ['shortcut', 1, 'fail'],
] as const)
  test(`another address with another digest is another model: ${verdict}`, async t => {
    const { server, at } = await models(t);
    const { ran, comments } = await changed(t, at('first'), at(name));
    assert.deepEqual(ending(ran), [code, verdict], ran.stdout);
    const { path, baseline } = ran.results!.models[0]!;
    assert.equal(path, server.url(`/${name}/model.json`));
    assert.equal(baseline!.model.path, server.url('/first/model.json'));
    assert.match(ran.stdout, new RegExp(`fetching https://127.0.0.1:${server.port}/${name}/model.json`));
    assert.equal(comments().length, 1);
    assert.deepEqual(ran.results!.change!.edits, [], 'where a model lies is not how it is judged');
  });

test('nothing about the model changes: nothing is fetched', async t => {
  const { server, at } = await models(t);
  const { ran, github } = await changed(t, at('first'), undefined);
  assert.deepEqual(ending(ran), [0, 'skipped'], ran.stdout);
  assert.equal(server.asked.length, 0);
  assert.ok(github.exchanges.length <= 6, `${github.exchanges.length} requests`);
});

test('another address with the same digest is looked at', async t => {
  const { at } = await models(t);
  const { ran } = await changed(t, at('first'), { ...at('first'), path: `${at('first').path}?v=2` });
  assert.deepEqual(ending(ran), [0, 'pass'], ran.stdout);
  const dead = await changed(t, at('first'), { ...at('first'), path: at('first').path.replace('/first/', '/none/') });
  assert.deepEqual(ending(dead.ran), [1, 'incomplete'], dead.ran.stdout);
});

test('the digest changes and the address does not: what lies there decides', async t => {
  const { at } = await models(t);
  const { ran } = await changed(t, at('first'), { ...at('first'), sha256: sha256('another') });
  assert.deepEqual(ending(ran), [1, 'incomplete'], ran.stdout);
  assert.match(messageOf(ran), /is not the file that is named: expected SHA-256/);
});

test('an earlier version that is gone is incomplete, and named', async t => {
  const { server, at } = await models(t);
  const gone = { ...at('first'), path: server.url('/gone/model.json') };
  const { ran } = await changed(t, gone, at('retrained'));
  assert.deepEqual(ending(ran), [1, 'incomplete'], ran.stdout);
  assert.equal(ran.results!.models[0]!.error!.code, 'baseline-unavailable');
  assert.match(messageOf(ran), /\/gone\/model\.json answered with status 404/);
});

test('a model that moves out of Git is compared with the one in Git', async t => {
  const { at } = await models(t);
  const gone = Object.fromEntries(
    Object.keys(await projectFiles())
      .filter(path => path.startsWith('models/'))
      .map(path => [path, null]),
  );
  const s = await scene(t, {
    before: await projectFiles(),
    after: { ...gone, 'camdrift.yml': configText(at('shortcut')) },
  });
  const ran = await s.run({ inputs: usual, env: believing });
  assert.deepEqual(ending(ran), [1, 'fail'], ran.stdout);
});

test('a host on a private network is asked only when the workflow allows it', async t => {
  const { server, at } = await models(t);
  const { ran } = await changed(t, at('first'), at('retrained'), { run: { inputs: { 'allow-hosts': '' } } });
  assert.deepEqual(ending(ran), [1, 'incomplete'], ran.stdout);
  assert.match(messageOf(ran), /127\.0\.0\.1 is not asked: it is not one of the public Internet/);
  assert.equal(server.asked.length, 0);
});

test('a fork chooses a model on the base branch’s hosts, and no other host or token', async t => {
  const { server, at } = await models(t);
  const other = await modelServer(t, { retrained });
  const [before, env] = [
    { ...at('first'), 'token-env': 'HF_TOKEN' },
    { HF_TOKEN: 'hf_secret', CLOUD_KEY: 'cloud_secret' },
  ];
  const run = { may: 'read', env } as const;
  const fork = 'mallory/classifier';
  const same = await changed(t, before, { ...at('retrained'), 'token-env': 'HF_TOKEN' }, { fork, run });
  assert.deepEqual(ending(same.ran), [0, 'pass'], same.ran.stdout);
  for (const [after, words] of [
    [other.at('retrained'), /is not asked: on a pull request from a fork/],
    [{ ...at('retrained'), 'token-env': 'CLOUD_KEY' }, /gets no token from `CLOUD_KEY`/],
  ] as const) {
    const { ran } = await changed(t, before, after, { fork, run });
    assert.deepEqual(ending(ran), [1, 'incomplete'], ran.stdout);
    assert.match(messageOf(ran), words);
  }
  assert.equal(other.server.asked.length, 0);
  const seen = new Set(server.asked.map(({ headers }) => headers.authorization));
  assert.deepEqual([...seen], ['Bearer hf_secret']);
});

test('what is secret in an address is told nowhere', async t => {
  const { at } = await models(t);
  const signed = (name: string) => ({ ...at(name), path: `${at(name).path}?X-Amz-Signature=topsecret` });
  const { ran, comments } = await changed(t, signed('first'), signed('shortcut'));
  assert.deepEqual(ending(ran), [1, 'fail'], ran.stdout);
  const everything = [ran.stdout, ran.stderr, ran.summary, ...comments(), ...Object.values(ran.files).map(String)];
  for (const text of everything) assert.doesNotMatch(text, /topsecret/);
});

test('a named cache keeps models from run to run, and no link in the workspace leads it elsewhere', async t => {
  const { server, at } = await models(t);
  const inputs = { cache: 'kept' };
  const { ran } = await changed(t, at('first'), at('retrained'), { run: { inputs } });
  assert.deepEqual(ending(ran), [0, 'pass'], ran.stdout);
  const asked = server.asked.length;
  const linked = await changed(t, at('first'), at('retrained'), {
    run: { inputs },
    more: { kept: { symlink: '/tmp' } as never },
  });
  assert.equal(linked.ran.code, 1, linked.ran.stdout);
  assert.match(linked.ran.stdout, /The input `cache` leaves the folder/);
  assert.equal(server.asked.length, asked);
});
