/** What the hidden first line of a comment tells. */
export interface Marker {
  /** Tells camdrift's comments on one pull request apart. */
  readonly key: string;
  /** The commit under audit, or `none`. */
  readonly head: string;
  /** The same for comments that say the same, wherever their pictures are published. */
  readonly content: string;
}

const pattern = /^<!-- camdrift key=([\w.-]{1,40}) head=([0-9a-f]{40}|none) content=([\w-]{1,40}) -->(?:\r?\n|$)/;

/** Longest marker with its line break, in characters. */
export const markerRoom = 180;

/** The hidden first line, by which a later run finds the comment. @throws RangeError what it could not read back */
export function marker({ key, head, content }: Marker): string {
  const line = `<!-- camdrift key=${key} head=${head} content=${content} -->`;
  if (pattern.test(line)) return line;
  throw new RangeError(`A comment key is 1 to 40 letters, digits, dots, hyphens or underscores: ${key} is not.`);
}

/** Of a comment's body; `undefined` when its first line is none, even if a later one is. */
export function readMarker(body: string): Marker | undefined {
  const [, key, head, content] = pattern.exec(body) ?? [];
  return key === undefined ? undefined : { key, head: head!, content: content! };
}

/** FNV-1a, 64 bits, over UTF-16 units: it tells an edited text from the same one, and withstands nobody. */
export function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i++) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}
