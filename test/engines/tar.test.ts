import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { filesInTar } from '../../src/engines/_tar.ts';
import { temporaryFolder } from '../support/tfjs-model.ts';

/** An archive that `tar` makes of files, as npm's packages are. */
async function archived(t: TestContext, files: Readonly<Record<string, Uint8Array | string>>): Promise<string> {
  const folder = await temporaryFolder(t);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  const archive = join(folder, 'made.tgz');
  execFileSync('tar', ['--format=ustar', '-czf', archive, '-C', folder, 'package']);
  return archive;
}

async function taken(archive: string, folder: string): Promise<Record<string, Buffer>> {
  const found: Record<string, Buffer> = {};
  await filesInTar(archive, folder, async (name, bytes) => {
    found[name] = Buffer.from(bytes);
  });
  return found;
}

/** Bytes that no compression makes shorter, so that an archive comes in many parts. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (state * 48271) % 0x7fffffff;
    return state >> 8;
  });
}

test('the files of one folder come out byte by byte, whatever their length and however many parts they come in', async t => {
  const lengths = [0, 1, 511, 512, 513, 300_000];
  const inside = Object.fromEntries(lengths.map(length => [`package/bin/x64/${length}`, noise(length)]));
  const deep = `package/${'long-name/'.repeat(12)}`;
  const archive = await archived(t, {
    ...inside,
    'package/package.json': '{}',
    'package/bin/x64/further/program': 'of a folder within',
    'package/bin/arm64/1': 'of another folder',
    [`${deep}file`]: 'behind a name of two parts',
  });
  const found = await taken(archive, 'package/bin/x64/');
  assert.deepEqual(
    Object.keys(found)
      .map(Number)
      .sort((a, b) => a - b),
    lengths,
  );
  for (const length of lengths) assert.deepEqual(new Uint8Array(found[length]!), noise(length), String(length));
  assert.deepEqual(Object.keys(await taken(archive, deep)), ['file']);
  assert.deepEqual(await taken(archive, 'package/nothing/'), {});
});

test('an archive that was cut off, or is none, is an error', async t => {
  const archive = await archived(t, { 'package/bin/x64/program': noise(100_000) });
  const { length } = await readFile(archive);
  await truncate(archive, Math.floor(length / 2));
  await assert.rejects(taken(archive, 'package/bin/x64/'), /unexpected end of file/);
  await writeFile(archive, 'no archive');
  await assert.rejects(taken(archive, 'package/bin/x64/'), /incorrect header check/);
});
