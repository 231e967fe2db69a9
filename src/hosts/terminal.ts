import cliProgress from 'cli-progress';
import picocolors from 'picocolors';
import type { Colors } from 'picocolors/types.js';
import type { Progress } from '../maps/maps.ts';

/** The part of `process` that the command line uses, so that it can be run with another one. */
export interface ProcessLike {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: NodeJS.WritableStream & { isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { isTTY?: boolean };
  cwd(): string;
}

/** Results go to `out`, everything else to `note`, so that `--json -` can be piped. */
export interface Terminal {
  readonly colours: Colors;
  out(text: string): void;
  note(text: string): void;
  progress(label: string): Progress;
}

export function terminal(process: ProcessLike): Terminal {
  const { stdout, stderr, env } = process;
  for (const stream of [stdout, stderr]) stream.on('error', tolerateClosedPipe);
  return {
    colours: picocolors.createColors(wantsColour(env, stdout.isTTY ?? false)),
    out: text => void stdout.write(`${text}\n`),
    note: text => void stderr.write(`${text}\n`),
    progress: label => (stderr.isTTY ? bar(stderr, label) : lines(stderr, label)),
  };
}

/** Whoever reads (`| head`) may leave before the end: that is no fault of the run. */
function tolerateClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** https://no-color.org and https://force-color.org */
function wantsColour(env: ProcessLike['env'], isTTY: boolean): boolean {
  if (env.NO_COLOR) return false;
  return Boolean(env.FORCE_COLOR) || (isTTY && env.TERM !== 'dumb');
}

function bar(stream: NodeJS.WritableStream, label: string): Progress {
  const drawn = new cliProgress.SingleBar(
    { stream, clearOnComplete: true, hideCursor: true, format: `${label} {bar} {value}/{total} {eta_formatted}` },
    cliProgress.Presets.shades_classic,
  );
  let started = false;
  return (done, total) => {
    if (!started) drawn.start(total, done);
    started = true;
    drawn.update(done);
    if (done >= total) drawn.stop();
  };
}

/** A line per tenth of the work, so that 300 fixtures stay readable in a log. */
function lines(stream: NodeJS.WritableStream, label: string): Progress {
  let told = 0;
  return (done, total) => {
    const tenth = total === 0 ? 10 : Math.floor((done / total) * 10);
    if (tenth <= told) return;
    told = tenth;
    stream.write(`${label}: ${done}/${total} fixtures\n`);
  };
}
