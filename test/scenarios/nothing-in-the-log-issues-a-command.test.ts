import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { configText, marked, modelFiles, projectFiles, scene, shortcut } from '../support/scene.ts';

test('a file’s name issues no command, whatever it looks like', async t => {
  const names = [
    '::error::owned',
    ' ::set-output name=verdict::pass',
    '##[error]owned',
    'a\n::add-mask::fail',
    'b%0A::error::owned',
  ];
  const spots = marked(names.length);
  const images = Object.fromEntries(names.map((name, index) => [`images/${name}.png`, Object.values(spots)[index]!]));
  const { run } = await scene(t, {
    before: await projectFiles({ images }),
    after: {
      ...(await modelFiles('models/tiny', shortcut)),
      'images/##[group]::stop-commands::x.png': 'no picture',
    },
  });
  const { injected, commands, annotations, outputs, results, code, stdout } = await run({
    inputs: { comment: 'never' },
  });
  assert.equal(code, 1, stdout);
  assert.deepEqual([injected, commands.map(({ name }) => name)], [[], ['add-mask']]);
  assert.deepEqual(
    results?.models[0]?.fixtures.map(({ name }) => name).sort(),
    [...Object.keys(images), 'images/##[group]::stop-commands::x.png'].sort(),
  );
  assert.ok(annotations.some(({ message }) => message.includes('stop-commands::x.png')));
  assert.ok(annotations.every(({ message }) => message !== 'owned'));
  assert.equal(outputs.verdict, 'fail');
});

test('a configuration’s words stay words in the error about them', async t => {
  const evil = 'x\n::error file=a.ts::owned\n##[error]owned\r::stop-commands::now';
  const texts = {
    'camdrift.yml': stringify({ [evil]: 1, models: [{ name: evil, path: evil, layer: evil }], engine: evil }),
    'broken.yml': `models: [\n::error::owned\n##[error]owned: {\r::add-mask::a`,
    'missing.yml': configText(['::error::owned']),
  };
  const { run } = await scene(t, { before: await projectFiles(), after: texts });
  for (const config of Object.keys(texts)) {
    const { injected, commands, annotations, groups, code, stdout } = await run({ inputs: { config } });
    assert.equal(code, 1, stdout);
    assert.deepEqual([injected, groups, commands.map(({ name }) => name)], [[], [], ['add-mask']], config);
    const [error, ...others] = annotations;
    assert.deepEqual([error?.level, error?.file, others], ['error', undefined, []], config);
    assert.ok(!stdout.includes('\r'), 'no carriage return passes for the end of a line');
  }
});

test('a branch’s name issues no command either', async t => {
  const { github, number, run } = await scene(t, { before: await projectFiles(), after: { 'README.md': 'x' } });
  const payload = github.payload.push({ branch: 'x\n::error::owned', after: github.pullRequest(number).head });
  const { injected, annotations } = await run({ event: { name: 'push', payload } });
  assert.deepEqual([injected, annotations.map(({ level }) => level)], [[], ['notice']]);
});

test('the token is masked and never printed', async t => {
  const { github, run } = await scene(t, {
    before: await projectFiles(),
    after: await modelFiles('models/tiny', shortcut),
  });
  github.fail({ path: /\/files/, status: 500, times: 9 });
  const token = github.token('write');
  const { commands, stdout, stderr, summary } = await run({ inputs: { comment: 'never' } });
  assert.deepEqual(
    commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message),
    [token],
  );
  const rest = stdout.replace(`::add-mask::${token}`, '') + stderr + summary;
  assert.ok(!rest.includes(token));
});
