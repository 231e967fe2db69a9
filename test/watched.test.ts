import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConfig } from '../src/config/read.ts';
import { rulesOf } from '../src/watched.ts';

test('pictures that probes paste are among the files that judge a model; the built-in mark is none', () => {
  const probes = 'probes: [mark, {mark: logo.png, name: a}, {mark: built-in, name: b}, {brightness: 0.5}]';
  const raw = parseConfig(`models: [{name: x, path: x}, {name: y, path: y, probes: none}]\n${probes}`, 'f');
  const written = (path: string) => `ml/${path}`;
  assert.deepEqual(rulesOf(raw, 'x', written).marks, ['ml/logo.png']);
  assert.equal(rulesOf(raw, 'y', written).marks, undefined);
});
