import { metrics } from '../metrics/index.ts';
import type { ModelResult } from '../results/model.ts';
import { reading } from './words.ts';

/** Foreign words made fit for where they go. */
type Plain = (foreign: string) => string;
const headline = metrics[0]!;

/** `worst class: shoes, 9.1 % over 3 fixtures; worst tag: night, 7.0 % over 1 fixture`; empty when nothing is sliced. */
export function sliceWords({ slices = [] }: ModelResult, plain: Plain): string {
  const worst = (['class', 'tag'] as const).flatMap(kind => slices.find(({ by }) => by === kind) ?? []);
  return worst
    .map(
      ({ by, name, drift, fixtures }) =>
        `worst ${by}: ${plain(name)}, ${reading(headline.name, drift)} over ${counted(fixtures)}`,
    )
    .join('; ');
}

/** `since golden: attention shift 6.1 % on average (limit 12.0 %), 2 of 12 predictions flipped`; empty without one. */
export function pinnedWords({ pinned }: ModelResult, plain: Plain): string {
  if (!pinned) return '';
  const { title, drift, limits, flipped, divergence, fixtures } = pinned;
  const shift = drift[headline.name];
  const limit = limits[headline.name];
  const words = [
    shift &&
      `${headline.title.toLowerCase()} ${reading(headline.name, shift.mean)} on average${limit === undefined ? '' : ` (limit ${reading(headline.name, limit)})`}`,
    divergence !== undefined && `divergence ${divergence.toFixed(3)} bits`,
    `${flipped} of ${fixtures} predictions flipped`,
  ];
  return `since the pinned reference ${plain(title)}: ${words.filter(Boolean).join(', ')}`;
}

/** `checks of the explanation: 3 ok, 1 not run`; empty without any. */
export function sanityWords({ sanity }: ModelResult): string {
  if (!sanity) return '';
  const counts = (['ok', 'trips', 'not-run'] as const).flatMap(outcome => {
    const number = sanity.filter(check => check.outcome === outcome).length;
    return number > 0 ? [`${number} ${outcome.replace('-', ' ')}`] : [];
  });
  return `checks of the explanation: ${counts.join(', ')}`;
}

/** The figures of a faithfulness that is sound; one that trips is a reason by itself. */
export const faithfulnessWords = ({ sanity = [] }: ModelResult, plain: Plain): string => {
  const found = sanity.find(({ check, outcome }) => check === 'faithfulness' && outcome === 'ok');
  if (!found) return '';
  const [first = '', ...rest] = found.message.replace(/\.$/, '');
  return `faithfulness: ${plain(first.toLowerCase() + rest.join(''))}`;
};

const counted = (fixtures: number): string => `${fixtures} fixture${fixtures === 1 ? '' : 's'}`;
