import type { Failure, FixtureTask } from '../maps/explain.ts';
import type { MapRequest } from '../maps/request.ts';
import { type Spill, spill } from '../spill/spill.ts';
import type { SentTask, TasksMessage } from './_messages.ts';

/** Of one message: what is known of so many fixtures is in memory at once, on either side. */
const together = 16;

/**
 * Sends tasks, some at a time, each when the one before is on its way. What is known of them goes along where it is looked at:
 * by checks of the explanation alone.
 * @param say answers whether it could be sent
 */
export async function sendTasks(
  tasks: readonly FixtureTask[],
  { checks = 'none' }: Pick<MapRequest, 'checks'>,
  say: (message: TasksMessage) => Promise<boolean>,
): Promise<void> {
  const sent = ({ known, ...task }: FixtureTask): SentTask =>
    known ? { ...task, known: checks === 'none' ? elsewhere : known() } : task;
  for (let from = 0; from < tasks.length; from += together)
    if (!(await say({ kind: 'tasks', tasks: tasks.slice(from, from + together).map(sent) }))) return;
  await say({ kind: 'tasks-end', given: true });
}

const elsewhere: Failure = { failed: 'It is known elsewhere.' };

/** Tasks as they come; what is known of them is set aside until it is asked for. */
export class ReceivedTasks {
  /** All of them, or none where they were given up. */
  readonly all: Promise<readonly FixtureTask[]>;
  readonly #came: FixtureTask[] = [];
  readonly #to: Spill;
  #settle: (tasks: readonly FixtureTask[]) => void = () => {};

  constructor(to: Spill = spill) {
    this.#to = to;
    this.all = new Promise(resolve => {
      this.#settle = resolve;
    });
  }

  hear(message: TasksMessage): void {
    if (message.kind === 'tasks') for (const task of message.tasks) this.#came.push(this.#kept(task));
    else this.#settle(message.given ? this.#came : []);
  }

  #kept({ known, ...task }: SentTask): FixtureTask {
    if (!known) return task;
    const slot = this.#to.put(known);
    return { ...task, known: () => this.#to.get(slot) };
  }
}
