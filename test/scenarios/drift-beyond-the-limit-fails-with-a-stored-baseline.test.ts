import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelFiles, projectFiles, scene, shortcut } from '../support/scene.ts';
import { storedBaseline, writesOf } from '../support/stored.ts';

test('maps that the base branch’s model made are compared with, and that model is not run again', async t => {
  const project = await projectFiles();
  const { github, run, comments, number } = await scene(t, {
    before: { ...project, ...(await storedBaseline(project)) },
    after: await modelFiles('models/tiny', shortcut),
  });
  const { code, outputs, annotations, groups, stdout, results } = await run();
  assert.equal(code, 1, stdout);
  const [model] = results!.models;
  assert.deepEqual([model?.verdict, model?.baseline?.source], ['fail', 'stored']);
  assert.deepEqual(
    groups.map(({ title }) => title),
    ['tiny'],
    'only the candidate is explained',
  );
  assert.equal(results?.change?.base, github.pullRequest(number).mergeBase);
  assert.deepEqual(results?.change?.edits, []);

  assert.deepEqual([outputs.verdict, outputs.moved, outputs['models-failed']], ['fail', '3', '1']);
  assert.ok(Number(outputs['attention-shift']) > 0.5, outputs['attention-shift']);
  assert.match(stdout, /^::error::Attention regressed in tiny\.$/m);
  const [annotation] = annotations;
  assert.deepEqual([annotation?.level, annotation?.file], ['error', 'models/tiny/model.json']);
  assert.match(annotation!.message, /attention shift/);

  const [body] = comments();
  assert.match(body!, /^### ❌ camdrift: fail – attention moved in tiny$/m);
  assert.match(body!, /3 of 3 fixtures moved, .*no prediction flipped/);
  assert.match(body!, /\*\*No prediction flipped\*\*/);
  assert.match(body!, / · baseline stored · /);
  assert.match(body!, new RegExp(`blob/${outputs['images-commit']}/pr-${number}/`));
  const picture = /blob\/[0-9a-f]{40}\/([^?]+)\?raw=true/.exec(body!)?.[1];
  const published = await github.fileAt(outputs['images-commit']!, picture!);
  const montage = model?.fixtures[0]?.montage;
  assert.ok(published && montage);
  assert.equal((await github.log('camdrift-assets')).length, 2, 'where the branch starts, and the pictures');
  assert.equal(writesOf(github).at(-1), `POST /repos/acme/models/issues/${number}/comments`, 'pictures first');
});
