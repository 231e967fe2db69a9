import { diagonal, type Grid, type Heatmap } from '../core/heatmap.ts';
import { densities } from './_densities.ts';
import { percent } from './_readings.ts';
import type { DriftMetric } from './metric.ts';

/**
 * Distance between the centres of mass, in units of the grid diagonal (Ghorbani et al., AAAI 2019).
 *
 * Never more than the exact earth mover's distance; 0 for heat that spreads or splits evenly. On a grid of one cell: 0.
 */
export const centreShift: DriftMetric = {
  name: 'centre-shift',
  title: 'Centre shift',
  meaning: 'How far the centre of the heat moved, in per cent of the diagonal of the map.',
  drift(baseline, candidate) {
    const { dx, dy } = centreMove(baseline, candidate);
    const unit = diagonal(baseline);
    return unit === 0 ? 0 : Math.min(1, Math.hypot(dx, dy) / unit);
  },
  reading: drift => percent(drift, 1),
};

/** Where the centre of mass went: in cells, x to the right, y down; `towards` is undefined when it stayed. */
export interface CentreMove {
  readonly dx: number;
  readonly dy: number;
  readonly towards: Direction | undefined;
}

/** Clockwise from the right, an eighth of a turn apart; y points down. */
const directions = ['right', 'down-right', 'down', 'down-left', 'left', 'up-left', 'up', 'up-right'] as const;

export type Direction = (typeof directions)[number];

/** Moves shorter than this, in cells, have no direction to speak of. */
const standstill = 0.01;

export function centreMove(baseline: Heatmap, candidate: Heatmap): CentreMove {
  const pair = densities(baseline, candidate);
  const from = centreOf(pair.baseline, pair.grid);
  const to = centreOf(pair.candidate, pair.grid);
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  return { dx, dy, towards: Math.hypot(dx, dy) < standstill ? undefined : directionOf(dx, dy) };
}

function centreOf(heat: Float64Array, { width }: Grid): { x: number; y: number } {
  let x = 0;
  let y = 0;
  for (const [cell, share] of heat.entries()) {
    x += share * (cell % width);
    y += share * Math.floor(cell / width);
  }
  return { x, y };
}

function directionOf(dx: number, dy: number): Direction {
  const eighths = Math.round(Math.atan2(dy, dx) / (Math.PI / 4));
  return directions[(eighths + 8) % 8]!;
}
