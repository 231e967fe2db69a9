import type { Acceptance, ModelResult } from '../../results/model.ts';
import { prose } from '../marked.ts';
import { sentenceOf } from '../reasons.ts';
import { anchored } from './anchors.ts';
import { blocks, link, list, text } from './markup.ts';

/** Who accepted what failed, whether or not that decides the verdict. */
export function acceptance({ accepted, reasons, pair }: ModelResult): string {
  if (!accepted) return '';
  const failed = reasons.filter(({ level }) => level === 'fail').map(reason => text(prose(sentenceOf(reason)), 400));
  const told = acceptedPassage(accepted, list(failed, 10));
  return pair ? anchored(`why ${pair.code}`, told) : told;
}

/** Reasons, a line each, struck under the name of who accepted them. */
export const acceptedPassage = (word: Word, reasons: string): string =>
  blocks(acceptedWords(word), reasons.replace(/\n{2,}/g, '\n').replace(/^(?:- )?(.+)$/gm, '- ~~$1~~'));

/** The reasons again. */
export function plainPassage(passage: string): string {
  const struck = [...passage.matchAll(/^- ~~(.+)~~$/gm)].map(([, reason]) => reason!);
  if (!passage.startsWith(acceptedBy)) return passage;
  const [first, ...more] = struck;
  return blocks(first, list(more, more.length));
}

const acceptedBy = '**Accepted** by ';

/** Who accepted something, with which words, and where. */
type Word = Pick<Acceptance, 'by' | 'why' | 'url' | 'file'>;

const acceptedWords = ({ by, why, url, file }: Word): string =>
  `${acceptedBy}${link(text(by, 40), url)}${file === undefined ? '' : `, in ${text(file, 200)} of the base branch`}: ${text(why, 300)}. What was accepted:`;
