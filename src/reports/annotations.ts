import type { ModelResult } from '../results/model.ts';
import { codeOf } from '../results/reason.ts';
import type { Results } from '../results/results.ts';
import type { Level, Verdict } from '../results/verdict.ts';
import { worstFirst } from './comment/words.ts';
import { oneLine } from './printable.ts';
import { sentenceOf } from './reasons.ts';

/** A remark on a file of the pull request, in plain text. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly file: string;
  readonly title: string;
  readonly message: string;
}

const levels: Readonly<Record<Verdict, Annotation['level']>> = {
  fail: 'error',
  incomplete: 'error',
  warn: 'warning',
  accepted: 'notice',
  pass: 'notice',
};

/** GitHub shows ten per level and step: nine, and one that says how many more there are. */
const mostPerLevel = 9;

/**
 * An annotation per reason on its model's file, worst models first.
 * @param pathOf turns a model's path into one that is relative to the repository
 */
export function annotations(results: Results, pathOf = (path: string): string => path): Annotation[] {
  const all = worstFirst(results.models).flatMap(model => ofModel(model, pathOf(model.path)));
  return (['error', 'warning', 'notice'] as const).flatMap(level =>
    bounded(
      all.filter(each => each.level === level),
      level,
    ),
  );
}

function ofModel({ name, reasons, error, accepted }: ModelResult, file: string): Annotation[] {
  const worstReasonsFirst = (['fail', 'incomplete', 'warn', 'pass'] as const).flatMap(level =>
    reasons.filter(reason => reason.level === level),
  );
  const verdictOf = (level: Level): Verdict => (accepted && level === 'fail' ? 'accepted' : level);
  return worstReasonsFirst.map(reason => ({
    level: levels[verdictOf(reason.level)],
    file,
    title: plain(`camdrift: ${name}, ${verdictOf(reason.level)}`, 200),
    message: plain(
      sentenceOf(reason) + (error && error.code === codeOf(reason) ? ` To do: ${error.remedy}` : ''),
      4000,
    ),
  }));
}

function bounded(found: readonly Annotation[], level: Annotation['level']): Annotation[] {
  if (found.length <= mostPerLevel + 1) return [...found];
  const more = found.length - mostPerLevel;
  const next = found[mostPerLevel]!;
  return [
    ...found.slice(0, mostPerLevel),
    {
      level,
      file: next.file,
      title: `camdrift: and ${more} more`,
      message: `${more} more reasons are in the summary.`,
    },
  ];
}

function plain(text: string, most: number): string {
  const line = oneLine(text);
  return line.length > most ? `${line.slice(0, most - 1).replace(/\p{Cs}$/u, '')}…` : line;
}
