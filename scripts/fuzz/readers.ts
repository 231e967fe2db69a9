import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import picomatch from 'picomatch';
import sharp from 'sharp';
import { stringify } from 'yaml';
import { readClaims } from '../../src/artifacts/claims.ts';
import { unpack } from '../../src/artifacts/unpack.ts';
import { readBaseline } from '../../src/baselines/directory.ts';
import { parseCalibration } from '../../src/calibration/file.ts';
import { cocoShapes } from '../../src/config/_coco-regions.ts';
import { readLabels } from '../../src/config/labels.ts';
import { parseConfig } from '../../src/config/read.ts';
import { settingsSchema } from '../../src/config/schema.ts';
import { readTruth } from '../../src/config/truth.ts';
import { inputNames, readInputs } from '../../src/events/inputs.ts';
import { readMergeGroup, readPullRequest, readPush } from '../../src/events/payloads.ts';
import { Hdf5Error, type Hdf5Node, openHdf5 } from '../../src/hdf5/hdf5.ts';
import { decode } from '../../src/images/decode.ts';
import { readNpy } from '../../src/images/npy.ts';
import { readLfsPointer } from '../../src/lfs/pointer.ts';
import type { Results } from '../../src/results/results.ts';
import { mutatedBytes, withChecks } from './bytes.ts';
import type { Chooser } from './random.ts';
import { type Input, jsonBytes, only, onlyOf, type Target, textOf } from './target.ts';
import { mutatedTree } from './tree.ts';

const root = join(import.meta.dirname, '../..');
const demo = join(root, 'fixtures/demo');

type Ready = () => Promise<Target>;

/** Bytes of one file, mutated as bytes. */
const raw =
  (seeds: () => Promise<Uint8Array[]>, read: (bytes: Uint8Array) => unknown, after = (bytes: Buffer) => bytes): Ready =>
  async () => {
    const files = await seeds();
    return {
      onDisk: false,
      make: async choose => only(after(mutatedBytes(choose.one(files), choose))),
      read: async input => void (await read(onlyOf(input))),
    };
  };

/** A JSON file, mutated as a tree and sometimes as bytes. @param read may look into the folder, where the file is `name` */
const tree =
  (name: string, seeds: readonly unknown[], read: (input: Input, folder: string) => unknown): Ready =>
  async () => ({
    onDisk: read.length > 1,
    make: async choose => new Map([[name, jsonOf(choose.one(seeds), choose)]]),
    read: async (input, folder) => void (await read(input, folder)),
  });

const jsonOf = (seed: unknown, choose: Chooser): Uint8Array =>
  choose.maybe(0.1) ? mutatedBytes(jsonBytes(seed), choose) : jsonBytes(mutatedTree(seed, choose));

/** What is no JSON is refused before; what is, is given as it is parsed. */
const parsed = (input: Input): unknown => {
  try {
    return JSON.parse(textOf([...input.values()][0]!));
  } catch {
    return undefined;
  }
};

const picture = (format: 'png' | 'jpeg' | 'webp' | 'tiff' | 'avif'): Ready =>
  raw(
    async () => {
      const noise = sharp({ create: { width: 24, height: 20, channels: 3, background: '#884422' } }).composite([
        { input: { create: { width: 9, height: 7, channels: 4, background: '#11ccee88' } }, left: 5, top: 6 },
      ]);
      const grey = sharp(await noise.png().toBuffer()).greyscale();
      return [
        await sharp(await noise.png().toBuffer())
          .toFormat(format)
          .toBuffer(),
        await grey.toFormat(format).toBuffer(),
      ];
    },
    bytes => decode(bytes, 'picture'),
    format === 'png' ? withChecks : undefined,
  );

/** All of a file, as far as a hundred nodes. */
function visited(start: Hdf5Node): void {
  const nodes = [start];
  for (let seen = 0; nodes.length > 0 && seen < 100; seen++) {
    const node = nodes.pop()!;
    for (const name of ['model_config', 'layer_names', 'weight_names', 'keras_version']) node.texts(name);
    if (node.shape()) node.floats();
    for (const name of node.names()) {
      const child = node.child(name);
      if (child) nodes.push(child);
    }
  }
}

