import type { GitHub } from './github/index.ts';

/** Of a run that is held back: it waits for its answers as long as that takes, however slow this machine is. */
export const patient = { CAMDRIFT_PATIENCE: '3600000' } as const;

/**
 * Holds such requests back until so many have come, so that nobody has seen what another has written.
 * @returns to be called when a run has ended, since it comes no more
 */
export function meetAt(github: GitHub, count: number, where: Parameters<GitHub['before']>[0]): () => void {
  let come = 0;
  let go = () => {};
  const all = new Promise<void>(resolve => {
    go = resolve;
  });
  github.before({ ...where, times: count }, () => {
    come++;
    if (come === count) go();
    return all;
  });
  return go;
}
