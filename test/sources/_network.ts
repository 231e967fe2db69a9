import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { type Network, usualBounds } from '../../src/sources/network.ts';
import { believeTestServers } from '../support/https-server.ts';

/** A network whose names all lead to this machine, with an empty cache; 127.0.0.1 is allowed unless said otherwise. */
export async function testNetwork(t: TestContext, given: Partial<Network> = {}) {
  believeTestServers();
  const cache = await mkdtemp(join(tmpdir(), 'camdrift-cache-'));
  t.after(() => rm(cache, { recursive: true, force: true }));
  const lines: string[] = [];
  const network: Network = {
    cache,
    allowed: ['127.0.0.1', 'models.test', 'other.test'],
    env: {},
    say: line => lines.push(line),
    bounds: { ...usualBounds, second: 1 },
    lookup: leadingTo('127.0.0.1'),
    ...given,
  };
  return { network, cache, lines };
}

/** Every name has these addresses. */
export function leadingTo(...addresses: string[]): NonNullable<Network['lookup']> {
  const found = addresses.map(address => ({ address, family: address.includes(':') ? 6 : 4 }));
  return (_host, options, callback) =>
    options.all ? callback(null, found) : callback(null, found[0]!.address, found[0]!.family);
}

export const refusal = (message: RegExp, remedy = /./) => ({
  name: 'CamdriftError',
  code: 'model-unavailable',
  message,
  remedy,
});