const results = (): Results =>
  ({
    version: 1,
    tool: 'camdrift 0.1.0',
    engine: { name: 'wasm', version: 'tfjs' },
    verdict: 'incomplete',
    times: { started: '2026-01-01T00:00:00.000Z', seconds: 1 },
    change: {
      head: 'a'.repeat(40),
      base: 'b'.repeat(40),
      baseRef: 'main',
      unchanged: [],
      removed: [],
      renamed: [],
      settings: [],
      edits: [],
      policyFrom: 'head',
    },
    models: [
      {
        name: 'tiny',
        path: 'models/tiny',
        verdict: 'incomplete',
        reasons: [{ level: 'incomplete', code: 'model-unreadable', message: 'x' }],
        error: { code: 'model-unreadable', message: 'x', remedy: 'y', exitCode: 4 },
        fixtures: [{ name: 'images/a.png', status: 'failed', reason: 'z', montage: 'tiny/a.webp' }],
      },
    ],
  }) as unknown as Results;

const expected = { head: 'a'.repeat(40), baseRef: 'main' } as Parameters<typeof readClaims>[1];

const config = {
  models: [
    { name: 'a', path: 'models/a', thresholds: { 'attention-shift': 0.1 } },
    { name: 'b', path: 'b.onnx' },
  ],
  fixtures: ['images/**/*.{png,jpg}', '!images/x/*'],
  preprocess: { scale: 1, mean: [1, 2, 3], order: 'bgr' },
  labels: ['x', 'y'],
  regions: [{ name: 'object', from: 'a.json', rules: ['inside >= 0.5'] }],
  probes: [{ mark: 'logo.png', size: 0.2 }, { frame: '#ff0000' }],
  tags: { night: ['images/n*'] },
  timeout: 5,
};

const sha = 'c'.repeat(40);
const repo = { full_name: 'o/r' };
const payloads = [
  {
    action: 'opened',
    pull_request: {
      number: 1,
      updated_at: '2026-01-01T00:00:00Z',
      changed_files: 2,
      head: { sha, repo },
      base: { sha, ref: 'main', repo },
    },
  },
  { merge_group: { head_sha: sha, base_sha: sha, base_ref: 'refs/heads/main' } },
  { ref: 'refs/heads/main', after: sha, deleted: false, repository: { default_branch: 'main' } },
];

const baselineFiles = (): Input => {
  const folder = join(demo, 'baselines', readdirSync(join(demo, 'baselines')).find(name => !name.includes('.')) ?? '');
  const records = readdirSync(folder)
    .filter(name => name.endsWith('.map.json'))
    .slice(0, 2);
  return new Map([...records, 'manifest.json'].map(name => [name, readFileSync(join(folder, name))]));
};

