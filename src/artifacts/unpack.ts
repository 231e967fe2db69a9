import { type UnzipLimits, type Unzipped, unzip } from '../archives/unzip.ts';
import { quoted, rejected } from './_rejection.ts';

/** What a stranger's artifact may hold. Sizes in bytes. */
export const unpackLimits = {
  entries: 2_000,
  file: 5_000_000,
  total: 100_000_000,
  ratio: 200,
  ratioFrom: 1_000_000,
  name: 300,
} as const satisfies UnzipLimits;

/**
 * The JSON, WebP and Markdown files of an artifact, in memory.
 *
 * @throws CamdriftError `claims-rejected` past any of `unpackLimits`, and for all else that `unzip` refuses
 */
export function unpack(archive: Uint8Array): Promise<Unzipped> {
  const takes = (name: string) => /\.(json|webp|md)$/.test(name);
  return unzip(archive, { what: 'The artifact', limits: unpackLimits, takes, rejected, quoted });
}
