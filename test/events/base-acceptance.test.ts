import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acceptedName } from '../../src/acceptance/file.ts';
import { pairOf } from '../../src/acceptance/pair.ts';
import { CamdriftError } from '../../src/errors.ts';
import { filedOn, trustedSide } from '../../src/events/_base-acceptance.ts';
import type { Snapshot } from '../../src/repository/snapshot.ts';
import { fixture, model, readReason } from '../support/results.ts';

const failed = model([fixture('a.png', 0.3)], {
  name: 'shoes',
  reasons: [readReason('fail', 'attention-regression', 'Attention moved.')],
});
const { code } = pairOf(failed)!;
const [baseline, candidate] = [failed.baseline.model.digest, failed.candidate.model.digest];
const name = acceptedName(baseline, candidate);
const text = (more: object = {}) =>
  JSON.stringify({
    ...{ version: 1, model: 'shoes', code, named: [], baseline, candidate, by: 'mona', why: 'meant' },
    ...{ at: '2026-01-01T00:00:00.000Z', ...more },
  });

/** A commit that has these files and no others; one that is null cannot be read. */
function commit(files: Readonly<Record<string, string | null>>, sha = 'base'): Snapshot {
  const under = Object.keys(files).map(path => ({ path }));
  return {
    commit: sha,
    under: async (folder: string) => under.filter(({ path }) => path.startsWith(`${folder}/`)),
    locate: async () => ({ kind: 'file' }),
    read: async (path: string, most: number) => {
      assert.ok(most <= 2 ** 20);
      const found = files[path];
      if (found === null) throw new CamdriftError('baseline-unavailable', 'GitHub does not answer.');
      return new TextEncoder().encode(found);
    },
    place: (path: string) => `${path} at commit ba5e`,
  } as unknown as Snapshot;
}

async function word(
  files: Readonly<Record<string, string | null>>,
  { configuration = 'camdrift.yml', of = failed } = {},
) {
  const warned: string[] = [];
  const { accepted, void: gone } = await filedOn(commit(files), configuration, of, each => warned.push(each));
  return { accepted, gone: gone.map(each => each.code), warned };
}

const nothing = { accepted: undefined, gone: [], warned: [] };

test('the file of the two models holds, beside the configuration, and is told by its place', async () => {
  const file = `.camdrift/accepted/${name}.json`;
  const accepted = { by: 'mona', why: 'meant', url: '', named: [], file };
  assert.deepEqual(await word({ [file]: text() }), { ...nothing, accepted });
  assert.deepEqual(await word({ [`ml/${file}`]: text() }), nothing);
  const inFolder = await word({ [`ml/${file}`]: text() }, { configuration: 'ml/camdrift.yml' });
  assert.equal(inFolder.accepted?.file, `ml/${file}`);
  const second = `.camdrift/accepted/${name}.${code}.json`;
  const both = await word({ [file]: text({ code: '0'.repeat(16) }), [second]: text() });
  assert.deepEqual([both.accepted?.file, both.gone], [second, []]);
});

test('a file of other models is not read, one of other reasons is void, and nothing is accepted of what does not fail', async () => {
  assert.deepEqual(await word({ [`.camdrift/accepted/none..${candidate.slice(0, 16)}.json`]: text() }), nothing);
  assert.deepEqual(await word({ [`.camdrift/accepted/${name}x.json`]: text() }), nothing);
  const other = await word({ [`.camdrift/accepted/${name}.json`]: text({ code: '1'.repeat(16) }) });
  assert.deepEqual(other, { ...nothing, gone: ['1'.repeat(16)] });
  const fine = model([fixture('a.png', 0.01)], { name: 'shoes', reasons: [] });
  assert.deepEqual(await word({ [`.camdrift/accepted/${name}.json`]: text() }, { of: fine }), nothing);
});

test('a rule that the file does not name is not accepted by it', async () => {
  const rule = { of: 'inside', at: 'least', limit: 0.9 } as const;
  const ruled = model([fixture('a.png', 0.3)], {
    name: 'shoes',
    reasons: [{ level: 'fail', code: 'region-rule', region: 'mark', rule, before: 0.9, now: 0.1, fixtures: 3 }],
  });
  const path = `.camdrift/accepted/${name}.json`;
  const its = pairOf(ruled)!.code;
  assert.deepEqual((await word({ [path]: text({ code: its }) }, { of: ruled })).accepted, undefined);
  const named = await word({ [path]: text({ code: its, named: ['mark'] }) }, { of: ruled });
  assert.deepEqual(named.accepted?.named, ['mark']);
});

test('what cannot be read accepts nothing, and is told', async () => {
  const path = `.camdrift/accepted/${name}.json`;
  for (const [content, why] of [
    [null, /GitHub does not answer/],
    ['{}', /is no acceptance: it has another form/],
    [text({ more: 1 }), /at commit ba5e is no acceptance/],
    [`version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 5\n`, /Git LFS pointer/],
  ] as const) {
    const { accepted, warned } = await word({ [path]: content });
    assert.equal(accepted, undefined);
    assert.equal(warned.length, 1);
    assert.match(warned[0]!, /^What the base branch accepts of shoes is not believed: /);
    assert.match(warned[0]!, why);
  }
});

test('the side that is believed is the branch as it is now; of a push, what was there before; and never the change itself', () => {
  const [candidate, before, tip] = ['candidate', 'before', 'tip'].map(sha => commit({}, sha));
  const side = (now: Snapshot) => trustedSide({ sides: { candidate: candidate!, before: before!, tip: now } })?.commit;
  assert.equal(side(tip!), 'tip');
  assert.equal(side(before!), 'before');
  assert.equal(side(commit({}, 'candidate')), 'before');
  assert.equal(trustedSide({ sides: undefined }), undefined);
});
