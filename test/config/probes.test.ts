import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { type TestContext, test } from 'node:test';
import sharp from 'sharp';
import type { ModelConfig } from '../../src/config/config.ts';
import { parseConfig } from '../../src/config/read.ts';
import { resolveConfig } from '../../src/config/resolve.ts';
import { probeDigest } from '../../src/probes/digest.ts';
import type { Probe } from '../../src/probes/probe.ts';
import { bigPng, problem } from '../support/images.ts';
import { emptyWorkspace, type Workspace } from '../support/workspace.ts';

const annotations = JSON.stringify({
  images: [{ id: 1, file_name: 'images/a.png' }],
  annotations: [{ id: 1, image_id: 1, category_id: 1, bbox: [0, 0, 1, 1] }],
  categories: [{ id: 1, name: 'cat' }],
});
const corners = ['top-left', 'top-right', 'bottom-left', 'bottom-right'];

/** The probes of the only model of a configuration that lies in `ci`. */
const probesOf = async (workspace: Workspace, settings: string): Promise<readonly Probe[]> =>
  (await modelOf(workspace, settings)).probes;

async function modelOf(workspace: Workspace, settings: string): Promise<ModelConfig> {
  await workspace.write('ci/images/a.png', '');
  const raw = parseConfig(`fixtures: [images/*]\nmodels: [{name: a, path: m}]\n${settings}`, 'f');
  const source = { base: workspace.path('ci'), workspace: workspace.path('ci') };
  const { models } = await resolveConfig({ raw, source }, { settings: {}, source: { base: workspace.root } });
  return models[0]!;
}

async function withMark(t: TestContext): Promise<Workspace> {
  const workspace = await emptyWorkspace(t);
  const rgba = Uint8Array.of(255, 0, 0, 255, 0, 0, 255, 51);
  await workspace.write(
    'ci/logo.png',
    await sharp(rgba, { raw: { width: 2, height: 1, channels: 4 } })
      .png()
      .toBuffer(),
  );
  return workspace;
}

test('a mark in every corner and a frame are there unless somebody says otherwise', async t => {
  const workspace = await emptyWorkspace(t);
  const own = await probesOf(workspace, '');
  assert.deepEqual(
    own.map(({ name, kind, asked, limit }) => [name, kind, asked, limit]),
    [
      ['mark', 'mark', false, 0.06],
      ['frame', 'frame', false, 0.06],
    ],
  );
  assert.ok(own[0]?.kind === 'mark' && own[0].mark === 'built-in');
  assert.deepEqual([own[0].at, own[0].size], [corners, 0.28]);
  assert.ok(own[1]?.kind === 'frame');
  assert.deepEqual([own[1].colours.length, own[1].width], [4, 0.045]);
  assert.deepEqual(await probesOf(workspace, 'probes: default'), own);
  assert.deepEqual(await probesOf(workspace, 'probes: none'), []);
  assert.deepEqual(
    (await probesOf(workspace, 'probes: [frame]')).map(({ name, asked }) => [name, asked]),
    [['frame', true]],
  );
});

test("the team's own mark is read with its opacity", async t => {
  const workspace = await withMark(t);
  const [plain, placed] = await probesOf(
    workspace,
    'probes: [{mark: logo.png}, {mark: logo.png, name: shop, at: top-left, size: 0.5, limit: 0.1}]',
  );
  const mark = { width: 2, height: 1, rgba: Uint8Array.of(255, 0, 0, 255, 0, 0, 255, 51) };
  assert.deepEqual(plain, {
    kind: 'mark',
    name: 'mark',
    limit: 0.06,
    asked: true,
    ownLimit: true,
    mark,
    at: corners,
    size: 0.3,
  });
  assert.deepEqual(placed, {
    kind: 'mark',
    name: 'shop',
    limit: 0.1,
    asked: true,
    ownLimit: false,
    mark,
    at: ['top-left'],
    size: 0.5,
  });
});

test('a mark in grey is opaque, and one of a palette is expanded', async t => {
  const workspace = await emptyWorkspace(t);
  await workspace.write('ci/grey.png', bigPng(2, 1));
  const red = { create: { width: 1, height: 1, channels: 4 as const, background: '#c80000' } };
  await workspace.write('ci/palette.png', await sharp(red).png({ palette: true }).toBuffer());
  const probes = await probesOf(workspace, 'probes: [{mark: grey.png, name: a}, {mark: palette.png, name: b}]');
  assert.deepEqual(
    probes.map(probe => probe.kind === 'mark' && probe.mark !== 'built-in' && [...probe.mark.rgba]),
    [
      [0, 0, 0, 255, 0, 0, 0, 255],
      [200, 0, 0, 255],
    ],
  );
});

test('brightness and a cast are light, a frame takes one colour or four', async t => {
  const workspace = await emptyWorkspace(t);
  const probes = await probesOf(
    workspace,
    'probes: [{brightness: 0.5}, {cast: [1.2, 1, 0.8]}, {frame: "#ff8c00", width: 0.1}]',
  );
  const named = { asked: true, ownLimit: true };
  assert.deepEqual(probes, [
    { ...named, name: 'brightness', limit: 0.03, kind: 'light', gains: [0.5, 0.5, 0.5] },
    { ...named, name: 'cast', limit: 0.03, kind: 'light', gains: [1.2, 1, 0.8] },
    { ...named, name: 'frame', limit: 0.06, kind: 'frame', colours: [[255, 140, 0]], width: 0.1 },
  ]);
});

