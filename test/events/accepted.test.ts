import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { pairOf } from '../../src/acceptance/pair.ts';
import { accepted } from '../../src/events/_acceptance.ts';
import type { FiledWord } from '../../src/events/_base-acceptance.ts';
import { sentenceOf } from '../../src/reports/reasons.ts';
import type { ComparedModel } from '../../src/results/model.ts';
import { codeOf, type Reason } from '../../src/results/reason.ts';
import { actionWorld, type Hub, hub } from '../support/action-world.ts';
import { fixture, model, readReason, results } from '../support/results.ts';

const moved = readReason('fail', 'attention-regression', 'Attention moved.');
const failing = (name = 'shoes', ...more: Reason[]): ComparedModel =>
  model([fixture('a.png', 0.3)], { name, reasons: [moved, ...more] }) as ComparedModel;
const shoes = failing();
const { code } = pairOf(shoes)!;

/** Comments in the order that they are made, a minute each. */
const talk = (...said: (readonly [login: string, body: string])[]): Partial<Hub> => ({
  comments: said.map(([login, body], id) => ({ id, login, body, type: 'User', at: `2026-01-01T00:0${id}:00Z` })),
  roles: { mona: 'write', boss: 'maintain', passerby: 'read' },
});

interface Asked {
  readonly models?: readonly ComparedModel[];
  readonly number?: number | undefined;
  readonly inputs?: Record<string, string>;
  readonly filed?: FiledWord;
}

async function after(t: TestContext, github: Partial<Hub>, { models = [shoes], inputs, filed, ...rest }: Asked = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'camdrift-accepted-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const all = hub(github);
  const told = actionWorld(all, inputs);
  const number = 'number' in rest ? rest.number : 7;
  const found = await accepted(told.world, number, {
    results: { ...results(...models), verdict: 'fail' },
    ...{ folder, fileOf: (path: string) => path },
    ...(filed && { filed: new Map([['shoes', filed]]) }),
  });
  const [first] = found.results.models;
  const notes = first!.reasons.slice(1).map(reason => `${reason.level} ${codeOf(reason)}`);
  const written = await readFile(join(folder, 'results.json'), 'utf8').catch(() => undefined);
  return { verdict: found.results.verdict, first: first!, notes, asked: all.asked, log: told.lines, written };
}

test('what somebody with the right accepts by its code is accepted, and stays in sight', async t => {
  const found = await after(t, talk(['mona', `/camdrift accept ${code} a better crop`]));
  assert.deepEqual([found.verdict, found.first.verdict], ['accepted', 'accepted']);
  assert.equal(codeOf(found.first.reasons[0]!), 'attention-regression');
  const { accepted: word, pair } = found.first as ComparedModel;
  assert.deepEqual(word, { by: 'mona', why: 'a better crop', url: 'https://github.example/c/0', named: [] });
  assert.deepEqual(pair, { code, named: [] });
  assert.equal(JSON.parse(found.written!).verdict, 'accepted', 'and results.json says so');
});

test('who may not, who opened it, and who says no reason leave it as it was, each with a word', async t => {
  for (const [who, words, role] of [
    ['passerby', 'please', /^passerby/],
    ['author', 'please', /^author/],
    ['mona', '', /^mona/],
  ] as const) {
    const github = talk([who, `/camdrift accept ${code} ${words}`]);
    const found = await after(t, { ...github, roles: { ...github.roles, author: 'admin' } });
    assert.deepEqual([found.verdict, found.notes], ['fail', ['pass acceptance-refused']], who);
    assert.match(sentenceOf(found.first.reasons[1]!), role);
    assert.deepEqual(found.first.pair, { code, named: [] }, 'it is still offered');
  }
});

test('a role that GitHub does not tell is none, and so is a comment that somebody else has edited', async t => {
  const github = talk(['mona', `/camdrift accept ${code} fine`]);
  const unknown = await after(t, { ...github, refuses: { 'role of mona': 500 } });
  assert.deepEqual([unknown.verdict, unknown.notes], ['fail', ['pass acceptance-refused']]);
  const [only] = github.comments!;
  const edited = { ...github, comments: [{ ...only!, updated: '2026-01-01T01:00:00Z' }] };
  assert.equal((await after(t, { ...edited, editors: { 0: 'mona' } })).verdict, 'accepted');
  assert.equal((await after(t, { ...edited, editors: { 0: 'boss' } })).verdict, 'accepted');
  const byStranger = await after(t, { ...edited, editors: { 0: 'passerby' } });
  assert.deepEqual([byStranger.verdict, byStranger.notes], ['fail', ['pass acceptance-refused']]);
  assert.equal((await after(t, { ...edited, editors: { 0: '' } })).verdict, 'fail', 'edited by nobody knows whom');
  assert.equal((await after(t, { ...edited, refuses: { editor: 500 } })).verdict, 'fail');
  assert.equal(
    (await after(t, { ...github, editors: { 0: 'passerby' } })).verdict,
    'accepted',
    'of an untouched one nobody asks',
  );
});

