import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { describe, it, type TestContext } from 'node:test';
import { decodeRuns } from '../../src/config/_coco-runs.ts';
import { regionsSetting } from '../../src/config/_region-setting.ts';
import { locateRegions } from '../../src/config/regions.ts';
import type { RegionShape } from '../../src/regions/region.ts';
import { problem } from '../support/images.ts';
import { emptyWorkspace, type Workspace } from '../support/workspace.ts';

const coco = (annotations: readonly object[], names = ['a', 'b', 'c']) =>
  JSON.stringify({
    images: names.map((name, index) => ({ id: index + 1, file_name: `../images/${name}.jpg` })),
    annotations,
    categories: [
      { id: 1, name: 'cat' },
      { id: 2, name: 'dog' },
    ],
  });

const box = (image_id: number, category_id: number, ...bbox: number[]) => ({ id: 7, image_id, category_id, bbox });

/** Shapes of each fixture: a and b are cats, c has no class. */
async function located(
  { root }: Workspace,
  regions: readonly object[],
  names = ['images/a.jpg', 'images/b.jpg', 'images/c.jpg'],
): Promise<(readonly RegionShape[])[]> {
  const fixtures = names.map((name, index) => ({
    name,
    path: `${root}/${name}`,
    label: index < 2 ? 'cat' : undefined,
    tags: [],
    regions: [],
  }));
  const value = regionsSetting.parse(regions);
  const found = await locateRegions({ value, source: { base: root, workspace: root } }, fixtures, 'm');
  return found.fixtures.map(fixture => fixture.regions);
}

const shapesIn = async (t: TestContext, text: string, region: object = {}) => {
  const workspace = await emptyWorkspace(t);
  await workspace.write('notes/coco.json', text);
  return located(workspace, [{ from: 'notes/coco.json', ...region }]);
};

