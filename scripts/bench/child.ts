import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Row } from './row.ts';
import type { Task } from './task.ts';

/** Does a task in a process of its own and answers the rows it made. */
export function inChild(task: Task): Promise<Row[]> {
  console.error(`  ${task.do}: ${task.engine}, ${task.network}`);
  const child = fork(join(import.meta.dirname, 'index.ts'), ['--task', JSON.stringify(task)]);
  return new Promise((resolve, reject) => {
    let rows: Row[] | undefined;
    child.on('message', message => {
      rows = message as Row[];
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (rows && code === 0) resolve(rows);
      else reject(new Error(`${task.do} on ${task.engine} with ${task.network} ended with ${signal ?? code}`));
    });
  });
}
