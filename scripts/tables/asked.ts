import { parseArgs } from 'node:util';
import type { Engine, EngineName } from '../../src/engines/engine.ts';
import { startEngine } from '../../src/engines/index.ts';

export interface Asked {
  readonly folder: string;
  readonly engine: Engine;
  /** Of the names that are looked at. */
  readonly part: string;
  /** Whether the table is put into its document. */
  readonly write: boolean;
}

/** What a check was called with: FOLDER [--engine wasm] [--part ""] [--write]. */
export async function asked(): Promise<Asked> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      engine: { type: 'string', default: 'wasm' },
      part: { type: 'string', default: '' },
      write: { type: 'boolean', default: false },
    },
  });
  const [folder] = positionals;
  if (folder === undefined) throw new RangeError('Name the folder.');
  return { folder, engine: await startEngine(values.engine as EngineName), part: values.part, write: values.write };
}

export const firstLine = (error: unknown): string => (error as Error).message.split('\n')[0]!;
