import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { decode } from '../../src/images/decode.ts';
import { encodePng, encodeWebp } from '../../src/images/encode.ts';
import { numbered, sixteenBitPng } from '../support/images.ts';
import { bytesOf, oracle } from './_oracle.ts';

/** What sharp makes of all test files and of two pictures: one digest per file, equal on every build of sharp. */
export async function digests(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { name, file } of oracle.decoding) found[name] = digest((await decode(bytesOf(file), name)).data);
  found['16-bit grey'] = digest((await decode(sixteenBitPng([1, 300, 65535], 1), 'a.png')).data);
  for (const channels of [1, 3] as const) {
    found[`png of ${channels}`] = digest(await encodePng(numbered(65, 43, channels)));
    found[`webp of ${channels}`] = digest(await encodeWebp(numbered(65, 43, channels)));
  }
  return found;
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

if (process.argv[1] === import.meta.filename) {
  process.stdout.write(JSON.stringify({ wasm: 'emscripten' in sharp.versions, digests: await digests() }));
}
