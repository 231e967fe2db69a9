/**
 * Holds the results of two states of this repository against each other, as a change that means to alter nothing asks for: both are
 * built, both audit the demo and ten small projects, and every file that they write is compared byte by byte, times apart.
 *
 *   node scripts/same-results.ts [BEFORE] [AFTER]      HEAD^ and HEAD without
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stringify } from 'yaml';
import { type Sight, writeModel } from '../test/support/models.ts';
import { picture, type Spot, settings } from '../test/support/workspace.ts';

const root = join(import.meta.dirname, '..');
const [before = 'HEAD^', after = 'HEAD'] = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'same-results-'));

interface Trial {
  readonly folder: string;
  /** Command lines, one after the other. */
  readonly runs: readonly (readonly string[])[];
}

type Found = ReadonlyMap<string, string>;

const seen: readonly Sight[] = ['blue', 'green', 'nothing'];
const pictures: readonly (readonly [string, readonly Spot[]])[] = [
  [
    'a',
    [
      ['red', 1, 1],
      ['blue', 3, 3],
    ],
  ],
  [
    'b',
    [
      ['red', 2, 0],
      ['blue', 3, 3],
    ],
  ],
  ['c', [['green', 0, 2]]],
  [
    'd',
    [
      ['red', 0, 0],
      ['green', 2, 2],
    ],
  ],
];

process.exitCode = 1;
try {
  const trials = await prepared();
  const [earlier, later] = [found(before, trials), found(after, trials)];
  const names = [...new Set([...earlier.keys(), ...later.keys()])];
  const differing = names.filter(name => earlier.get(name) !== later.get(name));
  console.log(`${trials.size} projects, ${names.length} files and ends of runs compared, ${differing.length} differ`);
  for (const name of differing) console.log(`  ${name}`);
  if (names.length > 0 && differing.length === 0) process.exitCode = 0;
} finally {
  rmSync(scratch, { recursive: true, force: true });
  execFileSync('git', ['worktree', 'prune'], { cwd: root });
}

/** The demo, and what the verdict, baselines, regions, probes, labels and faults of files need to be seen. */
async function prepared(): Promise<ReadonlyMap<string, Trial>> {
  const audit = [['audit']];
  const stored = [['baseline'], ['audit'], ['baseline', '--check']];
  const methods = 'cam,grad-cam,grad-cam++,hires-cam,layer-cam,xgrad-cam,eigen-cam';
  return new Map<string, Trial>([
    ['demo', demo()],
    ['a small change passes', await small({ noise: 0.0005 }, {}, audit)],
    ['a shortcut fails', await small({ sees: seen }, {}, audit)],
    [
      'a shortcut on a finer grid, all methods',
      await small({ sees: seen, stride: 2 }, {}, [['audit', '--method', methods]]),
    ],
    ['a baseline is stored and fits', await small({}, { stored: true }, stored)],
    ['a model alone', await small({}, { config: { 'baseline-model': 'none' } }, audit)],
    ['the default probes', await small({ noise: 0.01 }, { config: { probes: 'default' } }, audit)],
    ['a sweep', await small({ noise: 0.01 }, { config: { probes: 'sweep' } }, audit)],
    [
      'limits of the team',
      await small({ noise: 0.03 }, { config: { thresholds: { 'attention-shift': 0.001 } } }, audit),
    ],
    [
      'retrained, in half floats',
      await small({ noise: 0.03, store: 'float16' }, { config: { lineage: 'retrained' } }, audit),
    ],
    ['a picture that is none', await small({ sees: seen }, { broken: true }, audit)],
  ]);
}

function demo(): Trial {
  const folder = join(scratch, 'demo');
  cpSync(join(root, 'fixtures/demo'), folder, { recursive: true });
  return { folder, runs: [['audit', '--config', 'camdrift.yml']] };
}

async function small(
  candidate: Parameters<typeof writeModel>[1],
  { config = {}, stored = false, broken = false }: { config?: object; stored?: boolean; broken?: boolean },
  runs: Trial['runs'],
): Promise<Trial> {
  const folder = mkdtempSync(join(scratch, 'project-'));
  const { stride } = candidate ?? {};
  await writeModel(join(folder, 'models/before'), stride === undefined ? {} : { stride });
  await writeModel(join(folder, 'models/after'), candidate);
  cpSync(join(root, 'fixtures/demo/labels.txt'), join(folder, 'labels.txt'));
  await Promise.all(
    pictures.map(async ([name, spots]) => writeFileSync(join(folder, `${name}.png`), await picture(spots))),
  );
  if (broken) writeFileSync(join(folder, 'e.png'), 'no picture');
  const models = [{ name: 'tiny', path: 'models/after' }];
  const against = !stored && { 'baseline-model': 'models/before' };
  writeFileSync(
    join(folder, 'camdrift.yml'),
    stringify({ ...settings, fixtures: ['*.png'], ...against, models, ...config }),
  );
  return { folder, runs };
}

/** What one state writes and how its runs end, by project and file. */
function found(commit: string, trials: ReadonlyMap<string, Trial>): Found {
  const tree = join(scratch, `tree-${commit.replaceAll(/\W/g, '_')}`);
  execFileSync('git', ['worktree', 'add', '--quiet', '--force', '--detach', tree, commit], { cwd: root });
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  execFileSync(process.execPath, ['scripts/build.ts'], { cwd: tree });
  return new Map([...trials].flatMap(([name, trial]) => outcome(name, trial, join(tree, 'dist/cli.js'))));
}

function outcome(name: string, { folder, runs }: Trial, cli: string): [string, string][] {
  const scene = join(scratch, 'scene');
  rmSync(scene, { recursive: true, force: true });
  cpSync(folder, scene, { recursive: true });
  const codes = runs.map(args => {
    const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: scene, encoding: 'utf8' });
    if (status === 10 || status === null) throw new Error(`${name}, ${args.join(' ')}: ${stderr}`);
    return status;
  });
  const written = readdirSync(scene, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
  const digests = written.map(file => [`${name}: ${relative(scene, file)}`, digest(file)] as [string, string]);
  return [[`${name}: ends with`, codes.join()], ...digests];
}

function digest(file: string): string {
  const bytes = readFileSync(file);
  const tellsTime = /(results\.json|report\.html)$/.test(file);
  const lasting = tellsTime ? bytes.toString().replaceAll(/"times": \{[^}]*\}|"started":"[^"]*"/g, '') : bytes;
  return createHash('sha256').update(lasting).digest('hex');
}
