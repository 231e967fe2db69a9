import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertEnded, onlyModel, project } from '../support/workspace.ts';

const images = {
  'images/day.png': [['red', 1, 1]],
  'images/night-1.png': [
    ['red', 0, 0],
    ['blue', 3, 3],
  ],
  'images/night-2.png': [
    ['red', 3, 0],
    ['blue', 0, 3],
  ],
} as const;

test('the worst tag has a line, and all of them a table', async t => {
  const tags = { night: ['images/night-*'], day: ['images/day.png'] };
  const after = { sees: ['blue', 'green', 'nothing'] } as const;
  const workspace = await project(t, { after, images, config: { tags } });
  const run = await workspace.run('audit');
  assert.match(run.stdout, /worst tag: (night|day), \d+\.\d % over \d fixture/);
  const { slices, fixtures } = await onlyModel(workspace);
  assert.deepEqual(slices?.map(({ by, name, fixtures: count }) => [by, name, count]).toSorted(), [
    ['tag', 'day', 1],
    ['tag', 'night', 2],
  ]);
  assert.deepEqual(
    fixtures.map(({ tags: own }) => own),
    [['day'], ['night'], ['night']],
  );
  assert.match(await workspace.read('camdrift-out/summary.md'), /^\| tag \| night \| \d+\.\d % \| 2 \| \d \|$/m);
});

test('a tag that matches no fixture is a mistake in the configuration', async t => {
  const workspace = await project(t, { images, config: { tags: { rain: ['images/rain-*'] } } });
  const run = await workspace.run('audit');
  assertEnded(run, { code: 3, err: ['Tag `rain`: no fixture of model tiny matches `images/rain-*`.'] });
});
