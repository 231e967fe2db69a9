import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { storedBefore } from '../../src/events/_base-baseline.ts';
import type { Snapshot } from '../../src/repository/snapshot.ts';

const path = '.camdrift/baselines/tiny';

/** A commit with these files, and what was read of it. */
function commit(files: Readonly<Record<string, string>>) {
  const read: string[] = [];
  const snapshot = {
    under: async (folder: string) =>
      Object.keys(files)
        .filter(name => name.startsWith(`${folder}/`))
        .map(name => ({ path: name, kind: 'file', sha: '', size: 0 })),
    read: async (name: string) => {
      read.push(name);
      return Buffer.from(files[name]!);
    },
    place: (name: string) => `${name} at commit c0ffee1`,
  };
  return { read, snapshot: snapshot as unknown as Snapshot };
}

async function folderOf(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'camdrift-stored-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'stored');
}

describe('stored maps as they were', () => {
  it('are written as the commit has them, and nothing else of their folder', async t => {
    const files = { 'manifest.json': '{}', 'a.map.json': '{"a": 1}', 'calibration.json': '[]', 'note.txt': 'x' };
    const there = Object.fromEntries(Object.entries(files).map(([name, text]) => [`${path}/${name}`, text]));
    const { snapshot } = commit({ ...there, [`${path}-2/manifest.json`]: '{}' });
    const folder = await folderOf(t);
    assert.equal(await storedBefore(snapshot, path, folder), folder);
    assert.deepEqual((await readdir(folder)).sort(), ['a.map.json', 'calibration.json', 'manifest.json']);
    assert.equal(await readFile(join(folder, 'a.map.json'), 'utf8'), '{"a": 1}');
  });

  it('are none without a manifest, and nothing is read then', async t => {
    const { snapshot, read } = commit({ [`${path}/a.map.json`]: '{}' });
    assert.equal(await storedBefore(snapshot, path, await folderOf(t)), undefined);
    assert.deepEqual(read, []);
  });

  it('are not fetched when they are too many', async t => {
    const names = ['manifest', ...Array.from({ length: 500 }, (_, index) => `${index}.map`)];
    const { snapshot, read } = commit(Object.fromEntries(names.map(name => [`${path}/${name}.json`, '{}'])));
    await assert.rejects(storedBefore(snapshot, path, await folderOf(t)), {
      code: 'baseline-unavailable',
      message:
        /^The stored maps \.camdrift\/baselines\/tiny at commit c0ffee1 are 501 files; at most 500 are fetched\.$/,
      remedy: /two pull requests/,
    });
    assert.deepEqual(read, []);
  });
});
