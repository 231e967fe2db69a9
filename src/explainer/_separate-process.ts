import type { ChildProcess } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import type { EngineChoice } from '../engines/index.ts';
import { CamdriftError } from '../errors.ts';
import type { FromExplainer, Question, ToExplainer } from './_messages.ts';
import { forkedAhead } from './ahead.ts';
import type { Deadline } from './explainer.ts';
import { forkExplainer, heap, keepAlive } from './fork.ts';

/** What a job does with what it hears. */
export interface Listener {
  heard(message: FromExplainer, reply: Reply): void;
  lost(why: CamdriftError): void;
}

/** Settles once it is sent, with whether it could be: who says much waits for that, else all of it is in memory until then. */
export type Reply = (message: ToExplainer) => Promise<boolean>;

/** A process that explains, started when it is first asked, and again after it ended. */
export class SeparateProcess {
  readonly #engine: EngineChoice;
  readonly #jobs = new Map<number, Listener>();
  #child: ChildProcess | undefined;
  #ended = '';
  #next = 0;

  constructor(engine: EngineChoice) {
    this.#engine = engine;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** @returns a function that says the job is done */
  ask(question: Question, listener: Listener, deadline?: Deadline): () => void {
    const id = this.#next++;
    this.#child ??= this.#started();
    const child = this.#child;
    const timer =
      deadline && setTimeout(() => this.end(timedOut(deadline)), Math.max(0, deadline.at - performance.now()));
    this.#jobs.set(id, listener);
    keepAlive(child, true);
    child.send({ id, ...question } as ToExplainer, ignoreClosed);
    return () => {
      clearTimeout(timer);
      this.#jobs.delete(id);
      if (this.#jobs.size === 0) keepAlive(child, false);
    };
  }

  /** Kills it, whatever it is doing; every job hears why. */
  end(why: CamdriftError): void {
    const child = this.#child;
    this.#child = undefined;
    for (const event of ['message', 'error', 'close']) child?.removeAllListeners(event);
    child?.on('error', ignoreClosed).kill('SIGKILL');
    for (const { lost } of [...this.#jobs.values()]) lost(why);
  }

  #started(): ChildProcess {
    const child = forkedAhead(this.#engine) ?? forkExplainer(this.#engine);
    this.#ended = '';
    child.stderr!.on('data', (chunk: Buffer) => {
      this.#ended = (this.#ended + chunk).slice(-8192);
    });
    child.on('message', (message: FromExplainer) =>
      this.#jobs.get(message.id)?.heard(message, reply => sentTo(child, reply)),
    );
    child.on('error', error => this.end(brokenDown(error.message)));
    child.on('close', (code, signal) => this.end(brokenDown(lastWords(this.#ended, code, signal))));
    return child;
  }
}

const sentTo = (child: ChildProcess, message: ToExplainer): Promise<boolean> =>
  new Promise(resolve => {
    child.send(message, error => resolve(!error));
  });

/** Of a process that is gone the `close` event says more. */
const ignoreClosed = (): void => {};

const timedOut = ({ words }: Deadline) => new CamdriftError('timed-out', `The time is up: ${words}.`);

export const brokenDown = (how: string) =>
  new CamdriftError('broke-down', `What loads and explains the model broke down: ${how}.`);

function lastWords(said: string, code: number | null, signal: NodeJS.Signals | null): string {
  if (/heap out of memory|heap limit/i.test(said)) return `its objects take more than ${heap} MB of memory`;
  if (/bad_alloc|out of memory|cannot allocate/i.test(said)) return 'no memory was left';
  if (signal === 'SIGKILL') return 'the system ended its process, as it does when memory runs out';
  const line = said
    .split('\n')
    .find(each => /error|check failed|abort/i.test(each))
    ?.trim()
    .slice(0, 200);
  return `its process ended with ${signal ?? `exit code ${code}`}${line ? ` (${line})` : ''}`;
}
