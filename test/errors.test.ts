import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actionable, CamdriftError, systemWords } from '../src/errors.ts';

const system = (code: string, more: object = {}) => Object.assign(new Error(`${code}: raw`), { code, ...more });

test('what a system refuses becomes words and a remedy', () => {
  const codes =
    'ENOSPC EDQUOT EFBIG EROFS EACCES EPERM EMFILE ENFILE ENOMEM ENAMETOOLONG ELOOP ENOTDIR EISDIR EEXIST EIO EBUSY EPIPE';
  for (const code of codes.split(' ')) {
    const known = actionable(system(code, { path: '/out/results.json' }));
    assert.equal(known?.code, 'system-refused', code);
    assert.equal(known.exitCode, 3);
    assert.match(known.message, /^\/out\/results\.json cannot be read or written: [a-z ]+.*\.$/, code);
    assert.doesNotMatch(known.message, /raw/);
    assert.ok(known.remedy.length > 10);
  }
  assert.equal(actionable(system('ENOSPC'))?.message, 'The system refuses: no space is left on the disk.');
});

test('an error of ours stays itself, and a bug stays a bug', () => {
  const own = new CamdriftError('config-invalid', 'x');
  assert.equal(actionable(own), own);
  for (const bug of [
    new TypeError('x is undefined'),
    system('ENOENT'),
    system('EWHATEVER'),
    'text',
    undefined,
    { code: 'ENOSPC' },
  ])
    assert.equal(actionable(bug), undefined);
  assert.equal(systemWords(new TypeError('x is undefined')), 'x is undefined');
});
