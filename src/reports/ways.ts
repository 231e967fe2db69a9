import type { TriedWay } from '../config/tried.ts';
import type { Ranked } from '../judgement/ways.ts';
import { plainTable } from './_plain-table.ts';

interface Told {
  readonly ranked: readonly Ranked<TriedWay>[];
  /** Fixtures of which the true class is known. */
  readonly of: number;
  readonly tells: boolean;
  /** Ways that the model cannot be fed in, and why. */
  readonly unfit: readonly { readonly written: string; readonly why: string }[];
}

/** What was found of one model, as a table and the sentence that a reader needs. */
export function waysReport(name: string, { ranked, of, tells, unfit }: Told): string {
  const table = plainTable(['', 'right', 'of', 'loss in bits', 'way']);
  for (const { way, right, loss, asGood } of ranked)
    table.push([asGood && tells ? '*' : ' ', String(right), String(of), loss.toFixed(2), way.written]);
  const not = unfit.map(({ written, why }) => `not tried: ${written}: ${why}`);
  return [`${name}: ${waysVerdict({ ranked, of, tells })}`, table.toString(), ...not].join('\n');
}

/** Which way fits, or that it cannot be told. */
export function waysVerdict({ ranked, of, tells }: Pick<Told, 'ranked' | 'of' | 'tells'>): string {
  const [best] = ranked;
  if (!best) return 'cannot tell: it can be fed in none of the ways.';
  if (!tells)
    return `cannot tell: the best way is right on ${best.right} of ${of} fixtures, which chance and the commonest class may be too. Give more fixtures of all classes, or correct \`labels\` and \`truth\`.`;
  const good = ranked.filter(({ asGood }) => asGood);
  const numbers = new Set(
    good.map(
      ({
        way: {
          preprocess: { scale, mean, std, order },
        },
      }) => JSON.stringify([scale, mean, std, order]),
    ),
  );
  const configured = ranked.find(({ way }) => way.written === 'as configured')!;
  const alone =
    good.length === 1
      ? ''
      : `, and ${others(good.length - 1)} as good: these fixtures do not tell how pictures are resized`;
  if (numbers.size > 1)
    return `cannot tell: ${good.length} ways with different numbers are as good as the best, but for chance (*); ${configured?.asGood ? 'the configured one is among them' : `the configured one is not (${configured?.right} of ${of})`}. More fixtures tell more.`;
  if (configured?.asGood) return `the configured way fits: right on ${configured.right} of ${of} fixtures${alone}.`;
  return `\`${best.way.written}\` fits: right on ${best.right} of ${of} fixtures, where the configured way is on ${configured?.right ?? 0}${alone}.`;
}

const others = (count: number): string =>
  count === 1 ? '1 other way with the same numbers is' : `${count} other ways with the same numbers are`;
