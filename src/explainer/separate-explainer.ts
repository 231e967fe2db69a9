import { performance } from 'node:perf_hooks';
import type { PassedOver } from '../engines/engine.ts';
import type { EngineChoice } from '../engines/index.ts';
import { CamdriftError } from '../errors.ts';
import type { Found, ModelMaps, Progress } from '../maps/maps.ts';
import type { MapRequest } from '../maps/request.ts';
import type { Answers, FromExplainer, Question, TasksMessage } from './_messages.ts';
import { Outcomes } from './_outcomes.ts';
import { brokenDown, SeparateProcess } from './_separate-process.ts';
import { sendTasks } from './_tasks.ts';
import type { Deadline, Explainer, TasksFor } from './explainer.ts';

/** An explainer that can be ended, and whose memory is its own. */
export interface SeparateExplainer extends Explainer, AsyncDisposable {
  /** Faster engines that `auto` asked in vain. */
  readonly passedOver: readonly PassedOver[];
  /** Of its process, while there is one. */
  readonly pid: number | undefined;
}

/** Seconds for a picture that was decoded before. */
const longestPicture = 60;

/**
 * Starts a process that explains. It is started anew when it was killed for want of time, broke down, or met an error that
 * nobody foresaw; whatever it was doing then ends as CamdriftError `timed-out`, `broke-down` or `model-unforeseen`.
 * @throws CamdriftError `engine-unavailable`
 */
export async function startExplainer(choice: EngineChoice): Promise<SeparateExplainer> {
  const child = new SeparateProcess(choice);
  const { name, version, passedOver = [] } = await answer(child, { kind: 'start' });
  let over = false;
  const started = async () => {
    if (over)
      throw new Error('The explainer is asked after its end: whoever holds it with `await using` returned too early.');
    if (child.pid === undefined) await answer(child, { kind: 'start' });
  };
  return {
    name,
    version,
    passedOver,
    get pid() {
      return child.pid;
    },
    maps: async (request, tasksFor, progress, deadline, tell) => {
      await started();
      return maps(child, { request, tasksFor, progress, deadline, tell });
    },
    answers: async (request, deadline) => {
      await started();
      return answer(child, { kind: 'answers', request }, deadline);
    },
    layers: async (path, load, deadline) => {
      await started();
      return answer(child, { kind: 'layers', path, load }, deadline);
    },
    fixture: async request => {
      await started();
      return answer(child, { kind: 'fixture', request }, picturesDeadline());
    },
    [Symbol.asyncDispose]: async () => {
      over = true;
      child.end(brokenDown('the run is over'));
    },
  };
}

const picturesDeadline = (): Deadline => ({
  at: performance.now() + longestPicture * 1000,
  words: `${longestPicture} s to decode one picture`,
});

function answer<K extends keyof Answers>(
  child: SeparateProcess,
  question: Extract<Question, { kind: K }>,
  deadline?: Deadline,
): Promise<Answers[K]> {
  return new Promise((resolve, reject) => {
    const done = child.ask(
      question,
      {
        heard: message => {
          done();
          if (message.kind === 'answer') resolve(message.answer as Answers[K]);
          else reject(ended(problem(message), child));
        },
        lost: why => {
          done();
          reject(why);
        },
      },
      deadline,
    );
  });
}

interface MapsQuestion {
  readonly request: MapRequest;
  readonly tasksFor: TasksFor;
  readonly progress: Progress | undefined;
  readonly deadline: Deadline | undefined;
  readonly tell: Found | undefined;
}

function maps(child: SeparateProcess, question: MapsQuestion): Promise<ModelMaps> {
  const { request, tasksFor, deadline } = question;
  const found = new Outcomes(question);
  return new Promise((resolve, reject) => {
    const settle = (how: () => void) => {
      done();
      how();
    };
    const unfinished = (why: CamdriftError) =>
      settle(() => {
        const partial = found.sofar(ended(why, child));
        if (partial) resolve(partial);
        else reject(why);
      });
    const failed = (why: CamdriftError) => (isTheEnd(why) ? unfinished(why) : settle(() => reject(why)));
    const done = child.ask(
      { kind: 'maps', request },
      {
        lost: unfinished,
        heard: (message, reply) => {
          if (message.kind === 'outcomes') return found.add(message.from, message.outcomes);
          if (message.kind === 'answer')
            return settle(() => resolve({ ...(message.answer as Answers['maps']), outcomes: found.outcomes }));
          if (message.kind !== 'facts') return failed(problem(message));
          const say = (words: TasksMessage) => reply({ id: message.id, ...words });
          Promise.resolve(message.facts)
            .then(tasksFor)
            .then(tasks => sendTasks(found.begin(message.facts, tasks), request, say))
            .catch(error => {
              settle(() => reject(error));
              // It waits with the model in its hands.
              return say({ kind: 'tasks-end', given: false });
            });
        },
      },
      deadline,
    );
  });
}

/** After an error that nobody foresaw, or in its engine, nothing is known of the state that the process is in. */
const isTheEnd = ({ code }: CamdriftError): boolean => code === 'model-unforeseen' || code === 'broke-down';

function ended(why: CamdriftError, child: SeparateProcess): CamdriftError {
  if (isTheEnd(why)) child.end(brokenDown('another model met an error that nobody foresaw'));
  return why;
}

function problem(message: FromExplainer): CamdriftError {
  if (message.kind !== 'problem') throw new Error(`The explaining process said ${message.kind} out of turn.`);
  return new CamdriftError(message.code, message.message, { remedy: message.remedy });
}
