import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeAudit } from '../../src/targets/directory.ts';
import { audited, engine, writeShard } from '../support/shards.ts';
import { assertEnded, onlyModel, project } from '../support/workspace.ts';

const withoutTimes = (text: string): string => text.replace(/"times": \{[^}]*\}/, '"times": {}');

test('with a shard missing the merged audit is incomplete; with both it is the one audit, file by file', async t => {
  const workspace = await project(t, { before: { stride: 2 }, after: { stride: 2, noise: 0.01 } });
  const shard = await workspace.run('audit', '--shard', '1/2', '--out', 'shards/1');
  assertEnded(shard, { code: 0, out: ['shard-1-of-2.json: shard 1 of 2, for `camdrift merge`'] });

  const lacking = await workspace.run('merge', '--shards', 'shards');
  assertEnded(lacking, { code: 3, out: ['? incomplete', 'Shard 2 of 2 is missing'], err: ['error in tiny'] });
  assert.equal((await onlyModel(workspace)).verdict, 'incomplete');

  await writeShard(workspace, 2, 2);
  assertEnded(await workspace.run('merge', '--shards', 'shards', '--out', 'joined'), { code: 0 });
  await writeAudit(workspace.path('whole'), await audited(workspace, engine), engine);
  const results = (folder: string) => workspace.read(`${folder}/results.json`).then(withoutTimes);
  assert.equal(await results('joined'), await results('whole'));
  assert.deepEqual(await workspace.digests('joined/tiny'), await workspace.digests('whole/tiny'));
});
