import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonPieces, Listed } from '../../src/core/json-pieces.ts';

const fixture = (name: string) => ({
  name,
  maps: { 'grad-cam': { drift: [0.1, 2e-7], gone: undefined } },
  tags: [],
  more: {},
});
const values: readonly unknown[] = [
  {
    version: 1,
    models: [{ name: 'a"\n\\b', fixtures: [fixture('a\u2028.png'), fixture('é😀\ud800')] }, { fixtures: [] }],
  },
  {},
  [],
  [[]],
  [undefined, null, Number.NaN, -0, 'a\nb', true],
  { a: undefined, 2: { b: undefined }, 1: [{}, [], { c: [undefined] }] },
  {
    models: [{ fixtures: new Listed(() => [fixture('a.png'), fixture('b.png')]) }, { fixtures: new Listed(() => []) }],
  },
  'text',
  3,
  null,
];

for (const indent of [0, 1, 2])
  for (const depth of [0, 1, 2, 3, 4, 9])
    test(`what stands in JSON indented by ${indent} is the same, opened to depth ${depth}`, () => {
      for (const value of values)
        assert.equal([...jsonPieces(value, indent, depth)].join(''), JSON.stringify(value, undefined, indent));
    });

test('no piece is longer than what is as deep as asked', () => {
  const value = { models: [{ fixtures: Array.from({ length: 500 }, (_, at) => fixture(`${at}.png`)) }] };
  const lengths = Array.from(jsonPieces(value, 2), piece => piece.length);
  assert.ok(lengths.length > 1000 && Math.max(...lengths) < 300, `${Math.max(...lengths)} characters`);
});
