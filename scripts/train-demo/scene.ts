import sharp from 'sharp';
import { drawBackdrop, drawPalette, type Palette } from './backdrops.ts';
import { type Icon, icons } from './icons.ts';
import { Random } from './random.ts';

/** Width and height of every picture. */
export const side = 96;

/** One picture before it is painted: a backdrop, and one object somewhere on it. */
export interface Scene {
  /** Index into `icons`. */
  readonly label: number;
  readonly icon: Icon;
  readonly palette: Palette;
  readonly backdrop: string;
  /** Where the icon's middle lies, in pixels. */
  readonly middle: readonly [x: number, y: number];
  /** SVG transform that puts the icon in its place. */
  readonly place: string;
}

/** The scene of this number; classes take turns. The object's box covers about 10 to 25 % of the picture. */
export function drawScene(seed: number, index: number): Scene {
  const random = new Random(seed, index);
  const label = index % icons.length;
  const palette = drawPalette(random);
  const backdrop = drawBackdrop(random, palette);
  const scale = random.between(0.38, 0.47);
  const margin = 57 * scale + 2;
  const [x, y] = [random.between(margin, side - margin), random.between(margin, side - margin)];
  const mirror = random.chance(0.5) ? -scale : scale;
  const place = `translate(${x} ${y}) rotate(${random.between(-35, 35)}) scale(${mirror} ${scale})`;
  return { label, icon: icons[label]!, palette, backdrop, middle: [x, y], place };
}

/** The scene's backdrop alone; RGB bytes, row-major. */
export async function paintEmpty({ backdrop }: Scene): Promise<Uint8Array> {
  return sharp(page(backdrop)).removeAlpha().raw().toBuffer();
}

/** RGB bytes, row-major. */
export async function paint({ icon, palette, backdrop, place }: Scene): Promise<Uint8Array> {
  const details = icon.details.map(
    ({ path, tone }) => `<path d="${path}" fill="${tone === 'light' ? '#fff' : '#000'}" opacity=".42"/>`,
  );
  const svg =
    page(`<linearGradient id="paint" x1="0" y1="0" x2="0" y2="1"><stop stop-color="${palette.light}"/><stop offset=".55" stop-color="${palette.base}"/><stop offset="1" stop-color="${palette.deep}"/></linearGradient>
<filter id="soft" x="-.3" y="-.3" width="1.6" height="1.6"><feGaussianBlur stdDeviation="4"/></filter>
${backdrop}
<g transform="translate(1 2) ${place}" opacity=".4" filter="url(#soft)">${shape(icon, '#000')}</g>
<g transform="${place}">${shape(icon, 'url(#paint)')}${details.join('')}</g>`);
  return sharp(svg).removeAlpha().raw().toBuffer();
}

/** The smallest rectangle around the object, without its shadow: x, y, width, height in pixels. */
export async function objectBox({ icon, place }: Scene): Promise<[number, number, number, number]> {
  const alpha = await sharp(await paintMask({ icon, place }))
    .raw()
    .toBuffer();
  const [columns, rows] = [new Set<number>(), new Set<number>()];
  alpha.forEach((value, i) => {
    if (value < 128) return;
    columns.add(i % side);
    rows.add(Math.floor(i / side));
  });
  const [left, top] = [Math.min(...columns), Math.min(...rows)];
  return [left, top, Math.max(...columns) - left + 1, Math.max(...rows) - top + 1];
}

/** The object alone, without its shadow: a grey PNG, white where it is. */
export async function paintMask({ icon, place }: Pick<Scene, 'icon' | 'place'>): Promise<Buffer> {
  const svg = page(`<g transform="${place}">${shape(icon, '#fff')}</g>`);
  return sharp(svg).extractChannel('alpha').png().toBuffer();
}

function shape({ outline, roundness }: Icon, fill: string): string {
  return `<path d="${outline}" fill="${fill}" stroke="${fill}" stroke-width="${roundness}" stroke-linejoin="round"/>`;
}

function page(content: string): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}">${content}</svg>`);
}
