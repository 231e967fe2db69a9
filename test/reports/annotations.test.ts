import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annotations } from '../../src/reports/annotations.ts';
import type { Reason } from '../../src/results/reason.ts';
import { model, readReason, results } from '../support/results.ts';

const reason = (level: Reason['level'], message: string = level): Reason => readReason(level, level, message);

test('an error or a warning per reason, on the file of the model', () => {
  const found = model([], { reasons: [reason('warn'), reason('fail'), reason('incomplete'), reason('pass')] });
  assert.deepEqual(
    annotations(results(found), path => `models/${path}`).map(({ level, file, title, message }) => [
      level,
      file,
      title,
      message,
    ]),
    [
      ['error', 'models/m', 'camdrift: shoes, fail', 'fail'],
      ['error', 'models/m', 'camdrift: shoes, incomplete', 'incomplete'],
      ['warning', 'models/m', 'camdrift: shoes, warn', 'warn'],
      ['notice', 'models/m', 'camdrift: shoes, pass', 'pass'],
    ],
  );
});

test('ten of a level are all shown; of more, nine and how many more there are', () => {
  const of = (many: number) =>
    annotations(results(model([], { reasons: Array.from({ length: many }, () => reason('warn')) })));
  assert.equal(of(10).length, 10);
  assert.equal(of(11).length, 10);
  assert.equal(of(11).at(-1)?.title, 'camdrift: and 2 more');
  assert.equal(of(300).length, 10);
  assert.equal(of(300).at(-1)?.title, 'camdrift: and 291 more');
});

test('the worst models come first', () => {
  const warned = model([], { name: 'b', verdict: 'warn', reasons: [reason('warn', 'b')] });
  const failed = model([], { name: 'a', reasons: [reason('fail', 'a'), reason('warn', 'a')] });
  const messages = annotations(results(warned, failed)).map(({ message }) => message);
  assert.deepEqual(messages, ['a', 'a', 'b']);
});

test('a model without a verdict says what to do', () => {
  const error = { code: 'incomplete', message: 'It is gone.', remedy: 'Bring it back.', exitCode: 4 };
  const [first] = annotations(
    results(model([], { verdict: 'incomplete', error, reasons: [reason('incomplete', 'It is gone.')] })),
  );
  assert.equal(first?.message, 'It is gone. To do: Bring it back.');
});

test('plain text on one line, at most 4,000 characters', () => {
  const nasty = `a\n::error::b\u001b[31m${'🐈'.repeat(3000)}`;
  const [first] = annotations(results(model([], { name: nasty, reasons: [reason('fail', nasty)] })));
  assert.ok(first!.message.length <= 4000 && first!.title.length <= 200);
  assert.doesNotMatch(first!.message + first!.title, /\p{Cc}|\p{Cs}/u);
});
