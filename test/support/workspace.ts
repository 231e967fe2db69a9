import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { TestContext } from 'node:test';
import sharp from 'sharp';
import { stringify } from 'yaml';
import type { WrittenModel, WrittenResults } from '../../src/results-file/schema.ts';
import { camdrift, type Finished } from './dist.ts';
import { toldApart } from './images.ts';
import { type Sight, type TinyModel, writeModel } from './models.ts';

/** A coloured square of a quarter of the picture's width, its upper left corner in quarters. */
export type Spot = readonly [colour: Exclude<Sight, 'nothing'>, x: number, y: number];

/** A project as a user has it: models, images, a configuration. Gone after the test. */
export interface Workspace {
  readonly root: string;
  path(name: string): string;
  write(name: string, content: string | Uint8Array): Promise<string>;
  read(name: string): Promise<string>;
  /** Writes `models/<name>/model.json`. */
  model(name: string, options?: TinyModel): Promise<string>;
  picture(name: string, spots?: readonly Spot[], size?: number): Promise<string>;
  /** Writes camdrift.yml. */
  config(settings: object): Promise<string>;
  run(...args: string[]): Promise<Finished>;
  runWith(env: Record<string, string>, ...args: string[]): Promise<Finished>;
  results(folder?: string): Promise<WrittenResults>;
  /** SHA-256 of every file below a folder, to see that nothing changed. */
  digests(folder?: string): Promise<Record<string, string>>;
}

export async function emptyWorkspace(t: TestContext): Promise<Workspace> {
  const root = await mkdtemp(join(tmpdir(), 'camdrift-test-'));
  t.after(() => rm(root, { recursive: true, force: true }));
  const path = (name: string) => join(root, name);
  const write = async (name: string, content: string | Uint8Array) => {
    await mkdir(dirname(path(name)), { recursive: true });
    await writeFile(path(name), content);
    return path(name);
  };
  const runWith = (env: Record<string, string>, ...args: string[]) => camdrift(args, { cwd: root, env });
  return {
    root,
    path,
    write,
    read: name => readFile(path(name), 'utf8'),
    model: (name, options) => writeModel(path(`models/${name}`), options),
    picture: async (name, spots = [], size = 16) => write(name, await picture(spots, size)),
    config: settings => write('camdrift.yml', stringify(settings)),
    run: (...args) => runWith({}, ...args),
    runWith,
    results: async (folder = 'camdrift-out') => JSON.parse(await readFile(path(`${folder}/results.json`), 'utf8')),
    digests: (folder = '.') => digestsOf(path(folder)),
  };
}

/** Which model is the baseline's, what the images show, and anything else for camdrift.yml. */
export interface Project {
  /** `false`: none is written. */
  readonly before?: TinyModel | false;
  readonly after?: TinyModel;
  readonly images?: Readonly<Record<string, readonly Spot[]>>;
  readonly config?: object;
}

/** A red object in the middle and a blue watermark in the corner, at three places. */
export const watermarked: NonNullable<Project['images']> = {
  'images/a.png': [
    ['red', 1, 1],
    ['blue', 3, 3],
  ],
  'images/b.png': [
    ['red', 2, 0],
    ['blue', 3, 3],
  ],
  'images/c.png': [
    ['red', 0, 2],
    ['blue', 3, 3],
  ],
};

/** Probes have scenarios of their own: a model of a few weights is thrown by every edit. */
export const settings = { engine: 'wasm', preprocess: 'unit', fixtures: ['images/*'], probes: 'none' } as const;

/** A workspace with the model `models/after`, compared with `models/before`, on small pictures. */
export async function project(t: TestContext, { before, after, images, config }: Project = {}): Promise<Workspace> {
  const made = await emptyWorkspace(t);
  await made.model('after', after);
  if (before !== false) await made.model('before', before);
  const drawn = Object.entries(images ?? watermarked).map(
    async ([name, spots]) => [name, await picture(spots)] as const,
  );
  for (const [name, bytes] of toldApart(await Promise.all(drawn))) await made.write(name, bytes);
  await made.config({
    ...settings,
    ...(before !== false && { 'baseline-model': 'models/before' }),
    models: [{ name: 'tiny', path: 'models/after' }],
    ...config,
  });
  return made;
}

/** The only model's result. */
export async function onlyModel(workspace: Workspace): Promise<WrittenModel> {
  const { models } = await workspace.results();
  return models[0]!;
}

export const reasonCodes = ({ reasons }: { readonly reasons: readonly { readonly code: string }[] }): string[] =>
  reasons.map(({ code }) => code);

/** A PNG of dark grey with coloured squares. */
export async function picture(spots: readonly Spot[], size = 16): Promise<Buffer> {
  const side = Math.max(1, size >> 2);
  const squares = spots.map(([colour, x, y]) => ({
    input: { create: { width: side, height: side, channels: 3 as const, background: plain[colour] } },
    left: x * side,
    top: y * side,
  }));
  const background = { width: size, height: size, channels: 3 as const, background: '#303030' };
  return sharp({ create: background }).composite(squares).png().toBuffer();
}

const plain = { red: '#ff0000', green: '#00ff00', blue: '#0000ff' };

async function digestsOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  const digest = async (file: string) =>
    createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
  const pairs = files.sort().map(async file => [relative(folder, file), await digest(file)]);
  return Object.fromEntries(await Promise.all(pairs));
}

/** How a run must have ended: its exit code, and words in what it said. */
export interface Ending {
  readonly code: number;
  readonly out?: readonly (string | RegExp)[];
  readonly err?: readonly (string | RegExp)[];
}

export function assertEnded(run: Finished, { code, out = [], err = [] }: Ending): void {
  const everything = `exit code ${run.code}\n${run.stdout}\n${run.stderr}`;
  assert.equal(run.code, code, everything);
  for (const [stream, words] of [
    [run.stdout, out],
    [run.stderr, err],
  ] as const) {
    for (const word of words) {
      const found = typeof word === 'string' ? stream.includes(word) : word.test(stream);
      assert.ok(found, `${word} is missing in\n${everything}`);
    }
  }
}
