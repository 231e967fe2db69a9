/** A list as JSON has it, whose members are made one at a time, when they are written. */
export class Listed<T> implements Iterable<T> {
  readonly #make: () => Iterable<T>;

  constructor(make: () => Iterable<T>) {
    this.#make = make;
  }

  [Symbol.iterator](): Iterator<T> {
    return this.#make()[Symbol.iterator]();
  }

  toJSON(): T[] {
    return [...this];
  }
}

/**
 * `JSON.stringify` of plain data, in pieces: what is as deep as `depth` comes at once, so the whole text never exists.
 * @param indent spaces, as `JSON.stringify` takes them
 */
export function* jsonPieces(value: unknown, indent = 0, depth = 4, margin = ''): Generator<string> {
  if (depth === 0 || typeof value !== 'object' || value === null) {
    yield JSON.stringify(value ?? null, undefined, indent).replaceAll('\n', `\n${margin}`);
    return;
  }
  const isList = Array.isArray(value) || value instanceof Listed;
  const members = isList ? nameless(value) : present(value);
  const [open, close] = isList ? '[]' : '{}';
  const inner = margin + ' '.repeat(indent);
  const line = (to: string) => (indent > 0 ? `\n${to}` : '');
  let before = open!;
  for (const [key, each] of members) {
    yield before + line(inner) + (key === undefined ? '' : `${JSON.stringify(key)}:${indent > 0 ? ' ' : ''}`);
    yield* jsonPieces(each, indent, depth - 1, inner);
    before = ',';
  }
  yield before === open ? open + close! : line(margin) + close!;
}

function* nameless(values: Iterable<unknown>): Generator<[undefined, unknown]> {
  for (const each of values) yield [undefined, each];
}

const present = (value: object): [string, unknown][] => Object.entries(value).filter(([, each]) => each !== undefined);
