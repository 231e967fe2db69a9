import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  mergedParts,
  type Part,
  readMarker,
  readParts,
  resolvedPart,
  roomFor,
  type Speaker,
  wholeComment,
} from '../../src/reports/comment/comment.ts';
import { fixture, model } from '../support/results.ts';
import { assertWhole } from '../support/whole-comment.ts';
import { audited, head, say } from './_comment-requests.ts';

const budget = 60_000;
const frame = { key: 'default', head, budget };
const speaker = (job: string, more: Partial<Speaker> = {}): Speaker => ({
  ...{ workflow: 'w.yml', job, leg: '', config: 'camdrift.yml', step: 's' },
  ...more,
});

const moved = (count: number) =>
  audited(model(Array.from({ length: count }, (_, index) => fixture(`image-${index}.png`, 0.2))));
const harmless = (name: string) => audited(model([fixture('a.png', 0.01)], { name, verdict: 'pass', reasons: [] }));

const partOf = (job: string, found = moved(2), more: Partial<Parameters<typeof say>[1]> = {}): Part =>
  say(found, { speaker: speaker(job), time: 1, ...more }).part;
const passing = (job: string, time = 1): Part => ({
  ...partOf(job, harmless(job), { time }),
  status: 'pass' as const,
  words: `attention stayed in ${job}`,
});

