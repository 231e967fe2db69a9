import type { ReadableStream } from 'node:stream/web';
import { Passing } from '../sources/tries.ts';

/** The chunks of a body. A connection that breaks may hold next time; whatever else fails with the chunks may not. */
export async function* unbroken(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (cause) {
    throw new Passing('the connection broke off', { cause });
  }
}
