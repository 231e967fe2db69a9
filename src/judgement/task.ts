import type { Task } from '../models/model.ts';
import type { Reason } from '../results/reason.ts';

/** What a reader should know of how the answers were read. */
export function taskReasons({ kind, from }: Task): Reason[] {
  if (kind === 'multi-label') return [{ level: 'pass', code: 'task-multi-label', said: from === 'said' }];
  if (kind === 'regression') return [{ level: 'pass', code: 'task-regression' }];
  return from === 'assumed' ? [{ level: 'warn', code: 'task-assumed' }] : [];
}