export const readerTargets: Readonly<Record<string, Ready>> = {
  hdf5: raw(
    async () =>
      readdirSync(join(root, 'fixtures/keras'))
        .filter(name => name.endsWith('.h5'))
        .map(name => readFileSync(join(root, 'fixtures/keras', name))),
    bytes => readHdf5(bytes),
  ),
  npy: raw(
    async () => [npy('<f4'), npy('|u1')],
    bytes => readNpy(bytes, 'x.npy'),
  ),
  png: picture('png'),
  jpeg: picture('jpeg'),
  webp: picture('webp'),
  tiff: picture('tiff'),
  avif: picture('avif'),
  'artifact-zip': raw(
    async () =>
      [
        zipSync({
          'results.json': jsonBytes(results()),
          'tiny/a.webp': new Uint8Array(50),
          'summary.md': new Uint8Array(9),
        }),
      ].map(each => each),
    bytes => unpack(bytes),
  ),
  claims: tree('results.json', [results()], input => {
    readClaims(new Map([...input, ['tiny/a.webp', new Uint8Array(8)]]), expected);
  }),
  baseline: async () => {
    const seed = baselineFiles();
    return {
      onDisk: true,
      make: async choose => {
        const name = choose.one([...seed.keys()]);
        return new Map([...seed, [name, jsonOf(JSON.parse(textOf(seed.get(name)!)), choose)]]);
      },
      read: async (_, folder) => void (await readBaseline(folder)),
    };
  },
  calibration: tree(
    'calibration.json',
    [
      {
        version: 1,
        models: [
          {
            name: 'a',
            digest: 'd',
            lineage: 'retrained',
            against: 'e',
            settings: 'f',
            signals: { 'attention-shift': 0.1 },
          },
        ],
      },
    ],
    input => parseCalibration(textOf(input.get('calibration.json')!), 'calibration.json'),
  ),
  config: async () => ({
    onDisk: false,
    make: async choose => {
      const text = Buffer.from(stringify(mutatedTree(config, choose)));
      return only(choose.maybe(0.4) ? mutatedBytes(text, choose) : text);
    },
    read: async input => void parseConfig(textOf(onlyOf(input)), 'camdrift.yml'),
  }),
  coco: tree('coco.json', [JSON.parse(readFileSync(join(demo, 'annotations.json'), 'utf8'))], async (_, folder) => {
    const path = join(folder, 'coco.json');
    const fixture = {
      name: 'images/bolt-1.png',
      path: join(folder, 'images/bolt-1.png'),
      label: undefined,
      tags: [],
      regions: [],
    };
    (await readTruth(path))(fixture.path);
    (await cocoShapes(path, undefined))(fixture);
  }),
  labels: tree(
    'labels.json',
    [['a', 'b'], { '0': ['n1', 'tench'], '1': ['n2', 'shark'] }, [{ label: 'x' }, { name: 'y' }]],
    (_, folder) => readLabels(join(folder, 'labels.json')),
  ),
  'lfs-pointer': raw(
    async () => [Buffer.from(`version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12345\n`)],
    readLfsPointer,
  ),
  payloads: tree('payload.json', payloads, input => {
    for (const read of [readPullRequest, readMergeGroup, readPush]) refusing(() => read(parsed(input)));
  }),
  inputs: tree('inputs.json', [Object.fromEntries(inputNames.map(name => [name, 'true']))], input => {
    const given = parsed(input);
    if (typeof given === 'object' && given !== null) readInputs(given as Record<string, string>);
  }),
  glob: async () => ({
    onDisk: false,
    make: async choose => {
      const pieces = [
        '*',
        '**',
        '/',
        'a',
        'b',
        '?',
        '[a-z]',
        '{a,b}',
        '(',
        ')',
        '+',
        '!(a)',
        '@(a|b)',
        '+(a)',
        '*a',
        '.',
        '\\',
        '|',
      ];
      const pattern = Array.from({ length: 1 + choose.below(14) }, () => choose.one(pieces)).join('');
      const name = Array.from({ length: 1 + choose.below(60) }, () => choose.one(['a', 'a', 'b', '/', '.'])).join('');
      return only(jsonBytes({ pattern, name: `${name}${'a'.repeat(choose.below(200))}c` }));
    },
    read: async input => {
      const { pattern, name } = parsed(input) as { pattern: string; name: string };
      if (settingsSchema.safeParse({ fixtures: [pattern] }).success) picomatch(pattern)(name);
    },
  }),
};

/** Every one of several readers is asked, though one refuses. */
function refusing(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    if ((error as Error).name !== 'CamdriftError') throw error;
  }
}

/** Its caller words what the reader itself says of damage. */
function readHdf5(bytes: Uint8Array): void {
  try {
    visited(openHdf5(bytes));
  } catch (error) {
    if (!(error instanceof Hdf5Error) && !String((error as { code?: string }).code).startsWith('Z_')) throw error;
  }
}

function npy(type: string): Uint8Array {
  const header = `{'descr': '${type}', 'fortran_order': False, 'shape': (4, 4, 3), }`.padEnd(117);
  const front = Buffer.from(`\x93NUMPY\x01\x00v\x00${header}\n`, 'latin1');
  return Buffer.concat([front, Buffer.alloc(48 * Number(type[2]), 1)]);
}
