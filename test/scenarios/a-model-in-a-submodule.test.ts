import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { FileChange } from '../support/github/index.ts';
import { startGitHub } from '../support/github/index.ts';
import { configText, marked, modelFiles, pictureFiles, projectFiles, scene, shortcut } from '../support/scene.ts';
import { storedBaseline } from '../support/stored.ts';

const inputs = { 'max-images': '0' };
type Files = Readonly<Record<string, FileChange>>;

/** The models are another repository, whose commit the pull request may move. */
async function withSubmodule(
  t: TestContext,
  how: { url?: string; hidden?: boolean; moves?: boolean; more?: Files } = {},
) {
  const { url = '../weights.git', hidden = false, moves = true, more = {} } = how;
  const github = await startGitHub(t);
  const first = await github.commitElsewhere('weights', await modelFiles('tiny'));
  const second = await github.commitElsewhere('weights', await modelFiles('tiny', shortcut));
  if (hidden) github.hide('weights');
  const before = {
    ...(await pictureFiles(marked())),
    'camdrift.yml': configText(['tiny']),
    '.gitmodules': `[submodule "weights"]\n\tpath = models\n\turl = ${url}\n`,
    models: { submodule: first },
    ...more,
  };
  return scene(t, { before, after: moves ? { models: { submodule: second } } : { 'README.md': 'Words.' } }, github);
}

for (const url of ['../weights.git', 'GITHUB/acme/weights'])
  test(`that moves is compared with the submodule's earlier commit (${url})`, async t => {
    const s = await withSubmodule(t, { url });
    if (url.startsWith('GITHUB'))
      await s.github.commit({
        branch: 'main',
        files: { '.gitmodules': `[submodule "w"]\n path = models\n url = ${url.replace('GITHUB', s.github.url)}\n` },
      });
    const { code, results, stdout } = await s.run({ inputs, submodules: true });
    assert.deepEqual([code, results?.verdict], [1, 'fail'], stdout);
    assert.match(results!.models[0]!.baseline!.model.path, /^models\/tiny at commit [0-9a-f]{7}$/);
  });

for (const hidden of [false, true])
  test(`that stays is unchanged, ${hidden ? 'though the token does not read it' : 'by its files'}`, async t => {
    const s = await withSubmodule(t, { moves: false, hidden });
    const { code, results, stdout } = await s.run({ inputs, submodules: true });
    assert.deepEqual([code, results?.change?.unchanged], [0, ['tiny']], stdout);
  });

for (const [what, how] of [
  ['the token does not read', { hidden: true }],
  ['belongs to somebody else', { url: 'https://github.com/stranger/weights.git' }],
] as const) {
  test(`that moves and ${what} is incomplete, with what to do; stored maps do in its place`, async t => {
    const s = await withSubmodule(t, how);
    const { code, results, stdout } = await s.run({ inputs, submodules: true });
    assert.deepEqual([code, results?.verdict], [1, 'incomplete'], stdout);
    const { message, remedy } = results!.models[0]!.error!;
    assert.match(
      message,
      /^The model models\/tiny at commit [0-9a-f]{7} cannot be compared with: the submodule models cannot be/,
    );
    assert.match(remedy, /`github-token` one that reads the submodule.*`camdrift baseline`/);
    const stored = await withSubmodule(t, { ...how, more: await storedBaseline(await projectFiles()) });
    const compared = await stored.run({ inputs, submodules: true });
    assert.deepEqual([compared.code, compared.results?.verdict], [1, 'fail'], compared.stdout);
  });

  test(`that moves and ${what} is compared with the clone on disk, when that has the history`, async t => {
    const s = await withSubmodule(t, how);
    const { code, results, stdout } = await s.run({ inputs, submodules: true, history: true });
    assert.deepEqual([code, results?.verdict], [1, 'fail'], stdout);
    assert.match(results!.models[0]!.baseline!.model.path, /^models\/tiny at commit [0-9a-f]{7}$/);
  });
}

test('a clone on disk that is set up to run programs is read, and nothing is run', async t => {
  const s = await withSubmodule(t, { hidden: true });
  const ran: string[] = [];
  const prepare = async (workspace: string) => {
    const trap = join(workspace, 'trap');
    ran.push(`${trap}.ran`);
    await writeFile(trap, `#!/bin/sh\ntouch ${trap}.ran\ncat\n`, { mode: 0o755 });
    const settings = ['core.fsmonitor', 'core.pager', 'filter.x.smudge', 'diff.x.textconv', 'core.sshCommand'];
    const sections = settings.map(name => {
      const [section, ...rest] = name.split('.');
      return rest.length === 1
        ? `[${section}]\n\t${rest[0]} = ${trap}\n`
        : `[${section} "${rest[0]}"]\n\t${rest[1]} = ${trap}\n`;
    });
    await appendFile(join(workspace, '.git/modules/models/config'), sections.join(''));
    await writeFile(join(workspace, 'models/.gitattributes'), '* filter=x diff=x\n');
  };
  const { results, stdout } = await s.run({ inputs, submodules: true, history: true, prepare });
  assert.equal(results?.verdict, 'fail', stdout);
  assert.deepEqual(ran.filter(existsSync), []);
});

test('that is checked out at another commit than the change has is told', async t => {
  for (const hidden of [false, true]) {
    const s = await withSubmodule(t, { hidden });
    const { base } = s.github.pullRequest(s.number);
    const { code, results, stdout } = await s.run({ inputs, submodules: true, commit: base });
    assert.deepEqual([code, results?.models[0]?.error?.code], [1, 'workspace-differs'], stdout);
  }
});

test('in which a step has written over the model is told', async t => {
  const s = await withSubmodule(t, { moves: false });
  const bad = (await modelFiles('tiny', shortcut))['tiny/group1-shard1of1.bin']!;
  const prepare = (workspace: string) => writeFile(join(workspace, 'models/tiny/group1-shard1of1.bin'), bad);
  const { code, results, stdout } = await s.run({ inputs, submodules: true, prepare });
  assert.deepEqual([code, results?.models[0]?.error?.code], [1, 'workspace-differs'], stdout);
});

test('that is not checked out is no model', async t => {
  const s = await withSubmodule(t, { moves: false });
  const { code, results, stdout } = await s.run({ inputs });
  assert.deepEqual([code, results?.models[0]?.error?.code], [1, 'model-unreadable'], stdout);
});

test('fixtures in a submodule that moves are an edit', async t => {
  const github = await startGitHub(t);
  const first = await github.commitElsewhere('pictures', await pictureFiles({ '1.png': [['red', 1, 1]] }));
  const second = await github.commitElsewhere('pictures', await pictureFiles({ '1.png': [['red', 2, 1]] }));
  const s = await scene(
    t,
    {
      before: {
        ...(await modelFiles('models/tiny')),
        'camdrift.yml': configText(['tiny']),
        images: { submodule: first },
      },
      after: { images: { submodule: second } },
    },
    github,
  );
  const { results, stdout } = await s.run({ inputs, submodules: true });
  assert.deepEqual(results?.change?.edits, [{ what: 'fixture', path: 'images', status: 'modified' }], stdout);
});
