import { type Bytes, Hdf5Error } from './_bytes.ts';

export interface Message {
  readonly type: number;
  readonly at: number;
  readonly size: number;
}

export type ObjectHeader = readonly Message[];

export const messageTypes = {
  dataspace: 0x01,
  linkInfo: 0x02,
  datatype: 0x03,
  link: 0x06,
  layout: 0x08,
  filters: 0x0b,
  attribute: 0x0c,
  continuation: 0x10,
  symbolTable: 0x11,
  attributeInfo: 0x15,
} as const;

export function find(header: ObjectHeader, type: keyof typeof messageTypes): Message | undefined {
  return header.find(message => message.type === messageTypes[type]);
}

/** All messages of an object, from its first block and from those that continue it. */
export function readHeader(file: Bytes, address: number): ObjectHeader {
  const isNew = file.u8(address) === 'O'.charCodeAt(0);
  const blocks = [isNew ? firstNewBlock(file, address) : firstOldBlock(file, address)];
  const seen = new Set<number>();
  const messages: Message[] = [];
  for (const block of blocks) {
    if (seen.has(block.at)) throw new Hdf5Error(`an object header at byte ${address} continues itself`);
    seen.add(block.at);
    for (const message of isNew ? newMessages(file, block) : oldMessages(file, block)) {
      if (message.type === messageTypes.continuation) blocks.push(continued(file, message, block));
      else messages.push(message);
    }
  }
  return messages;
}

interface Block {
  readonly at: number;
  readonly end: number;
  /** Bytes of a new message's head: 4, and 2 more where the order of creation is tracked. */
  readonly head: number;
  readonly isNew: boolean;
}

function firstOldBlock(file: Bytes, address: number): Block {
  if (file.u8(address) !== 1) throw new Hdf5Error(`there is no object header at byte ${address}`);
  return { at: address + 16, end: address + 16 + file.u32(address + 8), head: 8, isNew: false };
}

function firstNewBlock(file: Bytes, address: number): Block {
  file.requireSignature(address, 'OHDR');
  const flags = file.u8(address + 5);
  const sizeAt = address + 6 + (flags & 0x20 ? 16 : 0) + (flags & 0x10 ? 4 : 0);
  const width = 1 << (flags & 3);
  const at = sizeAt + width;
  return { at, end: at + file.uint(sizeAt, width), head: flags & 0x04 ? 6 : 4, isNew: true };
}

function continued(file: Bytes, { at }: Message, { head, isNew }: Block): Block {
  const [start, size] = [file.u64(at), file.u64(at + 8)];
  if (!isNew) return { at: start, end: start + size, head, isNew };
  file.requireSignature(start, 'OCHK');
  return { at: start + 4, end: start + size - 4, head, isNew };
}

function* oldMessages(file: Bytes, { at, end }: Block): Generator<Message> {
  for (let next = at; next + 8 <= end; next += 8 + file.u16(next + 2)) {
    yield message(file, { type: file.u16(next), at: next + 8, size: file.u16(next + 2) }, file.u8(next + 4));
  }
}

function* newMessages(file: Bytes, { at, end, head }: Block): Generator<Message> {
  for (let next = at; next + head <= end; next += head + file.u16(next + 1)) {
    yield message(file, { type: file.u8(next), at: next + head, size: file.u16(next + 1) }, file.u8(next + 3));
  }
}

/** A shared message holds an address where its content should be. */
function message(file: Bytes, found: Message, flags: number): Message {
  file.slice(found.at, found.size);
  const matters = Object.values(messageTypes).some(type => type === found.type);
  if (flags & 0x02 && matters) throw new Hdf5Error('shared messages (committed data types) are not read');
  return found;
}
