import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { test } from 'node:test';
import { mutatedBytes, withChecks } from '../../scripts/fuzz/bytes.ts';
import { chooser } from '../../scripts/fuzz/random.ts';
import { mutatedTree } from '../../scripts/fuzz/tree.ts';
import { CamdriftError } from '../../src/errors.ts';
import { startExplainer } from '../../src/explainer/separate-explainer.ts';
import { root } from '../support/dist.ts';
import '../support/stalls.ts';

const corpus = join(root, 'fixtures/fuzz');
const message = { name: 'a', list: [1, 2, { deep: ['x', 'y'] }], big: 5n, bytes: Uint8Array.of(1, 2, 3), yes: true };

test('the same seed makes the same inputs, another one others, and what it starts from stays as it was', () => {
  const kept = structuredClone(message);
  const trees = (seed: number) => Array.from({ length: 50 }, (_, at) => mutatedTree(message, chooser(seed, 'x', at)));
  const bytes = (seed: number) =>
    Array.from({ length: 50 }, (_, at) =>
      String(mutatedBytes(Buffer.from('some bytes of a file'), chooser(seed, 'x', at))),
    );
  assert.deepEqual(trees(1), trees(1));
  assert.notDeepEqual(trees(1), trees(2));
  assert.deepEqual(bytes(1), bytes(1));
  assert.notDeepEqual(bytes(1), bytes(2));
  assert.ok(new Set(bytes(1)).size > 40);
  assert.deepEqual(message, kept);
});

test('checks of a PNG are those of its bytes', () => {
  const chunk = Buffer.from('0000000d49484452000000010000000108060000001f15c489', 'hex');
  const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk]);
  const broken = Buffer.from(png);
  broken.writeUInt32BE(7, broken.length - 4);
  assert.deepEqual(withChecks(broken), png);
});

for (const name of readdirSync(corpus))
  test(`${name}, which once had no end, is refused in words`, async () => {
    await using explainer = await startExplainer('wasm');
    const deadline = { at: performance.now() + 60_000, words: 'a minute' };
    await assert.rejects(explainer.layers(join(corpus, name), {}, deadline), (error: unknown) => {
      assert.ok(error instanceof CamdriftError);
      assert.match(error.code, /^model-(unreadable|unsupported)$/, error.message);
      return true;
    });
  });
