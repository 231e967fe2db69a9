import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { type ProcessLike, terminal } from '../../src/hosts/terminal.ts';
import { printable } from '../../src/reports/printable.ts';

function fake(options: { tty?: boolean; env?: ProcessLike['env'] } = {}) {
  const stream = () => Object.assign(new PassThrough(), { isTTY: options.tty ?? false, columns: 80 });
  const [stdout, stderr] = [stream(), stream()];
  const made = terminal({ argv: [], env: options.env ?? {}, stdout, stderr, cwd: () => '/' });
  const text = (from: PassThrough) => String(from.read() ?? '');
  return { ...made, printed: () => text(stdout), noted: () => text(stderr) };
}

test('results go to standard output, everything else to standard error', () => {
  const { out, note, printed, noted } = fake();
  out('result');
  note('remark');
  assert.deepEqual([printed(), noted()], ['result\n', 'remark\n']);
});

test('progress in a log is a line per tenth, whatever the steps', () => {
  const { progress, noted } = fake();
  const tell = progress('model');
  for (let done = 1; done <= 300; done++) tell(done, 300);
  const lines = noted().trimEnd().split('\n');
  assert.equal(lines.length, 10);
  assert.deepEqual([lines[0], lines[9]], ['model: 30/300 fixtures', 'model: 300/300 fixtures']);
});

test('progress of few fixtures, in large steps, or of none', () => {
  const lines = (...steps: [number, number][]) => {
    const { progress, noted } = fake();
    const tell = progress('m');
    for (const [done, total] of steps) tell(done, total);
    return noted();
  };
  assert.equal(lines([2, 3], [3, 3]), 'm: 2/3 fixtures\nm: 3/3 fixtures\n');
  assert.equal(lines([16, 16]), 'm: 16/16 fixtures\n');
  assert.equal(lines([0, 0]), 'm: 0/0 fixtures\n');
});

test('progress at a terminal is a bar that disappears', () => {
  const { progress, noted } = fake({ tty: true });
  const tell = progress('model');
  tell(1, 2);
  tell(2, 2);
  const drawn = noted();
  assert.match(drawn, /model .*1\/2/);
  assert.doesNotMatch(drawn, /fixtures\n/);
});

test('colours: at a terminal, unless it is dumb; by FORCE_COLOR; never with NO_COLOR', () => {
  const coloured = (tty: boolean, env: ProcessLike['env']) => fake({ tty, env }).colours.red('x') !== 'x';
  assert.equal(coloured(true, {}), true);
  assert.equal(coloured(true, { TERM: 'dumb' }), false);
  assert.equal(coloured(false, {}), false);
  assert.equal(coloured(false, { FORCE_COLOR: '1' }), true);
  assert.equal(coloured(true, { NO_COLOR: '1', FORCE_COLOR: '1' }), false);
  assert.equal(coloured(true, { NO_COLOR: '' }), true);
});

test('printable text has no control characters but line feeds', () => {
  assert.equal(printable('a\u001b[31mb\u0007\r\nc\u009b2J\u202e'), 'a\ufffd[31mb\ufffd\ufffd\nc\ufffd2J\ufffd');
  assert.equal(printable('Grüße, 图像 🐈'), 'Grüße, 图像 🐈');
});
