import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

const block = 512;

/**
 * Takes the files of one folder out of an archive (`.tgz`) whose content is known to be right; everything else is passed over.
 * @param folder as the archive has it, with `/` at its end
 * @param keep told of each file, which it must not hold on to longer than it has to
 */
export async function filesInTar(
  archive: string,
  folder: string,
  keep: (name: string, bytes: Buffer) => Promise<void>,
): Promise<void> {
  await pipeline(createReadStream(archive), createGunzip(), async (chunks: AsyncIterable<Buffer>) => {
    const read = reader(chunks);
    for (let header = await read(block); header.some(Boolean); header = await read(block)) {
      const path = [text(header, 345, 155), text(header, 0, 100)].filter(Boolean).join('/');
      const size = Number.parseInt(text(header, 124, 12), 8);
      const bytes = await read(Math.ceil(size / block) * block);
      const name = basename(path);
      if (path === `${folder}${name}`) await keep(name, bytes.subarray(0, size));
    }
  });
}

const text = (header: Buffer, at: number, length: number): string =>
  header.toString('latin1', at, at + length).replace(/\0.*$/s, '');

/** As many bytes as are asked for, however they come; what is left at the end is filled up with noughts, which end an archive. */
function reader(chunks: AsyncIterable<Buffer>): (length: number) => Promise<Buffer> {
  const source = chunks[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  return async length => {
    const parts = [rest];
    let found = rest.length;
    while (found < length) {
      const { value, done } = await source.next();
      if (done) break;
      parts.push(value);
      found += value.length;
    }
    const all = Buffer.concat(found < length ? [...parts, Buffer.alloc(length - found)] : parts);
    rest = all.subarray(length);
    return all.subarray(0, length);
  };
}
