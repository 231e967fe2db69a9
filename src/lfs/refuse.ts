import { CamdriftError } from '../errors.ts';
import { isLfsPointer } from './pointer.ts';

/** Git LFS leaves a short text in place of a file that was not fetched. */
export function refuseLfsPointer(bytes: Uint8Array, path: string): void {
  if (!isLfsPointer(bytes)) return;
  const digest = /oid (\S+)/.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 200)))?.[1] ?? 'without a digest';
  throw new CamdriftError('fixture-unreadable', `${path} is a Git LFS pointer (${digest}), not the file itself.`, {
    remedy: 'Fetch the real file with `git lfs pull`; in a workflow set `lfs: true` on actions/checkout.',
  });
}
