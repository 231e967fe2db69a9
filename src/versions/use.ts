import type { Provenance } from '../baselines/baseline.ts';
import { CamdriftError } from '../errors.ts';
import { regularDigest } from '../files/regular-file.ts';
import { type LoadOptions, mostInputBytes } from '../models/model.ts';

/** Which of a model's numbers are explained, and what it is given beside the picture; what nobody named is left out. */
export type Use = Pick<Provenance, 'output' | 'signature' | 'inputs'>;

/** @throws CamdriftError `config-invalid` for a file of numbers that cannot be read */
export async function useOf({ output, signature, inputs }: LoadOptions): Promise<Use> {
  const given = Object.entries(inputs ?? {}).map(
    async ([name, value]): Promise<[string, number | string]> => [
      name,
      typeof value === 'number' ? value : await digestOf(value),
    ],
  );
  return {
    ...(output !== undefined && { output }),
    ...(signature !== undefined && { signature }),
    ...(given.length > 0 && { inputs: Object.fromEntries(await Promise.all(given)) }),
  };
}

async function digestOf(path: string): Promise<string> {
  const refuse = (why: string, cause?: unknown) =>
    new CamdriftError('config-invalid', `The input ${path} cannot be read: ${why}.`, { cause });
  return regularDigest(path, mostInputBytes, refuse);
}
