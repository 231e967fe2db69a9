import { quoted, rejected } from './_rejection.ts';

/** What JSON of a stranger may be like. Far above what an audit writes, and low enough that no reader chokes on it. */
const jsonLimits = {
  bytes: 5_000_000,
  depth: 16,
  /** Characters, as they are written. */
  string: 2_000,
  /** Elements of an array. */
  elements: 5_000,
  /** Keys of an object. */
  keys: 64,
} as const;

/**
 * JSON that stays within `jsonLimits`. They are checked before parsing, so that neither the parser nor the schema's list
 * of complaints can be made to grow.
 * @throws CamdriftError `claims-rejected`
 */
export function parseBounded(bytes: Uint8Array, name: string): unknown {
  if (bytes.length > jsonLimits.bytes)
    throw rejected(`${name} has ${bytes.length} bytes; at most ${jsonLimits.bytes} are read.`);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const excess = findExcess(text);
    if (excess) throw rejected(`${name} has ${excess}.`);
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError)
      throw rejected(`${name} is not JSON: ${quoted(error.message)}.`, { cause: error });
    throw error;
  }
}

/** Which limit a text passes, if it is JSON. What it says of other text does not matter: the parser refuses that. */
function findExcess(text: string): string | undefined {
  /** Per open array or object: how many elements or keys it may still have. */
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    const end = character === '"' ? endOfString(text, at) : at;
    if (end - at - 1 > jsonLimits.string) return `a string of more than ${jsonLimits.string} characters`;
    const excess = countIn(open, character);
    if (excess) return excess;
    at = end;
  }
  return undefined;
}

function countIn(open: number[], character: string): string | undefined {
  if (character === '{' || character === '[') {
    const depth = open.push(character === '{' ? jsonLimits.keys : jsonLimits.elements);
    return depth > jsonLimits.depth ? `more than ${jsonLimits.depth} levels` : undefined;
  }
  if (character === '}' || character === ']') open.pop();
  if (character !== ',') return undefined;
  const left = (open.pop() ?? 0) - 1;
  open.push(left);
  return left > 0
    ? undefined
    : `an array of more than ${jsonLimits.elements} elements or an object of more than ${jsonLimits.keys} keys`;
}

/** Where the closing quote is, or where the search for it was given up. */
function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"' && at - from <= jsonLimits.string + 1) at += text[at] === '\\' ? 2 : 1;
  return at;
}
