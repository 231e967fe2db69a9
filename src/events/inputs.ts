import { z } from 'zod';
import { acceptBy } from '../acceptance/decide.ts';
import { CamdriftError } from '../errors.ts';
import { shardFrom } from '../shards/shard.ts';

const choice = <const T extends readonly [string, ...string[]]>(...values: T) => z.enum(values);
const text = z.string().min(1, 'expected some text');
const webAddress = z.url({ protocol: /^https?$/ });
const isHost = (host: string): boolean =>
  !host.includes('*') &&
  URL.canParse(`https://${host}/`) &&
  new URL(`https://${host}/`).host === host.toLowerCase().replace(/:443$/, '');
const unevaluated = /^\$\{\{.*\}\}$/;
const flag = z.enum(['true', 'false']).transform(value => value === 'true');

/** The inputs of action.yml, which gives them their defaults. */
const inputsSchema = z.strictObject({
  config: text,
  'working-directory': text,
  'github-token': z.string(),
  mode: choice('auto', 'check', 'judge', 'publish', 'comment'),
  comment: choice('on-change', 'always', 'on-regression', 'never'),
  'comment-key': z.string().regex(/^[\w.-]{1,40}$/, 'expected 1 to 40 letters, digits, `.`, `-` and `_`'),
  // Runners that know no matrix leave the default's expression as it is.
  matrix: z.string().transform(text => (unevaluated.test(text) ? '' : text)),
  legs: z
    .string()
    .refine(
      text => unevaluated.test(text) || /^$|^[1-9]\d?$|^1\d\d$|^2[0-4]\d$|^25[0-6]$/.test(text),
      'expected a whole number from 1 to 256',
    )
    .transform(text => (unevaluated.test(text) ? 1 : Number(text || 1))),
  'fail-on': choice('regression', 'new', 'any', 'never'),
  gate: choice('job', 'status'),
  'policy-from': choice('head', 'base'),
  'accept-by': choice(...acceptBy),
  refresh: choice('never', 'pull-request', 'commit'),
  'image-branch': z.string().regex(/^$|^(?!refs\/)[\w][\w./-]{0,99}$/, 'expected the name of a branch'),
  'image-url': z
    .string()
    .refine(url => url === '' || webAddress.safeParse(url).success, 'expected an address with http or https'),
  'max-images': z
    .string()
    .regex(/^\d{1,2}$|^100$/, 'expected a whole number from 0 to 100')
    .transform(Number),
  timeout: z
    .string()
    .regex(/^[1-9]\d{0,4}$/, 'expected a whole number of seconds from 1 to 99999')
    .transform(Number),
  annotations: flag,
  summary: flag,
  out: text,
  'allow-hosts': z
    .string()
    .transform(value => value.split(/[\s,]+/).filter(Boolean))
    .refine(hosts => hosts.every(isHost), 'expected hosts such as models.example.com or 10.0.0.7:8443'),
  cache: z.string(),
  setup: choice('none', 'fast'),
  'map-cache': z.string(),
  shard: z.string().transform(text => (text === '' ? undefined : shardFrom(text))),
  shards: z.string(),
  workflow: text,
  artifact: text,
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
