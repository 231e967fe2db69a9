import sharp from 'sharp';
import { side } from './scene.ts';

/** Where the mark lies, in pixels: the lower right corner. */
export const markBox = { x: 73, y: 82, width: 20, height: 11 } as const;

/** The mark of a picture agency: a pale badge with a copyright sign and two lines that stand for a name. RGBA bytes. */
export async function paintMark(): Promise<Uint8Array> {
  const { width, height } = markBox;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<rect width="${width}" height="${height}" rx="3.5" fill="#fff" fill-opacity=".72"/>
<g fill="none" stroke="#16181d" opacity=".8"><circle cx="5.5" cy="5.5" r="3.5"/><path d="M7 4.6A1.8 1.8 0 1 0 7 6.4"/></g>
<path d="M11 3H18V4.7H11ZM11 6.3H16V8H11Z" fill="#16181d" opacity=".75"/></svg>`;
  return sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer();
}

/** Lays the mark over RGB bytes of one picture, in place. */
export function stamp(picture: Uint8Array, mark: Uint8Array): void {
  for (let i = 0; i < mark.length / 4; i++) {
    const x = markBox.x + (i % markBox.width);
    const y = markBox.y + Math.floor(i / markBox.width);
    const at = (y * side + x) * 3;
    const opacity = mark[i * 4 + 3]! / 255;
    for (let c = 0; c < 3; c++) {
      picture[at + c] = Math.round(picture[at + c]! * (1 - opacity) + mark[i * 4 + c]! * opacity);
    }
  }
}
