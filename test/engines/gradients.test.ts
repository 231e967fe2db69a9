import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../support/dist.ts';

const inDist = (name: string) => readFileSync(join(root, 'dist', name), 'utf8');
const gradients = (text: string) => [...new Set(text.match(/\b\w+GradConfig\b/g))].sort();

test('dist registers every gradient that the package of the layers does, and has nothing else of it', () => {
  const layers = readFileSync(createRequire(import.meta.url).resolve('@tensorflow/tfjs-layers'), 'utf8');
  const expected = gradients(layers);
  assert.ok(expected.length > 90);
  assert.deepEqual(gradients(inDist('gradients.js')), expected);
  assert.doesNotMatch(inDist('tfjs.js'), /SymbolicTensor/);
  assert.doesNotMatch(inDist('THIRD-PARTY-NOTICES.txt'), /tfjs-layers/);
});
