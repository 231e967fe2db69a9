import { CamdriftError } from '../errors.ts';

/**
 * The nodes that `starts` need, those included, each after all it reads. Depth-first, without recursion: a hostile file
 * may nest as deep as it likes.
 * @param waiting what is thrown of a node that waits for itself
 */
export function inExecutionOrder<T extends { readonly name: string }>(
  starts: readonly T[],
  inputsOf: (node: T) => readonly T[],
  waiting = (node: T): CamdriftError => throughCycle(node.name),
): T[] {
  const state = new Map<T, 'open' | 'done'>();
  const sorted: T[] = [];
  const stack = starts.toReversed();
  const missing = (node: T) =>
    inputsOf(node).filter(other => {
      if (state.get(other) === 'open') throw waiting(other);
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

export const throughCycle = (name: string): CamdriftError =>
  new CamdriftError('model-unreadable', `The graph has a cycle through \`${name}\`.`);
