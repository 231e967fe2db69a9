import type { Grid } from '../core/heatmap.ts';
import type { Mask } from '../core/mask.ts';

/** A kind of place on the fixtures (the object, a watermark), and the rules for heat there. */
export interface Region {
  /** As in reports and results; unique within a model. */
  readonly name: string;
  readonly rules: readonly RegionRule[];
}

/** `inside >= 0.5`: a rule on the mean over the fixtures that have the region. Needs no baseline. */
export interface RegionRule {
  /**
   * `inside`: share of the heat in the region. `outside`: share elsewhere. `pointing`: share of the fixtures whose hottest
   * pixel lies in the region.
   */
  readonly of: 'inside' | 'outside' | 'pointing';
  readonly at: 'least' | 'most';
  /** 0 to 1. */
  readonly limit: number;
}

/** Places on one fixture, in pixels of the picture as it is read (turned only with `orientation: apply`): their union. */
export interface Shapes {
  /** Rectangles `[x, y, width, height]`, x and y of the upper left corner, as in COCO. */
  readonly boxes?: readonly (readonly [number, number, number, number])[];
  /** Outlines `[x1, y1, x2, y2, ...]`, as in COCO. */
  readonly polygons?: readonly (readonly number[])[];
  readonly runs?: readonly Runs[];
  /** A PNG of the fixture's size: what is lighter than mid-grey belongs to the region. */
  readonly mask?: string;
  /** Size of the picture that all these count in, where the data set says it. */
  readonly size?: Grid;
}

/** A mask as run lengths, column by column from the left, each downwards, what lies outside first; they fill the grid. */
export interface Runs extends Grid {
  readonly lengths: readonly number[];
}

/** Where a region lies on one fixture. Plain data: it travels to worker threads. */
export interface RegionShape extends Shapes {
  readonly region: string;
}

/** A region as the model sees it: of the input's size, after the fixture was fitted to it. */
export interface FittedRegion {
  readonly region: string;
  readonly mask: Mask;
}

/** Heat of one map in one region. */
export interface RegionHeat {
  /** Share of the heat in the region, 0 to 1. */
  readonly inside: number;
  /** Whether the hottest pixel lies in it. */
  readonly pointing: boolean;
}

/** What the maps of one fixture show of one region. */
export interface RegionSeen {
  /**
   * Share of the picture that the region covers, 0 to 1: what `inside` would be if heat were everywhere alike. 0 where the
   * model sees nothing of it: it was cut off, or is smaller than half a pixel of the input.
   */
  readonly area: number;
  /** Absent when the map has no heat, and when the model sees nothing of the region. */
  readonly heat?: RegionHeat;
  /** The same of the baseline's map, under the same shapes. */
  readonly earlier?: RegionHeat;
}
