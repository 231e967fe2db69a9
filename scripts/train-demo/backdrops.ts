import type { Random } from './random.ts';
import { side } from './scene.ts';

/** The colours of one picture: two neighbours for the backdrop, one that stands out for the object. */
export interface Palette {
  readonly ground: string;
  readonly pattern: string;
  readonly light: string;
  readonly base: string;
  readonly deep: string;
}

/** The object is bright on a dark backdrop and deep on a pale one; its hue is at least 70 degrees away. */
export function drawPalette(random: Random): Palette {
  const hue = random.below(360);
  const dark = random.chance(0.5);
  const saturation = random.between(24, 50);
  const lightness = dark ? random.between(20, 34) : random.between(74, 86);
  const step = random.between(6, 11) * (random.chance(0.5) ? 1 : -1);
  const objectHue = hue + 70 + random.below(221);
  const objectLightness = dark ? random.between(58, 68) : random.between(40, 50);
  const object = (shift: number) => hsl(objectHue, random.between(62, 84), objectLightness + shift);
  return {
    ground: hsl(hue, saturation, lightness),
    pattern: hsl(hue + random.between(-24, 24), saturation + 6, lightness + step),
    light: object(10),
    base: object(0),
    deep: object(-12),
  };
}

function hsl(hue: number, saturation: number, lightness: number): string {
  return `hsl(${Math.round(((hue % 360) + 360) % 360)},${Math.round(saturation)}%,${Math.round(lightness)}%)`;
}

/** A textured backdrop as SVG: a pattern in two neighbouring colours, soft light from one corner, a little grain. */
export function drawBackdrop(random: Random, palette: Palette): string {
  const pattern = random.pick(patterns)(random);
  return `<rect width="${side}" height="${side}" fill="${palette.ground}"/>
<g fill="${palette.pattern}" stroke="${palette.pattern}" stroke-width="0">${pattern}</g>
${softLight(random)}${grain(random)}`;
}

const patterns = [stripes, dots, blobs, hills, confetti, checks, clouds];

function stripes(random: Random): string {
  const pitch = random.between(9, 18);
  const lines = Array.from({ length: 20 }, (_, i) => `M${-side} ${((i - 10) * pitch).toFixed(2)}H${side}`).join('');
  return `<path d="${lines}" stroke-width="${(pitch / 2).toFixed(2)}" transform="${turned(random)}"/>`;
}

function dots(random: Random): string {
  const pitch = random.between(10, 17);
  const radius = (pitch * random.between(0.18, 0.32)).toFixed(2);
  return grid(
    pitch,
    (x, y, odd) => `<circle cx="${(x + (odd ? pitch / 2 : 0)).toFixed(2)}" cy="${y}" r="${radius}"/>`,
    random,
  );
}

function checks(random: Random): string {
  const pitch = random.between(10, 18);
  const tile = (x: number, y: number, odd: boolean) =>
    `<rect x="${(odd ? x + pitch : x).toFixed(2)}" y="${y}" width="${pitch}" height="${pitch}"/>`;
  return grid(pitch, (x, y, odd) => (Math.round(x / pitch) % 2 === 0 ? tile(x, y, odd) : ''), random);
}

function grid(pitch: number, cell: (x: number, y: number, odd: boolean) => string, random: Random): string {
  const half = Math.ceil((side * 0.75) / pitch);
  const cells: string[] = [];
  for (let row = -half; row <= half; row++) {
    for (let column = -half; column <= half; column++) {
      cells.push(cell(round(column * pitch), round(row * pitch), row % 2 !== 0));
    }
  }
  return `<g transform="${turned(random)}">${cells.join('')}</g>`;
}

function blobs(random: Random): string {
  return many(random.below(4) + 5, () => {
    const radius = random.between(7, 20);
    return `<circle cx="${random.between(0, side)}" cy="${random.between(0, side)}" r="${radius}" opacity="${random.between(0.5, 1)}"/>`;
  });
}

function hills(random: Random): string {
  const wave = random.between(14, 30);
  return many(5, i => {
    const y = round((i - 0.3) * random.between(17, 23));
    const path = `M${-side} ${y}${`q${wave / 2}-${wave / 2} ${wave} 0t${wave} 0`.repeat(8)}V${side * 2}H${-side}Z`;
    return `<path d="${path}" opacity="0.35" transform="translate(${random.between(-20, 20)})"/>`;
  });
}

/** Pebbles and chips, as in terrazzo: small shapes that are no object. */
function confetti(random: Random): string {
  return many(random.below(10) + 22, () => {
    const chip = `M0-${random.between(3, 7)}L${random.between(2, 6)} 1 ${random.between(-2, 2)} ${random.between(3, 6)}-${random.between(2, 6)} 0Z`;
    const at = `translate(${random.between(0, side)} ${random.between(0, side)}) rotate(${random.below(360)})`;
    return `<path d="${chip}" transform="${at}"/>`;
  });
}

function clouds(random: Random): string {
  const scale = random.between(0.03, 0.06);
  return `<filter id="clouds" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency="${scale}" numOctaves="3" seed="${random.below(9999)}"/><feColorMatrix values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 5 -2"/><feComposite operator="in" in="SourceGraphic"/></filter>
<rect width="${side}" height="${side}" filter="url(#clouds)"/>`;
}

function softLight(random: Random): string {
  const [x, y] = [random.below(2), random.below(2)];
  return `<linearGradient id="lit" x1="${x}" y1="${y}" x2="${1 - x}" y2="${1 - y}"><stop stop-color="#fff" stop-opacity=".2"/><stop offset=".5" stop-color="#888" stop-opacity="0"/><stop offset="1" stop-opacity=".2"/></linearGradient>
<rect width="${side}" height="${side}" fill="url(#lit)"/>`;
}

function grain(random: Random): string {
  return `<filter id="grain" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency="${random.between(0.25, 0.6)}" numOctaves="2" seed="${random.below(9999)}"/><feColorMatrix type="saturate" values="0"/></filter>
<rect width="${side}" height="${side}" filter="url(#grain)" opacity="${random.between(0.02, 0.09)}"/>`;
}

function turned(random: Random): string {
  return `translate(${side / 2} ${side / 2}) rotate(${random.below(180)})`;
}

function many(count: number, draw: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => draw(i)).join('');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
