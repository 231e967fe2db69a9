import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AcceptedFile, acceptedFileSchema } from '../../src/acceptance/file.ts';
import { pairOf } from '../../src/acceptance/pair.ts';
import { withAcceptedFiles } from '../../src/commands/_accepted-files.ts';
import type { Reason } from '../../src/results/reason.ts';
import { fixture, model, readReason, results } from '../support/results.ts';

const moved = readReason('fail', 'attention-regression', 'Attention moved.');
const missing = readReason('incomplete', 'fixture-failed', 'b.png could not be read.');
const ruled: Reason = {
  level: 'fail',
  code: 'region-rule',
  ...{ region: 'the object', rule: { of: 'inside', at: 'least', limit: 0.9 } as never },
  ...{ before: 0.95, now: 0.4, fixtures: 3 },
};
const failed = (reasons: readonly Reason[] = [moved], name = 'shoes') =>
  model([fixture('a.png', 0.3)], { name, reasons: [...reasons] });

function fileFor(subject: ReturnType<typeof failed>, more: Partial<AcceptedFile> = {}): AcceptedFile {
  const { code, named } = pairOf(subject)!;
  return acceptedFileSchema.parse({
    ...{ version: 1, model: subject.name, code, named: [...named] },
    ...{ baseline: subject.baseline.model.digest, candidate: subject.candidate.model.digest },
    ...{ by: 'mona', why: 'meant', at: '2026-01-01T00:00:00.000Z', ...more },
  });
}

test('one of two models is accepted, and the verdict is that of the other one', () => {
  const [a, b] = [failed([moved], 'a'), failed([moved], 'b')];
  const { results: found, void: gone } = withAcceptedFiles(results(a, b), [fileFor(a)]);
  assert.deepEqual(
    [found.verdict, found.models.map(({ verdict }) => verdict), gone],
    ['fail', ['accepted', 'fail'], []],
  );
  assert.equal(withAcceptedFiles(results(a, b), [fileFor(a), fileFor(b)]).results.verdict, 'accepted');
});

test('other reasons, another code and a rule that is not named are not accepted, and what could not be judged stays', () => {
  const subject = failed();
  const other = fileFor(failed([moved, ruled]));
  for (const file of [other, fileFor(subject, { code: '0'.repeat(16) })]) {
    const { results: found, void: gone } = withAcceptedFiles(results(subject), [file]);
    assert.deepEqual([found.models[0]!.verdict, gone], ['fail', [file]]);
  }
  const region = failed([moved, ruled]);
  assert.deepEqual(other.named, ['the_object']);
  assert.equal(withAcceptedFiles(results(region), [fileFor(region, { named: [] })]).results.verdict, 'fail');
  assert.equal(withAcceptedFiles(results(region), [other]).results.verdict, 'accepted');
  const partly = failed([moved, missing]);
  assert.equal(withAcceptedFiles(results(partly), [fileFor(partly)]).results.verdict, 'incomplete');
});

test('a file is bounded, and has nothing but what is known', () => {
  const file = fileFor(failed());
  for (const bad of [
    { version: 2 },
    { more: 1 },
    { why: '' },
    { by: 'x'.repeat(101) },
    { code: '48cef24' },
    { candidate: 'no' },
  ])
    assert.equal(acceptedFileSchema.safeParse({ ...file, ...bad }).success, false, JSON.stringify(bad));
});
