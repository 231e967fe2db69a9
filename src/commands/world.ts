import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { usualTimeout } from '../config/resolve.ts';
import { jsonPieces } from '../core/json-pieces.ts';
import type { EngineChoice } from '../engines/index.ts';
import { CamdriftError } from '../errors.ts';
import { deadlines } from '../explainer/deadlines.ts';
import type { Deadline } from '../explainer/explainer.ts';
import { type SeparateExplainer, startExplainer } from '../explainer/separate-explainer.ts';
import { writePiecesInto } from '../files/write-pieces.ts';
import type { Terminal } from '../hosts/terminal.ts';
import { engineWords } from '../reports/engine.ts';
import { oneLine } from '../reports/printable.ts';
import { sentenceOf } from '../reports/reasons.ts';
import type { RanBy } from '../versions/ran-by.ts';

/** What a command is given instead of reaching for it. */
export interface World {
  readonly terminal: Terminal;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  now(): Date;
}

/** Starts the process that explains, and says with which engine. */
export async function startedEngine(choice: EngineChoice | undefined, { terminal }: World): Promise<SeparateExplainer> {
  const engine = await startExplainer(choice ?? 'auto');
  terminal.note(`engine: ${engineWords(engine)}`);
  return engine;
}

/** Says when another engine ran a model than the one that was asked. */
export function tellFallback({ fallback }: Pick<RanBy, 'fallback'>, { terminal }: World): void {
  if (fallback) terminal.note(`note: ${oneLine(sentenceOf(fallback))}`);
}

/** When a command that asks one model must be done. */
export const deadlineOf = ({ timeout = usualTimeout }: { readonly timeout?: number }): Deadline =>
  deadlines(Number.POSITIVE_INFINITY)(timeout);

/** `-` is standard output; anything else a file. */
export async function writeJson(target: string | undefined, value: unknown, { terminal, cwd }: World): Promise<void> {
  if (target === undefined) return;
  if (target === '-') return terminal.out(JSON.stringify(value, undefined, 2));
  await writeText(resolve(cwd, target), lines(jsonPieces(value, 2)));
}

function* lines(pieces: Iterable<string>): Generator<string> {
  yield* pieces;
  yield '\n';
}

/** Writes a file, and the folders that it lies in. @param pieces joined they are the text */
export async function writeText(file: string, pieces: Iterable<string>): Promise<void> {
  await writable(dirname(file));
  await writePiecesInto(file, pieces).catch(cannotWrite(file));
}

/** Makes a folder for output. */
export async function writable(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch(cannotWrite(folder));
}

const cannotWrite = (path: string) => (cause: Error) => {
  throw new CamdriftError('usage-wrong', `${path} cannot be written: ${cause.message}.`, {
    cause,
    remedy: 'Name another file or folder for the output.',
  });
};
