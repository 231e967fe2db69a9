import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type Programs, programsFor, verifiedPrograms } from '../../src/engines/_programs.ts';
import { installRuntime } from '../../src/engines/install.ts';
import { root } from '../support/dist.ts';
import { problem } from '../support/images.ts';
import { temporaryFolder } from '../support/tfjs-model.ts';

const hash = (kind: string, content: string | Uint8Array, form: 'hex' | 'base64') =>
  createHash(kind).update(content).digest(form);

const files = { 'onnxruntime_binding.node': 'the program', 'libonnxruntime.so.1': 'x'.repeat(100_000) };

/** A registry with one package, as npm asks it, and what was pinned of that package. */
async function registry(t: TestContext, published: Readonly<Record<string, string>> = files) {
  const folder = await temporaryFolder(t);
  const inside = join(folder, 'package/bin/napi-v6/linux/x64');
  await mkdir(inside, { recursive: true });
  await writeFile(
    join(folder, 'package/package.json'),
    '{"name": "onnxruntime-node", "version": "1.30.0", "scripts": {"postinstall": "exit 1"}}',
  );
  for (const [name, text] of Object.entries(published)) await writeFile(join(inside, name), text);
  execFileSync('tar', ['-czf', join(folder, 'made.tgz'), '-C', folder, 'package']);
  const archive = await readFile(join(folder, 'made.tgz'));
  const integrity = `sha512-${hash('sha512', archive, 'base64')}`;
  const asked: string[] = [];
  const server = createServer((request, answer) => {
    asked.push(request.url!);
    const at = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
    const dist = { tarball: `${at}/onnxruntime-node.tgz`, integrity, shasum: hash('sha1', archive, 'hex') };
    const version = { name: 'onnxruntime-node', version: '1.30.0', dist };
    if (request.url!.endsWith('.tgz')) answer.end(archive);
    else
      answer.end(
        JSON.stringify({
          name: 'onnxruntime-node',
          'dist-tags': { latest: '1.30.0' },
          versions: { '1.30.0': version },
        }),
      );
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const pinned = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, hash('sha256', text, 'hex')]));
  const programs: Programs = { version: '1.30.0', integrity, platform: 'linux-x64', files: pinned };
  return { url: `http://127.0.0.1:${(server.address() as { port: number }).port}/`, asked, programs };
}

const environment = (folder: string, url: string) => ({
  PATH: process.env.PATH,
  HOME: folder,
  CAMDRIFT_ENGINE_FOLDER: join(folder, 'engines'),
  npm_config_registry: url,
  npm_config_fetch_retries: '0',
  npm_config_cache: join(folder, 'npm'),
});

test('the programs of this machine come from the registry that npm is told of, once, and again when they were damaged', async t => {
  const { url, asked, programs } = await registry(t);
  const home = await temporaryFolder(t);
  const env = environment(home, url);
  const first = await installRuntime(env, programs);
  assert.equal(first.before, false);
  assert.equal(first.folder, join(home, 'engines/onnxruntime-1.30.0-linux-x64'));
  assert.deepEqual((await readdir(first.folder)).sort(), Object.keys(files).sort());
  for (const [name, text] of Object.entries(files))
    assert.equal(await readFile(join(first.folder, name), 'utf8'), text);
  assert.deepEqual(
    asked.filter(path => !path.startsWith('/onnxruntime-node')),
    [],
  );
  assert.equal(asked.at(-1), '/onnxruntime-node.tgz');
  const requests = asked.length;
  assert.deepEqual(await installRuntime(env, programs), { ...first, before: true });
  assert.equal(asked.length, requests);
  await writeFile(join(first.folder, 'libonnxruntime.so.1'), 'short');
  assert.equal((await installRuntime(env, programs)).before, false);
  assert.equal((await readFile(join(first.folder, 'libonnxruntime.so.1'))).length, 100_000);
  assert.deepEqual(await readdir(join(home, 'engines')), ['onnxruntime-1.30.0-linux-x64']);
});

test('another package than was published is refused, and so is one whose programs differ', async t => {
  const { url, programs } = await registry(t);
  const home = await temporaryFolder(t);
  const env = environment(home, url);
  const other = { ...programs, integrity: `sha512-${'A'.repeat(86)}==` };
  await assert.rejects(
    installRuntime(env, other),
    problem('engine-unavailable', /what the registry gave is not the package that was published/),
  );
  const within = await registry(t, { ...files, 'libonnxruntime.so.1': 'another program' });
  await assert.rejects(
    installRuntime(environment(home, within.url), within.programs),
    problem('engine-unavailable', /libonnxruntime\.so\.1 is not the file that was published/),
  );
  assert.deepEqual(await readdir(join(home, 'engines')).catch(() => []), []);
});

test('no registry, no npm, no place to write and no program for a machine have words', async t => {
  const { programs } = await registry(t);
  const home = await temporaryFolder(t);
  await writeFile(join(home, 'file'), '');
  const env = environment(home, 'http://127.0.0.1:1/');
  const cases: [() => Promise<unknown>, RegExp][] = [
    [() => installRuntime(env, programs), /cannot be installed: npm says: .*127\.0\.0\.1/],
    [() => installRuntime({ ...env, PATH: join(home, 'nothing') }, programs), /npm is not there/],
  ];
  for (const [install, words] of cases) await assert.rejects(install(), problem('engine-unavailable', words));
  const { url, programs: good } = await registry(t);
  const blocked = { ...environment(home, url), CAMDRIFT_ENGINE_FOLDER: join(home, 'file/engines') };
  await assert.rejects(installRuntime(blocked, good), problem('engine-unavailable', /cannot be written: /));
  assert.throws(
    () => programsFor('linux-riscv64'),
    /has no program for linux-riscv64; it has for darwin-arm64, linux-arm64/,
  );
});

test('what is pinned is what package-lock.json installs', async t => {
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
  const { version, integrity } = programsFor('linux-x64');
  const locked = packages['node_modules/onnxruntime-node'];
  assert.deepEqual([version, integrity], [locked.version, locked.integrity]);
  const { peerDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  assert.equal(peerDependencies['onnxruntime-node'], version);
  t.diagnostic(verifiedPrograms('/nowhere'));
});
