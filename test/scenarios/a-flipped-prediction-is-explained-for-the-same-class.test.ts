import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertEnded, onlyModel, project } from '../support/workspace.ts';

test('the baseline decides which class both sides explain', async t => {
  const workspace = await project(t, {
    after: { sees: ['blue', 'green', 'red'] },
    config: { labels: ['cat', 'dog', 'cow'] },
  });
  assertEnded(await workspace.run('audit'), {
    code: 1,
    out: [
      'the predicted class flipped on 3 of 3 fixtures (images/a.png, images/b.png, images/c.png)',
      /cat \d+ % -> cow \d+ %/,
    ],
  });
  const model = await onlyModel(workspace);
  assert.equal(model.predictions?.flipped, 3);
  for (const { baseline, candidate, flipped } of model.fixtures) {
    assert.equal(flipped, true);
    assert.equal(baseline?.explained.index, candidate?.explained.index);
    assert.notEqual(baseline?.predicted.index, candidate?.predicted.index);
    assert.deepEqual(candidate?.explained.label, 'cat');
  }
});

test('a class that the candidate lost cannot be compared', async t => {
  const workspace = await project(t, {
    before: { sees: ['green', 'blue', 'red'] },
    after: { sees: ['green', 'blue'] },
  });
  assertEnded(await workspace.run('audit'), {
    code: 2,
    out: ["can be compared. The class it explains (2) is not among the candidate's 2."],
  });
});
