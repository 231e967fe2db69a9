import assert from 'node:assert/strict';
import { CamdriftError } from '../../src/errors.ts';
import '../support/stalls.ts';

const atStart = process.memoryUsage().rss;

/** It throws `claims-rejected` with those words, within 300 MB, and without a word that is too long to print. */
export async function assertRefused(action: () => unknown, words: RegExp): Promise<void> {
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
  const grown = process.resourceUsage().maxRSS * 1024 - atStart;
  assert.ok(grown < 300e6, `${grown / 1e6} MB more`);
}
