import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onlyModel, project, reasonCodes, watermarked } from '../support/workspace.ts';

const withoutTimes = (text: string): string => text.replace(/"times": \{[^}]*\}/, '"times": {}');

test('shards merged are one run, byte by byte; a missing one, or one of other settings, is never a pass', async t => {
  const workspace = await project(t, { images: watermarked, before: { stride: 2 }, after: { stride: 2, noise: 0.01 } });
  await workspace.run('audit', '--out', 'whole', '--probes', 'default');
  const shard = (at: number, ...more: string[]) =>
    workspace.run('audit', '--shard', `${at}/2`, '--out', `shards/${at}`, '--probes', 'default', ...more);
  for (const at of [1, 2]) {
    const { code, stdout, stderr } = await shard(at);
    assert.equal(code, 0, stderr);
    assert.match(stdout, new RegExp(`shard-${at}-of-2\\.json: shard ${at} of 2`));
  }
  const merge = (...more: string[]) => workspace.run('merge', '--shards', 'shards', '--out', 'camdrift-out', '--probes', 'default', ...more); // biome-ignore format: one line
  await merge();
  assert.equal(
    withoutTimes(await workspace.read('camdrift-out/results.json')),
    withoutTimes(await workspace.read('whole/results.json')),
  );
  assert.deepEqual(await workspace.digests('camdrift-out/tiny'), await workspace.digests('whole/tiny'));

  const other = await merge('--score', 'probability');
  assert.notEqual(other.code, 0, other.stdout);
  assert.equal((await workspace.results()).verdict, 'incomplete');

  await workspace.write('shards/2/shard-2-of-2.json', '{}');
  const lost = await merge();
  assert.notEqual(lost.code, 0, lost.stdout);
  assert.match(lost.stdout + lost.stderr, /Shard 2 of 2 is missing/);
  const model = await onlyModel(workspace);
  assert.equal(model.verdict, 'incomplete', reasonCodes(model).join());
});
