/**
 * Cyan, magenta, yellow and black, 0 = no ink -> RGB, by Pillow's `convert('RGB')`: what black leaves of white, less the
 * same share of each ink, in whole numbers.
 */
export function fromCmyk(ink: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((ink.length / 4) * 3);
  for (let i = 0; i * 4 < ink.length; i++) {
    const light = 255 - ink[i * 4 + 3]!;
    for (let c = 0; c < 3; c++) rgb[i * 3 + c] = Math.max(0, light - share(ink[i * 4 + c]!, light));
  }
  return rgb;
}

/** a * b / 255, rounded; Pillow's `MULDIV255`. */
function share(a: number, b: number): number {
  const product = a * b + 128;
  return ((product >> 8) + product) >> 8;
}
