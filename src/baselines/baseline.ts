import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Heatmap } from '../core/heatmap.ts';
import type { Ignored } from '../images/load.ts';
import { type WeightSketch, weightSketchSchema } from '../lineage/sketch.ts';
import type { Refusal } from '../methods/method.ts';
import type { ProbeRefusal, ProbeSeen } from '../probes/probe.ts';
import type { RegionSeen } from '../regions/region.ts';

const grid = { width: z.int().min(1).max(4096), height: z.int().min(1).max(4096) };
const unit = z.number().min(0).max(1);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Where maps come from: all that must be equal, or be told, when they are compared with other maps. */
export const provenanceSchema = z.strictObject({
  model: z.strictObject({ path: z.string(), format: z.string(), digest: sha256 }),
  layer: z.strictObject({ name: z.string(), ...grid }),
  methods: z.array(z.string()).min(1),
  score: z.enum(['logit', 'probability']),
  preprocess: z.strictObject({
    scale: z.number(),
    mean: z.array(z.number()),
    std: z.array(z.number()),
    order: z.enum(['rgb', 'bgr']),
  }),
  fit: z.enum(['fill', 'cover', 'contain', 'middle']),
  pixels: z
    .strictObject({
      orientation: z.enum(['ignore', 'apply']),
      colour: z.enum(['as-stored', 'srgb']),
      resample: z.enum(['nearest', 'bilinear', 'bicubic', 'area', 'lanczos']),
      antialias: z.boolean(),
      resizeTo: z.union([z.number(), z.string()]).optional(),
      crop: z.number().optional(),
    })
    .describe('How pictures were read and resized; absent in what was made before they were read as Pillow reads them.')
    .optional(),
  input: z.strictObject({ ...grid, channels: z.int() }),
  classes: z.int().min(1),
  task: z
    .enum(['multi-label', 'regression'])
    .describe('What the answers are; absent where they are one class of several.')
    .optional(),
  output: z.string().describe('Which output was explained, where one was named.').optional(),
  signature: z.string().describe('Which signature of a SavedModel was explained, where one was named.').optional(),
  inputs: z
    .record(z.string(), z.union([z.number(), sha256]))
    .describe('What the inputs beside the picture were given: a number, or the SHA-256 of a file.')
    .optional(),
  engine: z.strictObject({ name: z.string(), version: z.string() }),
  tool: z.string(),
  probes: z
    .array(z.strictObject({ name: z.string(), digest: sha256 }))
    .describe('What the fixtures were edited with; absent when no probes were asked for.')
    .optional(),
});

export type Provenance = z.infer<typeof provenanceSchema>;

const provenanceOnly = z.object(provenanceSchema.shape);

/** Just the provenance of something that carries more. */
export const provenanceOf = (maps: Provenance): Provenance => provenanceOnly.parse(maps);

/**
 * A digest of all that decides the maps, for telling records of one making from another's. The engine and the tool are left
 * out: they agree to far less than any threshold, and colleagues may have different ones.
 */
export function makingDigest(maps: Provenance): string {
  const { engine: _, tool: __, model, ...rest } = provenanceOf(maps);
  return createHash('sha256')
    .update(JSON.stringify([model.digest, rest]))
    .digest('hex');
}

/** What one model saw in one fixture, as far as a comparison needs it. */
export interface Seen {
  /** SHA-256 of the fixture's file. */
  readonly digest: string;
  /** The class explained. */
  readonly classIndex: number;
  readonly predicted: number;
  readonly probabilities: Float32Array;
  /** Of a regression: the answer. */
  readonly value?: number;
  /** Raw signed maps on the layer's own grid, or why there is none. */
  readonly maps: Readonly<Record<string, Heatmap | Refusal>>;
  /** Per probe: what an edit of the fixture does to the map of the judged method. */
  readonly probes?: Readonly<Record<string, ProbeSeen | ProbeRefusal>>;
  /** Per region: how much of the judged map's heat lies there. Not stored: shapes change, and maps do not. */
  readonly regions?: Readonly<Record<string, RegionSeen>>;
  /** What the fixture's file says of its picture, and was not followed. Not stored. */
  readonly ignored?: Ignored;
}

/** The maps of one model version, with their provenance. */
export interface Baseline extends Provenance {
  /** Tells how a later model descends from this one. It decides no map; baselines of earlier versions have none. */
  readonly weights?: WeightSketch | undefined;
  /** Class names that the model's file carries, when it was explained just now: they are not stored, and decide no map. */
  readonly labels?: readonly string[];
  /** By fixture name. */
  readonly seen: ReadonlyMap<string, Seen>;
}

/** One manifest for the folder, and one record per fixture, so that parallel pull requests merge. */
export const manifestSchema = z.strictObject({
  version: z.literal(1),
  ...provenanceSchema.shape,
  weights: weightSketchSchema.optional(),
});

const base64Floats = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);

/** Float32 values are base64 of their little-endian bytes: they come back bit by bit. */
export const recordSchema = z.strictObject({
  version: z.literal(1),
  fixture: z.string(),
  digest: sha256,
  /** `makingDigest` of the manifest it belongs to: a record that was left behind shows. */
  made: sha256,
  class: z.int().min(0),
  predicted: z.int().min(0),
  /** The five likeliest classes in plain numbers, for people who read the change. */
  top: z.array(z.strictObject({ class: z.int(), probability: z.number() })),
  probabilities: base64Floats,
  value: z.number().optional(),
  maps: z.record(
    z.string(),
    z.union([z.strictObject({ ...grid, data: base64Floats }), z.strictObject({ refused: z.string() })]),
  ),
  probes: z
    .record(
      z.string(),
      z.union([
        z.strictObject({ moved: unit, onMark: unit.optional(), predicted: z.int().min(0), divergence: unit }),
        z.strictObject({ refused: z.string() }),
      ]),
    )
    .optional(),
});

export type BaselineRecord = z.infer<typeof recordSchema>;
