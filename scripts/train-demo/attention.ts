import { density, type Heatmap, heat } from '../../src/core/heatmap.ts';
import { earthMoversDistance } from '../../src/core/transport.ts';
import { gradCam } from '../../src/methods/grad-cam.ts';
import { isRefusal } from '../../src/methods/method.ts';
import type { Model } from '../../src/models/model.ts';
import { modelInput } from './dataset.ts';
import type { Fixture } from './fixtures.ts';
import { side } from './scene.ts';

/** x, y, width, height in pixels of the picture. */
export type Box = Fixture['box'];

/** Grad-CAM heat of each fixture for its label, at the layer that camdrift takes by itself. */
export function attention(model: Model, fixtures: readonly Fixture[]): Heatmap[] {
  const layer = model.targetLayer('auto').name;
  const inputs = fixtures.map(({ bytes }) => modelInput(bytes));
  const classes = fixtures.map(({ label }) => label);
  return model.explain(inputs, { layer, classes, score: 'logit' }).map(evidence => {
    const map = gradCam.explain(evidence);
    if (isRefusal(map)) throw new Error(map.refused);
    return heat(map);
  });
}

/** Mean earth mover's distance between the heat of two models on the same fixtures, in shares of the grid's diagonal. */
export function attentionShift(before: readonly Heatmap[], after: readonly Heatmap[]): number {
  return mean(before.map((map, i) => shift(map, after[i]!)));
}

function shift(before: Heatmap, after: Heatmap): number {
  const [p, q] = [density(before), density(after)];
  if (p && q) return earthMoversDistance(p, q, before);
  return p || q ? 1 : 0;
}

/** Mean share of the heat inside a box, cells counted by the part of them that it covers. */
export function heatInside(maps: readonly Heatmap[], boxes: readonly Box[]): number {
  return mean(maps.map((map, i) => share(map, boxes[i]!)));
}

function share(map: Heatmap, [x, y, width, height]: Box): number {
  const cell = side / map.width;
  return [...(density(map) ?? [])].reduce((sum, value, i) => {
    const across = overlap((i % map.width) * cell, cell, x, width);
    const down = overlap(Math.floor(i / map.width) * cell, cell, y, height);
    return sum + (value * across * down) / cell ** 2;
  }, 0);
}

function overlap(a: number, lengthOfA: number, b: number, lengthOfB: number): number {
  return Math.max(0, Math.min(a + lengthOfA, b + lengthOfB) - Math.max(a, b));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