test('a background leaves the region that heat should lie in, else the first', async t => {
  const workspace = await emptyWorkspace(t);
  await workspace.write('ci/a.json', annotations);
  const regions = (rules: string) =>
    `regions: [{name: mark, from: a.json}, {name: cat, from: a.json, rules: [${rules}]}]\n`;
  const objectOf = async (settings: string) => {
    const [probe] = await probesOf(workspace, settings);
    return probe?.kind === 'background' && probe.object;
  };
  const background = 'probes: [{background: "#ffffff"}]';
  assert.equal(await objectOf(regions('"inside >= 0.5"') + background), 'cat');
  assert.equal(await objectOf(regions('"inside <= 0.5"') + background), 'mark');
  assert.equal(await objectOf(`${regions('')}probes: [{background: "#ffffff", object: cat}]`), 'cat');
  await assert.rejects(
    probesOf(workspace, background),
    problem('config-invalid', /probe `background` of model a needs regions/, /`regions`/),
  );
  await assert.rejects(
    probesOf(workspace, `${regions('')}probes: [{background: "#ffffff", object: dog}]`),
    problem('config-invalid', /names the region `dog`/),
  );
});

test('two probes of one name', async t => {
  const workspace = await emptyWorkspace(t);
  await assert.rejects(
    probesOf(workspace, 'probes: [{frame: built-in}, {frame: "#000000"}]'),
    problem('config-invalid', /Two probes of model a are named `frame`/, /another `name`/),
  );
});

test('a mark that is missing, no PNG, broken, too large, or elsewhere', async t => {
  const workspace = await withMark(t);
  await workspace.write('outside.png', bigPng(1, 1));
  await symlink(workspace.path('outside.png'), workspace.path('ci/link.png'));
  await workspace.write('ci/text.png', 'no picture');
  await workspace.write('ci/pointer.png', 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 3\n');
  await workspace.write('ci/wide.png', bigPng(2049, 1));
  await workspace.write('ci/heavy.png', new Uint8Array(4 * 2 ** 20 + 1));
  await workspace.write('ci/cut.png', bigPng(500, 500).subarray(0, 60));
  const refused = (mark: string, code: 'config-invalid' | 'path-outside', words: RegExp, remedy = /./) =>
    assert.rejects(probesOf(workspace, `probes: [{mark: ${mark}}]`), problem(code, words, remedy), mark);
  await refused('none.png', 'config-invalid', /There is no file .*none\.png/, /PNG/);
  await refused('text.png', 'config-invalid', /text\.png .*no PNG/);
  await refused('pointer.png', 'config-invalid', /Git LFS pointer/, /git lfs pull/);
  await refused('wide.png', 'config-invalid', /2049 x 1 pixels.*2048/);
  await refused('heavy.png', 'config-invalid', /at most 4194304 bytes, got 4194305/);
  await refused('cut.png', 'config-invalid', /damaged or cut short/);
  await refused('images', 'config-invalid', /expected a file/);
  await refused('../outside.png', 'path-outside', /mark of the probe mark of model a/);
  await refused('link.png', 'path-outside', /leaves the folder/);
});

test('a probe is told apart by what it does to pixels, not by its name or limit', async t => {
  const workspace = await withMark(t);
  const digests = async (settings: string) => (await probesOf(workspace, settings)).map(probeDigest);
  const [same, renamed, ...others] = await digests(
    'probes: [{mark: logo.png}, {mark: logo.png, name: b, limit: 0.2}, {mark: logo.png, name: c, size: 0.2}, {mark: logo.png, name: d, at: top-left}, {mark: built-in, name: e}]',
  );
  assert.equal(renamed, same);
  assert.equal(new Set([same, ...others]).size, 4);
  const rgba = (value: number): Probe => ({
    kind: 'mark',
    name: 'm',
    limit: 0,
    asked: true,
    ownLimit: false,
    mark: { width: 1, height: 1, rgba: Uint8Array.of(value, 0, 0, 255) },
    at: ['top-left'],
    size: 0.1,
  });
  assert.notEqual(probeDigest(rgba(1)), probeDigest(rgba(2)));
});

test('a misspelt key of a probe gets a suggestion', () => {
  assert.throws(
    () => parseConfig('models: [{name: a, path: m}]\nprobes: [{mark: built-in, sise: 0.2}]', 'f'),
    problem('config-invalid', /probes\[0\]\.sise unknown key `sise`\. Did you mean `size`\?/),
  );
  assert.throws(
    () => parseConfig('models: [{name: a, path: m}]\nprobes: [{mark: built-in, width: 0.2}]', 'f'),
    problem('config-invalid', /`width` belongs to `frame` and `cover`, and this is `mark`\.$/m),
  );
});

test('the sweep comes by itself where something is in doubt, always or never where the team says so', async t => {
  const workspace = await emptyWorkspace(t);
  const sweepBy = async (settings: string) => (await modelOf(workspace, settings)).sweep;
  assert.deepEqual(
    await Promise.all(
      ['', 'probes: default', 'probes: sweep', 'probes: quick', 'probes: none', 'probes: [frame]'].map(sweepBy),
    ),
    ['in-doubt', 'in-doubt', 'always', 'never', 'never', 'never'],
  );
  const names = async (settings: string) => (await probesOf(workspace, settings)).map(({ name }) => name);
  for (const setting of ['quick', 'sweep']) assert.deepEqual(await names(`probes: ${setting}`), ['mark', 'frame']);
});
