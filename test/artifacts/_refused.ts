import assert from 'node:assert/strict';
import { CamdriftError } from '../../src/errors.ts';

const atStart = process.memoryUsage().rss;

/** It throws `claims-rejected` with those words, within 2 s and 300 MB, and without a word that is too long to print. */
export async function assertRefused(action: () => unknown, words: RegExp): Promise<void> {
  const started = performance.now();
  const error = await Promise.resolve()
    .then(action)
    .then(
      () => assert.fail(`It was accepted; expected ${words}`),
      (thrown: unknown) => thrown,
    );
  assert.ok(error instanceof CamdriftError, String(error));
  assert.equal(error.code, 'claims-rejected');
  assert.match(error.message, words);
  assert.ok(error.message.length < 800, `${error.message.length} characters`);
  assert.match(error.message, /^[^\p{Cc}\p{Cf}]*$/u, 'printable');
  assert.ok(performance.now() - started < 2000, `${performance.now() - started} ms`);
  const grown = process.resourceUsage().maxRSS * 1024 - atStart;
  assert.ok(grown < 300e6, `${grown / 1e6} MB more`);
}
