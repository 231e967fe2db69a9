import { createHash } from 'node:crypto';
import type { Probe } from './probe.ts';

/** Tells edits apart: a digest of all that decides the edited pixels, so not of how it is called and judged. */
export function probeDigest({ name: _, limit: __, asked: ___, ownLimit: ____, ...edit }: Probe): string {
  const bytes = (_key: string, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value;
  return createHash('sha256').update(JSON.stringify(edit, bytes)).digest('hex');
}
