import { z } from 'zod';

const count = z.int().min(0);

export const sweepSchema = z
  .strictObject({
    edits: count.describe('How many edits were tried.'),
    fixtures: count.describe('On how many fixtures.'),
    of: count.describe('How many fixtures there are: a large model is asked about fewer.'),
    pulls: z
      .array(
        z.strictObject({
          edit: z.string(),
          words: z.string().describe('The edit in a sentence: a yellow border.'),
          to: z.string().describe('The class that it turns pictures into.'),
          turned: z.strictObject({ before: count, now: count }).describe('How many pictures of other classes.'),
          fixtures: count.describe('Of how many.'),
          gained: z.number().min(-1).max(1).describe('Mean probability that the class gains, candidate less baseline.'),
          lost: z.boolean().describe('Whether that class is being lost on its own fixtures.'),
        }),
      )
      .describe('Edits that stand out, strongest first.'),
  })
  .describe('What a stock of plain edits does to the answers of both sides, where it was tried.');

export const flipSchema = z.strictObject({
  edit: z.string().describe('Of the sweep, or a probe.'),
  words: z.string(),
  fixture: z.string(),
  from: z.string().describe("The candidate's answer without the edit."),
  to: z.string().describe('And with it.'),
  picture: z.string().describe('Picture of both, relative to the results file.').optional(),
  narrow: z.string().describe('The same for narrow screens, of those that are shown first.').optional(),
});
