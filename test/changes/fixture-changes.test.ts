import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtureChanges, fixturesAmong } from '../../src/changes/fixture-changes.ts';
import { rulesOf } from '../../src/changes/rules.ts';

const told = (was: Readonly<Record<string, string>>, is: Readonly<Record<string, string>>) => {
  const { touched, gone } = fixtureChanges(new Map(Object.entries(was)), new Map(Object.entries(is)));
  return [Object.fromEntries(touched), gone];
};

test('by content: what moved, was copied or stayed is untouched', () => {
  assert.deepEqual(told({ a: '1', b: '2' }, { a: '1', b: '2' }), [{}, []]);
  assert.deepEqual(told({ a: '1', b: '2' }, { c: '1', b: '2', d: '2' }), [{}, []]);
  assert.deepEqual(told({ a: '1', b: '2' }, { a: '2', b: '1' }), [{}, []], 'exchanged');
});

test('added, edited, gone', () => {
  assert.deepEqual(told({ a: '1' }, { a: '1', b: '2' }), [{ b: 'added' }, []]);
  assert.deepEqual(told({ a: '1', b: '2' }, { a: '3', b: '2' }), [{ a: 'edited' }, []]);
  assert.deepEqual(told({ a: '1', b: '2' }, { b: '2' }), [{}, ['a']]);
  assert.deepEqual(told({ a: '1', b: '1' }, { b: '1' }), [{}, []], 'a copy less is no fixture less');
  assert.deepEqual(told({}, { a: '1' }), [{ a: 'added' }, []]);
});

test('fixtures of a commit are the images that its own globs name, less what camdrift wrote', () => {
  const raw = { models: [{ name: 'm', path: 'm' }], fixtures: ['images/**', '!images/no/**'] };
  const entries = new Map(
    ['images/a.png', 'images/no/b.png', 'images/c.txt', 'images/out/d.webp', 'other/e.png'].map(path => [
      path,
      { kind: 'file', sha: path },
    ]),
  );
  entries.set('images/sub.png', { kind: 'submodule', sha: 's' });
  const found = fixturesAmong(
    entries,
    rulesOf(raw, 'm', path => path),
    ['images/out'],
  );
  assert.deepEqual([...found], [['images/a.png', 'images/a.png']]);
});
