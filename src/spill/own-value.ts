import { DefaultDeserializer } from 'node:v8';

/**
 * What `serialize` made bytes of, with nothing of these bytes in it. `deserialize` makes arrays of parts of them, so that who changes
 * an array changes what is kept, and who keeps a small one keeps all.
 */
export function ownValue(bytes: Uint8Array): unknown {
  const reader = new OwnArrays(bytes);
  reader.readHeader();
  return reader.readValue();
}

class OwnArrays extends DefaultDeserializer {
  /** Node calls it for arrays of numbers. */
  _readHostObject(): NodeJS.ArrayBufferView {
    const read = inherited.call(this);
    const own = read.buffer.slice(read.byteOffset, read.byteOffset + read.byteLength);
    return Buffer.isBuffer(read) ? Buffer.from(own) : new (read.constructor as ViewConstructor)(own);
  }
}

type ViewConstructor = new (bytes: ArrayBufferLike) => NodeJS.ArrayBufferView;

/** As documented; the types do not name it. */
const inherited = (DefaultDeserializer.prototype as unknown as { _readHostObject(): NodeJS.ArrayBufferView })
  ._readHostObject;
