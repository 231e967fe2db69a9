import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../support/dist.ts';

/** What the types know and the oldest Node that package.json names (20.12) has not, with the one that has. */
const younger: Readonly<Record<string, RegExp>> = {
  'Atomics.pause, fs.globSync, 22': /\bAtomics\.pause\b|\bglobSync\b/,
  'zlib.crc32, 20.15': /\bcrc32\b/,
  'Object.groupBy, 21': /\b(Object|Map)\.groupBy\b/,
  'Promise.withResolvers, Array.fromAsync, 22': /\bPromise\.withResolvers\b|\bArray\.fromAsync\b/,
  'iterator helpers, 22':
    /\.(values|keys|entries)\(\)\.(map|filter|some|every|find|flatMap|take|drop|reduce|toArray)\(/,
  'set methods, 22': /\.(isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/,
  'float16, Promise.try, RegExp.escape, Error.isError, 24':
    /\bf16round\b|\bFloat16Array\b|\bPromise\.try\b|\bRegExp\.escape\b|\bError\.isError\b/,
  'base64 of bytes, 25': /\b(fromBase64|toBase64)\b/,
};

test('the source uses nothing that the oldest Node it is said for does not have', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const read = files.filter(file => file.endsWith('.ts') && !file.startsWith('report-page'));
  assert.ok(read.length > 500, `${read.length} files`);
  const found = read.flatMap(file => {
    const text = readFileSync(join(root, 'src', file), 'utf8').replaceAll(/^\s*(\/?\*|\/\/).*$/gm, '');
    return Object.entries(younger).flatMap(([what, pattern]) => (pattern.test(text) ? [`${file}: ${what}`] : []));
  });
  assert.deepEqual(found, []);
});
