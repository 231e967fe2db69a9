import { readFile, stat } from 'node:fs/promises';

import { CamdriftError } from '../errors.ts';
import { isLfsPointer } from '../lfs/pointer.ts';
import type { MarkPicture } from '../probes/probe.ts';
import { sharp } from './_sharp.ts';

const mostBytes = 4 * 2 ** 20;
/** Pixels of either side. */
const longestSide = 2048;

const signature = '\x89PNG\r\n\x1a\n';

/**
 * A picture to paste into fixtures: a PNG with its opacity, as red, green, blue and alpha of 8 bits. A picture without alpha
 * is opaque; a palette and grey are expanded.
 *
 * @throws CamdriftError `config-invalid`: no file, more than 4 MiB or 2048 pixels a side, no PNG, damaged or cut short
 */
export async function readMark(path: string): Promise<MarkPicture> {
  const found = await stat(path).catch(cause => {
    throw unfit(`There is no file ${path}, which a probe pastes.`, cause);
  });
  if (!found.isFile() || found.size > mostBytes)
    throw unfit(
      `${path} cannot be pasted: expected a file of at most ${mostBytes} bytes, got ${found.isFile() ? `${found.size}` : 'none'}.`,
    );
  const bytes = await readFile(path);
  if (isLfsPointer(bytes))
    throw new CamdriftError('config-invalid', `${path} is a Git LFS pointer, not the picture that a probe pastes.`, {
      remedy: 'Fetch the real file with `git lfs pull`; in a workflow set `lfs: true` on actions/checkout.',
    });
  if (!bytes.subarray(0, 8).equals(Buffer.from(signature, 'latin1')))
    throw unfit(`${path} cannot be pasted: it is no PNG.`);
  return decoded(bytes, path);
}

async function decoded(bytes: Uint8Array, path: string): Promise<MarkPicture> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (Math.max(width, height) > longestSide)
      throw unfit(`${path} has ${width} x ${height} pixels; a picture to paste has at most ${longestSide} a side.`);
    const pixels = sharp(bytes, { failOn: 'error', limitInputPixels: longestSide ** 2 }).toColourspace('srgb');
    const { data } = await pixels.ensureAlpha().raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
    return { width, height, rgba: new Uint8Array(data) };
  } catch (cause) {
    if (cause instanceof CamdriftError) throw cause;
    throw unfit(`${path} is damaged or cut short: ${(cause as Error).message.split('\n')[0]}.`, cause);
  }
}

const unfit = (message: string, cause?: unknown): CamdriftError =>
  new CamdriftError('config-invalid', message, {
    cause,
    remedy:
      'Name a PNG of the mark in `probes`, small and cut out; or take the built-in one with `probes: [mark]`, or `probes: none`.',
  });
