import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { sweep } from '../../src/files/leftovers.ts';
import { writePieces } from '../../src/files/write-pieces.ts';

async function folderFor(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pieces-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('pieces of any length become one text, in the place of what was there', async t => {
  const folder = await folderFor(t);
  const path = join(folder, 'report.html');
  const pieces = ['', 'ä'.repeat(70_000), 'b', '😀'.repeat(40_000), 'c'];
  for (const each of [['old'], pieces, [], ['x']]) {
    await writePieces(path, each);
    assert.equal(await readFile(path, 'utf8'), each.join(''));
  }
  assert.deepEqual(await readdir(folder), ['report.html']);
});

test('what ends in the middle leaves what was there, and nothing beside it', async t => {
  const folder = await folderFor(t);
  const path = join(folder, 'results.json');
  await writeFile(path, 'old');
  const broken = function* () {
    yield 'a'.repeat(100_000);
    throw new Error('no more');
  };
  await assert.rejects(writePieces(path, broken()), /no more/);
  assert.deepEqual([await readdir(folder), await readFile(path, 'utf8')], [['results.json'], 'old']);
  await assert.rejects(writePieces(join(folder, 'nowhere', 'results.json'), ['a']), { code: 'ENOENT' });
});

test('a file that is being written has a name that the next run removes, and takes for no other', async t => {
  const folder = await folderFor(t);
  await writeFile(join(folder, 'mine.html'), 'kept');
  const meanwhile: string[] = [];
  const looking = function* () {
    yield 'a'.repeat(100_000);
    meanwhile.push(...readdirSync(folder));
  };
  await writePieces(join(folder, 'report.html'), looking());
  const [unfinished] = meanwhile.filter(name => name !== 'mine.html');
  assert.match(unfinished!, /^report\.html\.\d+$/);
  await writeFile(join(folder, unfinished!), 'cut o');
  await sweep(folder);
  assert.deepEqual((await readdir(folder)).sort(), ['mine.html', 'report.html']);
});

test('a link is followed, not replaced', async t => {
  const folder = await folderFor(t);
  await writeFile(join(folder, 'there.json'), 'old');
  await symlink('there.json', join(folder, 'results.json'));
  await writePieces(join(folder, 'results.json'), ['n', 'ew']);
  assert.equal(await readFile(join(folder, 'there.json'), 'utf8'), 'new');
  assert.ok((await stat(join(folder, 'results.json'))).isFile());
});
