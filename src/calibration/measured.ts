import { createHash } from 'node:crypto';
import type { ModelConfig } from '../config/config.ts';
import { usualPixels } from '../images/pixels.ts';
import { evidenceOf } from '../judgement/fixture-set.ts';
import { measureOf, pulledBy } from '../judgement/probe-summaries.ts';
import type { ModelResult } from '../results/model.ts';
import type { Accepted } from './calibration.ts';

/** What of an audit decides its numbers; of a model that was compared. */
type Audited = Pick<ModelResult, 'candidate' | 'baseline' | 'fixtures'>;

/**
 * SHA-256 of all that decides how far a model drifts, besides the two models themselves: two audits with the same digest can
 * be compared. Of `layer: auto` it takes the baseline's grid and no name, which frameworks number anew in every training.
 */
export function settingsDigest(
  { layer, methods: [method] }: Pick<ModelConfig, 'layer' | 'methods'>,
  { candidate, baseline, fixtures }: Audited,
): string {
  const side = ({ preprocess, fit, pixels, input, task, inputs = {} }: NonNullable<Audited['candidate']>) => [
    [preprocess.scale, preprocess.mean, preprocess.std, preprocess.order, fit],
    [input.width, input.height, input.channels],
    ...furtherOf({ pixels: pixels && inOrder(pixels), task, inputs: inOrder(inputs) }),
  ];
  const grid = [baseline!.layer.width, baseline!.layer.height];
  const judged = evidenceOf(fixtures).filter(({ maps }) => maps?.[method!] && !('refused' in maps[method!]!));
  const seen = judged.map(({ name, digest, truth }) => [name, digest, truth ?? null]).sort(byName);
  const all = [method, layer, grid, candidate!.score, side(candidate!), side(baseline!), seen];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}

/** Only what is not as it was when nothing else could be said, so that calibrations of that time still fit. */
const furtherOf = (settings: Readonly<Record<string, unknown>>): unknown[] =>
  Object.entries(settings).filter(
    ([, value]) => value !== undefined && !['[]', JSON.stringify(inOrder(usualPixels))].includes(JSON.stringify(value)),
  );

const inOrder = (settings: object): unknown[] =>
  Object.entries(settings)
    .filter(([, value]) => value !== undefined)
    .sort(byName);

const byName = ([a = '']: readonly unknown[], [b = '']: readonly unknown[]): number => (String(a) < String(b) ? -1 : 1);

/** How far a model drifted, in every way that may be judged. */
export function signalsOf(
  { drift, predictions }: Pick<ModelResult, 'drift' | 'predictions'>,
  method: string,
): Accepted['signals'] {
  const means = Object.entries(drift?.[method] ?? {}).map(([name, { mean }]) => [name, mean]);
  const divergence = predictions?.divergence?.mean;
  return { ...Object.fromEntries(means), ...(divergence !== undefined && { divergence }) };
}

/** What the edits of probes do to a model, where its baseline tells it too; nothing where none does. */
export function probesOf({
  probes = [],
  candidate,
}: Pick<ModelResult, 'probes' | 'candidate'>): Pick<Accepted, 'probes'> {
  const found = probes.flatMap(summary => {
    const digest = candidate?.probes?.find(({ name }) => name === summary.name)?.digest;
    const measure = measureOf(summary);
    if (digest === undefined || !measure) return [];
    const changed = summary.candidate.flipped / summary.fixtures;
    return [[summary.name, { digest, ...measure, changed, pulled: pulledBy(summary) }] as const];
  });
  return found.length > 0 ? { probes: Object.fromEntries(found) } : {};
}
