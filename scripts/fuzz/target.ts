import type { Chooser } from './random.ts';

/** The files of one input, by name. A reader of bytes has a single one. */
export type Input = ReadonlyMap<string, Uint8Array>;

/** A reader of foreign bytes, ready to be tried. */
export interface Target {
  /** An input of strangers: a mutated one of ours. */
  make(choose: Chooser): Promise<Input>;
  /** Whether the reader looks for the files on disk. */
  readonly onDisk: boolean;
  /** Reads it as the product does. Must end, or throw CamdriftError. @param folder holds the files of the input */
  read(input: Input, folder: string): Promise<void>;
}

export const only = (bytes: Uint8Array): Input => new Map([['input', bytes]]);
export const onlyOf = (input: Input): Uint8Array => input.get('input')!;
export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
export const jsonBytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value) ?? 'null');
