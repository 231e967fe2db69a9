import type { ModelResult } from '../../results/model.ts';
import { type Reason, says } from '../../results/reason.ts';
import type { Closer, RepairedRule } from '../../results/repair.ts';
import { prose } from '../marked.ts';
import { sentenceOf } from '../reasons.ts';
import { becomes, repairLines } from '../repair.ts';
import { list, text } from './markup.ts';

/**
 * What a model mends, in one sentence without a figure; `undefined` where it mends nothing, or something else fails it, which
 * goes first.
 */
export function repairedPlainly({ repair, reasons }: ModelResult): string | undefined {
  if (!repair || reasons.some(reason => reason.level === 'fail' && !isAttention(reason))) return undefined;
  const [rule] = repair.rules;
  const [reference] = repair.closer;
  const found = [rule && mended(rule), reference && back(reference)].filter(words => words !== undefined);
  return `The new model **repairs** what the version before had got wrong: ${found.join(', and ')}.`;
}

function mended({ region, rule }: RepairedRule): string {
  const much = rule.at === 'least' ? 'little' : 'much';
  return `that one looked too ${much} ${rule.of === 'outside' ? 'past' : 'at'} the **${text(region, 40)}**`;
}

const back = ({ title, kind }: Closer): string =>
  `that one had moved away from ${kind === 'pinned' ? 'the pinned' : 'the stored baseline'} **${text(title, 60)}**`;

/** Its figures, and the attention that moved by it: in sight, whatever else is folded. */
export function repairedLines({ repair, reasons }: ModelResult): string {
  if (!repair) return '';
  const moved = repair.drift === 'excused' ? reasons.filter(isAttention).map(reason => prose(sentenceOf(reason))) : [];
  const last = [
    ...moved,
    repair.drift === 'excused' ? 'By a repair that is a warning, and no failure.' : becomes[repair.drift],
  ]
    .filter(Boolean)
    .join(' ');
  const lines = [...repairLines(repair), last].map(prose);
  return list(
    lines.filter(Boolean).map(line => text(line, 400)),
    10,
  );
}

const isAttention = (reason: Reason): boolean => says(reason, 'attention-regression');
