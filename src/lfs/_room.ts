import { unavailable } from '../repository/unavailable.ts';
import type { LfsPointer } from './pointer.ts';

/** @throws CamdriftError `baseline-unavailable` when all objects together have more bytes */
export function requireRoom(
  objects: readonly { readonly pointer: LfsPointer; readonly place: string }[],
  mostBytes: number,
): void {
  const bytes = objects.reduce((sum, { pointer }) => sum + pointer.size, 0);
  if (bytes > mostBytes)
    throw unavailable(
      `${objects[0]!.place} and the files with it have ${bytes} bytes in Git LFS; at most ${mostBytes} are fetched.`,
      'Commit a baseline made with `camdrift baseline`.',
    );
}
