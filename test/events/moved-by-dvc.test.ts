import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConfig } from '../../src/config/read.ts';
import { movedByDvc } from '../../src/events/_moved-by-dvc.ts';
import { commitOf } from './_commit.ts';

const raw = parseConfig(
  JSON.stringify({
    models: [
      { name: 'locked', path: './models/locked.onnx' },
      { name: 'tracked', path: 'models/tracked.onnx' },
      { name: 'far', path: 'https://a.example/m.onnx', sha256: '0'.repeat(64) },
    ],
  }),
  'camdrift.yml',
);
const lock = (md5: string, path = 'ml/models/locked.onnx') =>
  `stages: { train: { outs: [{ path: ${path}, hash: md5, md5: ${md5.repeat(32)} }] } }`;
const pointer = (md5: string, path = '../ml/models/locked.onnx') =>
  `outs: [{ path: ${path}, hash: md5, md5: ${md5.repeat(32)} }]`;
const tracked = { 'ml/models/tracked.onnx': 'weights' };

type Files = Readonly<Record<string, string>>;
/** The models that a change from one commit to another moves, of the files that differ. */
async function moved(before: Files, head: Files, read: string[] = []) {
  const all = [...new Set([...Object.keys(before), ...Object.keys(head)])];
  const files = all
    .filter(path => before[path] !== head[path])
    .map(path => ({ path, status: path in before ? ('modified' as const) : ('added' as const) }));
  const sides = { before: commitOf({ ...tracked, ...before }, read), head: commitOf({ ...tracked, ...head }, read) };
  return [...(await movedByDvc(files, raw, path => `ml/${path}`, sides))].join();
}

test('a lock that names another content moves its model, and no model that Git holds', async () => {
  assert.equal(await moved({ 'dvc.lock': lock('a') }, { 'dvc.lock': lock('b') }), 'locked');
  assert.equal(
    await moved({ 'ml/dvc.lock': lock('a', 'models/locked.onnx') }, { 'ml/dvc.lock': lock('b', 'models/locked.onnx') }),
    'locked',
  );
  assert.equal(await moved({ 'dvc.lock': lock('a') }, { 'dvc.lock': `${lock('a')} # words` }), '');
});

test('a model that the lock no longer names, or names for the first time, is another one', async () => {
  assert.equal(await moved({ 'dvc.lock': lock('a') }, { 'dvc.lock': 'stages: {}' }), 'locked');
  assert.equal(await moved({ 'dvc.lock': 'stages: {}' }, { 'dvc.lock': lock('a') }), 'locked');
  assert.equal(await moved({ 'dvc.lock': lock('a') }, {}), 'locked', 'it went away');
});

test('of which nothing is said, in a commit or by a pointer that is found, it may be what a changed file tells of', async () => {
  assert.equal(
    await moved({ 'steps/dvc.lock': lock('a') }, { 'steps/dvc.lock': lock('b') }),
    'locked',
    'of another folder',
  );
  assert.equal(await moved({ 'steps/m.dvc': pointer('a') }, { 'steps/m.dvc': pointer('b') }), 'locked');
  assert.equal(await moved({ 'dvc.lock': lock('a') }, { 'dvc.lock': 'stages: [' }), 'locked', 'it cannot be read');
});

test('without a file of DVC in the change nothing is read', async () => {
  const read: string[] = [];
  assert.equal(await moved({ 'dvc.lock': lock('a'), 'a.md': '1' }, { 'dvc.lock': lock('a'), 'a.md': '2' }, read), '');
  assert.equal(await moved({ 'dvc.locked': '1', dvc: '1' }, { 'dvc.locked': '2', dvc: '2' }, read), '');
  assert.deepEqual(read, []);
});

test('a lock that is renamed is of DVC where it was', async () => {
  const files = [{ path: 'attic/lock', previous: 'dvc.lock', status: 'renamed' as const }];
  const sides = { before: commitOf({ 'dvc.lock': lock('a') }), head: commitOf({ 'attic/lock': lock('a') }) };
  assert.deepEqual([...(await movedByDvc(files, raw, path => `ml/${path}`, sides))], ['locked', 'tracked']);
});
