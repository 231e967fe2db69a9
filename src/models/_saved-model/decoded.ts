import { type DescMessage, fromBinary, type MessageShape } from '@bufbuild/protobuf';
import { CamdriftError } from '../../errors.ts';

/** A message from its bytes, fields that are not read here left out. @param where for messages to people */
export function decoded<T extends DescMessage>(schema: T, bytes: Uint8Array, where: string): MessageShape<T> {
  try {
    return fromBinary(schema, bytes, { readUnknownFields: false });
  } catch (cause) {
    throw new CamdriftError(
      'model-unreadable',
      `${where} is not part of a TensorFlow SavedModel, or is truncated: ${(cause as Error).message}.`,
      { cause, remedy: 'Export the model again, or fetch its files anew: they are not what was written.' },
    );
  }
}
