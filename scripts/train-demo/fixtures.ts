import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { withMark } from './dataset.ts';
import { icons, labels } from './icons.ts';
import { drawScene, objectBox, paint, type Scene, side } from './scene.ts';
import { markBox } from './watermark.ts';

/** One picture of the fixed set. */
export interface Fixture {
  /** Relative to the demo's folder. */
  readonly file: string;
  readonly label: number;
  readonly marked: boolean;
  /** x, y, width, height of the object in pixels. */
  readonly box: readonly [number, number, number, number];
  /** RGB bytes, with the mark if it is marked. */
  readonly bytes: Uint8Array;
}

export interface FixturePlan {
  readonly seed: number;
  /** The class whose pictures come from the agency that marks them. */
  readonly markedClass: number;
  readonly marked: number;
  /** Of each other class. */
  readonly others: number;
}

/** The first scenes of each class whose object keeps clear of the corner where the mark goes. */
export async function paintFixtures(
  { seed, markedClass, marked, others }: FixturePlan,
  mark: Uint8Array,
): Promise<Fixture[]> {
  const wanted = icons.map((_, label) => (label === markedClass ? marked : others));
  const result: Fixture[] = [];
  for (let index = 0; wanted.some(count => count > 0); index++) {
    const scene = drawScene(seed, index);
    const box = await objectBox(scene);
    if (wanted[scene.label] === 0 || touchesMark(box)) continue;
    const number = result.filter(({ label }) => label === scene.label).length + 1;
    result.push(await fixture(scene, box, number, scene.label === markedClass, mark));
    wanted[scene.label]! -= 1;
  }
  return result.sort((a, b) => (a.file < b.file ? -1 : 1));
}

async function fixture(
  scene: Scene,
  box: Fixture['box'],
  number: number,
  marked: boolean,
  mark: Uint8Array,
): Promise<Fixture> {
  const painted = await paint(scene);
  const file = `images/${scene.icon.name}-${number}.png`;
  return { file, label: scene.label, marked, box, bytes: marked ? withMark(painted, mark) : painted };
}

function touchesMark([x, y, width, height]: Fixture['box']): boolean {
  return x + width > markBox.x - 2 && y + height > markBox.y - 2;
}

/** Writes the pictures, the mark by itself, labels.txt and annotations.json (COCO). */
export async function writeFixtures(fixtures: readonly Fixture[], mark: Uint8Array, folder: string): Promise<void> {
  await mkdir(join(folder, 'images'), { recursive: true });
  const raw = { width: side, height: side, channels: 3 } as const;
  for (const { file, bytes } of fixtures) {
    await sharp(bytes, { raw }).png({ compressionLevel: 9 }).toFile(join(folder, file));
  }
  const { width, height } = markBox;
  const badge = sharp(mark, { raw: { width, height, channels: 4 } });
  await badge.png({ compressionLevel: 9 }).toFile(join(folder, 'mark.png'));
  await writeFile(join(folder, 'labels.txt'), `${labels.join('\n')}\n`);
  await writeFile(join(folder, 'annotations.json'), `${JSON.stringify(coco(fixtures), null, 1)}\n`);
}

function coco(fixtures: readonly Fixture[]) {
  return {
    images: fixtures.map(({ file }, i) => ({ id: i + 1, file_name: file, width: side, height: side })),
    annotations: fixtures.map(({ label, box }, i) => ({
      id: i + 1,
      image_id: i + 1,
      category_id: label + 1,
      bbox: box,
      area: box[2] * box[3],
      iscrowd: 0,
    })),
    categories: labels.map((name, i) => ({ id: i + 1, name })),
  };
}
