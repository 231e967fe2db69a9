import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { inWords, type Reply, requested, type Wanted } from './_request.ts';
import { unavailable } from './_unavailable.ts';
import { shownUrl } from './address.ts';
import type { Network } from './network.ts';
import { Passing, tried } from './tries.ts';

/** One file to fetch, and what it must be. */
export interface Download extends Wanted {
  readonly hash: { readonly algorithm: 'sha256' | 'md5'; readonly hex: string };
  /** In bytes, when it is known. */
  readonly size?: number | undefined;
  /** The file to write. */
  readonly to: string;
}

/**
 * Fetches a file, which appears only when it is whole and of the hash that it must have. What fails on the way is tried
 * three times, within the time that one file may take.
 * @throws CamdriftError `model-unavailable`
 */
export async function download(wanted: Download, network: Network): Promise<void> {
  const { bounds } = network;
  const signal = AbortSignal.timeout(bounds.milliseconds);
  try {
    await tried(() => once(wanted, network, signal), bounds.second);
  } catch (error) {
    if (!(error instanceof Passing)) throw error;
    throw unavailable(`${shownUrl(wanted.url)} could not be fetched: ${error.message}.`, againRemedy, error);
  }
}

const againRemedy = 'Run it again; if that does not help, check the address.';

async function once(wanted: Download, network: Network, signal: AbortSignal): Promise<void> {
  const { url, to } = wanted;
  await using reply = await requested(wanted, network, signal);
  const most = Math.min(network.bounds.bytes, wanted.size ?? Number.POSITIVE_INFINITY);
  if ((reply.length ?? 0) > most) throw tooLarge(wanted, most, `${reply.length}`);
  const partial = `${to}.${process.pid}.part`;
  try {
    await mkdir(dirname(to), { recursive: true });
    await pipeline(checked(wanted, reply, most, network.say), createWriteStream(partial, { flags: 'wx' }));
    await rename(partial, to);
  } catch (error) {
    throw signal.aborted ? unavailable(`${shownUrl(url)} took too long.`, slowRemedy) : inWords(error, url);
  } finally {
    await rm(partial, { force: true });
  }
}

const slowRemedy = 'Let an earlier step fetch it, and name the file on disk as `path`.';

function tooLarge({ url }: Download, most: number, found: string) {
  return unavailable(
    `${shownUrl(url)} is larger than it may be: expected at most ${most} bytes, got ${found}.`,
    'Check the address and the digest beside it.',
  );
}

/** The body's bytes on their way, counted and hashed. */
async function* checked(wanted: Download, reply: Reply, most: number, say: Network['say']): AsyncGenerator<Buffer> {
  const { url, size, hash } = wanted;
  const digest = createHash(hash.algorithm);
  const tell = progress(shownUrl(url), size ?? reply.length, say);
  let length = 0;
  for await (const chunk of reply.body as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > most) throw tooLarge(wanted, most, 'more');
    digest.update(chunk);
    tell(length);
    yield chunk;
  }
  const whole = size ?? reply.length;
  if (whole !== undefined && length < whole) throw new Passing(`it ended after ${length} of ${whole} bytes`);
  const found = digest.digest('hex');
  if (found === hash.hex) return;
  const name = hash.algorithm === 'md5' ? 'MD5' : 'SHA-256';
  throw unavailable(
    `What lies at ${shownUrl(url)} is not the file that is named: expected ${name} ${hash.hex}, got ${found} (${length} bytes).`,
    'If that is the model you mean, write its digest beside the address; if not, somebody has put another file there.',
  );
}

/** A line at the start, and at each quarter of a file that takes a while. */
function progress(name: string, total: number | undefined, say: Network['say']): (length: number) => void {
  let told = 0;
  say(`fetching ${name}${total === undefined ? '' : ` (${megabytes(total)})`}`);
  return length => {
    const quarter = total === undefined || total < 32 * 2 ** 20 ? 0 : Math.floor((length / total) * 4);
    if (quarter <= told || length === total) return;
    told = quarter;
    say(`fetching ${name}: ${megabytes(length)} of ${megabytes(total!)}`);
  };
}

const megabytes = (bytes: number): string =>
  bytes < 1e5 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
