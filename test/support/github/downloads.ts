import { randomUUID } from 'node:crypto';
import { type Answer, type Links, Refusal } from './call.ts';
import type { Incoming } from './incoming.ts';
import type { Ledger } from './ledger.ts';
import type { World } from './world.ts';

/** What may be fetched from the storage host, which knows no tokens. */
export interface Ticket {
  readonly bytes: Uint8Array;
  /** The only `Authorization` header it accepts; without one it accepts none at all. */
  readonly authorization?: string;
}

/** @returns the address to fetch it at */
export function ticketFor(world: World, { storage }: Links, ticket: Ticket): string {
  const id = randomUUID();
  world.tickets.set(id, ticket);
  return `${storage}/objects/${id}`;
}

export function download(world: World, incoming: Incoming, ledger: Ledger): Answer {
  const { authorization } = incoming.headers;
  const ticket = world.tickets.get(incoming.path.split('/').at(-1)!);
  if (!ticket) throw new Refusal(404, 'The specified blob does not exist.');
  if (authorization !== ticket.authorization) {
    ledger.violation(incoming, `a download was asked for with the wrong authorization: ${authorization ?? 'none'}`);
    throw new Refusal(400, 'Authentication information is not given in the correct format.');
  }
  return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: ticket.bytes };
}
