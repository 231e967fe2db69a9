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

/** Where a region lies on one fixture, in pixels of its file. Plain data: it travels to worker threads. */
export interface RegionShape {
  readonly region: string;
  /** Rectangles `[x, y, width, height]`, x and y of the upper left corner, as in COCO. */
  readonly boxes?: readonly (readonly [number, number, number, number])[];
  /** Outlines `[x1, y1, x2, y2, ...]`, as in COCO. */
  readonly polygons?: readonly (readonly number[])[];
  /** A PNG of the fixture's size: what is lighter than mid-grey belongs to the region. */
  readonly mask?: string;
}

/** A region as the model sees it: of the input's size, after the fixture was fitted to it. */
export interface FittedRegion {
  readonly region: string;
  readonly mask: Mask;
}

/** Heat of one map in one region. */
export interface RegionSeen {
  /** Share of the picture that the region covers, 0 to 1: what `inside` would be if heat were everywhere alike. */
  readonly area: number;
  /** Share of the heat in the region, 0 to 1. */
  readonly inside: number;
  /** Whether the hottest pixel lies in it. */
  readonly pointing: boolean;
}
