import type { Heatmap } from '../core/heatmap.ts';
import type { Mask } from '../core/mask.ts';
import type { Colour, Raster } from '../core/raster.ts';

/**
 * An edit that should not matter to the class of a picture. Plain data: it travels to worker threads and its digest is
 * stored with baselines.
 */
export type Probe = Exclude<Edit, SwapEdit> & Named;

/** What is done to a picture. */
export type Edit =
  | MarkProbe
  | FrameProbe
  | BackgroundProbe
  | LightProbe
  | BlurProbe
  | BlocksProbe
  | CoverProbe
  | SwapEdit;

export interface Named {
  /** As in reports and results; unique within a model. */
  readonly name: string;
  /** Largest accepted extra movement of attention, candidate less baseline, 0 to 1. */
  readonly limit: number;
  /** Whether the team names it: its silence is a gap then, and else only told. */
  readonly asked: boolean;
  /** Whether the limit is camdrift's own, which grows with what the baseline itself moves; the team's does not. */
  readonly ownLimit: boolean;
}

export type Corner = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right';

/** Where a mark may lie: a corner, the middle of an edge, or the middle. */
export type Place = Corner | 'top' | 'bottom' | 'left' | 'right' | 'centre';

/** Something pasted: a watermark, a label of a scanner, a ruler. */
export interface MarkProbe {
  readonly kind: 'mark';
  /** What is pasted: the team's own picture, or the built-in labels (one of another colour per corner). */
  readonly mark: MarkPicture | 'built-in';
  readonly at: readonly Place[];
  /** Longer side of the mark in parts of the picture's shorter side, 0 to 1. */
  readonly size: number;
}

/** 8 bits per channel, red, green, blue, opacity; row-major. */
export interface MarkPicture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** A border all around. */
export interface FrameProbe {
  readonly kind: 'frame';
  /** One colour, or one per side from the top clockwise. */
  readonly colours: readonly Colour[];
  /** In parts of the picture's shorter side, 0 to 0.5. */
  readonly width: number;
}

/** All that is not the object, painted over. */
export interface BackgroundProbe {
  readonly kind: 'background';
  /** The region that stays as it is. A fixture without it says nothing. */
  readonly object: string;
  /** One colour, or one per quarter of the picture: top left, top right, bottom left, bottom right. */
  readonly colours: readonly Colour[];
}

/** Other light: every channel drawn towards mid-grey, then multiplied, and clipped to 0..255. */
export interface LightProbe {
  readonly kind: 'light';
  readonly gains: Colour;
  /** Of the distance from mid-grey, 1 unless said otherwise. */
  readonly contrast?: number;
}

/** Out of focus. */
export interface BlurProbe {
  readonly kind: 'blur';
  /** Standard deviation in parts of the picture's shorter side. */
  readonly radius: number;
}

/** As JPEG leaves it. */
export interface BlocksProbe {
  readonly kind: 'jpeg';
  /** 1 to 100. */
  readonly quality: number;
}

/** A part of the picture hidden. */
export interface CoverProbe {
  readonly kind: 'cover';
  readonly part: 'centre' | 'top' | 'bottom' | 'left' | 'right';
  /** Side of the square, or width of the strip, in parts of the picture's shorter side. */
  readonly size: number;
  readonly colour: Colour;
}

/** In the surroundings of another fixture, which whoever edits has to bring. */
export interface SwapEdit {
  readonly kind: 'swap';
  /** The region that stays as it is; without one it is all but a strip along the edges. */
  readonly object?: string;
  /** Width of that strip, in parts of the picture's shorter side, 0 to 0.5. */
  readonly edge: number;
}

export interface EditedPicture {
  readonly picture: Raster;
  /** Where something was put that no object is: heat there is suspect. Absent when the edit is everywhere. */
  readonly mark?: Mask;
}

/** What one model makes of an edited fixture, seen from the same model's map of the fixture itself. */
export interface ProbeSeen {
  /** Drift of the overlap (1 - SIM, total variation) between the two maps of the judged method, 0 to 1. */
  readonly moved: number;
  /** Share of the heat on the mark in the edited picture, 0 to 1, where the probe has a mark and the map has heat. */
  readonly onMark?: number;
  /** Class predicted for the edited picture. */
  readonly predicted: number;
  /** Jensen-Shannon divergence of the probabilities from those of the fixture, in bits, 0 to 1. */
  readonly divergence: number;
  /** The judged method's map of the edited fixture, for whoever draws it. It is not stored with baselines. */
  readonly map?: Heatmap;
}

/** Why a probe says nothing about a fixture. */
export interface ProbeRefusal {
  readonly refused: string;
}
