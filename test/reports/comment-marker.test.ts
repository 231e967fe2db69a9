import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marker, readMarker, resolvedPart, wholeComment } from '../../src/reports/comment/comment.ts';
import { model } from '../support/results.ts';
import { audited, head, pictured, say } from './_comment-requests.ts';

const found = audited(model([pictured('a.png', 0.4), pictured('b.png', 0.3)]));
const content = (body: string) => readMarker(body)?.content;

test('the first line is read back', () => {
  const read = readMarker(say(found, { key: 'nightly_2.x-y' }).body);
  assert.deepEqual({ ...read, content: '' }, { key: 'nightly_2.x-y', head, content: '' });
  const line = marker({ key: 'k', head, content: 'c' });
  for (const body of [line, `${line}\nx`, `${line}\r\nx`])
    assert.deepEqual(readMarker(body), { key: 'k', head, content: 'c' });
});

test('a marker that is quoted further down, or on a line with more, is none', () => {
  const line = marker({ key: 'k', head, content: 'c' });
  for (const body of [`x\n${line}`, `\n${line}`, ` ${line}`, `> ${line}`, `${line} x`, line.slice(0, -1), ''])
    assert.equal(readMarker(body), undefined, body);
});

test('a key that could not be read back is refused', () => {
  for (const key of ['', 'a b', 'a\n', '-->', 'ü', 'x'.repeat(41)])
    assert.throws(() => say(found, { key }), RangeError);
});

test('content is the same wherever pictures are and whichever run says it', () => {
  const published = (prefix: string) =>
    new Map(['a', 'b'].map(name => [`m/${name}-png.webp`, `${prefix}/${name}.webp`]));
  const one = say(found, { pictures: published('https://x.test/1') });
  const two = say(found, {
    pictures: published(`https://x.test/${'long'.repeat(20)}`),
    links: { repository: 'https://github.com/o/r', run: 'https://github.com/o/r/actions/runs/8' },
  });
  assert.notEqual(one.body, two.body);
  assert.equal(content(one.body), content(two.body));
});

test('content differs with a number, a head, a note, and pictures that are missing', () => {
  const bodies = [
    say(found).body,
    say(audited(model([pictured('a.png', 0.41), pictured('b.png', 0.3)]))).body,
    say({ ...found, change: { ...found.change!, head: 'f'.repeat(40) } }).body,
    say(found, { notes: ['A note.'] }).body,
    say(found, { pictures: new Map() }).body,
  ];
  assert.equal(new Set(bodies.map(content)).size, bodies.length);
});

test('two runs on the same input say the same', () => {
  const later = { ...found, times: { started: '2027-01-01T00:00:00.000Z', seconds: 99 } };
  assert.equal(say(found).body, say(later).body);
});

test('a comment without news becomes one line, and is still ours', () => {
  const body = wholeComment([resolvedPart({ head })], { key: 'k', head, budget: 60_000 });
  assert.deepEqual(readMarker(body), { key: 'k', head, content: 'resolved' });
  assert.equal(body.split('\n').filter(line => line && !line.startsWith('<!--')).length, 1);
  assert.match(body, /✅ \*\*camdrift: pass\*\* – as of 9c1e5b7 this pull request changes no model/);
});
