import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { relative } from 'node:path';
import { type TestContext, test } from 'node:test';
import { glob } from 'tinyglobby';
import { tooIntricate } from '../../src/config/_pattern.ts';
import { globbed } from '../../src/config/glob.ts';
import { problem } from '../support/images.ts';
import { emptyWorkspace, type Workspace } from '../support/workspace.ts';

const names = [
  'a.png',
  'b.PNG',
  'images/a.png',
  'images/cats/1.png',
  'images/cats/2.jpg',
  'images/dogs/1.png',
  'images/dogs/deep/er/1.png',
  'images/.hidden/1.png',
  'images/[odd] (name)/1.png',
  'other/images/1.png',
  'other/x.npy',
];

async function tree(t: TestContext): Promise<Workspace> {
  const workspace = await emptyWorkspace(t);
  for (const name of names) await workspace.write(name, '');
  return workspace;
}

const found = async ({ root }: Workspace, pattern: string, options: Partial<Parameters<typeof globbed>[2]> = {}) =>
  (await globbed(pattern, { base: root, workspace: root }, { what: 'fixture', ...options }))
    .map(path => relative(root, path))
    .sort();

test('what a glob matches is what another library says', async t => {
  const workspace = await tree(t);
  const patterns = [
    ...['*', '**', '**/*', '*.png', '**/*.png', 'images', 'images/', './images/*.png', 'images/*', 'images/**'],
    ...['images/*/1.png', 'images/{cats,dogs}/*', '{images,other}/**/1.png', 'images/c?ts/*', 'images/[cd]*/*'],
    ...[
      'images/.hidden/*',
      '**/.hidden/*',
      'images/!(cats)/*',
      'images/@(cats|dogs)/*.jpg',
      'a.png',
      'none',
      'no/ne/*',
    ],
    ...['images/\\[odd\\] \\(name\\)/*', `${workspace.root}/images/*.png`, 'images/../other/*', '**/images/*'],
    ...['images/dogs/**/*.png', '*/images/**', '.', 'images/dogs/deep', 'images/**/er/**'],
  ];
  for (const pattern of patterns)
    for (const ignore of [[], ['**/cats/**'], ['images/dogs', 'a.png']])
      assert.deepEqual(
        await found(workspace, pattern, { ignore }),
        (await glob(pattern, { cwd: workspace.root, ignore })).sort(),
        `${pattern} without ${ignore.join(', ')}`,
      );
});

test('a link to a folder is followed; each folder is walked once, by its own name where that matches', async t => {
  const workspace = await tree(t);
  await symlink('..', workspace.path('images/up'));
  await symlink('cats', workspace.path('images/aliased'));
  await symlink('../other', workspace.path('images/elsewhere'));
  await symlink('nowhere', workspace.path('images/dangling.png'));
  await symlink('../a.png', workspace.path('images/linked.png'));
  assert.deepEqual(await found(workspace, 'images/**/*.{png,jpg}'), [
    'images/[odd] (name)/1.png',
    'images/a.png',
    'images/cats/1.png',
    'images/cats/2.jpg',
    'images/dogs/1.png',
    'images/dogs/deep/er/1.png',
    'images/elsewhere/images/1.png',
    'images/linked.png',
    'images/up/a.png',
  ]);
  assert.deepEqual(await found(workspace, 'images/aliased/*'), ['images/aliased/1.png', 'images/aliased/2.jpg']);
});

test('no walk leaves the workspace, whatever it would match there', async t => {
  const [workspace, other] = [await tree(t), await tree(t)];
  const outside = (what: RegExp) => problem('path-outside', what, /untrusted/);
  for (const pattern of ['/**/h*.png', '../**', `${other.root}/*.png`, '../none.png', 'images/../../*'])
    await assert.rejects(found(workspace, pattern), outside(/The fixture .* leaves the folder/), pattern);
  await symlink('/', workspace.path('images/loop'));
  await assert.rejects(found(workspace, 'images/**'), outside(/The fixture images\/loop leaves the folder/));
  assert.deepEqual(await found(workspace, 'images/*/2.jpg', { ignore: ['images/loop/**'] }), ['images/cats/2.jpg']);
  assert.deepEqual(await found(workspace, 'images/cats/*'), ['images/cats/1.png', 'images/cats/2.jpg']);
});

test('.git is not walked, and not named', async t => {
  const workspace = await tree(t);
  await workspace.write('.git/a.png', '');
  await workspace.write('images/.git/modules/a.png', '');
  await symlink('../.git', workspace.path('images/innocent'));
  assert.deepEqual(await found(workspace, '{.git,other}/*'), ['other/x.npy']);
  assert.deepEqual(await found(workspace, 'images/{.git,cats}/**', { ignore: ['**/innocent/**'] }), [
    'images/cats/1.png',
    'images/cats/2.jpg',
  ]);
  for (const pattern of ['.git/*', '.GIT/*', 'images/.git/modules/*', 'images/innocent/*', 'images/**'])
    await assert.rejects(found(workspace, pattern), problem('path-outside', /lies in \.git/, /credentials/), pattern);
});

test('a search that does not end is given up in words', async t => {
  const workspace = await tree(t);
  const wide = (why: RegExp) => problem('config-invalid', why, /!node_modules/);
  await assert.rejects(
    found(workspace, '**', { limits: { entries: 10, seconds: 10 } }),
    wide(/`\*\*` is too wide: more than 10 files and folders lie there/),
  );
  assert.equal((await found(workspace, 'images/cats/*', { limits: { entries: 2, seconds: 10 } })).length, 2);
  await assert.rejects(
    found(workspace, '**', { limits: { entries: 10, seconds: 0 } }),
    wide(/did not end within 0 seconds/),
  );
});

test('folders count only when asked for, and then nothing below them', async t => {
  const workspace = await tree(t);
  assert.deepEqual(await found(workspace, 'images/*', { folders: true }), [
    'images/[odd] (name)',
    'images/a.png',
    'images/cats',
    'images/dogs',
  ]);
});

test('a glob that could keep its matcher busy for ever is told so', () => {
  for (const pattern of [
    '*a*a*a*b',
    '+(*a)b',
    '(a+)+b',
    '*(a)',
    '**/a/**/a/**/a/**',
    '{*a*,*b*}',
    '[a-z]+a+b+c+d',
    'a'.repeat(501),
  ])
    assert.notEqual(tooIntricate(pattern), undefined, pattern);
  for (const pattern of [
    'images/**/*.{jpg,jpeg,png}',
    '!**/*_mask.png',
    'a/*_front_*.png',
    '**/c?t??/*',
    '@(a|b)/*.png',
  ])
    assert.equal(tooIntricate(pattern), undefined, pattern);
});
