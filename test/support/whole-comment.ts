import assert from 'node:assert/strict';

/** Nothing of a comment is cut through: what opens is closed, every row of a table has as many cells as the others. */
export function assertWhole(body: string): void {
  assert.equal(body.match(/<details>/g)?.length, body.match(/<\/details>/g)?.length, 'details are closed');
  for (const [block] of body.matchAll(/^\|.*(?:\n\|.*)*/gm)) {
    const counts = block.split('\n').map(row => row.match(/(?<!\\)\|/g)?.length);
    assert.equal(new Set(counts).size, 1, block);
    assert.ok(counts.length > 2, 'no table without rows');
  }
  assert.doesNotMatch(body, /undefined|NaN|\[object/);
}
