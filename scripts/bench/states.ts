/**
 * Two states of this repository by turns in one run: evidence beside a plain forward pass of the same network, in a process for each state,
 * and whole commands of both `dist`, from process start to the last picture.
 *
 *   git worktree add ../before COMMIT && (cd ../before && npm ci && npm run setup:native)
 *   node scripts/bench/states.ts ../before [--engine wasm,native] [--network resnet-50,mobilenet-v2] [--rounds 5] [--commands]
 *
 * With --commands only the commands are run, without it only the passes.
 */
import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { EngineName } from '../../src/engines/engine.ts';
import { inChild } from './child.ts';
import type { NetworkName } from './networks.ts';
import { median, medianWall, ratio, type Timing } from './stopwatch.ts';

const root = join(import.meta.dirname, '../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: 'string', default: 'wasm,native' },
    network: { type: 'string', default: 'resnet-50,mobilenet-v2' },
    rounds: { type: 'string', default: '5' },
    commands: { type: 'boolean', default: false },
  },
});
const [before = '.'] = positionals;
const states = [resolve(before), root] as const;
const rounds = Number(values.rounds);
/** Without probes and checks, of which a later state has more: the same maps of the same pictures. */
const alone = ['--probes', 'none', '--checks', 'none'];
const folder = mkdtempSync(join(tmpdir(), 'camdrift-states-'));
try {
  console.log(
    values.commands
      ? '| command | before | after | after / before: clock, processor |'
      : '| | before | after | evidence, after / before: clock, processor |',
  );
  console.log('| --- | --- | --- | --- |');
  for (const engine of values.engine.split(',') as EngineName[])
    if (values.commands) for (const verb of ['map', 'audit'] as const) commands(verb, engine);
    else for (const network of values.network.split(',') as NetworkName[]) await passes(engine, network);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function passes(engine: EngineName, network: NetworkName): Promise<void> {
  const at = join(folder, network);
  await inChild({ do: 'save', engine: 'wasm', network, folder: at, quick: false });
  const task = JSON.stringify({ engine, network, folder: at, quick: true });
  const children = states.map(state => fork(join(import.meta.dirname, '_state.ts'), [state, task]));
  await Promise.all(children.map(child => once(child, 'message')));
  const found = children.map(() => ({ explain: [] as Timing[], predict: [] as Timing[] }));
  for (let round = 0; round <= rounds; round++)
    for (const at of round % 2 === 0 ? [0, 1] : [1, 0])
      for (const what of ['explain', 'predict'] as const) {
        const timing = await asked(children[at]!, what);
        if (round > 0) found[at]![what].push(timing);
      }
  for (const child of children) child.send('end');
  const told = found.map(
    ({ explain, predict }) =>
      `${medianWall(explain).toFixed(0)} / ${medianWall(predict).toFixed(0)} ms: ${ratio(explain, predict, 'wall').toFixed(2)}, ${ratio(explain, predict, 'cpu').toFixed(2)}`,
  );
  const [old, now] = found as [(typeof found)[number], (typeof found)[number]];
  console.log(
    `| ${engine}, ${network} | ${told.join(' | ')} | ${ratio(now.explain, old.explain, 'wall').toFixed(2)}, ${ratio(now.explain, old.explain, 'cpu').toFixed(2)} |`,
  );
}

async function asked(child: ChildProcess, what: string): Promise<Timing> {
  child.send(what);
  const [timing] = (await once(child, 'message')) as [Timing];
  return timing;
}

/** On the demo's pictures and models, which both states read. */
function commands(verb: 'map' | 'audit', engine: EngineName): void {
  const timings: Timing[][] = [[], []];
  for (let round = 0; round <= rounds; round++)
    for (const at of round % 2 === 0 ? [0, 1] : [1, 0]) {
      const timing = command(states[at]!, verb, engine);
      if (round > 0) timings[at]!.push(timing);
    }
  const [old, now] = timings as [Timing[], Timing[]];
  const told = [old, now].map(
    each => `${(medianWall(each) / 1000).toFixed(2)} s, ${(median(each.map(({ cpu }) => cpu)) / 1000).toFixed(2)} s`,
  );
  console.log(
    `| ${verb}, ${engine} | ${told.join(' | ')} | ${ratio(now, old, 'wall').toFixed(2)}, ${ratio(now, old, 'cpu').toFixed(2)} |`,
  );
}

/** Processor time is that of all processes, as the shell counts it. */
function command(state: string, verb: 'map' | 'audit', engine: EngineName): Timing {
  const demo = join(root, 'fixtures/demo');
  const images = readdirSync(join(demo, 'images')).flatMap(name => [
    verb === 'map' ? '--image' : '--fixtures',
    join(demo, 'images', name),
  ]);
  const models = [
    '--model',
    join(demo, 'models/v2-retrained'),
    ...(verb === 'audit' ? ['--baseline-model', join(demo, 'models/v1'), ...alone] : []),
  ];
  const args = [
    join(state, 'dist/cli.js'),
    verb,
    ...models,
    ...images,
    '--engine',
    engine,
    '--preprocess',
    'unit',
    '--out',
    join(folder, 'out'),
  ];
  const script = 'TIMEFORMAT="%R %U %S"; { time "$@" >/dev/null 2>/dev/null; } 2>&1 || true';
  const said = execFileSync('bash', ['-c', script, 'bash', process.execPath, ...args], {
    encoding: 'utf8',
    cwd: folder,
  });
  const [wall, user, system] = said.trim().split('\n').at(-1)!.split(' ').map(Number) as [number, number, number];
  return { wall: wall * 1000, cpu: (user + system) * 1000 };
}
