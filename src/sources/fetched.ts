import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, mkdir, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { modelFiles } from '../models/index.ts';
import { unavailable } from './_unavailable.ts';
import { type Address, digestAt, mainFile, shownUrl, urlOf } from './address.ts';
import type { Network } from './network.ts';

/** Where a model at an address will lie: known before it is fetched. */
export const placeIn = (cache: string, address: Address): string => join(cache, digestAt(address), mainFile(address));

/**
 * Puts a model into the cache, unless it is there: files are known by their content, which is looked at each time.
 * @throws CamdriftError `model-unavailable`
 */
export async function fetched(address: Address, network: Network): Promise<void> {
  requireTrust(address, network);
  const folder = dirname(placeIn(network.cache, address));
  await requireOwn(folder, network.cache);
  const token = tokenOf(address, network);
  for (const [name, sha256] of address.files) {
    const to = join(folder, name);
    await requireOwn(dirname(to), network.cache);
    if (await isThere(to, sha256)) continue;
    await rm(to, { force: true, recursive: true });
    const { download } = await import('./_download.ts');
    await download({ url: urlOf(address, name), token, hash: { algorithm: 'sha256', hex: sha256 }, to }, network);
  }
  await requireWhole(address, folder);
}

/** On a stranger's word only those hosts are asked that the base branch names, and each gets the token named there or none. */
function requireTrust({ url, tokenEnv }: Address, { only }: Network): void {
  if (!only) return;
  const { host } = new URL(url);
  const known = only.filter(each => each.host === host);
  if (known.length > 0 && (tokenEnv === undefined || known.some(each => each.tokenEnv === tokenEnv))) return;
  const what = known.length > 0 ? `gets no token from \`${tokenEnv}\`` : 'is not asked';
  throw unavailable(
    `${host} ${what}: on a pull request from a fork only what the base branch's configuration names is.`,
    'Let somebody who may write to the repository open a pull request with this address.',
  );
}

/** A link that lies in the cache must not lead a download elsewhere. */
async function requireOwn(folder: string, cache: string): Promise<void> {
  const steps = relative(cache, folder).split(sep);
  for (const count of steps.keys()) {
    const above = join(cache, ...steps.slice(0, count + 1));
    const found = await lstat(above).catch(() => undefined);
    if (found && !found.isDirectory())
      throw unavailable(`${above}, in the folder for downloads, is no folder.`, 'Empty the folder for downloads.');
  }
  await mkdir(folder, { recursive: true }).catch(cause => {
    throw unavailable(
      `The folder for downloads, ${cache}, cannot be written to: ${(cause as Error).message}.`,
      cacheRemedy,
      cause,
    );
  });
}

const cacheRemedy = 'Name another folder with the input `cache`, or with --cache.';

async function isThere(path: string, sha256: string): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch {
    return false;
  }
  return hash.digest('hex') === sha256;
}

function tokenOf({ url, tokenEnv }: Address, { env }: Network): string | undefined {
  if (tokenEnv === undefined) return undefined;
  const token = env[tokenEnv]?.trim();
  if (token) return token;
  throw unavailable(
    `The environment variable ${tokenEnv}, which holds the token for ${new URL(url).host}, is not set.`,
    `Give it to the step: \`env: { ${tokenEnv}: "\${{ secrets.${tokenEnv} }}" }\`. Pull requests from forks get no secrets.`,
  );
}

/** Files that the model names and the configuration does not: nothing says what they should be. */
async function requireWhole(address: Address, folder: string): Promise<void> {
  const { files } = await modelFiles(join(folder, mainFile(address)));
  const missing = files.filter(name => !address.files.has(name));
  if (missing.length === 0) return;
  throw unavailable(
    `The model at ${shownUrl(address.url)} is in several files, and the configuration does not name ${missing.slice(0, 3).join(', ')}.`,
    'List each file and its SHA-256 under `files`, by its name beside the address.',
  );
}
