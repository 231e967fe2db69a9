import assert from 'node:assert/strict';
import { test } from 'node:test';
import { regionsSeen } from '../../src/regions/see.ts';

const map = (...data: number[]) => ({ width: 2, height: 2, data: Float32Array.from(data) });
const region = (name: string, ...data: number[]) => ({
  region: name,
  mask: { width: 2, height: 2, data: Uint8Array.from(data) },
});
const left = region('left', 1, 0, 1, 0);

test('the share of the heat, and where the hottest pixel is; negative evidence is none', () => {
  assert.deepEqual(regionsSeen(map(1, 4, 3, -8), [left, region('corner', 0, 1, 0, 0)]), {
    left: { area: 0.5, heat: { inside: 0.5, pointing: false } },
    corner: { area: 0.25, heat: { inside: 0.5, pointing: true } },
  });
});

test('the earlier map is seen under the same regions', () => {
  const seen = regionsSeen(map(0, 1, 0, 0), [left], map(3, 1, 0, 0));
  assert.deepEqual(seen, {
    left: { area: 0.5, heat: { inside: 0, pointing: false }, earlier: { inside: 0.75, pointing: true } },
  });
});

test('a region without heat to tell has its area alone', () => {
  const bare = { left: { area: 0.5 } };
  assert.deepEqual(regionsSeen(map(0, -1, 0, 0), [left]), bare);
  assert.deepEqual(regionsSeen({ refused: 'no' }, [left]), bare);
  assert.deepEqual(regionsSeen(map(1, 1, 1, 1), [left], { refused: 'no' }), {
    left: { area: 0.5, heat: { inside: 0.5, pointing: true } },
  });
  assert.deepEqual(regionsSeen(map(1, 1, 1, 1), [region('unseen', 0, 0, 0, 0)]), { unseen: { area: 0 } });
});
