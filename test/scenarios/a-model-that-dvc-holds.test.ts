import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { stringify } from 'yaml';
import { type Added, addedFolder, below, within } from '../support/dvc.ts';
import { believing, put, withoutModels } from '../support/elsewhere.ts';
import { holding, httpsServer } from '../support/https-server.ts';
import type { TinyModel } from '../support/models.ts';
import { type Files, modelFiles, projectFiles, type RunOptions, retrained, scene, shortcut } from '../support/scene.ts';
import { storedBaseline } from '../support/stored.ts';

type Bytes = Record<string, Uint8Array>;
const inputs = { 'max-images': '0' };

async function added(model: TinyModel, version: 2 | 3 = 3): Promise<Added & { files: Bytes }> {
  const files = await modelFiles('models/tiny', model);
  return { ...addedFolder('tiny', within('models/tiny', files), version), files };
}

/** A change of the pointer, and what steps have put into the workspace before. */
async function pulled(
  t: TestContext,
  after: Added,
  there: Readonly<Record<string, Uint8Array | string>>,
  {
    before,
    more = {},
    changed = {},
    run = {},
  }: { before?: Added; more?: Files; changed?: Files; run?: RunOptions } = {},
) {
  const first = before ?? (await added({}));
  const s = await scene(t, {
    before: {
      ...(await withoutModels()),
      'models/tiny.dvc': first.pointer,
      '.gitignore': '/models/tiny\n/.dvc/cache\n',
      '.dvc/config': '[core]\n    autostage = true\n',
      ...more,
    },
    after: { 'models/tiny.dvc': after.pointer, ...changed },
  });
  const prepare = (workspace: string) => put(workspace, there);
  return { ...s, ran: await s.run({ inputs, prepare, ...run }) };
}

const cached = (object: Added, folder = '.dvc/cache') => below(folder, object.objects);
type Ran = Awaited<ReturnType<typeof pulled>>['ran'];
const ending = ({ code, outputs }: Ran) => [code, outputs.verdict];
const errorOf = ({ results }: Ran) => results!.models[0]!.error!;

for (const version of [2, 3] as const)
  for (const [what, model, code, verdict] of [
    ['a shortcut fails', shortcut, 1, 'fail'],
    ['an honest retrain passes', retrained, 0, 'pass'],
  ] as const)
    test(`${what} against the version that a step fetched into the cache of DVC ${version}`, async t => {
      const [before, after] = [await added({}, version), await added(model, version)];
      const { ran } = await pulled(t, after, { ...after.files, ...cached(before) }, { before });
      assert.deepEqual(ending(ran), [code, verdict], ran.stdout);
      const { baseline } = ran.results!.models[0]!;
      assert.match(baseline!.model.path, /^models\/tiny\.dvc at commit [0-9a-f]{7}$/);
      assert.equal(baseline!.source, 'recomputed');
    });

test('the pointer stays: unchanged, for few requests, as long as the disk agrees', async t => {
  const first = await added({});
  const { ran, github } = await pulled(t, first, first.files, { changed: { 'README.md': 'words' } });
  assert.deepEqual(ending(ran), [0, 'skipped'], ran.stdout);
  assert.ok(github.exchanges.length <= 6, `${github.exchanges.length} requests`);
});

test('what is on disk must be what the pointer says, changed or not', async t => {
  const [first, other] = [await added({}), await added(shortcut)];
  for (const [pointer, files, words] of [
    [first, other.files, /^What lies at models\/tiny is not what models\/tiny\.dvc says: expected MD5 [0-9a-f]{32}/],
    [other, first.files, /^What lies at models\/tiny is not what/],
    [other, {}, /^There is nothing at models\/tiny, where models\/tiny\.dvc says that DVC holds something/],
  ] as const) {
    const { ran } = await pulled(t, pointer, { ...files, ...cached(first) }, { changed: { 'README.md': 'words' } });
    assert.deepEqual(ending(ran), [1, 'incomplete'], ran.stdout);
    assert.match(errorOf(ran).message, words);
    assert.match(errorOf(ran).remedy, /^Run `dvc pull models\/tiny`/);
  }
});

