/** Whether bytes are a Git LFS pointer: what a checkout without `lfs: true` leaves in place of a large file. */
export function isLfsPointer(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, mark.length));
  return start === mark;
}

export interface LfsPointer {
  /** SHA-256 of the file that the pointer stands for, in hex. */
  readonly oid: string;
  /** Its length in bytes. */
  readonly size: number;
}

/** Git LFS takes nothing longer for a pointer. */
export const longestLfsPointer = 1024;

/**
 * What a pointer says; undefined when the bytes are no pointer, or one whose object is not the file itself (extensions).
 * Source: the specification in git-lfs, docs/spec.md.
 */
export function readLfsPointer(bytes: Uint8Array): LfsPointer | undefined {
  if (bytes.length > longestLfsPointer || !isLfsPointer(bytes)) return undefined;
  const [, oid, size] = pointer.exec(new TextDecoder('latin1').decode(bytes)) ?? [];
  if (oid === undefined || !Number.isSafeInteger(Number(size))) return undefined;
  return { oid, size: Number(size) };
}

/** The pointer that Git LFS writes for a file. */
export const lfsPointerText = ({ oid, size }: LfsPointer): Uint8Array =>
  Buffer.from(`version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${size}\n`);

const mark = 'version https://git-lfs.github.com/spec/';
const pointer =
  /^version https:\/\/git-lfs\.github\.com\/spec\/v1\r?\noid sha256:([0-9a-f]{64})\r?\nsize (\d+)(?:\r?\n)?$/;