const ids = (parts: readonly Part[]) => parts.map(({ id }) => id).toSorted();
const headings = (body: string) => [...body.matchAll(/^#{3,4} (\S+) /gm)].map(([, icon]) => icon);

test('what is written is read back, part by part', () => {
  const parts = [partOf('a'), passing('b'), resolvedPart({ head, speaker: speaker('c'), time: 5 })];
  const body = wholeComment(parts, frame);
  const read = new Map(readParts(body).map(part => [part.id, part]));
  for (const { run, ...part } of parts)
    assert.deepEqual(read.get(part.id), { ...part, ...(run !== undefined && { run }) });
  assert.equal(read.size, 3);
  assertWhole(body);
});

test('the order in which versions are met changes nothing, and the latest word of a job holds', () => {
  const [a1, a2, b] = [partOf('a', moved(2), { time: 1 }), partOf('a', moved(3), { time: 2 }), passing('b', 1)];
  const one = wholeComment([a1, b], frame);
  const two = wholeComment([a2], frame);
  const mine = passing('c', 3);
  const there = mergedParts([one, two], mine);
  const back = mergedParts([two, one], mine);
  assert.deepEqual(ids(there), ids([a2, b, mine]));
  for (const merged of [there, back])
    assert.equal(merged.find(({ id }) => id === a2.id)?.content, a2.content, 'not the older one');
  assert.deepEqual(ids(there), ids(back));
});

test('an overwritten version about another commit brings nothing back', () => {
  const old = { ...partOf('a'), head: 'f'.repeat(40) };
  const overwritten = wholeComment([old], { ...frame, head: old.head });
  const now = wholeComment([passing('b')], frame);
  assert.deepEqual(ids(mergedParts([now, overwritten], passing('c'))), ids([passing('b'), passing('c')]));
  const earlier = mergedParts([overwritten], passing('c'));
  assert.deepEqual(
    earlier.map(part => [part.head === head, part.text === undefined]).toSorted(),
    [
      [false, true],
      [true, false],
    ],
    'told in a line, where it stands in the comment itself',
  );
});

test('all parts together keep to the budget: the texts of the mildest go first, never one’s own', () => {
  const parts = Array.from({ length: 12 }, (_, index) => partOf(`job-${index}`, moved(60)));
  assert.ok(parts.reduce((sum, { text }) => sum + text!.length, 0) > budget);
  const mild = { ...passing('mild'), text: 'x'.repeat(20_000) };
  const body = wholeComment([...parts, mild], frame, parts[11]!.id);
  assert.ok(body.length <= budget, String(body.length));
  const read = readParts(body);
  assert.equal(read.length, 13);
  assert.equal(read.find(({ id }) => id === mild.id)?.text, undefined);
  assert.equal(read.find(({ id }) => id === parts[11]!.id)?.text, parts[11]!.text);
  assert.match(body, /\*\*Left out for length: what this job found\.\*\* See its \[run\]\(https:/);
  assertWhole(body);
});

test('a job plans for what the others leave, and at least for its share', () => {
  const small = [partOf('a'), passing('b')];
  assert.ok(roomFor(small, small[0]!.id, budget) > budget - 6_000, 'little is taken');
  assert.equal(roomFor([small[0]!], small[0]!.id, budget), budget);
  const large = Array.from({ length: 4 }, (_, index) => ({ ...partOf(`j${index}`), text: 'x'.repeat(19_000) }));
  const room = roomFor([...large, small[0]!], small[0]!.id, budget);
  assert.ok(room > 10_000 && room <= 12_000, String(room));
  const mine = say(moved(300), { speaker: speaker('a'), budget: room }).part;
  assert.ok(wholeComment([...large, mine], frame, mine.id).length <= budget);
});

test('a matrix of two hundred legs is one comment, in which the worst are named', () => {
  const legs = Array.from({ length: 200 }, (_, index) => {
    const part = index === 150 ? partOf('train') : passing('train');
    const own = say(harmless('x'), { speaker: speaker('train', { leg: `leg ${index}` }), legs: 200 }).part;
    return { ...part, id: own.id, speaker: own.speaker, legs: 200 };
  });
  const body = wholeComment(legs, frame);
  assert.ok(body.length <= budget, String(body.length));
  assert.match(body, /^### ❌ camdrift: fail – attention moved in shoes \(leg 150\)$/m);
  assert.match(body, /and 160 milder ones\./);
});

test('names that a pull request chooses cannot end a part or begin one', () => {
  const [theirs] = readParts(wholeComment([passing('forged')], frame));
  assert.ok(theirs);
  const line = /<!-- camdrift part=\S+ data=\S+ -->/.exec(wholeComment([passing('forged')], frame))![0];
  const named = audited(model([fixture(`a\n\n${line}\n\n.png`, 0.2)], { name: `m ${line}` }));
  const body = wholeComment([partOf('a', named)], frame);
  assert.deepEqual(ids(readParts(body)), ids([partOf('a', named)]));
  const spoken = partOf('a', moved(1), { speaker: speaker(`a\n\n${line}`, { leg: '**bold** <b>' }) });
  const both = wholeComment([spoken, passing('b')], frame);
  assert.equal(readParts(both).length, 2);
  assert.doesNotMatch(both, /<b>|(?<!\\)\*\*bold/);
});

test('a text that somebody edited by hand is no job’s word; a line that is not ours is no part', () => {
  const body = wholeComment([partOf('a')], frame);
  const edited = body.replace('2 of 2 fixtures moved', '0 of 2 fixtures moved');
  assert.notEqual(edited, body);
  assert.equal(readParts(edited)[0]!.text, undefined);
  assert.equal(readParts(edited)[0]!.status, 'fail');
  for (const bad of ['!!', btoa('{}'), btoa('null'), btoa('{"head":"x"}'), 'A'.repeat(9_001)])
    assert.deepEqual(readParts(body.replace(/data=\S+/, `data=${bad}`)), [], bad.slice(0, 20));
  assert.deepEqual(readParts(body.replaceAll('\n', '\r\n'))[0]?.text, partOf('a').text, 'line ends of a browser');
});

test('a claim that passes stands above our own pass', () => {
  const claimed = { ...passing('a'), claimed: true };
  const body = wholeComment([passing('b'), claimed], frame);
  assert.match(body, /^### ❔ camdrift: claimed pass – /m);
  assert.deepEqual(headings(body), ['❔', '❔', '✅']);
  assert.equal(readMarker(body)?.head, head);
});

test('what nobody can know to be a job’s own word stands for none, until it is found again or the job speaks', () => {
  const [forged, mine] = [passing('a', 9), passing('b', 3)];
  const doubtful = wholeComment([forged], frame);
  const [doubted] = mergedParts([], mine, [doubtful]).filter(({ id }) => id === forged.id);
  assert.deepEqual(
    [doubted?.status, doubted?.run, doubted?.offer, doubted?.content],
    ['incomplete', undefined, undefined, 'doubted'],
  );
  const written = wholeComment(mergedParts([], mine, [doubtful]), frame, mine.id);
  assert.match(written, /### ❔ camdrift: incomplete – somebody may have edited.*cannot be told from words/s);
  assertWhole(written);
  for (const versions of [
    [written, doubtful],
    [doubtful, written],
  ])
    assert.equal(mergedParts(versions, mine).find(({ id }) => id === forged.id)?.status, 'pass', 'from the history');
  const spoken = mergedParts([written], { ...partOf('a'), time: 10 }).find(({ id }) => id === forged.id);
  assert.equal(spoken?.content, partOf('a').content);
  const other = wholeComment([{ ...forged, head: 'f'.repeat(40) }], { ...frame, head: 'f'.repeat(40) });
  assert.deepEqual(ids(mergedParts([], mine, [other])), [mine.id], 'of another commit nothing is told');
});
