import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { loadFixture } from '../../src/images/load.ts';
import { usualPixels } from '../../src/images/pixels.ts';
import { presets } from '../../src/images/preprocess.ts';
import { pictured } from '../regions/_pictures.ts';
import { problem } from '../support/images.ts';
import { emptyWorkspace } from '../support/workspace.ts';
import { npy } from '../support/workspace-npy.ts';

const recipe = { preprocess: presets.raw, fit: 'fill' } as const;
const input = { width: 4, height: 4, channels: 3 };

test('regions count in the picture as it is read: turned when that is asked for, else as stored', async t => {
  const turned = { ...recipe, pixels: { ...usualPixels, orientation: 'apply' } } as const;
  const workspace = await emptyWorkspace(t);
  const grey = sharp({ create: { width: 8, height: 4, channels: 3, background: '#808080' } });
  const path = await workspace.write('turned.jpg', await grey.jpeg().withMetadata({ orientation: 6 }).toBuffer());
  const boxes = [[0, 6, 4, 2]] as const;
  const shapes = { region: 'object', boxes, size: { width: 4, height: 8 } };
  const { regions } = await loadFixture(path, input, turned, [shapes]);
  assert.deepEqual(pictured(regions[0]!.mask), ['....', '....', '....', '####']);
  const stored = loadFixture(path, input, turned, [{ ...shapes, size: { width: 8, height: 4 } }]);
  await assert.rejects(stored, problem('fixture-unreadable', /has 8 x 4 pixels; .* 4 x 8\. .*EXIF/));
  await assert.rejects(loadFixture(path, input, recipe, [shapes]), problem('fixture-unreadable', /EXIF/));
});

test("regions of an array count in the array's own pixels, whatever the fit", async t => {
  const workspace = await emptyWorkspace(t);
  const path = await workspace.write('array.npy', npy([4, 4, 3], new Float32Array(48)));
  const shapes = [{ region: 'object', boxes: [[1, 0, 2, 3]] as const }];
  for (const fit of ['fill', 'cover', 'contain'] as const) {
    const { regions, picture } = await loadFixture(path, input, { ...recipe, fit }, shapes);
    assert.equal(picture, undefined);
    assert.deepEqual(pictured(regions[0]!.mask), ['.##.', '.##.', '.##.', '....']);
  }
});
