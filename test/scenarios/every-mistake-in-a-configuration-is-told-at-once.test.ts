import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertEnded, project } from '../support/workspace.ts';

test('each with its line, its path and a suggestion, from top to bottom', async t => {
  const workspace = await project(t);
  assertEnded(await workspace.run('audit'), { code: 0 });
  const written = await workspace.digests('camdrift-out');
  const file = await workspace.write(
    'camdrift.yml',
    [
      'fixtures: ["images/*"]',
      'layr: conv',
      'models:',
      '  - name: tiny',
      '    path: models/after',
      '    score: logits',
      '    thresholds:',
      '      attention-shft: 0.1',
      '    methods: [grad-cam, gradcamm]',
    ].join('\n'),
  );
  const run = await workspace.run('audit');
  assertEnded(run, { code: 3, err: [`${file} has 4 mistakes:`, 'Correct the lines named above and run again.'] });
  const mistakes = run.stderr.split('\n').filter(line => line.startsWith('  '));
  assert.deepEqual(mistakes, [
    `  ${file}:2:1 layr unknown key \`layr\`. Did you mean \`layer\`?`,
    `  ${file}:6:5 models[0].score expected one of logit, probability, got "logits". Did you mean \`logit\`?`,
    `  ${file}:8:7 models[0].thresholds.attention-shft unknown key \`attention-shft\`. Did you mean \`attention-shift\`?`,
    `  ${file}:9:25 models[0].methods[1] unknown method \`gradcamm\`; expected one of cam, grad-cam, grad-cam++, hires-cam, layer-cam, xgrad-cam, eigen-cam. Did you mean \`grad-cam\`?`,
  ]);
  assert.deepEqual(await workspace.digests('camdrift-out'), written, 'the results of the run before stay');
});

test('a configuration that is not there is named', async t => {
  const workspace = await project(t);
  assertEnded(await workspace.run('audit', '--config', 'other.yml'), {
    code: 3,
    err: [`There is no configuration file ${workspace.path('other.yml')}.`, 'Write a camdrift.yml'],
  });
});

test('two models cannot share a name, and a name cannot be a path', async t => {
  const workspace = await project(t);
  const named = (...names: string[]) =>
    workspace.config({ models: names.map(name => ({ name, path: 'models/after' })) });
  await named('same', 'same');
  assertEnded(await workspace.run('audit'), { code: 3, err: ['Two models are named `same`; names must differ'] });
  await named('../../escape');
  assertEnded(await workspace.run('audit'), {
    code: 3,
    err: ['models[0].name expected letters, digits, `.`, `-` and `_` only, got "../../escape".'],
  });
});
