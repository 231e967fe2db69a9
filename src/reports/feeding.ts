import type { Takes } from '../models/model.ts';
import type { ReasonOf } from '../results/reason.ts';
import { plainNumber } from './figures.ts';

const range = ([low, high]: readonly [number, number]): string => `${plainNumber(low)} to ${plainNumber(high)}`;

/** What numbers a model is made for: `takes bytes (uint8)`. */
export function takesWords({ kind, node, becomes }: Takes): string {
  if (kind === 'bytes') return 'takes bytes, 0 to 255 (uint8)';
  const from = kind === 'rescaled' ? '0 to 255' : '0 to 1';
  return `makes ${range(becomes!)} of ${from} itself (\`${node}\`)`;
}

/** Why the preprocessing and the model's own contradict one another, and what to say instead. */
export function feedingWords({ takes, fed }: Pick<ReasonOf<'preprocess-contradicts'>, 'takes' | 'fed'>): string {
  const instead = takes.kind === 'normalised' ? 'unit' : 'raw';
  return `The model ${takesWords(takes)}, and the preprocessing feeds it ${range(fed)}: it sees other numbers than it was made for. Say \`preprocess: ${instead}\`${takes.kind === 'bytes' ? '' : ', or export the model without that step'}.`;
}
