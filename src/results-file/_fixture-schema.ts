import { z } from 'zod';

/** What is told of one fixture, in `results.json`. */
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
    hottest: z
      .strictObject({ before: z.string(), now: z.string() })
      .describe('Where the hottest cell lies on each side, in words: `lower right corner`.')
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
  became: z.string().describe('Name of the class that it is changed to.').optional(),
  divergence: unit.describe('Jensen-Shannon divergence of the probabilities before and after the edit, in bits.'),
});

const regionSide = z.strictObject({
  inside: unit.describe('Share of the heat in the region.'),
  pointing: z.boolean().describe('Whether the hottest pixel lies in the region.'),
});

const side = z.strictObject({
  predicted: classSchema,
  explained: classSchema,
  present: z.boolean().describe('Of a multi-label model: whether the label is among the answers.').optional(),
  value: z.number().describe('Of a regression: the answer, in its own unit.').optional(),
});

export const fixtureSchema = z.strictObject({
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
  expected: z.boolean().describe('Of a multi-label model: whether the label is true, where that is known.').optional(),
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
  narrow: z.string().describe('The same for narrow screens, of those that are shown first.').optional(),
});
