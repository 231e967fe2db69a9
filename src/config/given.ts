import type { LoadOptions } from '../models/model.ts';

type Given = LoadOptions['inputs'];

/** What a model is given beside the picture, each file of it at another place. */
export async function givenAt(inputs: Given, place: (path: string, name: string) => Promise<string>): Promise<Given> {
  const entries = Object.entries(inputs ?? {}).map(
    async ([name, value]): Promise<[string, number | string]> => [
      name,
      typeof value === 'number' ? value : await place(value, name),
    ],
  );
  return inputs && Object.fromEntries(await Promise.all(entries));
}

/** The files among it. */
export const arraysIn = (inputs: Given = {}): string[] =>
  Object.values(inputs).filter(value => typeof value === 'string');
