import { setTimeout } from 'node:timers/promises';

/** Thrown by work that may succeed when it is tried again. */
export class Passing extends Error {}

const most = 3;

/**
 * The work's result, at the third try at the latest; the others follow after one and four seconds.
 * @param second milliseconds that count as one
 */
export async function tried<T>(work: () => Promise<T>, second = 1000): Promise<T> {
  for (let count = 1; ; count += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Passing) || count === most) throw error;
      await setTimeout(count ** 2 * second);
    }
  }
}
