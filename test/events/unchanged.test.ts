import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { BaselineModel, ModelConfig } from '../../src/config/config.ts';
import { CamdriftError } from '../../src/errors.ts';
import type { Before, BeforeChange } from '../../src/events/_before-change.ts';
import { isSameInGit, type Standing, standingOf } from '../../src/events/_standing.ts';
import { isUnchanged, policyStands } from '../../src/events/_unchanged.ts';
import { modelDigest } from '../../src/models/index.ts';
import { blobName } from '../../src/repository/blob-name.ts';
import type { Snapshot } from '../../src/repository/snapshot.ts';

const sha = (text: string) => blobName(Buffer.from(text), '1'.repeat(40));
const json = JSON.stringify({
  ...{ format: 'layers-model', modelTopology: {} },
  weightsManifest: [{ paths: ['w.bin'], weights: [] }],
});

/** A commit with these files by their contents; a submodule by its commit. */
function commit(files: Readonly<Record<string, string>>, modules: Readonly<Record<string, string>> = {}): Snapshot {
  const entry = (path: string) => (files[path] === undefined ? undefined : { sha: sha(files[path]), size: 1e6 });
  const locate = async (path: string) => {
    const found = entry(path);
    if (found) return { kind: 'file', path, entry: found };
    if (Object.keys(files).some(each => each.startsWith(`${path}/`))) return { kind: 'folder', path };
    const module = Object.keys(modules).find(each => path === each || path.startsWith(`${each}/`));
    return module && { kind: 'submodule', path: module, commit: modules[module], rest: path.slice(module.length + 1) };
  };
  const under = async (folder: string) =>
    Object.keys(files).flatMap(path =>
      folder === '.' || path.startsWith(`${folder}/`) ? [{ path, ...entry(path) }] : [],
    );
  const snapshot = {
    commit: 'c'.repeat(40),
    locate,
    entry: async (path: string) => entry(path),
    under,
  };
  return snapshot as unknown as Snapshot;
}

