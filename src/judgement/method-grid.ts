/**
 * How far honest retrains drift by a method on a layer, in parts of Grad-CAM's drift on the last one, whose limits are written:
 * the middle, as a ratio, of what was measured on three families (docs/method-and-grid.md). On the last layer all methods lie
 * within 0.7 to 1; before it the grid is finer, class-weighted methods drift up to 2.7 times as far and others less.
 */
const drifts: Readonly<Record<string, readonly [last: number, twiceAsFine: number, fourTimes: number]>> = {
  cam: [1, 1, 1],
  'grad-cam': [1, 1.75, 2.6],
  'grad-cam++': [0.73, 0.57, 0.6],
  'hires-cam': [1, 1.37, 1.15],
  'layer-cam': [0.75, 0.84, 0.8],
  'xgrad-cam': [1, 1.43, 1.95],
  'eigen-cam': [0.72, 0.76, 0.68],
};

/**
 * What a limit of camdrift's own on the attention shift is multiplied with.
 * @param finer cells of the explained layer for each of the last one's, along a side; 1 and more
 */
export function driftScale(method: string, finer: number): number {
  const steps = Math.max(0, Math.min(2, Math.round(Math.log2(finer))));
  return drifts[method]?.[steps] ?? 1;
}
