import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { marked, modelFiles, projectFiles, scene, shortcut } from '../support/scene.ts';
import { writesOf } from '../support/stored.ts';

const quiet = { 'max-images': '0' };

test('jobs of a matrix explain a share each and say nothing; one job joins them into one comment, incomplete where one is missing', async t => {
  const { github, run, comments } = await scene(t, {
    before: await projectFiles({ images: marked(4) }),
    after: await modelFiles('models/tiny', shortcut),
  });
  const folder = await mkdtemp(join(tmpdir(), 'camdrift-shards-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const shards = [];
  for (const at of [1, 2]) {
    const asked = github.exchanges.length;
    const { code, files, stdout, outputs } = await run({ inputs: { ...quiet, shard: `${at}/2`, gate: 'status' } });
    assert.equal(code, 0, stdout);
    assert.match(
      stdout,
      new RegExp(`^Written to .*shard-${at}-of-2\\.json, for the job that joins all shards\\.$`, 'm'),
    );
    assert.deepEqual([comments(), writesOf(github, asked), outputs], [[], [], {}]);
    shards.push(files[`shard-${at}-of-2.json`]!);
  }
  await writeFile(join(folder, 'shard-1-of-2.json'), shards[0]!);
  const lacking = await run({ inputs: { ...quiet, shards: folder } });
  assert.deepEqual([lacking.code, lacking.outputs.verdict], [1, 'incomplete'], lacking.stdout);
  assert.match(comments()[0]!, /Shard 2 of 2 is missing\./);

  await mkdir(join(folder, 'second'));
  await writeFile(join(folder, 'second/shard-2-of-2.json'), shards[1]!);
  const joined = await run({ inputs: { ...quiet, shards: folder } });
  assert.deepEqual([joined.code, joined.outputs.verdict, comments().length], [1, 'fail', 1], joined.stdout);
  const whole = await run({ inputs: { ...quiet, comment: 'never' } });
  assert.deepEqual({ ...joined.results, times: {} }, { ...whole.results, times: {} });

  await writeFile(join(folder, 'shard-2-of-2.json'), shards[1]!);
  const doubled = await run({ inputs: { ...quiet, comment: 'never', shards: folder } });
  assert.equal(doubled.outputs.verdict, 'incomplete');
  assert.match(doubled.stdout, /Shard 2 of 2 is there 2 times\./);
});

test('a shard on another event, and shards that a pull request could have written, are refused', async t => {
  const { run } = await scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', shortcut) });
  const inside = await run({ inputs: { ...quiet, shards: 'shards' } });
  assert.equal(inside.code, 1);
  assert.match(inside.stdout, /The input `shards` lies in .*, where a pull request can put files/);
  const wrong = await run({ inputs: { ...quiet, shard: '3/2' } });
  assert.equal(wrong.code, 1);
  assert.match(wrong.stdout, /The shard `3\/2` is none: expected `2\/8`/);
  const event = { name: 'schedule', payload: {} };
  const scheduled = await run({ inputs: { ...quiet, shard: '1/2' }, event });
  assert.equal(scheduled.code, 1);
  assert.match(scheduled.stdout, /A `shard` is explained on the event pull_request alone, and this is schedule\./);
});