describe('a COCO file', () => {
  it("without a category: the fixture's own class where it has one, else everything", async t => {
    const annotations = [
      box(1, 1, 1, 2, 3, 4),
      box(1, 2, 5, 5, 5, 5),
      box(2, 2, 6, 6, 6, 6),
      box(3, 1, 7, 7, 7, 7),
      box(3, 2, 8, 8, 8, 8),
    ];
    assert.deepEqual(await shapesIn(t, coco(annotations)), [
      [{ region: 'object', boxes: [[1, 2, 3, 4]] }],
      [{ region: 'object', boxes: [[6, 6, 6, 6]] }],
      [
        {
          region: 'object',
          boxes: [
            [7, 7, 7, 7],
            [8, 8, 8, 8],
          ],
        },
      ],
    ]);
  });

  it('with a category: only that, and a fixture may be without', async t => {
    const annotations = [box(1, 1, 1, 2, 3, 4), box(1, 2, 5, 5, 5, 5), box(2, 1, 6, 6, 6, 6)];
    assert.deepEqual(await shapesIn(t, coco(annotations), { name: 'spot', category: 'dog' }), [
      [{ region: 'spot', boxes: [[5, 5, 5, 5]] }],
      [],
      [],
    ]);
  });

  it('a segmentation goes before its box: polygons, runs as numbers, runs as text; an empty one does not', async t => {
    const [polygon, bbox] = [
      [0, 0, 4, 0, 4, 4.5],
      [0, 0, 9, 9],
    ];
    const segmented = (segmentation: unknown) => ({ ...box(1, 1, ...bbox), segmentation });
    const all = await shapesIn(
      t,
      coco([
        segmented([polygon, polygon]),
        segmented({ size: [2, 3], counts: [1, 3, 2] }),
        segmented({ size: [2, 3], counts: '132' }),
        segmented([]),
        segmented(null),
      ]),
    );
    const runs = { width: 3, height: 2, lengths: [1, 3, 2] };
    assert.deepEqual(all[0], [
      { region: 'object', boxes: [bbox, bbox], polygons: [polygon, polygon], runs: [runs, runs] },
    ]);
  });

  it('passes on the size that the data set names', async t => {
    const text = JSON.parse(coco([box(1, 1, 1, 2, 3, 4)]));
    Object.assign(text.images[0], { width: 640, height: 480 });
    const [shapes] = await shapesIn(t, JSON.stringify(text));
    assert.deepEqual(shapes![0]!.size, { width: 640, height: 480 });
  });

  const mistakes: readonly (readonly [what: string, annotation: object, message: RegExp])[] = [
    ['a box of three numbers', box(1, 1, 1, 2, 3), /annotation 7: `bbox`: expected \[x, y, width, height\]/],
    ['a negative width', box(1, 1, 1, 2, -3, 4), /annotation 7: `bbox\.2`/],
    [
      'half a point',
      { ...box(1, 1), bbox: undefined, segmentation: [[1, 2, 3, 4, 5, 6, 7]] },
      /annotation 7: `segmentation/,
    ],
    ['two points', { ...box(1, 1), bbox: undefined, segmentation: [[1, 2, 3, 4]] }, /annotation 7: `segmentation/],
    ['no image', { category_id: 1 }, /annotation at index 0: `image_id`/],
    [
      'runs that do not fill',
      { ...box(1, 1), bbox: undefined, segmentation: { size: [2, 3], counts: [1, 3] } },
      /annotation 7: `segmentation`: expected run lengths that add up to 6 \(3 x 2 pixels\), got 4/,
    ],
    [
      'a run of less than nothing',
      { ...box(1, 1), bbox: undefined, segmentation: { size: [2, 3], counts: [7, -1] } },
      /whole run lengths/,
    ],
    [
      'a run of half a pixel',
      { ...box(1, 1), bbox: undefined, segmentation: { size: [2, 3], counts: [5.5, 0.5] } },
      /whole run lengths/,
    ],
    [
      'text that is none',
      { ...box(1, 1), bbox: undefined, segmentation: { size: [2, 3], counts: '1 3' } },
      /compressed text/,
    ],
    [
      'text that ends in a number',
      { ...box(1, 1), bbox: undefined, segmentation: { size: [2, 3], counts: '1o' } },
      /compressed text/,
    ],
    [
      'a number that never ends',
      { ...box(1, 1), bbox: undefined, segmentation: { size: [2, 3], counts: 'ooooooo0' } },
      /compressed text/,
    ],
    [
      'a mask of gigabytes',
      { ...box(1, 1), bbox: undefined, segmentation: { size: [60_000, 60_000], counts: [3_600_000_000] } },
      /at most 67108864 pixels, got 60000 x 60000/,
    ],
  ];
  for (const [what, annotation, message] of mistakes)
    it(`refuses ${what}, and names the annotation`, async t => {
      await assert.rejects(shapesIn(t, coco([annotation])), problem('config-invalid', message, /`from` of the region/));
    });

  it('refuses numbers that are not finite', async t => {
    const text = coco([box(1, 1, 1, 2, 3, 4)]).replace('[1,2,3,4]', '[1,2,3,1e999]');
    await assert.rejects(shapesIn(t, text), problem('config-invalid', /annotation 7: `bbox\.3`/));
  });

  it('refuses what is no COCO file, is missing, or is too much', async t => {
    await assert.rejects(shapesIn(t, '{'), problem('config-invalid', /is not JSON/));
    await assert.rejects(
      shapesIn(t, '{"images": []}'),
      problem('config-invalid', /is not a COCO annotation file: `annotations`/),
    );
    const workspace = await emptyWorkspace(t);
    await assert.rejects(
      located(workspace, [{ from: 'no.json' }]),
      problem('config-invalid', /no annotation file .*no\.json/),
    );
    const many = coco(Array.from({ length: 100_001 }, () => 0 as unknown as object));
    await assert.rejects(shapesIn(t, many), problem('config-invalid', /at most 100,000 annotations/));
    const crowd = coco(Array.from({ length: 1_001 }, () => box(1, 1, 0, 0, 1, 1)));
    await assert.rejects(shapesIn(t, crowd), problem('config-invalid', /at most 1000 shapes/));
  });

  it('refuses a category that it does not have', async t => {
    const wrong = shapesIn(t, coco([box(1, 1, 1, 2, 3, 4)]), { category: 'dgo' });
    await assert.rejects(wrong, problem('config-invalid', /no category `dgo`; expected one of cat, dog/));
  });

  it('refuses to be about none of the fixtures', async t => {
    const wrong = shapesIn(t, coco([box(1, 1, 1, 2, 3, 4)], ['x', 'y', 'z']));
    await assert.rejects(
      wrong,
      problem('config-invalid', /No fixture of model m has the region `object` of notes\/coco\.json/, /relative/),
    );
  });
});

