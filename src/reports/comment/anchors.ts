import { blocks } from './markup.ts';

/**
 * A passage that can be found again and written anew, between two hidden lines. Nothing foreign looks like them: what others
 * wrote has no `<` of its own.
 */
export const anchored = (name: string, passage: string): string => blocks(opening(name), passage, closing(name));

/** The text with every passage of that name written anew. Without one it stays as it is. */
export function rewritten(text: string, name: string, write: (passage: string) => string): string {
  const [start, end] = [opening(name), closing(name)];
  const [before = '', ...rest] = text.split(start);
  return rest.reduce((sum, piece) => {
    const at = piece.indexOf(end);
    if (at < 0) return `${sum}${start}${piece}`;
    return `${sum}${anchored(name, write(piece.slice(0, at).trim()))}${piece.slice(at + end.length)}`;
  }, before);
}

const opening = (name: string): string => `<!-- camdrift ${name} -->`;
const closing = (name: string): string => `<!-- camdrift end ${name} -->`;
