import assert from 'node:assert/strict';
import { it } from 'node:test';
import { plain } from '../../src/core/raster.ts';
import { edit } from '../../src/probes/edit.ts';
import { stock } from '../../src/probes/stock.ts';

const region = { region: 'object', mask: { width: 32, height: 32, data: new Uint8Array(1024).fill(1, 400, 500) } };

it('every edit of the stock has a name and words of its own, and changes a picture', () => {
  const edits = stock('object');
  const [names, words] = [edits.map(({ name }) => name), edits.map(each => each.words)];
  assert.equal(new Set(names).size, edits.length);
  assert.equal(new Set(words).size, edits.length);
  for (const size of [16, 32, 224]) {
    const picture = plain(size, size, [90, 120, 150]);
    picture.data.set([250, 10, 60], 3 * (size * 5 + 7));
    const mask = { width: size, height: size, data: new Uint8Array(size * size).fill(1, 0, size) };
    for (const each of edits) {
      const found = edit(each, picture, [{ ...region, mask }]);
      assert.ok(!('refused' in found), each.name);
      assert.notDeepEqual(found.picture.data, picture.data, `${each.name} at ${size}`);
    }
  }
});

it('without regions nothing is known to be background, and that is not edited', () => {
  assert.ok(stock('object').some(({ kind }) => kind === 'background'));
  assert.ok(stock(undefined).every(({ kind }) => kind !== 'background'));
});
