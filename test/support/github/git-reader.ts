import { type ChildProcess, spawn } from 'node:child_process';

/** Answers of one `git cat-file --batch-command`, which is started at the first question and ends with this process. */
export interface Reader {
  /** What Git calls the object with that name: its digest, type and size; `undefined` when there is none. */
  about(name: string): Promise<Buffer | undefined>;
  /** The same line, and behind it the object. */
  whole(name: string): Promise<Buffer | undefined>;
}

interface Question {
  readonly command: 'info' | 'contents';
  readonly name: string;
  readonly resolve: (answer: Buffer | undefined) => void;
  readonly reject: (error: Error) => void;
}

export function readerOf(folder: string, env: NodeJS.ProcessEnv): Reader {
  const waiting: Question[] = [];
  let child: ChildProcess | undefined;
  let heard = Buffer.alloc(0);

  const hear = (chunk: Buffer) => {
    heard = Buffer.concat([heard, chunk]);
    for (let first = waiting[0]; first; first = waiting[0]) {
      const end = endOf(first, heard);
      if (end === undefined) return;
      waiting.shift()!.resolve(answerOf(heard.subarray(0, end)));
      heard = heard.subarray(end);
    }
    child?.unref();
  };
  const start = () => {
    const made = spawn('git', ['-C', folder, 'cat-file', '--batch-command'], {
      env,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    made.stdout.on('data', hear);
    made.stdin.on('error', () => {});
    const lost = (why: unknown) => {
      child = undefined;
      heard = Buffer.alloc(0);
      for (const { reject } of waiting.splice(0)) reject(new Error(`git cat-file ended: ${why}`));
    };
    made.on('error', lost).on('exit', lost);
    // A question keeps this process alive, an idle reader does not.
    for (const stream of [made.stdin, made.stdout]) (stream as unknown as { unref(): void }).unref();
    return made;
  };
  const ask = (command: Question['command'], name: string) =>
    new Promise<Buffer | undefined>((resolve, reject) => {
      child ??= start();
      child.ref();
      waiting.push({ command, name, resolve, reject });
      child.stdin!.write(`${command} ${name}\n`);
    });
  return { about: name => ask('info', name), whole: name => ask('contents', name) };
}

/** Where the first answer ends, once all of it is there. */
function endOf({ command, name }: Question, heard: Buffer): number | undefined {
  const line = heard.indexOf('\n');
  if (line < 0) return undefined;
  const isThere = answerOf(heard.subarray(0, line + 1)) !== undefined;
  if (command === 'info' || !isThere) return line + 1;
  const size = Number(heard.toString('latin1', 0, line).split(' ').at(-1));
  if (Number.isNaN(size)) throw new Error(`git cat-file said of ${name}: ${heard.toString('latin1', 0, line)}`);
  const end = line + 1 + size + 1;
  return heard.length < end ? undefined : end;
}

const answerOf = (answer: Buffer): Buffer | undefined =>
  /^[0-9a-f]{40} [a-z]+ \d+\n/.test(answer.toString('latin1', 0, 80)) ? answer : undefined;
