import { z } from 'zod';
import { lineageKinds } from '../lineage/lineage.ts';

/** What a verdict rests on, in `results.json`: how a model is judged, and the figures that were. */
const unit = z.number().min(0).max(1);

const regionRule = z.strictObject({
  of: z.enum(['inside', 'outside', 'pointing']),
  at: z.enum(['least', 'most']),
  limit: unit,
});

const probeMean = z.strictObject({ moved: unit, onMark: unit.optional(), flipped: z.int().min(0), divergence: unit });

export const summary = z.strictObject({ mean: unit, p90: unit, max: unit });

/** How a model is judged: enough to judge the same numbers again. */
export const policySchema = z.strictObject({
  method: z.string().describe('The method whose drift is judged; the others are shown.'),
  thresholds: z.record(z.string(), unit).describe('Largest accepted mean drift per metric.'),
  divergence: unit.describe('Largest accepted mean divergence of the probabilities, in bits.').optional(),
  answer: z
    .number()
    .gt(0)
    .describe('Largest accepted mean change of the answer of a regression, in its own unit.')
    .optional(),
  requiredDivergence: z
    .literal(true)
    .describe('The team wrote the limit of the divergence: where none can be had, the verdict is incomplete.')
    .optional(),
  limits: z
    .enum(['uncalibrated', 'configured'])
    .describe("Whether the limits are camdrift's own for this lineage, or the team's.")
    .optional(),
  lineage: z.enum(lineageKinds).describe('Whose limits and accepted models judge; absent when unknown.').optional(),
  finer: z
    .number()
    .positive()
    .describe(
      "Cells of the judged maps for each cell of the model's last layer, along a side; absent when it is that layer.",
    )
    .optional(),
  probes: z.record(z.string(), unit).describe('Largest accepted extra movement per probe.').optional(),
  requiredProbes: z
    .array(z.string())
    .describe('Probes that the team asked for: one that says nothing leaves the verdict incomplete.')
    .optional(),
  scaledProbes: z
    .array(z.string())
    .describe("Probes with camdrift's own limit: 0.4 of what moves in the baseline is accepted where that is more.")
    .optional(),
  regions: z.record(z.string(), z.array(regionRule)).optional(),
  accuracy: z
    .strictObject({ class: unit.optional(), overall: unit.optional() })
    .describe("The team's own limits: shares of labelled fixtures that may be lost, of any class or tag and of all.")
    .optional(),
  baseline: z.literal('none').describe('No baseline was asked for: drift is not judged.').optional(),
  calibration: z
    .strictObject({
      scores: z
        .array(z.number().min(0))
        .describe('Scores of the accepted models of this lineage: of drift, or of the whole.'),
      whole: z
        .literal(true)
        .describe("Whether the scores have the probes with camdrift's own limits in them, which then judge these too.")
        .optional(),
      probes: z
        .record(z.string(), z.array(z.strictObject({ ratio: z.number().min(0), pulled: z.number().min(-1).max(1) })))
        .describe('What each of these probes does to the accepted models that tell of it.')
        .optional(),
      rate: z.number().gt(0).lt(1).describe('Chosen rate of false alarms.'),
      otherBaselines: z.int().min(0).describe('How many of them were audited against another baseline.').optional(),
    })
    .optional(),
});

export const scoreSchema = z
  .strictObject({
    value: z.number().min(0).describe('Largest ratio of a drift signal to its limit.'),
    signal: z.string().describe('The signal that has it.'),
    p: unit
      .describe('Share of accepted models, this one among them, that score as high; only when calibrated.')
      .optional(),
    accepted: z.int().min(0).describe('Number of accepted models it was compared with.').optional(),
  })
  .describe('One number for all that may drift: above 1, or rare among accepted models, is a regression.');

export const versionSchema = z.strictObject({
  name: z.string().max(1024),
  shift: unit.describe('Mean attention shift from the version that it was compared with.'),
  lineage: z.enum(lineageKinds),
  place: z
    .enum(['before', 'beside'])
    .describe('Whether it is one of those that led to this baseline, or another accepted model.'),
});