describe("COCO's text of run lengths", () => {
  const lengthsOf = (height: number, width: number, counts: string) => {
    const runs = decodeRuns({ size: [height, width], counts });
    return typeof runs === 'string' ? runs : runs.lengths;
  };

  it('numbers below 16, above, and differences below zero', () => {
    assert.deepEqual(lengthsOf(2, 3, '122O'), [1, 2, 2, 1]);
    assert.deepEqual(lengthsOf(1, 43, 'Z11'), [42, 1]);
  });

  it('every mask comes back from what the published encoder makes of it', () => {
    for (const lengths of [
      [0, 20, 40, 10, 72, 6],
      [5, 1_000_000, 3, 2, 1_999_999],
      [1],
      [0, 1],
      [17, 16, 15, 1, 0, 31, 32, 33, 1023, 1024],
    ]) {
      const total = lengths.reduce((sum, length) => sum + length, 0);
      assert.deepEqual(lengthsOf(1, total, encoded(lengths)), lengths);
    }
  });
});

/** `rleToString` of cocodataset/cocoapi, common/maskApi.c, as it is there. */
function encoded(lengths: readonly number[]): string {
  let text = '';
  lengths.forEach((length, i) => {
    let x = i > 2 ? length - lengths[i - 2]! : length;
    for (let more = true; more; ) {
      let c = x & 0x1f;
      x >>= 5;
      more = c & 0x10 ? x !== -1 : x !== 0;
      if (more) c |= 0x20;
      text += String.fromCharCode(c + 48);
    }
  });
  return text;
}

describe('a folder of masks', () => {
  it("below it where the fixture lies, else in it, by the fixture's name with .png", async t => {
    const workspace = await emptyWorkspace(t);
    const first = await workspace.write('masks/images/a.png', 'x');
    await workspace.write('masks/a.png', 'x');
    const second = await workspace.write('masks/b.png', 'x');
    assert.deepEqual(await located(workspace, [{ name: 'mark', from: 'masks' }]), [
      [{ region: 'mark', mask: first }],
      [{ region: 'mark', mask: second }],
      [],
    ]);
  });

  it('without any mask, with a category, or with one mask for two fixtures it is a mistake', async t => {
    const workspace = await emptyWorkspace(t);
    await workspace.write('masks/other.png', 'x');
    await assert.rejects(located(workspace, [{ from: 'masks' }]), problem('config-invalid', /No fixture of model m/));
    await assert.rejects(
      located(workspace, [{ from: 'masks', category: 'cat' }]),
      problem('config-invalid', /has a `category`/),
    );
    await workspace.write('masks/a.png', 'x');
    const twice = located(workspace, [{ from: 'masks' }], ['one/a.jpg', 'two/a.jpg']);
    await assert.rejects(twice, problem('config-invalid', /mask of two fixtures: one\/a\.jpg and two\/a\.jpg/));
  });

  it('no mask leads out of the workspace, and neither does a source', async t => {
    const [workspace, elsewhere] = [await emptyWorkspace(t), await emptyWorkspace(t)];
    await workspace.write('masks/b.png', 'x');
    await symlink(await elsewhere.write('secret.png', 'x'), workspace.path('masks/a.png'));
    await assert.rejects(located(workspace, [{ from: 'masks' }]), problem('path-outside', /mask/));
    await symlink(elsewhere.root, workspace.path('out'));
    for (const from of ['../coco.json', elsewhere.root, 'out'])
      await assert.rejects(located(workspace, [{ from }]), problem('path-outside', /region object of model m/));
  });
});

it('two regions of one name are a mistake', async t => {
  const workspace = await emptyWorkspace(t);
  await workspace.write('masks/a.png', 'x');
  const twice = located(workspace, [{ from: 'masks' }, { name: 'object', from: 'masks' }]);
  await assert.rejects(twice, problem('config-invalid', /two regions named `object`/));
});
