import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/**
 * Keeps the space of V8's young objects as small as it is by now. It doubles whenever many of them survive, up to 64 MB, and gives
 * nothing back in a process that is never idle: the results of thousands of fixtures are such survivors. Costs no time that can be measured.
 *
 * Code that was compiled under other flags is compiled anew, Node's own too: what is loaded after this takes longer. A process that is
 * started for the purpose has `--max-semi-space-size` instead, which does not count there.
 */
export const keepYoung = (): void => setFlagsFromString('--semi-space-growth-factor=1');

/** Bytes that V8 has for them where it was told to have little, or was idle. */
const small = 4 * 2 ** 20;

/**
 * Gives back what that space has grown by. Arrays that nobody holds any more are let go when it is full, and their bytes lie outside of
 * it: in a large one those of pictures pile up.
 */
export function makeYoungSmall(): void {
  const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  // A Node that was built without it, or may not use it, keeps what it has.
  if (young && young.space_size > small) collect().catch(() => {});
}

/** A collection as for want of memory, which alone makes the space smaller: some 30 ms of processor time. */
async function collect(): Promise<void> {
  const { Session } = await import('node:inspector');
  const session = new Session();
  session.connect();
  await new Promise<void>(resolve => session.post('HeapProfiler.collectGarbage', () => resolve()));
  // Within its answer a session cannot end: it would wait for itself.
  session.disconnect();
}
