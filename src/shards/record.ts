import { z } from 'zod';
import { floatsToText, textToFloats } from '../core/float-text.ts';
import type { Explanation, Failure } from '../maps/explain.ts';

export type Outcome = Explanation | Failure;

const grid = { width: z.int().min(1).max(4096), height: z.int().min(1).max(4096) };
const unit = z.number().min(0).max(1);
const index = z.int().min(0);
const refused = z.strictObject({ refused: z.string().max(2000) });

/** Base64 of little-endian float32: they come back bit by bit. */
export const floats = z
  .string()
  .regex(/^[A-Za-z0-9+/]*={0,2}$/)
  .transform(textToFloats);

const map = z
  .strictObject({ ...grid, data: floats })
  .refine(({ width, height, data }) => data.length === width * height && data.every(Number.isFinite));

const heat = z.strictObject({ inside: unit, pointing: z.boolean() });
const region = z.strictObject({ area: unit, heat: heat.optional(), earlier: heat.optional() });
const probe = z.strictObject({
  moved: unit,
  onMark: unit.optional(),
  predicted: index,
  divergence: unit,
  map: map.optional(),
});

const explanation = z.strictObject({
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  classIndex: index,
  predicted: index,
  logits: floats,
  probabilities: floats,
  maps: z.record(z.string(), z.union([refused, map])),
  probes: z.record(z.string(), z.union([refused, probe])),
  regions: z.record(z.string(), region),
  ignored: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  value: z.number().optional(),
});

/** What was found of a fixture that could be read. */
export const explanationSchema = explanation.extend({ others: z.array(explanation).max(10_000).optional() });

const outcome = z.union([z.strictObject({ failed: z.string().max(4000) }), explanationSchema]);

/** What one machine found, as a file. It comes from elsewhere: a stranger's word until it is checked. */
export const recordSchema = z.strictObject({
  version: z.literal(1),
  tool: z.string().max(100),
  engine: z.strictObject({ name: z.string().max(100), version: z.string().max(200) }),
  shard: z.strictObject({ at: z.int().min(1).max(256), of: z.int().min(1).max(256) }),
  /** By the key of its task. */
  outcomes: z.record(z.string().regex(/^[0-9a-f]{64}$/), outcome),
});

export type ShardRecord = Omit<z.output<typeof recordSchema>, 'outcomes'> & {
  readonly outcomes: ReadonlyMap<string, Outcome>;
};

/** For `JSON.stringify`: arrays of numbers as text. */
export const bare = (_: string, value: unknown): unknown =>
  value instanceof Float32Array ? floatsToText(value) : value;

export function recordText({ outcomes, ...record }: ShardRecord): string {
  return `${JSON.stringify({ ...record, outcomes: Object.fromEntries(outcomes) }, bare)}\n`;
}

/** @throws SyntaxError, ZodError for what is no record */
export function recordFrom(text: string): ShardRecord {
  const { outcomes, ...record } = recordSchema.parse(JSON.parse(text));
  return { ...record, outcomes: new Map(Object.entries(outcomes) as [string, Outcome][]) };
}
