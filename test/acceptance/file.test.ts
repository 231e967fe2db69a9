import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acceptedModel } from '../../src/acceptance/apply.ts';
import { acceptedName, accepts, mostAcceptedBytes, parseAccepted, wordOf } from '../../src/acceptance/file.ts';
import { CamdriftError } from '../../src/errors.ts';
import type { ComparedModel } from '../../src/results/model.ts';
import type { Level } from '../../src/results/verdict.ts';
import { fixture, model, readReason } from '../support/results.ts';

const code = '3f9a2c1d0b7e4a55';
const file = {
  ...{
    version: 1 as const,
    model: 'shoes',
    code,
    named: ['mark'],
    baseline: 'a'.repeat(64),
    candidate: 'b'.repeat(64),
  },
  ...{ by: 'mona', why: 'meant', at: '2026-01-01T00:00:00.000Z' },
};
const parsed = (more: object) => parseAccepted(JSON.stringify({ ...file, ...more }), 'a.json');
const isRefused = (more: object): boolean => {
  try {
    parsed(more);
    return false;
  } catch (error) {
    assert.ok(error instanceof CamdriftError && error.code === 'config-invalid');
    assert.equal(error.message, 'a.json is no acceptance: it has another form.');
    return true;
  }
};

test('every field is bounded, and the bound itself is read', () => {
  const names = (count: number, length: number) => Array(count).fill('n'.repeat(length));
  for (const [what, last, first] of [
    ['model', 'm'.repeat(1024), 'm'.repeat(1025)],
    ['code', code, `${code}0`],
    ['code', code, `0${code}`],
    ['named', names(1000, 1), names(1001, 1)],
    ['named', names(1, 1024), names(1, 1025)],
    ['baseline', null, `${'a'.repeat(64)}a`],
    ['baseline', 'c'.repeat(64), `x${'a'.repeat(64)}`],
    ['candidate', 'd'.repeat(64), null],
    ['by', 'b'.repeat(100), 'b'.repeat(101)],
    ['by', 'b', ''],
    ['why', 'w'.repeat(1000), 'w'.repeat(1001)],
    ['why', 'w', ''],
    ['at', '2026-02-28T23:59:59Z', '2026-02-30T00:00:00Z'],
  ] as const) {
    assert.deepEqual(parsed({ [what]: last }), { ...file, [what]: last }, what);
    assert.ok(isRefused({ [what]: first }), `${what} ${JSON.stringify(first)?.slice(0, 80)}`);
  }
  for (const key of Object.keys(file)) assert.ok(isRefused({ [key]: undefined }), `without ${key}`);
  assert.equal(mostAcceptedBytes, 1024 * 1024);
});

test('what is no JSON is refused by its place, with the reason behind it', () => {
  assert.throws(
    () => parseAccepted('{', 'x.json at commit ba5e'),
    (error: CamdriftError) =>
      error.message.startsWith('x.json at commit ba5e is no acceptance') && error.cause instanceof SyntaxError,
  );
});

test('a file is found by the first 64 bits of both models; without an earlier one by the word none', () => {
  const digest = (start: string) => start + 'f'.repeat(64 - start.length);
  const [before, now] = [digest('3f9a2c1d0b7e4a55'), digest('48cef24a8e57d305')];
  assert.equal(acceptedName(before, now), '3f9a2c1d0b7e4a55..48cef24a8e57d305');
  for (const none of [null, undefined]) assert.equal(acceptedName(none, now), 'none..48cef24a8e57d305');
});

test('it stands for what failed only with its code, and with every name', () => {
  const pair = (named: readonly string[], of = code) =>
    accepts({ ...file, named: ['mark', 'frame'] }, { code: of, named });
  assert.ok(pair([]) && pair(['mark']) && pair(['frame', 'mark']));
  assert.equal(pair(['mark', 'object']), false, 'one of two');
  assert.equal(pair(['mark'], '0'.repeat(16)), false);
});

test('its word has a place where the base branch has it, and none elsewhere', () => {
  const said = { by: 'mona', why: 'meant', url: '', named: ['mark'] };
  assert.deepEqual(wordOf(file), said);
  assert.deepEqual(wordOf(file, 'ml/a.json'), { ...said, file: 'ml/a.json' });
});

test('an accepted model keeps its reasons; what else they are decides how good it is', () => {
  const reasons = (...levels: Level[]) => levels.map(level => readReason(level, level, level));
  const word = { by: 'mona', why: 'meant', url: 'https://github.example/1', named: ['mark'] };
  const accepted = (...levels: Level[]) =>
    acceptedModel(
      model([fixture('a.png', 0.3)], { reasons: reasons(...levels) }) as ComparedModel,
      { code, named: ['mark'] },
      word,
    );
  assert.equal(accepted('fail').verdict, 'accepted');
  assert.equal(accepted('fail', 'pass', 'warn').verdict, 'accepted', 'a warning is less than what was accepted');
  assert.equal(accepted('incomplete', 'fail').verdict, 'incomplete', 'what nobody could judge nobody accepts');
  const { reasons: kept, accepted: by, pair } = accepted('fail', 'warn');
  assert.deepEqual([kept, by, pair], [reasons('fail', 'warn'), word, { code, named: ['mark'] }]);
});

test('what a file of the base branch accepts is not offered again', () => {
  const failed = model([fixture('a.png', 0.3)]) as ComparedModel;
  assert.equal(acceptedModel(failed, { code, named: [] }, wordOf(file, 'a.json')).pair, undefined);
  assert.deepEqual(acceptedModel(failed, { code, named: [] }, wordOf(file)).pair, { code, named: [] });
});
