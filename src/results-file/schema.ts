import { z } from 'zod';
import { provenanceSchema } from '../baselines/baseline.ts';
import { lineageKinds } from '../lineage/lineage.ts';
import { levels, verdicts } from '../results/verdict.ts';
import { changeSchema } from './_change-schema.ts';
import { fixtureSchema } from './_fixture-schema.ts';
import {
  intervalSchema,
  pinnedSchema,
  policySchema,
  probeSummary,
  regionSummary,
  repairSchema,
  sanityCheck,
  scoreSchema,
  sliceSchema,
  summary,
  versionSchema,
} from './_judged-schema.ts';
import { flipSchema, sweepSchema } from './_sweep-schema.ts';

const unit = z.number().min(0).max(1);

const verdict = z.enum(verdicts);

const reason = z.strictObject({
  level: z.enum(levels).describe('What this reason alone would make the verdict.'),
  code: z.string(),
  message: z.string(),
});

const modelSchema = z.strictObject({
  name: z.string(),
  path: z.string(),
  verdict,
  reasons: z.array(reason),
  error: z
    .strictObject({ code: z.string(), message: z.string(), remedy: z.string(), exitCode: z.int() })
    .describe('What kept this model from being audited.')
    .optional(),
  pair: z
    .strictObject({
      code: z.string().regex(/^[0-9a-f]{16}$/),
      named: z.array(z.string()).describe('Probes and regions that must be accepted by name.'),
    })
    .describe('What there is to accept: both models and the reasons that failed, as one code.')
    .optional(),
  accepted: z
    .strictObject({
      ...{ by: z.string(), why: z.string(), url: z.string(), named: z.array(z.string()) },
      file: z.string().describe('Where the base branch has it, when a file accepts it and no comment.').optional(),
    })
    .describe('Who accepted what failed, with which words, and where. The reasons stay.')
    .optional(),
  candidate: provenanceSchema.optional(),
  baseline: z.strictObject({ ...provenanceSchema.shape, source: z.enum(['stored', 'recomputed']) }).optional(),
  judged: policySchema.optional(),
  score: scoreSchema.optional(),
  probes: z.array(probeSummary).optional(),
  regions: z.array(regionSummary).optional(),
  intervals: z.array(intervalSchema).describe('How sure each judged mean is, over pictures like these.').optional(),
  slices: z.array(sliceSchema).describe('Drift per class and per tag, worst first.').optional(),
  lineage: z
    .strictObject({
      kind: z.enum(lineageKinds),
      words: z.string().max(500).describe('What the weights show.'),
      source: z.enum(['detected', 'configured']),
    })
    .describe('How the candidate descends from the baseline.')
    .optional(),
  history: z.array(versionSchema).describe('Accepted versions of it, oldest first, where any are stored.').optional(),
  repair: repairSchema.describe('What it mends that the version before had got wrong.').optional(),
  sweep: sweepSchema.optional(),
  flips: z
    .array(flipSchema)
    .describe('Pictures whose answer an edit or a probe changes, for those that stand out.')
    .optional(),
  sanity: z.array(sanityCheck).describe('Whether the explanation itself is sound.').optional(),
  pinned: pinnedSchema.describe('Drift from a golden release, which small accepted drifts add up to.').optional(),
  drift: z
    .record(z.string(), z.record(z.string(), summary))
    .describe('Per method and metric, over the fixtures that were compared.')
    .optional(),
  predictions: z
    .strictObject({
      compared: z.int(),
      flipped: z.int(),
      divergence: z.strictObject({ mean: unit, max: unit }).optional(),
      change: z
        .strictObject({ mean: z.number().min(0), max: z.number().min(0), before: z.number(), after: z.number() })
        .describe('Of a regression: how far the answers changed, and their means before and after, in their own unit.')
        .optional(),
      accuracy: z.strictObject({ labelled: z.int(), baseline: unit, candidate: unit }).optional(),
    })
    .optional(),
  fixtures: z.array(fixtureSchema),
});

const digits = z.string().regex(/^[0-9a-f]{16}$/);

/** The versioned result of an audit: what `results.json` holds and every report is made from. */
export const resultsSchema = z.strictObject({
  version: z.literal(1),
  tool: z.string(),
  engine: z.strictObject({ name: z.string(), version: z.string() }),
  verdict,
  models: z.array(modelSchema),
  change: changeSchema.optional(),
  legs: z
    .int()
    .min(2)
    .max(256)
    .describe('Jobs of a matrix that judge: whoever publishes them waits for all.')
    .optional(),
  job: z
    .strictObject({ id: digits, group: digits })
    .describe('Which job has judged: `group` is the same for all legs of its matrix.')
    .optional(),
  times: z
    .strictObject({ started: z.iso.datetime(), seconds: z.number() })
    .describe('The only part that differs between two runs on the same input.'),
});

/** A result as `results.json` has it. */
export type WrittenResults = z.infer<typeof resultsSchema>;
export type WrittenModel = WrittenResults['models'][number];
export type WrittenFixture = WrittenModel['fixtures'][number];