async function folderOf(t: TestContext, files: Readonly<Record<string, string>>) {
  const root = await mkdtemp(join(tmpdir(), 'camdrift-unchanged-'));
  t.after(() => rm(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return { root, project: { root, inRepository: (file: string) => relative(root, file) } };
}
const model = { 'm/model.json': json, 'm/w.bin': 'weights' };

test('a model on disk is Git’s when every file of it is there as the commit has it', async t => {
  const { root, project } = await folderOf(t, model);
  const standing = (candidate: Snapshot | undefined, path = 'm/model.json') =>
    standingOf(join(root, path), project, candidate);
  const tracked = await standing(commit(model));
  assert.ok(tracked.kind === 'tracked');
  assert.deepEqual(
    [...tracked.files],
    [
      ['model.json', sha(json)],
      ['w.bin', sha('weights')],
    ],
  );
  assert.deepEqual(await standing(commit(model), 'm'), tracked, 'named by its folder');
  assert.deepEqual(await standing(undefined), { kind: 'untracked', path: 'm/model.json' });
  assert.deepEqual(await standing(commit({ 'm/model.json': json })), { kind: 'untracked', path: 'm/w.bin' });
});

test('a model that is another one than the commit’s, or not all there, cannot be used, and why is told', async t => {
  const { root, project } = await folderOf(t, model);
  const trouble = async (candidate: Snapshot) => {
    const found = await standingOf(join(root, 'm/model.json'), project, candidate);
    return found.kind === 'unusable'
      ? `${found.trouble.code}: ${found.trouble.message} ${found.trouble.remedy}`
      : found.kind;
  };
  assert.match(
    await trouble(commit({ ...model, 'm/w.bin': 'others' })),
    /^workspace-differs: The workspace has another m\/w\.bin than commit ccccccc/,
  );
  await rm(join(root, 'm/w.bin'));
  assert.match(
    await trouble(commit(model)),
    /^model-unreadable: There is no readable file m\/w\.bin\. The commit has it.*sparse-checkout/,
  );
  const nowhere = await trouble(commit({ 'm/model.json': json }));
  assert.match(nowhere, /^model-unreadable: There is no readable file m\/w\.bin\./);
  assert.doesNotMatch(nowhere, /sparse-checkout/);
  await rm(join(root, 'm'), { recursive: true });
  assert.match(await trouble(commit(model)), /^model-unreadable: /);
});

test('a Git LFS pointer does not tell what else it needs: all that lies beside it counts, in the repository’s own folder what has its name', async t => {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'1'.repeat(64)}\nsize 5\n`;
  const names = async (path: string, beside: readonly string[]) => {
    const { root, project } = await folderOf(t, { [path]: pointer });
    const there = commit({ [path]: pointer, ...Object.fromEntries(beside.map(each => [each, each])) });
    const found = await standingOf(join(root, path), project, there);
    assert.ok(found.kind === 'tracked', JSON.stringify(found));
    assert.equal(found.files.get(path.split('/').at(-1)!), sha(pointer));
    return [...found.files.keys()];
  };
  const lying = ['m/a.bin', 'm/b.txt', 'm/deep/c.bin', 'other/d.bin'];
  assert.deepEqual(await names('m/a.onnx', lying), ['a.onnx', 'a.bin', 'b.txt']);
  assert.deepEqual(await names('a.b.onnx', ['a.b.onnx.data', 'a.b.bin', 'a.bin', 'b.a.b', 'a.b/c']), [
    'a.b.onnx',
    'a.b.onnx.data',
    'a.b.bin',
    'a.bin',
  ]);
  const { root, project } = await folderOf(t, { 'm.onnx': pointer });
  assert.deepEqual(await standingOf(join(root, 'm.onnx'), project, undefined), { kind: 'untracked', path: 'm.onnx' });
});

test('the same in Git is the same files by their contents, under the name that makes them a model', async () => {
  const files = new Map([
    ['model.json', sha(json)],
    ['w.bin', sha('weights')],
  ]);
  const same = (there: Record<string, string>, path: string) => isSameInGit(files, commit(there), path);
  assert.equal(await same(model, 'm/model.json'), true);
  assert.equal(await same(model, 'm'), true);
  assert.equal(await same({ ...model, 'm/w.bin': 'others' }, 'm'), false);
  assert.equal(await same({ ...model, 'm/model.json': '{}' }, 'm'), false);
  assert.equal(await same({ 'm/model.json': json }, 'm'), false, 'a shard is missing');
  assert.equal(await same({}, 'm/model.json'), false);
  assert.equal(await same({ 'm/other.json': json, 'm/w.bin': 'weights' }, 'm/other.json'), false, 'another name');
  const moved = { 'n/model.json': json, 'n/w.bin': 'weights' };
  assert.equal(await same(moved, 'n/model.json'), true, 'in another folder');
  assert.equal(
    await isSameInGit(new Map([['saved_model.pb', sha('p')]]), commit({ ...model, 'm/saved_model.pb': 'p' }), 'm'),
    false,
    'a folder is the model that is looked for first',
  );
});

test('in a submodule that cannot be read the same commit has the same files', async () => {
  const inside = commit({}, { vendor: '1'.repeat(40) });
  const named = (path: string, at: string) => isSameInGit(new Map([[path.split('/').at(-1)!, at]]), inside, path);
  assert.equal(await named('vendor/a.onnx', `${'1'.repeat(40)}:a.onnx`), true);
  assert.equal(await named('vendor/a.onnx', `${'2'.repeat(40)}:a.onnx`), false);
  assert.equal(await named('vendor/a.onnx', `${'1'.repeat(40)}:b.onnx`), false);
  assert.equal(
    await isSameInGit(new Map([['model.json', `${'1'.repeat(40)}:m/model.json`]]), inside, 'vendor/m'),
    true,
  );
});

type Model = Pick<ModelConfig, 'obtain' | 'path' | 'load' | 'reference'>;
const untracked: Standing = { kind: 'untracked', path: 'm' };
const never = async (): Promise<never> => assert.fail('It was asked.');
const version = (digest: () => Promise<string>) => ({ origin: 'o', digest, path: never }) as unknown as BaselineModel;

async function unchanged(
  t: TestContext,
  {
    found = {},
    standing = untracked,
    reference = { kind: 'stored' } as Model['reference'],
    stands = true,
    snapshot = commit({}),
  }: {
    found?: Partial<Before> | CamdriftError | undefined;
    standing?: Parameters<typeof isUnchanged>[1];
    reference?: Model['reference'];
    stands?: boolean;
    snapshot?: Snapshot;
  },
): Promise<boolean> {
  const { root } = await folderOf(t, model);
  const config: Model = { path: join(root, 'm'), load: {} as Model['load'], reference };
  const digest = await modelDigest(config.path);
  const earlier =
    found instanceof CamdriftError
      ? found
      : { model: version(async () => digest), path: 'm', renamed: undefined, ...found };
  const stored = async () => ({ baseline: undefined }) as unknown as ModelConfig;
  return isUnchanged(earlier, standing, config, stored, snapshot, stands);
}

test('a model is unchanged when its earlier version has the same content, and only where its rules stand', async t => {
  assert.equal(await unchanged(t, {}), true);
  assert.equal(await unchanged(t, { stands: false }), false);
  assert.equal(await unchanged(t, { found: { model: version(async () => 'other') } }), false);
  const lost = version(async () => Promise.reject(new CamdriftError('model-unavailable', 'Gone.')));
  assert.equal(await unchanged(t, { found: { model: lost } }), false, 'what cannot be had is not the same');
  const bug = version(async () => Promise.reject(new TypeError('a bug')));
  await assert.rejects(unchanged(t, { found: { model: bug } }), TypeError);
  const nothing = isUnchanged(undefined, untracked, {} as Model, never, commit({}), true);
  assert.equal(await nothing, false, 'a model without an earlier version is new');
});

test('what Git says of both sides is enough, and nothing is read', async t => {
  const files = new Map([
    ['model.json', sha(json)],
    ['w.bin', sha('weights')],
  ]);
  const tracked: Standing = { kind: 'tracked', files };
  assert.equal(
    await unchanged(t, { standing: tracked, snapshot: commit(model), found: { model: version(never) } }),
    true,
  );
  const other = commit({ ...model, 'm/w.bin': 'others' });
  const differs = version(async () => 'other');
  assert.equal(await unchanged(t, { standing: tracked, snapshot: other, found: { model: differs } }), false);
  assert.equal(
    await unchanged(t, { standing: untracked, snapshot: commit(model), found: { model: differs } }),
    false,
    'what lies on disk is not Git’s',
  );
});

test('what DVC or an address says of both sides is enough where it is the same', async t => {
  const said = (md5: string) =>
    ({
      pointer: { object: { md5, isFolder: false, legacy: false }, within: '', file: 'm.dvc', out: 'm', place: 'm.dvc' },
    }) as unknown as NonNullable<Before['said']>;
  const standing = { kind: 'elsewhere' as const, said: said('1') };
  assert.equal(await unchanged(t, { standing, found: { said: said('1'), model: version(never) } }), true);
  assert.equal(
    await unchanged(t, { standing, found: { said: said('2'), model: version(async () => 'other') } }),
    false,
  );
  const tracked: Standing = {
    kind: 'tracked',
    files: new Map([
      ['model.json', sha(json)],
      ['w.bin', sha('weights')],
    ]),
  };
  const wasElsewhere = { said: said('1'), model: version(async () => 'other') };
  assert.equal(
    await unchanged(t, { standing: tracked, snapshot: commit(model), found: wasElsewhere }),
    false,
    'Git did not hold it before',
  );
});

test('where Git does not hold the earlier version, the one that the configuration names is looked at', async t => {
  const notHeld = new CamdriftError('model-untracked', 'Git does not hold m.');
  const { root } = await folderOf(t, model);
  const digest = await modelDigest(join(root, 'm'));
  const reference = (digestOf: () => Promise<string>) =>
    ({ kind: 'model', model: version(digestOf) }) as Model['reference'];
  const same = reference(async () => digest);
  assert.equal(await unchanged(t, { found: notHeld, reference: same }), true);
  assert.equal(await unchanged(t, { found: { trouble: notHeld }, reference: same }), true);
  assert.equal(await unchanged(t, { found: notHeld, reference: reference(async () => 'other') }), false);
  assert.equal(await unchanged(t, { found: notHeld }), false, 'without stored maps nothing tells');
  const unclear = new CamdriftError('baseline-unavailable', 'It is not clear.');
  assert.equal(await unchanged(t, { found: unclear, reference: same }), false);
  assert.equal(await unchanged(t, { found: { trouble: unclear }, reference: same }), false);
});

test('rules stand where the change touches the model’s files alone; of a list that is cut off, where settings are equal too', () => {
  const touches = {
    model: true,
    configuration: false,
    labels: false,
    truth: false,
    inputs: false,
    regions: false,
    probes: false,
    fixtures: false,
    baseline: false,
    watch: false,
  };
  const raw = (layer: string) => ({ models: [{ name: 'shoes', path: 'm', layer }] });
  const watched = { name: 'shoes', files: ['m'], fixtures: { globs: ['i/*.png'], paths: [] } };
  const stands = (
    more: Partial<typeof touches>,
    complete = true,
    now = raw('a'),
    before: object | null = raw('a'),
    files: object[] = [],
  ) => {
    const side = {
      project: { raw: now, configuration: 'camdrift.yml' },
      comparison: { files: { files, complete } },
      raw: before ?? undefined,
    };
    return policyStands(side as unknown as BeforeChange, { ...touches, ...more }, watched);
  };
  assert.equal(stands({}), true);
  for (const key of Object.keys(touches).filter(each => each !== 'model'))
    assert.equal(stands({ [key]: true }), false, key);
  assert.equal(stands({ fixtures: true }, false), true, 'what is not listed is told by what is');
  assert.equal(stands({}, false, raw('b')), false);
  assert.equal(stands({}, false, raw('a'), null), false, 'nobody knows what was said before');
  assert.equal(stands({}, false, raw('a'), raw('a'), [{ path: 'i/1.png', status: 'modified' }]), false);
});
