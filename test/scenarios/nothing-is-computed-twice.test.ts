import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { project, type Workspace, watermarked } from '../support/workspace.ts';

async function folder(t: TestContext): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'camdrift-maps-'));
  t.after(() => rm(made, { recursive: true, force: true }));
  return made;
}

/** results.json without the one part that may differ, and what the log says. */
async function audited(workspace: Workspace, ...args: string[]): Promise<{ results: string; log: string }> {
  const run = await workspace.run('audit', '--engine', 'wasm', '--method', 'grad-cam,eigen-cam', ...args);
  assert.ok(run.code === 0 || run.code === 1, run.stderr);
  const text = await workspace.read('camdrift-out/results.json');
  return { results: text.replace(/"times": \{[^}]*\}/, '"times": {}'), log: run.stderr };
}

test('with a cache of maps an audit says what it says without, byte by byte: cold, warm, of a changed model, and damaged', async t => {
  const workspace = await project(t, { images: watermarked, before: { stride: 2 }, after: { stride: 2, noise: 0.01 } });
  const maps = await folder(t);
  const plain = await audited(workspace);
  const pictures = await workspace.digests('camdrift-out');
  const cold = await audited(workspace, '--map-cache', maps);
  const entries = (await readdir(join(maps, 'v1/local'))).sort();
  assert.equal(entries.length, 2 * (1 + Object.keys(watermarked).length));
  const warm = await audited(workspace, '--map-cache', maps);
  assert.deepEqual([cold.results, warm.results], [plain.results, plain.results]);
  const { 'results.json': _, 'report.html': __, ...drawn } = await workspace.digests('camdrift-out');
  for (const [name, digest] of Object.entries(drawn)) assert.equal(digest, pictures[name], name);
  assert.deepEqual((await readdir(join(maps, 'v1/local'))).sort(), entries);

  // The base side costs nothing: of its fixtures not one entry is new, and the candidate's are.
  await workspace.model('after', { stride: 2, noise: 0.02 });
  const changed = await audited(workspace, '--map-cache', maps);
  assert.equal((await readdir(join(maps, 'v1/local'))).length, entries.length * 1.5);
  assert.equal(changed.results, (await audited(workspace)).results);
  assert.notEqual(changed.results, plain.results);

  for (const [at, name] of (await readdir(join(maps, 'v1/local'))).entries()) {
    const path = join(maps, 'v1/local', name);
    const text = await readFile(path, 'utf8');
    await writeFile(
      path,
      at % 2 ? text.slice(0, -9) : text.replace(/\d(?=\D*$)/, digit => `${(Number(digit) + 1) % 10}`),
    );
  }
  const damaged = await audited(workspace, '--map-cache', maps);
  assert.equal(damaged.results, changed.results);
  assert.match(
    damaged.log,
    /^The cache of maps in .* held what was damaged, or is no entry of this version: it was computed again\.$/m,
  );
});

test('a cache that a pull request could write into is refused, and one that cannot be written is told', async t => {
  const workspace = await project(t, { images: watermarked });
  const inside = await workspace.run('audit', '--map-cache', 'maps');
  assert.equal(inside.code, 3, inside.stderr);
  assert.match(inside.stderr, /The folder of --map-cache lies in .*, where a pull request can put files\./);
  const maps = await folder(t);
  await writeFile(join(maps, 'v1'), 'in the way');
  const { log } = await audited(workspace, '--map-cache', maps);
  assert.equal(
    log.match(/The cache of maps in .* cannot be written: .*\. Nothing is kept for the next run\./g)?.length,
    1,
  );
});
