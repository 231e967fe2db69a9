import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseBounded } from '../../src/artifacts/_bounded-json.ts';
import { quoted } from '../../src/artifacts/_rejection.ts';
import { CamdriftError } from '../../src/errors.ts';

const parse = (text: string): unknown => parseBounded(Buffer.from(text), 'x.json');

const refused = (text: string, message: string) =>
  assert.throws(
    () => parse(text),
    error => {
      assert.ok(error instanceof CamdriftError && error.code === 'claims-rejected');
      assert.equal(error.message, message);
      return true;
    },
  );

const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const list = (elements: number) => `[${Array(elements).fill('1').join()}]`;
const keys = (count: number) => `{${Array.from({ length: count }, (_, at) => `"${at}":1`).join()}}`;
const tooMany = 'x.json has an array of more than 5000 elements or an object of more than 64 keys.';

test('16 levels are read, and one more is not, of arrays, objects or both', () => {
  assert.deepEqual(JSON.stringify(parse(nested(16))), nested(16));
  refused(nested(17), 'x.json has more than 16 levels.');
  const mixed = (levels: number) => `${'[{"a":'.repeat(levels / 2)}1${'}]'.repeat(levels / 2)}`;
  parse(mixed(16));
  refused(mixed(18), 'x.json has more than 16 levels.');
});

test('levels that were closed count no more', () => {
  assert.equal((parse(`[${Array(40).fill(nested(15)).join()}]`) as unknown[]).length, 40);
});

test('5,000 elements are read, and one more is not', () => {
  assert.equal((parse(list(5000)) as unknown[]).length, 5000);
  refused(list(5001), tooMany);
});

test('64 keys are read, and one more is not', () => {
  assert.equal(Object.keys(parse(keys(64)) as object).length, 64);
  refused(keys(65), tooMany);
});

test('elements and keys are counted for each array and object by itself', () => {
  assert.equal((parse(`[${Array(200).fill(keys(64)).join()}]`) as unknown[]).length, 200);
  assert.equal((parse(`[${list(5000)},${list(5000)}]`) as unknown[]).length, 2);
  refused(`{"a":[${keys(64)},${keys(65)}]}`, tooMany);
  refused(`[${keys(2)},${list(4999)},${Array(5000).fill('1').join()}]`, tooMany);
});

test('brackets and commas inside of strings are letters', () => {
  const text = JSON.stringify({ a: ','.repeat(1999), b: '['.repeat(20), c: '\\"' });
  assert.equal(JSON.stringify(parse(text)), text);
});

test('2,000 characters of a string are read, escapes as they are written', () => {
  assert.equal((parse(`"${'\\n'.repeat(1000)}"`) as string).length, 1000);
  refused(`"${'\\n'.repeat(1000)}x"`, 'x.json has a string of more than 2000 characters.');
  assert.equal((parse(`"${'x'.repeat(2000)}"`) as string).length, 2000);
  refused(`"${'x'.repeat(2001)}"`, 'x.json has a string of more than 2000 characters.');
});

test('five million bytes are read, and one more is not', () => {
  assert.equal(parse(`${' '.repeat(4_999_999)}7`), 7);
  refused(`${' '.repeat(5_000_000)}7`, 'x.json has 5000001 bytes; at most 5000000 are read.');
});

test('what is no JSON is told in the words of the parser, and those are bounded', () => {
  assert.throws(() => parse('{"a": 1,}'), /^CamdriftError: x\.json is not JSON: `.+`\.$/);
  assert.throws(() => parse(''), /^CamdriftError: x\.json is not JSON: `.+`\.$/);
  assert.throws(
    () => parse('`\n'.repeat(900)),
    (error: Error) => error.message.length < 260 && !/[\n]/.test(error.message),
  );
});

test('a stranger’s words are quoted on one line, without marks of their own, and 200 letters of them at most', () => {
  for (const [text, expected] of [
    ['', '``'],
    ['hat', '`hat`'],
    ['a`b', "`a'b`"],
    ['a\nb', '`a b`'],
    ['\u001b[31mred\u202e', '`\uFFFD[31mred\uFFFD`'],
    ['x'.repeat(200), `\`${'x'.repeat(200)}\``],
    ['x'.repeat(201), `\`${'x'.repeat(200)}...\``],
    [`${'x'.repeat(199)}😀`, `\`${'x'.repeat(199)}...\``],
    [`${'x'.repeat(198)}😀y`, `\`${'x'.repeat(198)}😀...\``],
  ] as const)
    assert.equal(quoted(text), expected);
});