test('an earlier version that nobody fetched is incomplete, with the command that fetches it', async t => {
  const after = await added(shortcut);
  const { ran, comments } = await pulled(t, after, after.files);
  assert.deepEqual(ending(ran), [1, 'incomplete'], ran.stdout);
  const { code, message, remedy } = errorOf(ran);
  assert.equal(code, 'baseline-unavailable');
  assert.match(
    message,
    /^The earlier version is not on this machine: models\/tiny\.dvc at commit .* the DVC cache \.dvc\/cache/,
  );
  assert.match(remedy, /git fetch --depth 1 origin ([0-9a-f]{40}) && git checkout -q \1 && /);
  assert.match(remedy, /dvc fetch models\/tiny && git checkout -q - && dvc pull models\/tiny/);
  assert.match(comments()[0]!, /dvc fetch models/);
});

test('stored maps stand in for it, and the log says so', async t => {
  const stored = await storedBaseline(await projectFiles());
  const after = await added(shortcut);
  const { ran } = await pulled(t, after, after.files, { more: stored });
  assert.deepEqual(ending(ran), [1, 'fail'], ran.stdout);
  assert.equal(ran.results!.models[0]!.baseline!.source, 'stored');
  assert.ok(
    ran.annotations.some(({ level, message }) => level === 'warning' && /compared with its stored maps/.test(message)),
  );
});

test('stored maps that come with the change are not believed: those before are', async t => {
  const project = await projectFiles();
  const stored = await storedBaseline(project);
  const anew = await storedBaseline({ ...project, ...(await modelFiles('models/tiny', shortcut)) });
  const after = await added(shortcut);
  const { ran } = await pulled(t, after, after.files, { more: stored, changed: anew });
  assert.deepEqual(ending(ran), [1, 'fail'], ran.stdout);
});

test('the remote of the base branch is asked, when it is a web server that the workflow allows', async t => {
  const [before, after] = [await added({}), await added(shortcut)];
  const server = await httpsServer(t, holding(below('/store', before.objects)));
  const evil = await httpsServer(t, holding({}));
  const config = (url: string) => `[core]\n    remote = web\n['remote "web"']\n    url = ${url}\n`;
  const given = {
    more: { '.dvc/config': config(server.url('/store')) },
    changed: { '.dvc/config': config(evil.url('/store')) },
  };
  const run = { env: believing, inputs: { ...inputs, 'allow-hosts': `127.0.0.1:${server.port}` } };
  const { ran } = await pulled(t, after, after.files, { ...given, run });
  assert.deepEqual(ending(ran), [1, 'fail'], ran.stdout);
  assert.equal(evil.asked.length, 0);
  const refused = await pulled(t, after, after.files, { ...given, run: { env: believing } });
  assert.deepEqual(ending(refused.ran), [1, 'incomplete'], refused.ran.stdout);
  assert.match(errorOf(refused.ran).message, /127\.0\.0\.1 is not asked/);
});

test('a dvc.lock is a pointer too', async t => {
  const lock = ({ md5 }: Added) =>
    stringify({
      schema: '2.0',
      stages: { train: { cmd: 'python train.py', outs: [{ path: 'models/tiny', hash: 'md5', md5 }] } },
    });
  const [before, after] = [await added({}), await added(shortcut)];
  const s = await scene(t, {
    before: { ...(await withoutModels()), 'dvc.lock': lock(before), '.dvc/config': '' },
    after: { 'dvc.lock': lock(after) },
  });
  const prepare = (workspace: string) => put(workspace, { ...after.files, ...cached(before) });
  assert.deepEqual(ending(await s.run({ inputs, prepare })), [1, 'fail']);
});

test('a model that moves from Git into DVC is compared with the one in Git', async t => {
  const project = await projectFiles();
  const gone = Object.fromEntries(Object.keys(await modelFiles('models/tiny')).map(path => [path, null]));
  for (const [model, code, verdict] of [
    [{}, 0, 'skipped'],
    [shortcut, 1, 'fail'],
  ] as const) {
    const after = await added(model);
    const s = await scene(t, { before: project, after: { ...gone, 'models/tiny.dvc': after.pointer } });
    const prepare = (workspace: string) => put(workspace, after.files);
    const ran = await s.run({ inputs, prepare });
    assert.deepEqual(ending(ran), [code, verdict], ran.stdout);
  }
});
