/**
 * Builds `dist`, which is what users run: no install step, every operating system.
 *
 *   node scripts/build.ts            writes dist
 *   node scripts/build.ts --check    builds elsewhere and fails when dist differs
 */

import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { rolldown } from 'rolldown';
import { z } from 'zod';
import { acceptedFileSchema } from '../src/acceptance/file.ts';
import { configSchema } from '../src/config/schema.ts';
import { resultsSchema } from '../src/results-file/schema.ts';
import { chunkGroups, entries, entryPath } from './chunks.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const require = createRequire(import.meta.url);

async function build(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const program = await writeReportTemplate(folder);
  writeNotices(folder, [...(await bundle(folder)), ...program]);
  copyWasm(folder);
  copySharp(folder);
  writeSchemas(folder);
  const files = filesIn(folder);
  const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  console.log(`${files.length} files, ${(bytes / 1e6).toFixed(1)} MB in ${relative(root, folder) || folder}`);
}

/** What the CommonJS builds of TensorFlow.js and write-file-atomic expect to find, in an ES module. */
const commonJsNames = `import { fileURLToPath as toPath } from 'node:url';
const __filename = toPath(import.meta.url);
const __dirname = toPath(new URL('.', import.meta.url));
`;

/**
 * What registers the gradients of the core's kernels. Node cannot load it from the core's package: from source it comes with
 * TensorFlow.js's layers, of which nothing else is used.
 */
const gradients = join(dirname(require.resolve('@tensorflow/tfjs-core')), 'register_all_gradients.js');

/** TensorFlow.js and the other packages lie in files of their own, which change only when a dependency does. */
async function bundle(folder: string): Promise<string[]> {
  const input = Object.fromEntries(entries.map(path => [basename(path), entryPath(path)]));
  const build = await rolldown({
    input,
    platform: 'node',
    // The Node builds of TensorFlow.js, as when running from source. Its ES modules carry wrong side-effect lists, which
    // drop the code that registers kernels, and a WebAssembly loader that looks for a browser.
    treeshake: { moduleSideEffects: true },
    resolve: { mainFields: ['main', 'module'], alias: { '@tensorflow/tfjs-layers': gradients } },
    transform: { target: 'node20.12' },
    external: ['@tensorflow/tfjs-node'],
    onLog: (level, log, handler) => {
      if (log.code !== 'EVAL' && log.code !== 'CIRCULAR_DEPENDENCY') handler(level, log);
    },
  });
  const { output } = await build.write({
    dir: folder,
    format: 'esm',
    minify: false,
    banner: chunk => (chunk.name === 'tfjs' || chunk.name.endsWith('packages') ? commonJsNames : ''),
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    codeSplitting: { groups: chunkGroups() },
  });
  await build.close();
  return output.flatMap(chunk => (chunk.type === 'chunk' ? chunk.moduleIds : []));
}

/** The licences of what is in the bundle, as most of them ask. */
function writeNotices(folder: string, modules: readonly string[]): void {
  const packages = modules.flatMap(
    id => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replace(/^\0/, '').split('?')[0]!)?.[0] ?? [],
  );
  const copied = [dirname(require.resolve('@img/sharp-wasm32/package'))];
  const notices = [...new Set([...packages, ...copied])].sort().map(notice);
  writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), [typefaceNotice, ...notices].join(`\n${'-'.repeat(80)}\n`));
}

const typefaceNotice = 'Roboto Medium, rasterised for captions. Copyright Google LLC. Licence: Apache-2.0\n';

function notice(directory: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  const file = readdirSync(directory).find(entry => /^(licen[cs]e|copying)/i.test(entry));
  const text = file ? readFileSync(join(directory, file), 'utf8').replaceAll('\r\n', '\n') : '';
  return `${name} ${version}. Licence: ${license}\n\n${text}`;
}

function copyWasm(folder: string): void {
  const from = dirname(require.resolve('@tensorflow/tfjs-backend-wasm'));
  for (const file of ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm'])
    copy(join(from, file), join(folder, file));
}

/** The image library as WebAssembly, for every platform; a native one in `node_modules` goes before it. */
function copySharp(folder: string): void {
  const sharp = dirname(require.resolve('@img/sharp-wasm32/package'));
  const runtime = dirname(createRequire(join(sharp, 'index.cjs')).resolve('@emnapi/runtime'));
  for (const name of ['package.json', 'LICENSE', 'index.cjs', 'versions.json', 'lib'])
    copy(join(sharp, name), join(folder, 'node_modules/@img/sharp-wasm32', name));
  for (const name of ['package.json', 'LICENSE', 'index.js', 'dist/emnapi.cjs.js', 'dist/emnapi.cjs.min.js']) {
    copy(join(runtime, name), join(folder, 'node_modules/@emnapi/runtime', name));
  }
}

/** For editors and other tools: what camdrift.yml, results.json and the files of `camdrift accept` look like. */
function writeSchemas(folder: string): void {
  mkdirSync(join(folder, 'schema'));
  const write = (name: string, schema: z.ZodType, io: 'input' | 'output') => {
    const json = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
    writeFileSync(join(folder, 'schema', name), `${JSON.stringify(json, undefined, 2)}\n`);
  };
  write('camdrift.schema.json', configSchema, 'input');
  write('results.schema.json', resultsSchema, 'output');
  write('accepted.schema.json', acceptedFileSchema, 'input');
}

/** `report.html` without its data: the page's program and style, and a policy that allows those two and nothing else. */
async function writeReportTemplate(folder: string): Promise<string[]> {
  const page = join(root, 'src/report-page');
  const build = await rolldown({
    input: join(page, 'index.tsx'),
    platform: 'browser',
    tsconfig: join(page, 'tsconfig.json'),
  });
  const { output } = await build.generate({ format: 'iife', minify: true });
  await build.close();
  const program = output[0].code.trim().replaceAll('</script', '<\\/script');
  const style = readFileSync(join(page, 'style.css'), 'utf8').trim();
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policy = `default-src 'none'; img-src data:; script-src ${hash(program)}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'`;
  const parts: Readonly<Record<string, string>> = { policy, style, program };
  const template = readFileSync(join(page, 'template.html'), 'utf8');
  const filled = template.replace(/\/\*camdrift:(policy|style|program)\*\//g, (_, name: string) => parts[name]!);
  writeFileSync(join(folder, 'report-template.html'), filled);
  return output[0].moduleIds;
}

/** Without time stamps and modes that differ between machines. */
function copy(from: string, to: string): void {
  cpSync(from, to, { recursive: true, dereference: true, mode: 0 });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

async function check(): Promise<void> {
  const fresh = mkdtempSync(join(tmpdir(), `${basename(root)}-dist-`));
  try {
    await build(fresh);
    const names = [...new Set([...filesIn(dist), ...filesIn(fresh)])];
    const differing = names.filter(name => !sameBytes(join(dist, name), join(fresh, name)));
    console.log(
      `${names.length} files compared, ${differing.length} differ${differing.length > 0 ? `: ${differing.join(', ')}. Run \`npm run build\` and commit dist.` : ''}`,
    );
    process.exitCode = names.length === 0 || differing.length > 0 ? 1 : 0;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function sameBytes(a: string, b: string): boolean {
  const exists = (path: string) => statSync(path, { throwIfNoEntry: false }) !== undefined;
  return exists(a) && exists(b) && readFileSync(a).equals(readFileSync(b));
}

if (process.argv.includes('--check')) await check();
else await build(dist);
