/**
 * Runs all tests, for `npm test`. What follows `--` goes to Node's runner, such as `npm test -- --test-name-pattern=golden`.
 *
 * To start a process takes longer than most files of tests do, so those of a folder share one, but where a test starts an
 * engine, of which a process has one, or stands in for what is the process's own. Scenarios, which spawn what they try, share one
 * by the handful: there are more of them than of all others, and many wait.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
const alone = /^test\/((conformance|contracts|engines|explainer|models|report-page|sanity)\/|[^/]+$)/;
const scenarios = 'test/scenarios';
/** Scenarios in a process. */
const handful = 5;
/** What a module waits for lets Node begin with the tests of the others, and forget its own. */
const waits = /^(?!test\(|async |export async ).*\bawait\b/m;
const topLevel = (text: string) => text.replaceAll(/^[ \t}].*$/gm, '');

const files = globSync('test/**/*.test.ts', { cwd: root }).sort();
const isAlone = (file: string) => alone.test(file) || waits.test(topLevel(readFileSync(join(root, file), 'utf8')));
const sharing = files.filter(file => !isAlone(file));

/** Neighbours by name try the same thing, and take as long: each goes to another process. */
const apart = Math.ceil(sharing.filter(file => dirname(file) === scenarios).length / handful);
function sharedProcess(file: string, index: number): string {
  const name = dirname(file).replaceAll('/', '-');
  return dirname(file) === scenarios ? `${name}-${index % apart}` : name;
}

const folder = mkdtempSync(join(tmpdir(), 'camdrift-tests-'));
try {
  const names = sharing.map(sharedProcess);
  const shared = [...new Set(names)].map(name => {
    const all = sharing.filter((_, index) => names[index] === name);
    const path = join(folder, `${name}.test.mjs`);
    writeFileSync(path, all.map(file => `import ${JSON.stringify(pathToFileURL(join(root, file)))};\n`).join(''));
    return path;
  });
  const reporters = ['spec', './test/support/totals-reporter.ts'].flatMap(each => [
    `--test-reporter=${each}`,
    '--test-reporter-destination=stdout',
  ]);
  const args = ['--import', './test/support/compile-cache.ts', '--test', '--test-concurrency=5', ...reporters];
  const child = spawn(process.execPath, [...args, ...process.argv.slice(2), ...files.filter(isAlone), ...shared], {
    cwd: root,
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
