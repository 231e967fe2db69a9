import { z } from 'zod';
import { provenanceSchema } from '../baselines/baseline.ts';
import { lineageKinds } from '../lineage/lineage.ts';
import {
  pinnedSchema,
  policySchema,
  probeSummary,
  regionSummary,
  sanityCheck,
  scoreSchema,
  sliceSchema,
  summary,
} from './_judged-schema.ts';

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
    empty: z.enum(['baseline', 'candidate']).describe('Which map has no positive heat.').optional(),
  }),
  z.strictObject({
    empty: z.literal('both').describe('Neither map has positive heat, so nothing can be said of its drift.'),
  }),
  z.strictObject({ refused: z.string().describe('Why there is no map of this method.') }),
]);

const probeSide = z.strictObject({
  moved: unit.describe('1 - overlap of the map of the fixture and the map of the edited fixture, inside one model.'),
  onMark: unit.describe('Share of the heat on the mark, in the edited fixture.').optional(),
  flipped: z.boolean().describe('Whether the edit changes the predicted class.'),
  divergence: unit.describe('Jensen-Shannon divergence of the probabilities before and after the edit, in bits.'),
});

const regionSide = z.strictObject({
  inside: unit.describe('Share of the heat in the region.'),
  pointing: z.boolean().describe('Whether the hottest pixel lies in the region.'),
});

const side = z.strictObject({ predicted: classSchema, explained: classSchema });

const fixtureSchema = z.strictObject({
  name: z.string(),
  digest: z.string().optional(),
  status: z
    .enum(['new', 'steady', 'moved', 'lost', 'failed'])
    .describe(
      'new: not in the baseline. lost: only in the baseline. moved: past the threshold by itself. failed: unreadable.',
    ),
  reason: z.string().describe('Why a fixture is new or failed or says nothing, when there is more to say.').optional(),
  touched: z
    .enum(['added', 'edited'])
    .describe('What the change under audit does to its file: it is shown, and not judged.')
    .optional(),
  copyOf: z.string().describe('The fixture of the same content that is counted instead of it.').optional(),
  truth: z.string().describe('True class, by name.').optional(),
  baseline: side.optional(),
  candidate: side.optional(),
  flipped: z.boolean().describe('Whether the predicted class differs.').optional(),
  divergence: unit.describe('Jensen-Shannon divergence of the probabilities, in bits.').optional(),
  maps: z.record(z.string(), mapDrift).optional(),
  tags: z.array(z.string()).optional(),
  probes: z
    .record(
      z.string(),
      z.union([
        z.strictObject({ baseline: probeSide.optional(), candidate: probeSide }),
        z.strictObject({ refused: z.string().describe('Why the probe says nothing here.') }),
      ]),
    )
    .describe('Per probe: what an edit that should not matter does to the map.')
    .optional(),
  regions: z
    .record(
      z.string(),
      z.strictObject({ area: unit, baseline: regionSide.optional(), candidate: regionSide.optional() }),
    )
    .describe('Per region of the fixture: how much of the heat lies there. A side whose map has no heat is left out.')
    .optional(),
  montage: z.string().describe('Picture of the fixture, relative to the results file.').optional(),
});

export const verdicts = ['pass', 'warn', 'incomplete', 'fail'] as const;
const verdict = z.enum(verdicts);

const reason = z.strictObject({
  level: verdict.describe('What this reason alone would make the verdict.'),
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
  candidate: provenanceSchema.optional(),
  baseline: z.strictObject({ ...provenanceSchema.shape, source: z.enum(['stored', 'recomputed']) }).optional(),
  judged: policySchema.optional(),
  score: scoreSchema.optional(),
  probes: z.array(probeSummary).optional(),
  regions: z.array(regionSummary).optional(),
  slices: z.array(sliceSchema).describe('Drift per class and per tag, worst first.').optional(),
  lineage: z
    .strictObject({
      kind: z.enum(lineageKinds),
      words: z.string().max(500).describe('What the weights show.'),
      source: z.enum(['detected', 'configured']),
    })
    .describe('How the candidate descends from the baseline.')
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
      accuracy: z.strictObject({ labelled: z.int(), baseline: unit, candidate: unit }).optional(),
    })
    .optional(),
  fixtures: z.array(fixtureSchema),
});

const commit = z.string().regex(/^[0-9a-f]{40}$/);

/** What a change to the repository did to all that decides a verdict. Paths are relative to the repository. */
const changeSchema = z.strictObject({
  head: commit.describe('The commit under audit.'),
  base: commit.describe('The commit it is compared with: what the candidate was made from.'),
  baseRef: z.string().describe('The branch it goes to.'),
  unchanged: z
    .array(z.string())
    .describe('Models of the configuration that were not audited: nothing about them changed.'),
  removed: z.array(z.strictObject({ name: z.string(), path: z.string() })).describe('Models that are gone.'),
  renamed: z
    .array(z.strictObject({ name: z.string(), from: z.string(), to: z.string() }))
    .describe('Models whose file moved; they are compared with the version at the old place.'),
  edits: z
    .array(
      z.strictObject({
        what: z.enum(['configuration', 'labels', 'truth', 'region', 'probe', 'fixture', 'baseline']),
        path: z.string(),
        status: z.enum(['added', 'removed', 'modified', 'renamed']),
      }),
    )
    .describe('Files of the change that decide how models are judged.'),
  settings: z
    .array(z.strictObject({ model: z.string(), setting: z.string(), before: z.string(), after: z.string() }))
    .describe('Settings that differ from the base branch, as they are written.'),
  policyFrom: z.enum(['head', 'base']).describe('Whose thresholds, methods and fixtures judged.'),
});

export const resultsSchema = z.strictObject({
  version: z.literal(1),
  tool: z.string(),
  engine: z.strictObject({ name: z.string(), version: z.string() }),
  verdict,
  models: z.array(modelSchema),
  change: changeSchema.optional(),
  times: z
    .strictObject({ started: z.iso.datetime(), seconds: z.number() })
    .describe('The only part that differs between two runs on the same input.'),
});

export type Results = z.infer<typeof resultsSchema>;
export type ModelResult = Results['models'][number];
export type Change = NonNullable<Results['change']>;
export type FixtureResult = ModelResult['fixtures'][number];
export type Policy = z.infer<typeof policySchema>;
export type ProbeSummary = NonNullable<ModelResult['probes']>[number];
export type RegionSummary = NonNullable<ModelResult['regions']>[number];
export type Verdict = Results['verdict'];
export type Reason = ModelResult['reasons'][number];

/** The worst of several verdicts: fail, else incomplete, else warn, else pass. */
export function worst(found: readonly Verdict[]): Verdict {
  return found.reduce<Verdict>((sum, each) => (verdicts.indexOf(each) > verdicts.indexOf(sum) ? each : sum), 'pass');
}
