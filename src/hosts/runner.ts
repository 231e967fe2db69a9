import * as core from '@actions/core';
import type { Progress } from '../maps/maps.ts';
import type { Annotation } from '../reports/annotations.ts';
import { oneLine, printable } from '../reports/printable.ts';

/** The runner of GitHub Actions: a log that folds, annotations, outputs and a summary. */
export interface Runner {
  line(text: string): void;
  annotate(annotation: Annotation): void;
  notice(message: string): void;
  warning(message: string): void;
  error(message: string): void;
  output(name: string, value: string | number): void;
  /** Markdown, at most 1 MiB: GitHub shows nothing of a longer one. */
  summary(markdown: string): Promise<void>;
  /** A group of its own in the log. */
  progress(label: string): Progress;
  /** Hides a value in everything that is logged from now on. */
  secret(value: string): void;
}

const levels = { error: core.error, warning: core.warning, notice: core.notice };

export function runner(now: () => Date): Runner {
  const fold = folding();
  /** Whatever is said beside a group stands outside of it: a group that broke off would hide the rest of the log. */
  const beside = <T extends unknown[]>(say: (...words: T) => void) => {
    return (...words: T) => {
      fold.end();
      say(...words);
    };
  };
  return {
    line: beside(text => core.info(loggable(text))),
    annotate: beside(({ level, file, title, message }) =>
      levels[level](printable(message), { file, title: oneLine(title) }),
    ),
    notice: beside(message => core.notice(printable(message))),
    warning: beside(message => core.warning(printable(message))),
    error: beside(message => core.error(printable(message))),
    output: (name, value) => core.setOutput(name, value),
    summary: async markdown => {
      if (process.env.GITHUB_STEP_SUMMARY) await core.summary.addRaw(markdown, true).write();
    },
    progress: label => progress(oneLine(label), now, fold),
    secret: value => core.setSecret(value),
  };
}

/** At most one group is open: the runner knows no groups within groups. */
function folding() {
  let open = false;
  const end = () => {
    if (open) core.endGroup();
    open = false;
  };
  const start = (label: string) => {
    end();
    core.startGroup(loggable(label));
    open = true;
  };
  return { start, end };
}

/** A group whose first line has the total and an estimate; then a line every few seconds, and how long it took. */
function progress(label: string, now: () => Date, fold: ReturnType<typeof folding>): Progress {
  const started = now().getTime();
  let told = 0;
  fold.start(label);
  return (done, total) => {
    const time = now().getTime();
    if (done > 0 && done < total && time - told >= quiet) {
      told = time;
      core.info(`${done}/${total} fixtures${left(done, total, time - started)}`);
    }
    if (done < total) return;
    core.info(`${total} fixtures in ${((time - started) / 1000).toFixed(1)} s`);
    fold.end();
  };
}

/** Milliseconds between two lines of progress. */
const quiet = 5000;

function left(done: number, total: number, milliseconds: number): string {
  if (done === 0) return '';
  const seconds = ((milliseconds / done) * (total - done)) / 1000;
  return `, about ${seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`} left`;
}

/** The runner takes a line that starts with `::`, or has `##[` in it, for a command: no name may issue one. */
export const loggable = (text: string): string =>
  printable(text)
    .replace(/^(\s*):(?=:)/gm, '$1:\u200b')
    .replaceAll('##[', '## [');

/** The inputs' texts, as the runner passes them. */
export const givenInputs = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map(name => [name, core.getInput(name)]));
