import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import sharp from 'sharp';
import { parse, stringify } from 'yaml';
import { rendered } from '../support/comment-html.ts';
import { root } from '../support/dist.ts';
import { type Files, filesBelow, type Scene, scene } from '../support/scene.ts';
import { screenshot } from '../support/screenshot.ts';

/** The demo as a project: its first version on the main branch, the one that learned the mark in a pull request. */
async function demoScene(t: TestContext): Promise<Scene> {
  const demo = await filesBelow(join(root, 'fixtures/demo'));
  const version = (name: string): Files =>
    Object.fromEntries(
      Object.entries(demo).flatMap(([path, bytes]) => {
        const [, file] = new RegExp(`^models/${name}/(.*)$`).exec(path) ?? [];
        return file ? [[`models/signs/${file}`, bytes]] : [];
      }),
    );
  const others = Object.entries(demo).filter(([path]) => /^(images\/|labels|annotations|mark)/.test(path));
  const { models: _, baseline: __, ...config } = parse(Buffer.from(demo['camdrift.yml']!).toString('utf8'));
  const project = { ...config, engine: 'wasm', models: [{ name: 'signs', path: 'models/signs' }] };
  const shared = { ...Object.fromEntries(others), 'camdrift.yml': stringify(project) };
  return scene(t, { before: { ...shared, ...version('v1') }, after: version('v2-shortcut') });
}

test('the comment shows verdict, numbers and pictures, in light and dark', async t => {
  const { run, comments, github } = await demoScene(t);
  // At GitHub's own pace for once: writes a second apart.
  const { code, stdout } = await run({ env: { CAMDRIFT_SECOND: undefined } });
  assert.equal(code, 1, stdout);
  const [body] = comments();
  const shown = [...rendered(body!).matchAll(/<img[^>]* src="([^"]+)"/g)].map(([, source]) => source!);
  assert.equal(shown.length, 9, 'a picture per moved house, and one of the probe');
  for (const address of shown) {
    const answer = await fetch(address.replaceAll('&#x26;', '&'));
    assert.equal(answer.status, 200, address);
    const { format, width } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    assert.deepEqual([format, width! > 500], ['webp', true]);
  }
  assert.ok(github.exchanges.filter(({ write }) => write).length <= 6);
  const folder = await mkdtemp(join(tmpdir(), 'camdrift-shots-'));
  t.after(() => rm(folder, { recursive: true }));
  for (const theme of ['light', 'dark'] as const) {
    const file = await screenshot(body!, join(folder, `${theme}.png`), { dark: theme === 'dark' });
    if (file === undefined) return t.diagnostic('no screenshots: there is no Chromium (`npm run setup:chromium`)');
    const { channels, dominant } = await sharp(file).stats();
    assert.ok(
      channels.every(({ stdev }) => stdev > 10),
      'the page is not blank',
    );
    assert.equal(dominant.r > 128, theme === 'light');
    if (process.env.UPDATE) await writeFile(join(root, `docs/comment-${theme}.webp`), await cropped(file));
  }
});

/** The part that is seen without scrolling far, for the README. */
async function cropped(file: string): Promise<Buffer> {
  const { width, height } = await sharp(file).metadata();
  return sharp(await readFile(file))
    .extract({ left: 0, top: 0, width, height: Math.min(height, 712) })
    .webp({ quality: 88 })
    .toBuffer();
}
