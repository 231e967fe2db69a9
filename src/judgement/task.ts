import type { Task } from '../models/model.ts';
import type { Reason } from '../results/results.ts';

/** What a reader should know of how the answers were read. */
export function taskReasons({ kind, from }: Task): Reason[] {
  const why = from === 'said' ? 'as `task` says' : 'each of its numbers ends in a sigmoid of its own';
  if (kind === 'multi-label')
    return [{ level: 'pass', code: 'task-multi-label', message: `Answers are read label by label, ${why}: each label that is true or predicted is explained and judged by itself (\`photo.png#2\`: the label of index 2).` }]; // biome-ignore format: one line
  if (kind === 'regression')
    return [{ level: 'pass', code: 'task-regression', message: 'The answer is read as a number in a unit of its own: it is explained itself, and its change is judged.' }]; // biome-ignore format: one line
  if (from !== 'assumed') return [];
  const message =
    'The model answers one number without a sigmoid. It is read as the logit of the second of two classes; if it is a value (a regression), say `task: regression`, else `task: single-label`.';
  return [{ level: 'warn', code: 'task-assumed', message }];
}
