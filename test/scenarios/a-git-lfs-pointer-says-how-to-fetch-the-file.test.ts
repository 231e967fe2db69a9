import { test } from 'node:test';
import { assertEnded, project } from '../support/workspace.ts';

const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'ab'.repeat(32)}\nsize 12345\n`;

for (const file of ['models/after/model.json', 'models/after/group1-shard1of1.bin']) {
  test(`a pointer instead of ${file}`, async t => {
    const workspace = await project(t);
    const path = await workspace.write(file, pointer);
    assertEnded(await workspace.run('audit'), {
      code: 4,
      out: [`${path} is a Git LFS pointer, not the file itself.`, '`git lfs pull`', '`lfs: true` on actions/checkout'],
    });
  });
}

test('a pointer instead of an image', async t => {
  const workspace = await project(t);
  const path = await workspace.write('images/b.png', pointer);
  assertEnded(await workspace.run('audit'), {
    code: 4,
    out: [`${path} is a Git LFS pointer (sha256:abab`, '`git lfs pull`', /images\/a\.png\s+steady/],
  });
});
