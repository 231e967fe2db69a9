import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { test } from 'node:test';
import { assertEnded, onlyModel, project, reasonCodes } from '../support/workspace.ts';

test('new, changed, lost and unreadable fixtures are told apart and never judged', async t => {
  const workspace = await project(t, { before: false });
  assertEnded(await workspace.run('baseline'), { code: 0 });
  await workspace.picture('images/b.png', [['red', 3, 0]]);
  await workspace.picture('images/d.png', [['red', 1, 1]]);
  await rm(workspace.path('images/a.png'));
  assertEnded(await workspace.run('audit'), {
    code: 0,
    out: [
      '2 of 4 fixtures are not in the baseline and were not judged.',
      '1 fixtures of the baseline are gone.',
      /images\/a\.png\s+lost/,
      /images\/d\.png\s+new/,
    ],
  });
  const model = await onlyModel(workspace);
  assert.equal(model.verdict, 'warn');
  assert.deepEqual(reasonCodes(model), ['fixtures-new', 'fixtures-lost', 'same-model']);
  const changed = model.fixtures.find(({ name }) => name === 'images/b.png');
  assert.deepEqual(
    [changed?.status, changed?.reason],
    ['new', 'Its file is not the one that the baseline was made from.'],
  );
  assert.equal(model.predictions?.compared, 1);
  await workspace.write('images/e.png', 'garbage');
  assertEnded(await workspace.run('audit'), { code: 4, out: [/images\/e\.png\s+failed/] });
});
