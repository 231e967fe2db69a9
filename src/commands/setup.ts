import { installRuntime } from '../engines/install.ts';
import { exitCodes } from '../errors.ts';
import { printable } from '../reports/printable.ts';
import type { World } from './world.ts';

/** `camdrift setup`: installs the fastest engine into the tool's own folder. */
export async function setupCommand(_options: object, { terminal, env }: World): Promise<number> {
  const { engine, folder, before } = await installRuntime(env);
  terminal.out(`${engine} ${before ? 'is there already' : 'was installed'}: ${printable(folder)}`);
  return exitCodes.pass;
}
