/**
 * Installs tfjs-node, the native engine, so that it loads: the way its vendor does, or, where the vendor's download
 * is out of reach, built against the library that ships in TensorFlow's Python wheel (its C API is stable).
 * Harmless when run again. `npm install` and `npm ci` remove the engine, as no lock file names it: run this after them.
 */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const NAME = '@tensorflow/tfjs-node';
const VERSION = '4.22.0';
const WHEEL = 'tensorflow-cpu==2.21.0';
/** Only the wheel's C library is used, so a wheel for any Python will do: the machine's own first, then these. */
const OTHER_PYTHONS = ['3.13', '3.12', '3.11', '3.10'];
const VENDOR_MUST_START_WITHIN_MS = 20_000;

const root = join(import.meta.dirname, '..');
const home = join(root, 'node_modules', NAME);
const deps = join(home, 'deps');

interface Engine {
  readonly tfjsNode: string;
  readonly libtensorflow: string;
}

async function main(): Promise<void> {
  try {
    const present = await load().catch(() => undefined);
    const { tfjsNode, libtensorflow } = present ?? (await install());
    const state = present ? 'already loads' : 'loads now';
    console.log(`tfjs-node ${tfjsNode} with libtensorflow ${libtensorflow} ${state}.`);
  } catch (error) {
    console.error(`The native engine is not set up. ${complaint(error)}`);
    process.exitCode = 1;
  }
}

async function install(): Promise<Engine> {
  await fetchPackage();
  try {
    return await asItsVendorDoes();
  } catch (error) {
    console.log(`The vendor's own install did not work: ${complaint(error)}\nBuilding against the wheel ${WHEEL}.`);
  }
  return fromWheel();
}

/**
 * The JavaScript side, beside what is installed. Reading the lock file keeps all the rest as it is, and `--no-save`
 * keeps the file as it is; without `--save-prod` npm leaves out what `package.json` calls an optional peer.
 */
async function fetchPackage(): Promise<void> {
  console.log(`Installing ${NAME}@${VERSION} without its install script.`);
  await run('npm', ['install', '--no-save', '--save-prod', '--ignore-scripts', `${NAME}@${VERSION}`]).catch(error => {
    throw new Error(`npm cannot install ${NAME}@${VERSION}: ${complaint(error)}. Check that npm reaches its registry.`);
  });
}

/**
 * Its install script has no time-out of its own, so it is ended when nothing has arrived in `deps` after a while; it
 * is run without npm, whose end it would outlive.
 */
async function asItsVendorDoes(): Promise<Engine> {
  rmSync(deps, { recursive: true, force: true });
  const stalled = new AbortController();
  const timer = setTimeout(() => isEmpty(deps) && stalled.abort(), VENDOR_MUST_START_WITHIN_MS);
  try {
    await run(process.execPath, ['scripts/install.js'], { cwd: home, signal: stalled.signal });
  } finally {
    clearTimeout(timer);
  }
  return load();
}

async function fromWheel(): Promise<Engine> {
  await checkTools();
  const download = join(home, 'wheel');
  try {
    await downloadWheel(download);
    rmSync(deps, { recursive: true, force: true });
    await unpack(join(download, readdirSync(download)[0]!));
  } finally {
    rmSync(download, { recursive: true, force: true });
  }
  linkExpectedNames();
  await build();
  return load();
}

async function checkTools(): Promise<void> {
  if (process.platform !== 'linux') throw new Error(`${WHEEL} serves on Linux only. Let npm reach the vendor's files.`);
  const missing: string[] = [];
  for (const tool of ['python3', 'python3 -m pip', 'make', process.env.CXX ?? 'g++']) {
    const [command, ...args] = tool.split(' ');
    await run(command!, [...args, '--version']).catch(() => missing.push(`"${tool}"`));
  }
  if (missing.length > 0) throw new Error(`The build lacks ${missing.join(', ')}. Install it, then run this again.`);
}

async function downloadWheel(to: string): Promise<void> {
  const flags = ['--no-deps', '--only-binary', ':all:', '--retries', '0', '--timeout', '5', '--dest', to];
  const reasons: string[] = [];
  for (const other of [[], ...OTHER_PYTHONS.map(version => ['--python-version', version])]) {
    try {
      return void (await run('python3', ['-m', 'pip', 'download', ...flags, ...other, WHEEL]));
    } catch (error) {
      reasons.push(complaint(error));
    }
  }
  throw new Error(
    `pip offers no ${WHEEL} for this machine, neither for its own Python nor for ${OTHER_PYTHONS.join(', ')}: ` +
      `${reasons[0]}. Give pip an index or a --find-links folder (PIP_FIND_LINKS) that has the wheel.`,
  );
}

