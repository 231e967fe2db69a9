import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { junit } from '../../src/reports/ci/junit.ts';
import { everyVerdict } from '../support/every-verdict.ts';
import { hostileNames } from '../support/hostile-names.ts';
import { fixture, model, readReason, results } from '../support/results.ts';

using schema = XmlDocument.fromBuffer(await readFile(new URL('junit.xsd', import.meta.url)));
const validator = XsdValidator.fromDoc(schema);
after(() => validator.dispose());

/** What libxml2 says against it; empty: it is well-formed and valid. */
function faults(xml: string): string {
  try {
    using document = XmlDocument.fromString(xml);
    validator.validate(document);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

test('JUnit is valid by its schema, in every verdict and fate of a fixture', () => {
  assert.equal(faults(junit(everyVerdict)), '');
  assert.equal(faults(junit(results())), '');
});

test('JUnit is valid whatever things are called', () => {
  const names = [...hostileNames, '\u0000\u001b[2J\ud800', 'a\nb', ']]>', '&#0;', '房子 \u202e'];
  const models = names.map((name, at) =>
    model([fixture(name, 0.2), fixture(`${at}.png`, 0, { status: 'failed', reason: name })], {
      name,
      path: name,
      reasons: [readReason('fail', 'attention-regression', name)],
    }),
  );
  assert.equal(faults(junit(results(...models))), '');
});

test('the schema notices what a reader would stumble over', () => {
  const written = junit(everyVerdict);
  for (const [right, wrong, told] of [
    ['timestamp="2026-01-01T00:00:00"', 'timestamp="2026-01-01T00:00:00.000Z"', /timestamp/],
    [' skipped="1"', '', /skipped/],
    ['tests="5"', 'tests="5.0"', /tests/],
    [' classname="shoes"', '', /classname/],
    ['<failure ', '<system-err/><failure ', /failure/],
    ['<skipped message=', '<skipped reason=', /reason|message/],
    ['</testsuites>', '<testcase/></testsuites>', /testcase/],
    ['</testsuites>', '', /testsuites/],
  ] as const) {
    assert.ok(written.includes(right), right);
    assert.match(faults(written.replace(right, wrong)), told, wrong);
  }
});
