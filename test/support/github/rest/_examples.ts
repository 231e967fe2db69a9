import { createRequire } from 'node:module';
import type { Links } from '../call.ts';

export type Example = Record<string, unknown>;

interface Event {
  readonly name: string;
  readonly examples: readonly Example[];
}

let loaded: readonly Event[] | undefined;

/**
 * One of GitHub's own examples of an event: realistic in everything that is not the business of a test.
 *
 * @param action the first one that has it; if none has, the first one at all
 */
export function example(event: string, action?: string): Example {
  loaded ??= createRequire(import.meta.url)('@octokit/webhooks-examples/api.github.com/index.json') as Event[];
  const examples = loaded.find(({ name }) => name === event)?.examples ?? [];
  const found = examples.find(each => each.action === action) ?? examples[0];
  if (!found) throw new Error(`GitHub has no example of the event ${event}.`);
  return structuredClone(found);
}

/** Of an example, everything that names its repository names ours, where the stand-in is. */
export function adapted(value: unknown, repository: string, { api, server }: Links): Example {
  const [owner = '', name = ''] = repository.split('/');
  const text = JSON.stringify(value)
    .replaceAll('https://api.github.com', api)
    .replaceAll('https://github.com', server)
    .replaceAll('Codertocat/Hello-World', repository)
    .replaceAll('Hello-World', name)
    .replaceAll('Codertocat', owner);
  return JSON.parse(text);
}
