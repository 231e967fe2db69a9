import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { copyLfs } from '../../src/lfs/local.ts';
import { localLfs } from '../../src/repository/_local-lfs.ts';

const bytes = Buffer.from('the weights of a model');
const pointer = { oid: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };

/** A folder of Git's own files, with what is given as the object. */
async function store(t: TestContext, content: Uint8Array | undefined) {
  const folder = await mkdtemp(join(tmpdir(), 'camdrift-lfs-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const object = join(folder, 'lfs/objects', pointer.oid.slice(0, 2), pointer.oid.slice(2, 4), pointer.oid);
  await mkdir(dirname(object), { recursive: true });
  if (content) await writeFile(object, content);
  const to = join(folder, 'model.bin');
  const copy = (most: number, git = folder) => copyLfs([{ pointer, place: 'model.bin', to }], most, localLfs(git));
  return { folder, to, copy };
}

const refusal = (message: RegExp) => ({ name: 'CamdriftError', code: 'baseline-unavailable', message });

test('an object that was fetched into the clone is copied, also from a worktree of it', async t => {
  const { folder, to, copy } = await store(t, bytes);
  await copy(1000);
  assert.deepEqual(await readFile(to), bytes);
  await rm(to);
  const worktree = join(folder, 'worktrees/topic');
  await mkdir(worktree, { recursive: true });
  await writeFile(join(worktree, 'commondir'), '../..\n');
  await copy(1000, worktree);
  assert.deepEqual(await readFile(to), bytes);
});

test('one that is not here, or of another length, is told with the command that fetches it', async t => {
  const missing = await store(t, undefined);
  await assert.rejects(missing.copy(1000), {
    ...refusal(/^model\.bin is kept in Git LFS, and its clone on disk has but the pointer\.$/),
    remedy: /git lfs fetch --all/,
  });
  const cut = await store(t, bytes.subarray(1));
  await assert.rejects(cut.copy(1000), refusal(/has but the pointer/));
});

test('what is not what its pointer says is not believed, and leaves nothing', async t => {
  const { to, copy } = await store(t, Buffer.from(bytes).fill(0, 3, 4));
  await assert.rejects(copy(1000), refusal(/What Git LFS holds for model\.bin is not the file/));
  assert.ok(!existsSync(to));
});

test('more bytes than may be taken are not begun with', async t => {
  const { to, copy } = await store(t, bytes);
  await assert.rejects(copy(bytes.length - 1), refusal(/have 22 bytes in Git LFS; at most 21 are fetched/));
  assert.ok(!existsSync(to));
});
