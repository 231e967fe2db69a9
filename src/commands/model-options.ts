import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { RawConfig } from '../config/schema.ts';
import { nameFor } from '../config/source.ts';
import { CamdriftError } from '../errors.ts';
import { oneLine } from '../reports/printable.ts';
import { addressOf, addressProblem, isAddress, shownUrl } from '../sources/address.ts';
import { fetched, placeIn } from '../sources/fetched.ts';
import { type Network, usualBounds } from '../sources/network.ts';
import type { World } from './world.ts';

/** Options about models that lie at an address. */
export interface NetworkOptions {
  readonly allowHost?: readonly string[];
  readonly cache?: string;
}

/** Options that name one model, wherever it lies. */
export interface ModelOptions extends NetworkOptions {
  readonly model?: string;
  readonly sha256?: string;
  readonly tokenEnv?: string;
}

export const modelHelp = 'the model file, the folder of a TensorFlow.js model or SavedModel, or an https address';

export function addNetworkOptions(command: Command): Command {
  return command
    .addOption(new Option('--allow-host <host...>', 'hosts on a private network that models may be fetched from'))
    .option('--cache <folder>', 'where fetched models are kept (default: camdrift in the cache folder of the user)');
}

export function addModelOptions(command: Command): Command {
  return addNetworkOptions(command)
    .option('--sha256 <hex>', 'SHA-256 of the model, when it lies at an https address')
    .option('--token-env <name>', "environment variable with a token for the address's host");
}

export function networkOf({ allowHost = [], cache }: NetworkOptions, { terminal, cwd, env }: World): Network {
  return {
    cache: cache === undefined ? usualCache(env) : resolve(cwd, cache),
    allowed: allowHost,
    env,
    say: line => terminal.note(oneLine(line)),
    bounds: usualBounds,
  };
}

const usualCache = (env: World['env']): string =>
  join(env.XDG_CACHE_HOME || env.LOCALAPPDATA || join(homedir(), '.cache'), 'camdrift');

/** The model that `--model` and its like name, as a configuration would. */
export function typedModel({ model = '', sha256, tokenEnv }: ModelOptions): RawConfig['models'][number] {
  const name = nameFor(isAddress(model) && URL.canParse(model) ? new URL(model).pathname : model);
  const written = { name, path: model, sha256: sha256?.toLowerCase(), 'token-env': tokenEnv };
  const problem = addressProblem(written);
  if (problem) {
    const option = problem.key === 'path' ? 'model' : problem.key;
    throw new CamdriftError('usage-wrong', `--${option} ${problem.message.replace('`path`', '--model')}.`);
  }
  if (sha256 !== undefined && !/^[0-9a-f]{64}$/i.test(sha256))
    throw new CamdriftError('usage-wrong', `Expected --sha256 with 64 hex digits, got "${sha256}".`);
  return written;
}

/** Where the model that is typed lies, once it does. */
export async function modelPath(options: ModelOptions & { readonly model: string }, world: World): Promise<string> {
  const model = typedModel(options);
  if (!isAddress(model.path)) return resolve(world.cwd, model.path);
  const [address, network] = [addressOf(model), networkOf(options, world)];
  await fetched(address, network);
  return placeIn(network.cache, address);
}

/** As it was typed, without what may be secret. */
export const shownModel = (model: string): string => (isAddress(model) ? shownUrl(model) : model);
