import { open } from 'node:fs/promises';
import { CamdriftError } from '../../errors.ts';

/** Bytes that are read without a second thought. */
export const small = 2 ** 20;

/** Fields of a model are few: its graph is one of them. */
const mostFields = 10_000;

/**
 * Whether the fields of a protobuf message fill a file from end to end, told from their tags and lengths alone: what is no
 * message, or was cut short, is not read. @throws `model-unreadable`
 */
export async function requireOutline(path: string): Promise<void> {
  const file = await open(path).catch(cause => {
    throw new CamdriftError('model-unreadable', `There is no readable file ${path}.`, { cause });
  });
  try {
    const { size } = await file.stat();
    if (size < small) return; // reading it says more
    const head = Buffer.alloc(20);
    let at = 0;
    for (let field = 0; at < size; field++) {
      const { bytesRead } = await file.read(head, 0, head.length, at);
      const length = fieldAt(head.subarray(0, bytesRead))?.end;
      if (length === undefined || at + length > size || field >= mostFields) throw notOnnx(path, at, size);
      at += length;
    }
  } finally {
    await file.close();
  }
}

/** A field of a message, in bytes from where it begins. */
export interface Field {
  readonly number: number;
  /** Where its value begins, and where it ends. */
  readonly start: number;
  readonly end: number;
  /** Of a whole number. */
  readonly value?: number;
}

/** A field from its first bytes; `undefined` for what no field begins with. */
export function fieldAt(head: Uint8Array): Field | undefined {
  const tag = varint(head, 0);
  if (!tag || tag.value < 8) return undefined;
  const [number, kind, start] = [Math.floor(tag.value / 8), tag.value % 8, tag.end];
  if (kind === 1) return { number, start, end: start + 8 };
  if (kind === 5) return { number, start, end: start + 4 };
  const next = kind === 0 || kind === 2 ? varint(head, start) : undefined;
  if (!next) return undefined;
  return kind === 0
    ? { number, start, end: next.end, value: next.value }
    : { number, start: next.end, end: next.end + next.value };
}

/** Seven bits per byte, the lowest first, as long as the eighth is set. */
function varint(bytes: Uint8Array, start: number): { value: number; end: number } | undefined {
  let [value, factor] = [0, 1];
  for (let at = start; at < Math.min(bytes.length, start + 10); at++) {
    value += (bytes[at]! & 127) * factor;
    factor *= 128;
    if (bytes[at]! < 128) return { value, end: at + 1 };
  }
  return undefined;
}

const notOnnx = (path: string, at: number, size: number): CamdriftError =>
  new CamdriftError(
    'model-unreadable',
    `${path} cannot be read as an ONNX model (truncated, or of another format): what begins at byte ${at} of ${size} is no part of one.`,
  );
