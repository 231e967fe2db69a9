/** A state of this repository in a process of its own: loads a network once and runs what it is asked for, as scripts/bench/states.ts says. */
import { join } from 'node:path';
import { timed } from './stopwatch.ts';
import type { Subject } from './subject.ts';
import type { Task } from './task.ts';

const [state = '', task = ''] = process.argv.slice(2);
const { loadSubject } = (await import(join(state, 'scripts/bench/subject.ts'))) as {
  loadSubject(task: Task): Promise<Subject>;
};
const subject = await loadSubject(JSON.parse(task) as Task);
const images = subject.images(subject.engine.batch);
process.on('message', (what: 'explain' | 'predict' | 'end') => {
  if (what === 'end') process.disconnect();
  else process.send!(timed(() => void subject[what](images)));
});
process.send!('ready');
