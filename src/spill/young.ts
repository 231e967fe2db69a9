import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the space of V8's young objects as small as it is by now. It doubles whenever many of them survive, up to 64 MB, and gives
 * nothing back in a process that is never idle: the results of thousands of fixtures are such survivors. Costs no time that can be measured.
 *
 * Code that was compiled under other flags is compiled anew, Node's own too: what is loaded after this takes longer. A process that is
 * started for the purpose has `--max-semi-space-size` instead, which does not count there.
 */
export const keepYoungSmall = (): void => setFlagsFromString('--semi-space-growth-factor=1');
