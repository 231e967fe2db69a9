import { z } from 'zod';
import { provenanceSchema } from '../baselines/baseline.ts';

/** The versioned result of an audit: what `results.json` holds and every report is made from. */
const unit = z.number().min(0).max(1);
const classSchema = z.strictObject({
  index: z.int().min(0),
  label: z.string().optional(),
  probability: z.number().describe('What this model gives the class.').optional(),
});

const mapDrift = z.union([
  z.strictObject({
    drift: z.record(z.string(), unit).describe('Per metric: 0 = identical, 1 = as different as the metric can say.'),
    centre: z
      .strictObject({ dx: z.number(), dy: z.number(), towards: z.string().optional() })
      .describe('Move of the centre of the heat, in cells; x to the right, y downwards.')
      .optional(),
    empty: z.enum(['both', 'baseline', 'candidate']).describe('Which map has no positive heat.').optional(),
  }),
  z.strictObject({ refused: z.string().describe('Why there is no map of this method.') }),
]);

const side = z.strictObject({ predicted: classSchema, explained: classSchema });

const fixtureSchema = z.strictObject({
  name: z.string(),
  digest: z.string().optional(),
  status: z
    .enum(['new', 'steady', 'moved', 'lost', 'failed'])
    .describe(
      'new: not in the baseline. lost: only in the baseline. moved: past the threshold by itself. failed: unreadable.',
    ),
  reason: z.string().describe('Why a fixture is new or failed, when there is more to say.').optional(),
  truth: z.string().describe('True class, by name.').optional(),
  baseline: side.optional(),
  candidate: side.optional(),
  flipped: z.boolean().describe('Whether the predicted class differs.').optional(),
  divergence: unit.describe('Jensen-Shannon divergence of the probabilities, in bits.').optional(),
  maps: z.record(z.string(), mapDrift).optional(),
  montage: z.string().describe('Picture of the fixture, relative to the results file.').optional(),
});

export const verdicts = ['pass', 'warn', 'incomplete', 'fail'] as const;
const verdict = z.enum(verdicts);

const reason = z.strictObject({
  level: verdict.describe('What this reason alone would make the verdict.'),
  code: z.string(),
  message: z.string(),
});

const summary = z.strictObject({ mean: unit, p90: unit, max: unit });

const modelSchema = z.strictObject({
  name: z.string(),
  path: z.string(),
  verdict,
  reasons: z.array(reason),
  error: z
    .strictObject({ code: z.string(), message: z.string(), remedy: z.string(), exitCode: z.int() })
    .describe('What kept this model from being audited.')
    .optional(),
  candidate: provenanceSchema.optional(),
  baseline: z.strictObject({ ...provenanceSchema.shape, source: z.enum(['stored', 'recomputed']) }).optional(),
  judged: z.strictObject({ method: z.string(), thresholds: z.record(z.string(), unit) }).optional(),
  drift: z
    .record(z.string(), z.record(z.string(), summary))
    .describe('Per method and metric, over the fixtures that were compared.')
    .optional(),
  predictions: z
    .strictObject({
      compared: z.int(),
      flipped: z.int(),
      divergence: z.strictObject({ mean: unit, max: unit }).optional(),
      accuracy: z.strictObject({ labelled: z.int(), baseline: unit, candidate: unit }).optional(),
    })
    .optional(),
  fixtures: z.array(fixtureSchema),
});

export const resultsSchema = z.strictObject({
  version: z.literal(1),
  tool: z.string(),
  engine: z.strictObject({ name: z.string(), version: z.string() }),
  verdict,
  models: z.array(modelSchema),
  times: z
    .strictObject({ started: z.iso.datetime(), seconds: z.number() })
    .describe('The only part that differs between two runs on the same input.'),
});

export type Results = z.infer<typeof resultsSchema>;
export type ModelResult = Results['models'][number];
export type FixtureResult = ModelResult['fixtures'][number];
export type Verdict = Results['verdict'];
export type Reason = ModelResult['reasons'][number];

/** The worst of several verdicts: fail, else incomplete, else warn, else pass. */
export function worst(found: readonly Verdict[]): Verdict {
  return found.reduce<Verdict>((sum, each) => (verdicts.indexOf(each) > verdicts.indexOf(sum) ? each : sum), 'pass');
}
