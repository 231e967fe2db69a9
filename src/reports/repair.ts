import type { Closer, Repair, RepairedRule } from '../results/repair.ts';
import { ruleWords } from './_broken-rule.ts';
import { percent } from './figures.ts';

/** `This repairs the version before. Region \`mark\` (rule: inside <= 0.3): 84.2 % -> 3.1 % over 3 fixtures.` */
export function repairWords({ drift, rules, closer }: Repair): string {
  return ['This repairs the version before.', ...repairLines({ rules, closer }), becomes[drift]]
    .filter(Boolean)
    .join(' ');
}

/** What is mended, a sentence each, with its figures. */
export const repairLines = ({ rules, closer }: Pick<Repair, 'rules' | 'closer'>): string[] => [
  ...rules.map(mended),
  ...closer.map(back),
];

const mended = ({ region, rule, before, now, fixtures }: RepairedRule): string =>
  `Region \`${region}\` (rule: ${ruleWords(rule)}): ${percent(before)} -> ${percent(now)} over ${fixtures} fixtures.`;

const back = ({ title, kind, before, now, fixtures }: Closer): string =>
  `Attention shift from the ${kind === 'pinned' ? 'pinned reference' : 'stored baseline of an earlier version'} ${title}: ${percent(before)} -> ${percent(now)} over ${fixtures} fixtures.`;

/** What becomes of attention that moved. */
export const becomes: Readonly<Record<Repair['drift'], string>> = {
  within: '',
  excused: 'Attention that moved by it is a warning, and fails nothing.',
  held: 'It is failed all the same for the attention that moved, as `repairs: fail` says: accept it where it is meant.',
};
