/** Whether bytes are a Git LFS pointer: what a checkout without `lfs: true` leaves in place of a large file. */
export function isLfsPointer(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, mark.length));
  return start === mark;
}

const mark = 'version https://git-lfs.github.com/spec/';