export const probeSummary = z.strictObject({
  name: z.string(),
  fixtures: z.int().min(0).describe('How many fixtures it speaks for.'),
  candidate: probeMean,
  baseline: probeMean.optional(),
  added: z.number().min(-1).max(1).describe('Mean movement of the candidate less that of the baseline.').optional(),
  limit: unit.describe('What adds more is worth a word.'),
  beyond: unit.describe('What adds more fails, where that is not the limit itself.').optional(),
  beyondUpTo: unit.describe('How high that may be (95 %), as it is estimated from these fixtures.').optional(),
  flippedAlone: z
    .strictObject({ candidate: z.int().min(0), baseline: z.int().min(0) })
    .describe('On how many fixtures the edit changes the answer of one side alone.')
    .optional(),
  pull: z
    .strictObject({ class: z.string(), candidate: z.int().min(0), baseline: z.int().min(0) })
    .describe('The class that the edit turns most more fixtures into than in the baseline, and how many on each side.')
    .optional(),
  unjudged: z.string().describe('Why it is shown and not judged.').optional(),
  worst: z.string().describe('The fixture that added most.').optional(),
  picture: z.string().describe('Picture of that pair, relative to the results file.').optional(),
  narrow: z.string().describe('The same for narrow screens, of those that are shown first.').optional(),
});

export const regionSummary = z.strictObject({
  name: z.string(),
  fixtures: z.int().min(0),
  area: unit,
  candidate: z.strictObject({ inside: unit, pointing: unit }),
  baseline: z.strictObject({ inside: unit, pointing: unit }).optional(),
});

export const intervalSchema = z.strictObject({
  of: z.enum(['drift', 'divergence', 'answer', 'probe', 'region']),
  name: z.string().describe('Of the metric, probe or region; of answers as `of`.'),
  fixtures: z.int().min(1),
  mean: z.number(),
  low: z.number().describe('Lower end of the 95 % confidence interval of the mean (bootstrap over fixtures).'),
  high: z.number(),
  sees: z
    .number()
    .min(0)
    .describe('The smallest difference from a limit that so many fixtures show in four of five draws.'),
});

export const sliceSchema = z.strictObject({
  by: z.enum(['class', 'tag']),
  name: z.string(),
  fixtures: z.int().min(1),
  drift: unit.describe('Mean headline drift of the judged method.'),
  flipped: z.int().min(0),
});

export const repairSchema = z.strictObject({
  drift: z
    .enum(['within', 'excused', 'held'])
    .describe(
      'What becomes of attention that moved: within its limit, not failed for the repair, or failed as `repairs: fail` says.',
    ),
  rules: z.array(
    z.strictObject({ region: z.string(), rule: regionRule, before: unit, now: unit, fixtures: z.int().min(1) }),
  ),
  closer: z
    .array(
      z.strictObject({
        title: z.string().describe('Where the reference lies.'),
        kind: z.enum(['pinned', 'stored']),
        fixtures: z.int().min(1),
        before: unit.describe('Mean attention shift from it.'),
        now: unit,
      }),
    )
    .describe('References that the version before had drifted away from.'),
});

export const sanityCheck = z.strictObject({
  check: z.string(),
  outcome: z.enum(['ok', 'trips', 'not-run']),
  message: z.string(),
});

export const pinnedSchema = z.strictObject({
  title: z.string().describe('Where the pinned reference lies.'),
  fixtures: z.int().min(1).describe('How many fixtures both explain for the same class.'),
  drift: z.record(z.string(), summary).describe('Per metric, of the judged method.'),
  limits: z.record(z.string(), unit).describe('Largest accepted mean per metric, and `divergence` in bits.'),
  flipped: z.int().min(0),
  divergence: unit.describe('Mean Jensen-Shannon divergence of the probabilities, in bits.').optional(),
});
