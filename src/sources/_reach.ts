import { lookup as bySystem } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { getProxyForUrl } from 'proxy-from-env';
import { Agent, type Dispatcher, ProxyAgent } from 'undici';
import { CamdriftError } from '../errors.ts';
import { isAllowed, type Network } from './network.ts';

/**
 * A connection to an address's host, after seeing that it may be asked. Names are looked at when the connection is made, so
 * that a name cannot mean one thing when it is checked and another when it is used. Through a proxy, which finds names by
 * itself, they are looked at before.
 * @throws CamdriftError `model-unavailable`
 */
export async function reach(url: URL, network: Network): Promise<Dispatcher> {
  const { bounds, lookup = bySystem as LookupFunction } = network;
  const free = isAllowed(url, network);
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (!free && isIP(literal) && !isPublic(literal)) throw privateHost(url.hostname, literal);
  const timeouts = { headersTimeout: bounds.idle, bodyTimeout: bounds.idle };
  const guarded = free ? lookup : guardedLookup(lookup);
  const proxy = getProxyForUrl(url.href);
  if (!proxy) return new Agent({ ...timeouts, connect: { timeout: Math.min(bounds.idle, 10_000), lookup: guarded } });
  if (!free && !isIP(literal)) await lookedUp(url.hostname, guarded);
  return new ProxyAgent({ ...timeouts, uri: proxy });
}

/** Of the Internet at large: neither this machine nor a network beside it, in whatever form the address is written. */
export function isPublic(address: string): boolean {
  const found = ipaddr.process(address);
  return found.range() === 'unicast' && (found.kind() === 'ipv4' || found.toByteArray()[0]! >> 5 === 1);
}

const privateHost = (host: string, address: string) =>
  new CamdriftError(
    'model-unavailable',
    `${host} is not asked: ${address === host ? 'it' : `its address ${address}`} is not one of the public Internet.`,
    {
      remedy: 'If the model lies on your own network, name the host in the input `allow-hosts`, or with --allow-host.',
    },
  );

/** Of several addresses one that is private refuses all of them. */
function guardedLookup(lookup: LookupFunction): LookupFunction {
  return (host, options, callback) =>
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, [], 0);
      const addresses = found as unknown as { address: string; family: number }[];
      const bad = addresses.find(({ address }) => !isPublic(address));
      if (bad) return callback(privateHost(host, bad.address), [], 0);
      if (options.all) return callback(null, addresses, 0);
      callback(null, addresses[0]!.address, addresses[0]!.family);
    });
}

/** A name that only the proxy can find is left to the proxy. */
function lookedUp(host: string, guarded: LookupFunction): Promise<void> {
  return new Promise((resolve, reject) => {
    guarded(host, { all: true }, error => (error instanceof CamdriftError ? reject(error) : resolve()));
  });
}
