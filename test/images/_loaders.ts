import { sharp } from '../../src/images/_sharp.ts';

/** What sharp takes a file for, or that it has no loader for it. */
const word = (input: Uint8Array): Promise<string> =>
  sharp(input)
    .metadata()
    .then(
      ({ format }) => format,
      () => 'refused',
    );

const foreign = {
  svg: '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64" height="64" fill="red"/></svg>',
  ppm: 'P6 1 1 255\nabc',
  rad: '#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 1 +X 1\nabcd',
  pdf: '%PDF-1.7\n',
};
const plain = sharp({ create: { width: 8, height: 8, channels: 3, background: '#f00' } });
const words: Record<string, string> = {};
for (const [name, text] of Object.entries(foreign)) words[name] = await word(Buffer.from(text, 'latin1'));
for (const format of ['png', 'jpeg', 'webp', 'tiff', 'avif', 'gif'] as const)
  words[format] = await word(await plain.clone().toFormat(format).toBuffer());
process.stdout.write(JSON.stringify({ wasm: 'emscripten' in sharp.versions, words }));