/** Of some 15 000 files only the two libraries and the C API's headers: `deps/lib` and `deps/include`. */
async function unpack(wheel: string): Promise<void> {
  await run('python3', ['-c', UNPACK, wheel, deps]);
}

const UNPACK = `
import re, sys, zipfile
wheel, deps = sys.argv[1:]
wanted = re.compile(r'(include/.*(?:/c/|/ctstring).*[.]h|libtensorflow_(?:cc|framework)[.]so[.]2)$')
with zipfile.ZipFile(wheel) as z:
    for entry in z.infolist():
        name = entry.filename.removeprefix('tensorflow/')
        if wanted.match(name):
            entry.filename = name if name.startswith('include/') else 'lib/' + name
            z.extract(entry, deps)
`;

function linkExpectedNames(): void {
  for (const [file, names] of Object.entries(EXPECTED_NAMES)) {
    for (const name of names) symlinkSync(file, join(deps, 'lib', name));
  }
}

/** The linker and tfjs-node's own install script look for other names than the wheel's. */
const EXPECTED_NAMES = {
  'libtensorflow_cc.so.2': ['libtensorflow.so', 'libtensorflow.so.2', 'libtensorflow.so.2.9.1'],
  'libtensorflow_framework.so.2': ['libtensorflow_framework.so', 'libtensorflow_framework.so.2.9.1'],
};

/** Through npm, as it hands its configured `nodedir` to node-gyp; where there is none, node-gyp downloads the headers. */
async function build(): Promise<void> {
  await run('npm', ['run', 'build-addon-from-source', '--prefix', home]).catch(error => {
    throw new Error(
      `The addon does not build: ${complaint(error)}. If Node's headers are what is missing, point npm_config_nodedir ` +
        `at a folder that has include/node. All of the output: npm run build-addon-from-source --prefix ${home}`,
    );
  });
}

/** Loads the engine in a child process, which may crash, and multiplies two matrices. */
async function load(): Promise<Engine> {
  const printed = await run(process.execPath, ['-e', LOAD]);
  const engine: Engine = JSON.parse(printed.trim().split('\n').at(-1)!);
  if (engine.tfjsNode !== VERSION) throw new Error(`Found ${NAME} ${engine.tfjsNode}, expected ${VERSION}.`);
  return engine;
}

/** Node 23 took away `util.isNullOrUndefined`, which tfjs-node calls. Two copies of tfjs-core would not share tensors. */
const LOAD = `
const { createRequire } = require('node:module');
require('node:util').isNullOrUndefined ??= value => value == null;
const tf = require('${NAME}');
const product = tf.matMul([[1, 2], [3, 4]], [[5, 6], [7, 8]]).dataSync().join();
if (product !== '19,22,43,50') throw new Error('Wrong product of two matrices: ' + product);
const core = from => createRequire(from).resolve('@tensorflow/tfjs-core');
if (core(require.resolve('@tensorflow/tfjs')) !== core(process.cwd() + '/')) throw new Error('Two copies of tfjs-core');
console.log(JSON.stringify({ tfjsNode: tf.version['tfjs-node'], libtensorflow: tf.backend().binding.TF_Version }));
`;

/** Runs a command with the project's own Node and tools first, and gives what it printed. node-gyp compiles on all cores. */
async function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; signal?: AbortSignal } = {},
): Promise<string> {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const env = { JOBS: 'max', ...process.env, PATH: path, TF_CPP_MIN_LOG_LEVEL: '2' };
  return (await promisify(execFile)(command, args, { cwd: root, env, maxBuffer: 2 ** 28, ...options })).stdout;
}

/** What went wrong, in one line: of a command, the first line that it printed of an error. */
function complaint(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'AbortError') return `nothing arrived within ${VENDOR_MUST_START_WITHIN_MS / 1000} s`;
  const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
  const printed = `${stderr}\n${stdout}`.split('\n').find(line => /error( \[\w+\])?: /i.test(line));
  return printed?.trim() ?? error.message.trim();
}

function isEmpty(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).length === 0;
}

await main();
