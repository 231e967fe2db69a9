import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { shortcut } from '../support/scene.ts';
import { assertEnded, onlyModel, project } from '../support/workspace.ts';

test('what fails is accepted by a file that the caller names, for these models and reasons', async t => {
  const workspace = await project(t, { after: shortcut });
  assertEnded(await workspace.run('audit'), { code: 1 });
  const accept = await workspace.run('accept', '--reason', 'the crop is meant', '--by', 'mona');
  assertEnded(accept, { code: 0, out: [/accepted by mona: the crop is meant\. Written to .*\.camdrift/] });
  const folder = join('.camdrift', 'accepted');
  const [name, ...more] = await readdir(workspace.path(folder));
  assert.deepEqual(more, []);
  assert.match(name!, /^[0-9a-f]{16}\.\.[0-9a-f]{16}\.json$/);
  const file = join(folder, name!);

  assertEnded(await workspace.run('audit'), { code: 1 });
  assert.equal((await onlyModel(workspace)).verdict, 'fail', 'a file that lies there is nobody’s word');

  assertEnded(await workspace.run('audit', '--accepted', file), {
    code: 0,
    err: ['accepted by mona: the crop is meant'],
  });
  const model = await onlyModel(workspace);
  assert.deepEqual([model.verdict, model.accepted?.by, model.accepted?.why], ['accepted', 'mona', 'the crop is meant']);
  assert.ok(
    model.reasons.some(({ level }) => level === 'fail'),
    'what failed stays in sight',
  );
  assert.match(await workspace.read('camdrift-out/summary.md'), /accepted/);

  await workspace.model('after', { ...shortcut, noise: 0.001, seed: 3 });
  const other = await workspace.run('audit', '--accepted', file);
  assertEnded(other, { code: 1, err: [/what mona accepted \([0-9a-f]{16}\) is not what failed, or nothing did/] });

  for (const text of ['{}', 'no JSON', (await workspace.read(file)).replace('"version": 1', '"version": 2')]) {
    await workspace.write('forged.json', text);
    const forged = await workspace.run('audit', '--accepted', 'forged.json');
    assertEnded(forged, { code: 3, err: ['forged.json is no acceptance'] });
  }
  assertEnded(await workspace.run('audit', '--accepted', 'absent.json'), {
    code: 3,
    err: ['absent.json is no acceptance'],
  });
});

test('what does not fail needs no accepting', async t => {
  const workspace = await project(t, { after: { noise: 0.001 } });
  const run = await workspace.run('accept', '--reason', 'meant');
  assertEnded(run, { code: 3, err: ['There is nothing to accept: no model that was looked at fails.'] });
  assertEnded(await workspace.run('accept'), { code: 3, err: ["required option '--reason <words>'"] });
});
