import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { Store } from '../../src/map-cache/store.ts';
import { temporaryFolder } from '../support/tfjs-model.ts';

const schema = z.strictObject({ value: z.number() });
const body = (value: number) => JSON.stringify({ value });

test('an entry comes back as it was written, and nothing under another key', async t => {
  const folder = await temporaryFolder(t);
  const store = new Store({ folder, scopes: ['own'] });
  await store.write('a', body(1));
  assert.deepEqual(await store.read('a', schema), { value: 1 });
  assert.equal(await store.read('b', schema), undefined);
  assert.deepEqual(await readdir(join(folder, 'v1/own')), ['a.json']);
  assert.equal(store.damaged, 0);
});

test('what is not as it was written is none, whatever was done to it', async t => {
  const folder = await temporaryFolder(t);
  const store = new Store({ folder, scopes: ['own'] });
  await store.write('a', body(1));
  const path = join(folder, 'v1/own/a.json');
  const whole = await readFile(path, 'utf8');
  const digest = (text: string) => createHash('sha256').update(`a\n${text}`).digest('hex');
  const damages = {
    truncated: whole.slice(0, -3),
    empty: '',
    'another number': whole.replace('1}', '2}'),
    'of another form, with a digest': `${digest('{"other":1}')}\n{"other":1}`,
    'no JSON, with a digest': `${digest('{')}\n{`,
  };
  for (const [what, text] of Object.entries(damages)) {
    await writeFile(path, text);
    const before = store.damaged;
    assert.equal(await store.read('a', schema), undefined, what);
    assert.equal(store.damaged, before + 1, what);
  }
  await writeFile(path, whole);
  await copyFile(path, join(folder, 'v1/own/b.json'));
  assert.equal(await store.read('b', schema), undefined, 'under another name');
  await mkdir(join(folder, 'v1/own/c.json'));
  assert.equal(await store.read('c', schema), undefined, 'a folder');
});

test('one scope is read and written, others are read alone, and no other at all', async t => {
  const folder = await temporaryFolder(t);
  const base = new Store({ folder, scopes: ['base'] });
  const pull = new Store({ folder, scopes: ['pull-1', 'base'] });
  await base.write('a', body(1));
  await pull.write('b', body(2));
  assert.deepEqual([await pull.read('a', schema), await pull.read('b', schema)], [{ value: 1 }, { value: 2 }]);
  assert.equal(await base.read('b', schema), undefined);
  assert.equal(await new Store({ folder, scopes: ['pull-2', 'base'] }).read('b', schema), undefined);
  await writeFile(join(folder, 'v1/pull-1/a.json'), 'poison');
  assert.deepEqual(await pull.read('a', schema), { value: 1 }, 'a damaged one hides no sound one');
});

test('what was not used for longest goes when there is too much', async t => {
  const folder = await temporaryFolder(t);
  const store = new Store({ folder, scopes: ['own'], most: 200 });
  for (const key of ['a', 'b', 'c']) await store.write(key, body(1));
  const past = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  await utimes(join(folder, 'v1/own/a.json'), past(3), past(3));
  await utimes(join(folder, 'v1/own/b.json'), past(2), past(2));
  await utimes(join(folder, 'v1/own/c.json'), past(1), past(1));
  assert.deepEqual(await store.read('a', schema), { value: 1 });
  await store.trim();
  assert.deepEqual((await readdir(join(folder, 'v1/own'))).sort(), ['a.json', 'c.json']);
});

test('a folder that cannot be written is told, and read nevertheless', async t => {
  const folder = await temporaryFolder(t);
  const store = new Store({ folder, scopes: ['own', 'base'] });
  await new Store({ folder, scopes: ['base'] }).write('a', body(1));
  await writeFile(join(folder, 'v1/own'), 'in the way');
  await store.write('b', body(2));
  assert.match(store.refusal ?? '', /./);
  assert.deepEqual(await store.read('a', schema), { value: 1 });
  await store.trim();
});
