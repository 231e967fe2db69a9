import { z } from 'zod';
import { CamdriftError } from '../errors.ts';

const choice = <const T extends readonly [string, ...string[]]>(...values: T) => z.enum(values);
const flag = z.enum(['true', 'false']).transform(value => value === 'true');

/** The inputs of action.yml, which gives them their defaults. */
const inputsSchema = z.strictObject({
  config: z.string().min(1),
  'working-directory': z.string().min(1),
  'github-token': z.string(),
  mode: choice('auto', 'check', 'comment'),
  comment: choice('on-change', 'always', 'on-regression', 'never'),
  'comment-key': z.string().regex(/^[\w.-]{1,40}$/, 'expected 1 to 40 letters, digits, `.`, `-` and `_`'),
  'fail-on': choice('regression', 'new', 'any', 'never'),
  gate: choice('job', 'status'),
  'policy-from': choice('head', 'base'),
  'image-branch': z.string().regex(/^$|^(?!refs\/)[\w][\w./-]{0,99}$/, 'expected the name of a branch'),
  'image-url': z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
  'max-images': z.coerce.number().int().min(0).max(100),
  annotations: flag,
  summary: flag,
  out: z.string().min(1),
  workflow: z.string().min(1),
  artifact: z.string().min(1),
});

export type Inputs = Readonly<z.output<typeof inputsSchema>>;
export const inputNames = Object.keys(inputsSchema.shape) as readonly (keyof Inputs)[];

/**
 * @param given the inputs' texts, as the runner passes them
 * @throws CamdriftError `config-invalid` with every mistake
 */
export function readInputs(given: Readonly<Record<string, string>>): Inputs {
  const parsed = inputsSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(issue => {
    const name = String(issue.path[0]);
    const expected = issue.code === 'invalid_value' ? `expected one of ${issue.values.join(', ')}` : issue.message;
    return `input \`${name}\`: ${expected}, got \`${given[name]}\`.`;
  });
  throw new CamdriftError('config-invalid', problems.join('\n'), {
    remedy: 'Correct the `with:` block of the camdrift step.',
  });
}
