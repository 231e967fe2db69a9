import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everything, type KeptReport, reportLine, toFixture } from '../../src/reports/comment/report-link.ts';
import { model } from '../support/results.ts';

const page: KeptReport = { address: 'https://x.test/a b/report.html', as: 'page' };
const archive: KeptReport = { address: 'https://x.test/artifacts/7', as: 'archive' };

test('a page is opened at a fixture, an archive cannot be', () => {
  assert.equal(
    toFixture('**a**', page, 'm', 'a & b).png'),
    '[**a**](https://x.test/a%20b/report.html#model=m&amp;fixture=a+%26+b%29.png)',
  );
  assert.deepEqual(
    [toFixture('**a**', archive, 'm', 'a'), toFixture('**a**', undefined, 'm', 'a')],
    ['**a**', '**a**'],
  );
});

test('the line says what the address is: a page, with a link per model, or an archive to open first', () => {
  const two = [model([], { name: 'one' }), model([], { name: 'a_b' })];
  assert.match(
    reportLine(archive, two),
    /^\[All pictures at full size\]\(https:\/\/x\.test\/artifacts\/7\).*: report\.html in this archive\.$/,
  );
  assert.match(reportLine(page, two), /: \[one\]\(\S+#model=one\), \[a\\_b\]\(\S+#model=a_b\)\.$/);
  assert.match(reportLine(page, two.slice(1)), /\/report\.html\), with filters and a slider between before and now\.$/);
  assert.equal(reportLine(undefined, two), '');
  const many = Array.from({ length: 12 }, (_, at) => model([], { name: `m${at}` }));
  assert.equal(reportLine(page, many).split('#model=').length - 1, 10);
});

test('nothing is promised that this job cannot know of', () => {
  const run = 'https://x.test/runs/1';
  assert.equal(everything(run, archive), 'The [report](https://x.test/artifacts/7) has everything.');
  assert.match(
    everything(run, undefined),
    /^The output folder of the \[run\]\(\S+\) has everything; it is gone after the job unless a step uploads it\.$/,
  );
  assert.equal(everything(undefined, undefined), '');
});
