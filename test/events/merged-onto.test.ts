import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type Going, mergedOnto } from '../../src/events/_merged-onto.ts';
import type { ActionWorld } from '../../src/events/world.ts';
import { temporaryFolder } from '../support/tfjs-model.ts';

const sha = (letter: string) => letter.repeat(40);
const [head, merge, left, tip, earlier] = [sha('a'), sha('b'), sha('c'), sha('d'), sha('e')];

/** What each commit has that the branch has not, with its parents; one that GitHub does not know has no entry. */
type Known = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
const usual: Known = { [head]: { [head]: [left] }, [merge]: { [head]: [left], [merge]: [tip, head] } };

async function onto(
  t: TestContext,
  { here, run = merge, known = usual, ...more }: Partial<Going> & { here?: string; run?: string; known?: Known },
) {
  const root = await temporaryFolder(t);
  if (here !== undefined) {
    await mkdir(join(root, '.git'));
    await writeFile(join(root, '.git/HEAD'), `${here}\n`);
  }
  const asked: string[] = [];
  const compareCommitsWithBasehead = async ({ basehead }: { basehead: string }) => {
    asked.push(basehead);
    const commits = known[basehead.split('...')[1]!];
    if (!commits) throw Object.assign(new Error('Not Found'), { status: 404 });
    const listed = Object.entries(commits).map(([each, parents]) => ({
      sha: each,
      parents: parents.map(p => ({ sha: p })),
    }));
    return {
      data: {
        ...{ base_commit: { sha: tip }, merge_base_commit: { sha: left }, total_commits: listed.length },
        ...{ commits: listed, files: [] },
      },
    };
  };
  const repository = { owner: 'o', name: 'r', api: { rest: { repos: { compareCommitsWithBasehead } } } };
  const world = { repository, run: { sha: run } } as unknown as ActionWorld;
  const found = await mergedOnto(world, { root }, { head, to: 'main', moved: false, ...more });
  return { ...found, asked };
}

test('a merge is held against its other parent, a head against where it left the branch', async t => {
  const merged = await onto(t, { here: merge });
  assert.deepEqual(merged, { candidate: merge, before: tip, tip, asked: [`main...${merge}`] });
  const alone = await onto(t, { here: head });
  assert.deepEqual([alone.candidate, alone.before, alone.tip], [head, left, tip]);
});

test('a merge with the branch that it went to before is held against where it left the new one', async t => {
  const found = await onto(t, { here: merge, moved: true });
  assert.deepEqual([found.candidate, found.before], [merge, left]);
});

test('a commit on top of the head is what is checked out, and left the branch where the head did', async t => {
  const top = sha('f');
  const found = await onto(t, { here: top, known: { ...usual, [top]: { [head]: [left], [top]: [head] } } });
  assert.deepEqual([found.candidate, found.before], [top, left]);
});

test('a checkout that has nothing of the change is not believed, nor one that the branch has already', async t => {
  const [other, old] = [sha('1'), sha('2')];
  const known = { ...usual, [other]: { [other]: [tip] }, [old]: {} };
  assert.equal((await onto(t, { here: other, known })).candidate, merge);
  assert.equal((await onto(t, { here: old, known })).candidate, merge, 'the base branch');
  assert.equal((await onto(t, { here: sha('3'), known })).candidate, merge, 'GitHub does not know it');
  assert.equal((await onto(t, {})).candidate, merge, 'no clone');
  const upside = { ...usual, [other]: { [head]: [left], [other]: [head, tip] } };
  assert.equal(
    (await onto(t, { here: other, known: upside })).before,
    left,
    'a merge the other way round is a commit on top',
  );
  const octopus = { [other]: { [other]: [tip, head, earlier] }, ...usual };
  assert.equal(
    (await onto(t, { here: other, known: octopus })).candidate,
    merge,
    'three parents are no merge of GitHub’s',
  );
});

test('where neither the checkout nor the run’s commit has anything of it the head itself is taken', async t => {
  const found = await onto(t, { here: earlier, run: earlier, known: { [head]: { [head]: [left] } } });
  assert.deepEqual([found.candidate, found.asked], [head, [`main...${earlier}`, `main...${head}`]]);
  const merged = await onto(t, { run: '', known: { [head]: {} } });
  assert.deepEqual(
    [merged.candidate, merged.before],
    [head, left],
    'a head that the branch has already changes nothing',
  );
});

test('a head that has nothing in common with the branch cannot be judged', async t => {
  await assert.rejects(onto(t, { known: {} }), {
    code: 'baseline-unavailable',
    message: 'aaaaaaa and main have no commit in common.',
  });
});
