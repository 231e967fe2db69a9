import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Fixture } from '../../src/config/config.ts';
import { tagged } from '../../src/config/tags.ts';
import { problem } from '../support/images.ts';
import { emptyWorkspace } from '../support/workspace.ts';

const names = ['images/day-1.png', 'images/night-1.png', 'images/night-2.png'];

async function given(t: Parameters<typeof emptyWorkspace>[0]) {
  const { root, write } = await emptyWorkspace(t);
  for (const name of [...names, 'other/night-3.png']) await write(name, '');
  const fixtures = names.map(
    (name): Fixture => ({ name, path: join(root, name), label: undefined, tags: [], regions: [] }),
  );
  const tag = (value: Record<string, string[]>) => tagged(fixtures, { value, source: { base: root } }, 'shoes');
  return { fixtures, tag };
}

test('a fixture has every tag of which a glob matches it and none excludes it', async t => {
  const { fixtures, tag } = await given(t);
  const found = await tag({ night: ['**/night-*.png'], first: ['images/*-1.png', '!**/night*'], all: ['images'] });
  assert.deepEqual(
    found.map(({ name, tags }) => [name, tags]),
    [
      ['images/day-1.png', ['first', 'all']],
      ['images/night-1.png', ['night', 'all']],
      ['images/night-2.png', ['night', 'all']],
    ],
  );
  assert.equal(await tagged(fixtures, undefined, 'shoes'), fixtures);
});

test('a glob that matches files but no fixture of the model is a mistake', async t => {
  const { tag } = await given(t);
  await assert.rejects(
    tag({ night: ['images/night-*', 'other/*'] }),
    problem('config-invalid', /Tag `night`: no fixture of model shoes matches `other\/\*`/),
  );
});