test('comments of bots are not heard, and what cannot be read accepts nothing', async t => {
  const bot = talk(['mona', `/camdrift accept ${code} fine`]);
  assert.equal(
    (await after(t, { ...bot, comments: bot.comments!.map(each => ({ ...each, type: 'Bot' as const })) })).verdict,
    'fail',
  );
  const closed = await after(t, { ...bot, refuses: { listComments: 403 } });
  assert.equal(closed.verdict, 'fail');
  assert.match(closed.log[0]!, /^warning: Whether somebody has accepted this could not be read .*pull-requests: read/);
  const down = await after(t, { ...bot, refuses: { listComments: 500 } });
  assert.doesNotMatch(down.log[0]!, /permissions/);
});

test('an acceptance of another model or other reasons is void, and the reader is told', async t => {
  const found = await after(t, talk(['mona', `/camdrift accept ${'0'.repeat(16)} fine`]));
  assert.deepEqual([found.verdict, found.notes], ['fail', ['pass acceptance-void']]);
  const back = await after(t, talk(['mona', `/camdrift accept ${code} fine`], ['boss', `/camdrift reject ${code}`]));
  assert.deepEqual([back.verdict, back.notes], ['fail', []]);
});

test('one of two models is accepted; what could not be judged stays undecided', async t => {
  const two = [failing('shoes'), failing('hats')];
  const found = await after(t, talk(['mona', `/camdrift accept ${pairOf(two[0]!)!.code} fine`]), { models: two });
  assert.deepEqual([found.verdict, found.first.verdict], ['fail', 'accepted']);
  const partly = failing('shoes', readReason('incomplete', 'fixture-failed', 'b.png is damaged.'));
  const some = await after(t, talk(['mona', `/camdrift accept ${pairOf(partly)!.code} fine`]), { models: [partly] });
  assert.deepEqual([some.verdict, some.first.verdict], ['incomplete', 'incomplete']);
});

test('nothing is asked where nothing failed, or nobody may accept; without a pull request there is nobody to ask', async t => {
  const fine = model([fixture('a.png', 0)], { verdict: 'pass', reasons: [moved] }) as ComparedModel;
  const quiet = await after(t, talk(['mona', `/camdrift accept ${code} fine`]), { models: [fine] });
  assert.deepEqual([quiet.asked, quiet.written], [[], undefined]);
  const nobody = await after(t, talk(['boss', `/camdrift accept ${code} fine`]), { inputs: { 'accept-by': 'nobody' } });
  assert.deepEqual([nobody.verdict, nobody.asked], ['fail', []]);
  const queue = await after(t, talk(['mona', `/camdrift accept ${code} fine`]), { number: undefined });
  assert.deepEqual([queue.verdict, queue.asked, queue.first.pair], ['fail', [], undefined], 'nothing is offered');
  const silent = await after(t, talk(['mona', 'Nice.']));
  assert.deepEqual(silent.asked, ['listComments'], 'who opened it is asked when somebody has spoken');
});

test('a file of the base branch accepts, until somebody who may takes it back', async t => {
  const file = { by: 'lead', why: 'meant', url: '', named: [], file: '.camdrift/accepted/a..b.json' };
  const filed: FiledWord = { accepted: file, void: [] };
  const alone = await after(t, {}, { filed });
  assert.deepEqual(
    [alone.verdict, (alone.first as ComparedModel).accepted, alone.first.pair],
    ['accepted', file, undefined],
  );
  assert.equal((await after(t, {}, { filed, number: undefined })).verdict, 'accepted', 'in a merge queue too');
  const back = await after(t, talk(['mona', `/camdrift reject ${code}`]), { filed });
  assert.equal(back.verdict, 'fail');
  const stranger = await after(t, talk(['passerby', `/camdrift reject ${code}`]), { filed });
  assert.deepEqual([stranger.verdict, stranger.notes], ['accepted', ['pass acceptance-refused']]);
  const old = {
    ...{ version: 1 as const, model: 'shoes', code: '1'.repeat(16), named: [], baseline: null },
    candidate: 'b'.repeat(64),
    by: 'lead',
    why: 'w',
    at: '2026-01-01T00:00:00Z',
  };
  const gone = await after(t, {}, { filed: { accepted: undefined, void: [old] } });
  assert.deepEqual([gone.verdict, gone.notes], ['fail', ['pass acceptance-void']]);
});
