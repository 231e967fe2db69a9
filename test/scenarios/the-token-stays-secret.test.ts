import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type GitHub, secondaryLimit } from '../support/github/index.ts';
import { mistake } from '../support/mistake.ts';
import { modelFiles, projectFiles, type RunOptions, type SceneResult, scene, shortcut } from '../support/scene.ts';

const opened = async (t: Parameters<typeof scene>[0]) =>
  scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', shortcut) });

/** As it is, and as Git over HTTP wants it. */
const forms = (token: string): string[] => [token, Buffer.from(`x-access-token:${token}`).toString('base64')];

/** Everything that a run leaves behind, by where it stands. */
async function leftBehind(github: GitHub, number: number, result: SceneResult): Promise<Record<string, string>> {
  const { commands, stdout, stderr, outputs, summary, files } = result;
  const masks = commands.filter(({ name }) => name === 'add-mask').map(({ message }) => `::add-mask::${message}`);
  assert.equal(masks.length, 1, 'the runner is told to hide it');
  const [tip] = await github.log('camdrift-assets').catch(() => []);
  return {
    stdout: stdout
      .split('\n')
      .filter(line => !masks.includes(line))
      .join('\n'),
    stderr,
    outputs: JSON.stringify(outputs),
    summary,
    comments: JSON.stringify(github.comments(number)),
    statuses: JSON.stringify(github.statuses(github.pullRequest(number).head)),
    addresses: github.exchanges.map(({ path }) => decodeURIComponent(path)).join('\n'),
    commit: JSON.stringify(tip ?? ''),
    ...Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, Buffer.from(bytes).toString('latin1')])),
  };
}

async function assertSecret(t: Parameters<typeof scene>[0], options: RunOptions, trouble: (github: GitHub) => void) {
  const { github, number, run } = await opened(t);
  trouble(github);
  const token = github.token('write');
  const result = await run({ inputs: { gate: 'status' }, ...options });
  const places = Object.entries(await leftBehind(github, number, result));
  assert.ok(places.length >= 8);
  for (const [place, text] of places)
    for (const form of forms(token)) assert.ok(!text.includes(form), `the token stands in ${place}`);
  return result;
}

test('when all goes well', async t => {
  const { files, outputs } = await assertSecret(t, {}, () => {});
  assert.equal(Object.keys(files).length, 9);
  assert.equal(outputs.verdict, 'fail');
});

test('when GitHub refuses, limits and breaks off', async t => {
  await assertSecret(t, {}, github => {
    github.protect('camdrift-assets');
    github.fail({ path: /\/statuses\//, status: 500, times: 9 });
    github.fail({ path: /\/comments$/, ...secondaryLimit(2), times: 9 });
    github.fail({ path: /\/git\/blobs\//, drop: true, times: 9 });
  });
});

test('when the run crashes with a stack', async t => {
  const { stdout } = await assertSecret(t, { env: mistake }, () => {});
  assert.match(stdout, /Internal error, please report it with this text: TypeError: a mistake of ours/);
});
