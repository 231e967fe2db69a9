import { writeFileSync } from 'node:fs';
import * as nodeModules from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Engine } from '../engines/engine.ts';
import { type EngineChoice, startEngine } from '../engines/index.ts';
import { actionable, unforeseen } from '../errors.ts';
import { makeMaps } from '../maps/maps.ts';
import type { Answers, FromExplainer, TasksMessage, ToExplainer } from './_messages.ts';
import { ReceivedTasks } from './_tasks.ts';
import { inProcess } from './explainer.ts';
import { boundVariable } from './fork.ts';

/** Jobs that wait for their tasks. */
const waiting = new Map<number, ReceivedTasks>();

process.on('message', (message: ToExplainer) => {
  if (message.kind === 'tasks' || message.kind === 'tasks-end') waiting.get(message.id)?.hear(message);
  else
    answered(message)
      .then(
        answer => say({ id: message.id, kind: 'answer', answer }),
        error => say({ id: message.id, ...told(error) }),
      )
      .finally(keepWhatIsCompiled);
});
process.on('disconnect', () => process.exit());
// Whoever ends the run ends this process too, after it has said its goodbyes.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
beFirstToGo();
if (!(boundVariable in process.env)) outliveNobody();
/** Begun before anybody asks: who asks hears what went wrong. */
const engine = startEngine(process.argv[2] as EngineChoice);
engine.catch(() => {});

const say = (message: FromExplainer): void => void process.send?.(message);

async function answered(message: Exclude<ToExplainer, TasksMessage>): Promise<Answers[keyof Answers]> {
  const started = await engine;
  const here = inProcess(started);
  switch (message.kind) {
    case 'start':
      return startedAs(started);
    case 'answers':
      return here.answers(message.request);
    case 'layers':
      return here.layers(message.path, message.load);
    case 'fixture':
      return here.fixture(message.request);
    case 'maps':
      return maps(message, started);
  }
}

const startedAs = ({ name, version, passedOver }: Engine): Answers['start'] => ({
  name,
  version,
  ...(passedOver && { passedOver }),
});

async function maps(
  { id, request }: Extract<ToExplainer, { kind: 'maps' }>,
  started: Engine,
): Promise<Answers['maps']> {
  const tasks = new ReceivedTasks();
  waiting.set(id, tasks);
  const asked = (facts: Extract<FromExplainer, { kind: 'facts' }>['facts']) => {
    say({ id, kind: 'facts', facts });
    return tasks.all;
  };
  const found = (from: number, outcomes: Extract<FromExplainer, { kind: 'outcomes' }>['outcomes']) =>
    say({ id, kind: 'outcomes', from, outcomes });
  try {
    const { outcomes: _, ...rest } = await makeMaps(started, request, asked, () => {}, found);
    return rest;
  } finally {
    waiting.delete(id);
  }
}

function told(error: unknown) {
  const { code, message, remedy } = actionable(error) ?? unforeseen(error);
  return { kind: 'problem' as const, code, message, remedy };
}

/** This process is killed when it is no longer needed, and Node writes what `NODE_COMPILE_CACHE` asks for only at an end of its own. */
function keepWhatIsCompiled(): void {
  // Younger than the oldest Node.
  (nodeModules as { flushCompileCache?(): void }).flushCompileCache?.();
}

/** When memory is short Linux ends the process with the highest number, and the run can say so. */
function beFirstToGo(): void {
  try {
    writeFileSync('/proc/self/oom_score_adj', '1000');
  } catch {
    // Other systems have other ways.
  }
}

/** A thread that ends the process when its parent is gone: the main thread may be in a loop and hear nothing. */
function outliveNobody(): void {
  const code = `const parent = process.ppid;
    setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL'); }, 500);`;
  new Worker(code, { eval: true, stdin: false }).unref();
}
