import type { LookupFunction } from 'node:net';

/** What may be asked of the network, and on whose word. */
export interface Network {
  /** Folder that downloads are kept in, by their content. */
  readonly cache: string;
  /** Hosts that may lie on a private network, `host` or `host:port`: whoever wrote the workflow or the command says so. */
  readonly allowed: readonly string[];
  /** The only hosts to ask, and the token that each may get, when a stranger wrote the configuration. */
  readonly only?: readonly TrustedHost[] | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  say(line: string): void;
  readonly bounds: Bounds;
  /** How names become addresses; as the system does it when not given. */
  readonly lookup?: LookupFunction | undefined;
}

export interface TrustedHost {
  /** With the port, when it is not 443. */
  readonly host: string;
  readonly tokenEnv?: string | undefined;
}

export interface Bounds {
  /** Of one file. */
  readonly bytes: number;
  /** Of one file, from the first request to the last byte. */
  readonly milliseconds: number;
  /** Without a byte. */
  readonly idle: number;
  /** What a second of waiting before another try lasts, in milliseconds. */
  readonly second: number;
}

/** Whether the host of an address may lie on a private network. */
export function isAllowed({ hostname, host }: URL, { allowed }: Pick<Network, 'allowed'>): boolean {
  const plain = allowed.map(each => each.toLowerCase().replace(/:443$/, ''));
  return plain.includes(hostname) || plain.includes(host);
}

export const usualBounds: Bounds = { bytes: 2 * 2 ** 30, milliseconds: 15 * 60_000, idle: 60_000, second: 1000 };
