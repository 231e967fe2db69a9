import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEngine } from '../../src/engines/index.ts';
import type { NetworkName } from './networks.ts';
import { saveNetwork } from './saving.ts';

/** Writes a network, and the same with its weights moved a little: neither answers for the other. */
export async function versions(
  folder: string,
  network: NetworkName,
): Promise<readonly [before: string, after: string]> {
  const [before, after] = [join(folder, `${network}-before`), join(folder, `${network}-after`)];
  await saveNetwork((await startEngine('wasm')).tf, network, before);
  mkdirSync(after, { recursive: true });
  cpSync(join(before, 'model.json'), join(after, 'model.json'));
  const bytes = new Uint8Array(readFileSync(join(before, 'weights.bin')));
  const weights = new Float32Array(bytes.buffer);
  for (let at = 0; at < weights.length; at++) weights[at]! *= 1 + 0.02 * Math.sin(at);
  writeFileSync(join(after, 'weights.bin'), bytes);
  return [before, after];
}
