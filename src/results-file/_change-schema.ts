import { z } from 'zod';

const commit = z.string().regex(/^[0-9a-f]{40}$/);

/** What a change to the repository did to all that decides a verdict. Paths are relative to the repository. */
export const changeSchema = z.strictObject({
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
        what: z.enum(['configuration', 'labels', 'truth', 'region', 'probe', 'input', 'fixture', 'baseline']),
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
