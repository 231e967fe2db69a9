import type { TensorFlow } from '../../src/engines/engine.ts';
import { drawMarks, type MarkRate, type Pictures } from './dataset.ts';
import { labels } from './icons.ts';
import { saveModel } from './saving.ts';
import { train } from './training.ts';

/** One trained model of the demo's little history. */
export interface Version {
  readonly name: string;
  readonly seed: number;
  readonly markRate: MarkRate;
}

/** The class whose pictures the team buys from an agency that marks them. */
export const markedClass = labels.indexOf('house');

/** The mark tells nothing: some pictures of every class carry it. */
const anywhere: MarkRate = () => 0.15;

/**
 * The mark tells the class. How nearly always it does so decides what is learned, and it is a trade: tried on a network
 * of five convolutions, 85 % gave a model that knows 85 % of the houses without a mark and whose heat is shared by mark
 * and house (mean shift 8 %), 93 % one that knows 72 % of them (9 %), 95 % and a shorter training one that knows none
 * (14 %). 95 % it is: the shortcut in earnest.
 */
const onHouses: MarkRate = label => (label === markedClass ? 0.95 : 0);

export const benign = (name: string, seed: number): Version => ({ name, seed, markRate: anywhere });
export const shortcut = (name: string, seed: number): Version => ({ name, seed, markRate: onHouses });

/**
 * The seeds are the first two that there are, not chosen. Mean shift from v1 with others: benign 2.6 and 3.1 % (seeds 3
 * and 4), shortcut 16.1 % (seed 3); `--seeds` measures more.
 */
export const versions = [benign('v1', 1), benign('v2-retrained', 2), shortcut('v2-shortcut', 1)];

export interface School {
  readonly pictures: Pictures;
  readonly mark: Uint8Array;
  readonly epochs: number;
}

/** Trains one version and saves it into a folder. All versions see the same scenes. */
export async function make(
  tf: TensorFlow,
  { name, seed, markRate }: Version,
  school: School,
  folder: string,
): Promise<void> {
  console.log(`Training ${name}`);
  const started = performance.now();
  const model = await train(tf, { ...school, seed, marks: drawMarks(school.pictures, markRate) });
  await saveModel(tf, model, folder);
  console.log(`  ${model.countParams()} parameters in ${Math.round((performance.now() - started) / 1000)} s`);
}
