import { z } from 'zod';
import { weightSketchSchema } from '../lineage/sketch.ts';
import { type TargetLayer, taskKinds } from '../models/model.ts';

const text = z.string().max(10_000);
const size = z
  .int()
  .min(1)
  .max(2 ** 24);
const grid = { width: size, height: size };
const layer = {
  name: text,
  operation: text,
  channels: size,
  ...grid,
  reason: text,
  beside: z.array(text).optional(),
  finer: z.number().positive().optional(),
} satisfies Readonly<Record<keyof TargetLayer, z.ZodType>>;

/** What is known of a model once it is loaded, as an entry of the cache. */
export const factsSchema = z.strictObject({
  format: text,
  input: z.strictObject({ ...grid, channels: size }),
  classes: size,
  task: z.strictObject({ kind: z.enum(taskKinds), from: z.enum(['said', 'graph', 'assumed']) }),
  takes: z
    .strictObject({
      kind: z.enum(['bytes', 'rescaled', 'normalised']),
      node: text.optional(),
      becomes: z.tuple([z.number(), z.number()]).readonly().optional(),
    })
    .optional(),
  labels: z.array(text).optional(),
  layer: z.strictObject(layer),
  sketch: weightSketchSchema.optional(),
  fallback: z.strictObject({ name: text, version: text, why: text }).optional(),
});
