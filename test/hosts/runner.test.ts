import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loggable } from '../../src/hosts/runner.ts';
import { readLog } from '../support/action.ts';

test('no text passes for a command of the runner', () => {
  const texts = [
    '::error::gone',
    '  ::set-output name=a::b',
    'fine\n::stop-commands::x',
    'a ##[error]b',
    '##[group]x',
    '::: ::warning::',
    'a\r::error::b',
    ':::error::x',
  ];
  for (const text of texts) {
    const { annotations, commands, injected } = readLog(loggable(text));
    assert.deepEqual({ annotations, commands, injected }, { annotations: [], commands: [], injected: [] }, text);
  }
});

test('plain text stays as it is', () => {
  assert.equal(loggable('models/a: 3 of 4, 12:30::15 # 1'), 'models/a: 3 of 4, 12:30::15 # 1');
});
