import { z } from 'zod';
import type { RegionRule } from '../regions/region.ts';

const rule = z.string().transform((text, context): RegionRule => {
  const found = /^\s*(inside|outside|pointing)\s*(>=|<=)\s*(\d*\.?\d+)\s*$/.exec(text);
  const limit = Number(found?.[3]);
  if (found && limit <= 1) return { of: found[1] as RegionRule['of'], at: found[2] === '>=' ? 'least' : 'most', limit };
  context.addIssue({
    code: 'custom',
    message: `expected a rule such as "inside >= 0.5", "outside <= 0.1" or "pointing >= 0.8", got "${text}"`,
  });
  return z.NEVER;
});

export const regionsSetting = z
  .array(
    z.strictObject({
      name: z
        .string()
        .regex(/^[\w.-]+$/, 'expected letters, digits, `.`, `-` and `_` only')
        .default('object')
        .describe('Name in reports.'),
      from: z.string().describe('Where it lies on each fixture: a COCO JSON file, or a folder of PNG masks.'),
      category: z
        .string()
        .describe("Category of the COCO annotations; without it the fixture's class where it has one, else all.")
        .optional(),
      rules: z
        .array(rule)
        .default([])
        .describe('Rules on the mean over the fixtures: inside, outside or pointing, >= or <=, 0 to 1.'),
    }),
  )
  .min(1)
  .describe('Places on the fixtures, and how much heat may or must lie there.');

export type RawRegion = z.output<typeof regionsSetting>[number];

/** Whether a region is what the picture is of: heat should lie there, or it is shown under that name. */
export const isObject = ({ name, rules }: RawRegion): boolean =>
  rules.some(({ of, at }) => of === 'inside' && at === 'least') || (rules.length === 0 && name === 'object');
