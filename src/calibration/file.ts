import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { CamdriftError, systemWords } from '../errors.ts';
import { sweep } from '../files/leftovers.ts';
import { readRegular } from '../files/regular-file.ts';
import { confined } from '../files/workspace.ts';
import type { Reason } from '../results/reason.ts';
import { type Calibration, calibrationSchema, noCalibration } from './calibration.ts';

export const calibrationName = 'calibration.json';
export const mostCalibrationBytes = 4 * 2 ** 20;

/** Where the accepted models of a baseline are told. */
export interface CalibrationSource {
  readonly path: string;
  /** None is an empty one. Throws CamdriftError `baseline-unavailable` when it is damaged. */
  read(): Promise<ReadCalibration>;
}

export interface ReadCalibration {
  readonly calibration: Calibration;
  /** What the reader of a verdict should know of it. */
  readonly notes?: readonly Reason[];
}

/** @param folder of the baseline; it need not be there */
export function calibrationIn(folder: string): CalibrationSource {
  const path = join(folder, calibrationName);
  return { path, read: async () => ({ calibration: parseCalibration(await textOf(path), path) }) };
}

/** @param place named in errors */
export function parseCalibration(text: string | undefined, place: string): Calibration {
  if (text === undefined) return noCalibration;
  try {
    return calibrationSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw damaged(`${place} is not a calibration of this version of camdrift, or it is damaged.`, cause);
  }
}

async function textOf(path: string): Promise<string | undefined> {
  const trouble = (why: string, cause?: unknown) => damaged(`${path} cannot be read: ${why}.`, cause);
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return undefined;
    throw trouble(systemWords(cause), cause);
  });
  if (!found) return undefined;
  await confined(dirname(path), path, `calibration ${path}`);
  return (await readRegular(path, mostCalibrationBytes, trouble)).toString('utf8');
}

/** In one step, and the same bytes for the same models: it is committed with the baseline. */
export async function writeCalibration(path: string, calibration: Calibration): Promise<void> {
  const text = `${JSON.stringify(calibrationSchema.parse(calibration), undefined, 1)}\n`;
  if (Buffer.byteLength(text) > mostCalibrationBytes)
    throw damaged(`${path} would be larger than ${mostCalibrationBytes} bytes.`);
  await mkdir(dirname(path), { recursive: true });
  await sweep(dirname(path));
  await writeFileAtomic(path, text);
}

const damaged = (message: string, cause?: unknown) =>
  new CamdriftError('baseline-unavailable', message, {
    cause,
    remedy: 'Restore the file, or make it anew: `camdrift calibrate --fresh`.',
  });
