import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Megabytes of arrays that this process holds. */
export function heldNow(): number {
  collect();
  return process.memoryUsage().arrayBuffers / 2 ** 20;
}

/** The same, once what was let go is counted: that is done by a thread beside, when the machine gives it time. What is held stays held. */
export async function heldAtLast(isLittle: (megabytes: number) => boolean): Promise<number> {
  let held = heldNow();
  for (let tries = 0; !isLittle(held) && tries < 300; tries++) {
    await setTimeout(100);
    held = heldNow();
  }
  return held;
}

/** Most megabytes of arrays that are there at once while something is done, in use or not yet collected, beside what was there before. */
export async function mostMeanwhile(work: () => Promise<unknown>): Promise<number> {
  const before = heldNow();
  let [most, over] = [0, false];
  const look = () => {
    most = Math.max(most, process.memoryUsage().arrayBuffers / 2 ** 20 - before);
    if (!over) setImmediate(look);
  };
  look();
  await work();
  over = true;
  return most;
}
