import { CamdriftError } from '../errors.ts';

/**
 * The nodes that `starts` need, those included, each after all it reads. Depth-first, without recursion: a hostile file
 * may nest as deep as it likes. @throws CamdriftError `model-unreadable` on a cycle
 */
export function inExecutionOrder<T extends { readonly name: string }>(
  starts: readonly T[],
  inputsOf: (node: T) => readonly T[],
  nameOf = (node: T): string => node.name,
): T[] {
  const state = new Map<T, 'open' | 'done'>();
  const sorted: T[] = [];
  const stack = starts.toReversed();
  const missing = (node: T) =>
    inputsOf(node).filter(other => {
      if (state.get(other) === 'open') throw cycle(nameOf(other));
      return !state.has(other);
    });
  while (stack.length > 0) {
    const node = stack.at(-1)!;
    if (!state.has(node)) {
      state.set(node, 'open');
      for (const other of missing(node)) stack.push(other);
      continue;
    }
    stack.pop();
    if (state.get(node) === 'done') continue;
    state.set(node, 'done');
    sorted.push(node);
  }
  return sorted;
}

const cycle = (name: string) => new CamdriftError('model-unreadable', `The graph has a cycle through \`${name}\`.`);
