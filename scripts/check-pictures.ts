/**
 * How far sixty pictures of every kind are from what the libraries make of them, and docs/pictures.md from it.
 *
 *   python scripts/make-oracle-resizing.py --large FOLDER && node scripts/check-pictures.ts FOLDER [--write]
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { picturesMeant } from '../src/config/pictures.ts';
import { settingsSchema } from '../src/config/schema.ts';
import { loadFixture } from '../src/images/load.ts';

interface Answer {
  readonly library: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly input: readonly [number, number];
  readonly bytes?: string;
  readonly floats?: string;
}

const [folder, write] = process.argv.slice(2) as [string, string?];
/** By library, then by kind of file: the largest difference, of 255, and how many answers were compared. */
const found = new Map<string, Map<string, { worst: number; answers: number }>>();

for (const name of readdirSync(folder).filter(each => each.endsWith('.json'))) {
  const told: { kind: string; file: string; found: Answer[] } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  for (const answer of told.found) add(answer.library, told.kind, await apart(join(folder, told.file), answer));
}

const table = lines();
console.log(table);
if (write === '--write') writeFileSync(new URL('../docs/pictures.md', import.meta.url), page());

async function apart(path: string, { settings, input: [width, height], bytes, floats }: Answer): Promise<number> {
  const { fit, pixels } = picturesMeant(settingsSchema.parse(settings));
  const raw = { scale: 1, mean: [0], std: [1], order: 'rgb' } as const;
  const { values } = await loadFixture(path, { width, height, channels: 3 }, { preprocess: raw, fit, pixels });
  const buffer = new Uint8Array(Buffer.from(bytes ?? floats!, 'base64'));
  const expected = bytes === undefined ? new Float32Array(buffer.buffer) : buffer;
  if (expected.length !== values.length) throw new Error(`${path}: ${expected.length} values, found ${values.length}`);
  // What is smoothed beyond black and white is cut off there by Pillow, and not by TensorFlow.
  const cut = (value: number) => (pixels.antialias ? Math.max(0, Math.min(255, value)) : value);
  return values.reduce((most, value, at) => Math.max(most, Math.abs(value - cut(expected[at]!))), 0);
}

function add(library: string, kind: string, difference: number): void {
  const kinds = found.get(library) ?? new Map<string, { worst: number; answers: number }>();
  const { worst, answers } = kinds.get(kind) ?? { worst: 0, answers: 0 };
  found.set(library, kinds.set(kind, { worst: Math.max(worst, difference), answers: answers + 1 }));
}

function lines(): string {
  const rows = [...found].flatMap(([library, kinds]) => {
    const worst = Math.max(...[...kinds.values()].map(each => each.worst));
    const answers = [...kinds.values()].reduce((sum, each) => sum + each.answers, 0);
    const beyond = [...kinds].filter(([, each]) => each.worst > 0.001 && each.worst === worst).map(([kind]) => kind);
    const usual = Math.max(0, ...[...kinds].filter(([kind]) => !beyond.includes(kind)).map(([, each]) => each.worst));
    return [
      `| ${library} | ${answers} | ${shown(worst)} | ${beyond.length > 0 && beyond.length < kinds.size ? `${beyond.join('; ')} (others: ${shown(usual)})` : ''} |`,
    ];
  });
  return ['| library | answers | largest difference, of 255 | where |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

function page(): string {
  return `# Sixty pictures of every kind, as the libraries read and resize them

Twenty kinds of files in three sizes (37 x 23, 480 x 640, 300 x 64), resized to 64 x 64: each library reads the file itself, with the settings that stand for it here. Made by
\`python scripts/make-oracle-resizing.py --large FOLDER\` and \`node scripts/check-pictures.ts FOLDER --write\`; fifteen smaller pictures are held to the same in every test run.

${table}

Pillow's side is equal byte by byte, for every kind of file. TensorFlow's own \`antialias=True\` is no setting here: it is shown to say how far Pillow's is from it (ADR 24).

\`image_dataset_from_directory\` also decodes by itself, where the others use Pillow: JPEG with libjpeg's fast and inexact transform (its \`dct_method\` is left to the platform), and of 16-bit
grey it takes the high byte, which Pillow cuts at 255. Pictures here are read as Pillow reads them, so for this library that is the bound:

${differing()}
`;
}

function differing(): string {
  const settings = [...found].filter(([library]) => !library.includes('smooth'));
  const rows = settings.flatMap(([library, kinds]) =>
    [...kinds]
      .filter(([, { worst }]) => worst > 0.001)
      .map(([kind, { worst }]) => `| ${library} | ${kind} | ${shown(worst)} |`),
  );
  return ['| library | kind | largest difference |', '| --- | --- | --- |', ...rows].join('\n');
}

function shown(value: number): string {
  if (value === 0) return '0';
  return value < 0.001 ? value.toExponential(0) : value.toFixed(1);
}
