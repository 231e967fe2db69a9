import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { codeQuality } from '../../src/reports/ci/code-quality.ts';
import { ciReports } from '../../src/reports/ci/index.ts';
import { junit } from '../../src/reports/ci/junit.ts';
import { sarif } from '../../src/reports/ci/sarif.ts';
import type { Results } from '../../src/results/results.ts';
import { hostileNames } from '../support/hostile-names.ts';
import { broken, fixture, model, readReason, results } from '../support/results.ts';
import { parseXml, type XmlElement } from '../support/xml.ts';

const accepted = { by: 'ann', why: 'meant', url: 'https://github.com/x', named: [] };
const error = { code: 'model-unreadable', message: 'It is cut short.', remedy: 'Store it whole.', exitCode: 4 };

/** One of each verdict, and of each fate of a fixture. */
const all: Results = results(
  model(
    [
      fixture('far.png', 0.3),
      fixture('near.png', 0.01),
      fixture('gone.png', 0, { status: 'lost' }),
      fixture('cut.png', 0, { status: 'failed', reason: 'It is cut short.' }),
    ],
    {
      reasons: [
        readReason('warn', 'prediction-drift', 'Predictions changed.'),
        readReason('fail', 'attention-regression', 'Attention moved.'),
        readReason('pass', 'same-model', 'A note.'),
      ],
    },
  ),
  model([fixture('a.png', 0.3)], { name: 'meant', path: 'models/meant.onnx', verdict: 'accepted', accepted }),
  broken(error, { name: 'broken', path: 'models/über #1.onnx' }),
  model([fixture('a.png', 0.01)], { name: 'fine', verdict: 'pass', reasons: [] }),
);

/** What the standards require of the parts that are written. */
const sarifSchema = {
  type: 'object',
  required: ['version', 'runs'],
  properties: {
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['tool', 'results'],
        properties: {
          tool: {
            type: 'object',
            required: ['driver'],
            properties: {
              driver: {
                type: 'object',
                required: ['name'],
                properties: {
                  rules: {
                    type: 'array',
                    uniqueItems: true,
                    items: {
                      type: 'object',
                      required: ['id'],
                      properties: { shortDescription: { type: 'object', required: ['text'] } },
                    },
                  },
                },
              },
            },
          },
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          results: {
            type: 'array',
            items: {
              type: 'object',
              required: ['message'],
              properties: {
                level: { enum: ['none', 'note', 'warning', 'error'] },
                ruleIndex: { type: 'integer', minimum: 0 },
                message: { type: 'object', required: ['text'], properties: { text: { type: 'string', minLength: 1 } } },
                partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
                locations: {
                  type: 'array',
                  items: {
                    type: 'object',
                    properties: {
                      physicalLocation: {
                        type: 'object',
                        required: ['artifactLocation'],
                        properties: {
                          artifactLocation: {
                            type: 'object',
                            properties: { uri: { type: 'string', pattern: "^(?!/)[\\w./~!$&'()*+,;=:@%-]+$" } },
                          },
                          region: { type: 'object', properties: { startLine: { type: 'integer', minimum: 1 } } },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};

const codeQualitySchema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\./|/).+' },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
};

const valid = (schema: object, value: unknown): unknown => {
  const ajv = new Ajv({ allErrors: true });
  return ajv.validate(schema, value) ? [] : ajv.errors;
};

test('SARIF has a result per reason that is more than a note, by the rule of its code, on the model’s file', () => {
  const log = JSON.parse(sarif(all));
  assert.deepEqual(valid(sarifSchema, log), []);
  const [run] = log.runs;
  assert.deepEqual([run.tool.driver.name, run.tool.driver.version], ['camdrift', '0']);
  const told = run.results.map((each: { ruleId: string; ruleIndex: number; level: string }) => [
    run.tool.driver.rules[each.ruleIndex].id === each.ruleId,
    each.ruleId,
    each.level,
  ]);
  assert.deepEqual(told, [
    [true, 'attention-regression', 'error'],
    [true, 'prediction-drift', 'warning'],
    [true, 'attention-regression', 'note'],
    [true, 'model-unreadable', 'error'],
  ]);
  const last = run.results.at(-1);
  assert.equal(last.message.text, 'broken: It is cut short. To do: Store it whole.');
  assert.equal(last.locations[0].physicalLocation.artifactLocation.uri, 'models/%C3%BCber%20%231.onnx');
});

test('Code Quality has the same entries, and fingerprints that numbers do not change', () => {
  const entries = JSON.parse(codeQuality(all)) as { fingerprint: string; severity: string }[];
  assert.deepEqual(valid(codeQualitySchema, entries), []);
  assert.deepEqual(
    entries.map(({ severity }) => severity),
    ['critical', 'minor', 'info', 'major'],
  );
  assert.equal(new Set(entries.map(each => each.fingerprint)).size, 4);
  const again = results(
    model([], {
      reasons: [
        readReason('fail', 'attention-regression', 'Attention moved by another number.'),
        readReason('fail', 'attention-regression', 'And by a second metric.'),
      ],
    }),
  );
  const [same, other] = JSON.parse(codeQuality(again)) as typeof entries;
  assert.equal(same!.fingerprint, entries[0]!.fingerprint);
  assert.notEqual(other!.fingerprint, same!.fingerprint);
});

test('JUnit has a suite per model with true counts; only the verdict fails', () => {
  const root = parseXml(junit(all));
  assert.equal(root.name, 'testsuites');
  const shape = root.children.map(suite => [
    suite.attributes.name,
    ...['tests', 'failures', 'errors', 'skipped'].map(key => Number(suite.attributes[key])),
  ]);
  assert.deepEqual(shape, [
    ['shoes', 5, 1, 1, 1],
    ['meant', 2, 0, 0, 0],
    ['broken', 1, 0, 1, 0],
    ['fine', 2, 0, 0, 0],
  ]);
  for (const suite of root.children) assertSuite(suite);
  const [verdict, far] = root.children[0]!.children;
  assert.deepEqual(verdict!.children[0]!.attributes, { message: 'Attention moved.', type: 'fail' });
  assert.equal(far!.children[0]!.text, 'moved: attention shift 30.0 %, hat 55 %');
});

/** Elements, attributes and counts as the schemas of Jenkins and Windy Road have them. */
function assertSuite(suite: XmlElement): void {
  assert.equal(suite.name, 'testsuite');
  assert.match(suite.attributes.timestamp!, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
  const inside = suite.children.flatMap(({ children }) => children.map(({ name }) => name));
  for (const [outcome, key] of [
    ['failure', 'failures'],
    ['error', 'errors'],
    ['skipped', 'skipped'],
  ] as const)
    assert.equal(inside.filter(name => name === outcome).length, Number(suite.attributes[key]));
  assert.equal(suite.children.length, Number(suite.attributes.tests));
  for (const { name, attributes, children } of suite.children) {
    assert.equal(name, 'testcase');
    assert.deepEqual(Object.keys(attributes), ['classname', 'name', 'time']);
    assert.ok(children.every(child => ['failure', 'error', 'skipped', 'system-out'].includes(child.name)));
  }
}

/** How many models a reader of the format finds. A report without a reader does not compile. */
const entriesOf: { readonly [R in (typeof ciReports)[number]['name']]: (text: string) => number } = {
  junit: text => parseXml(text).children.length,
  sarif: text => JSON.parse(text).runs[0].results.length,
  codeQuality: text => JSON.parse(text).length,
};

test('no name breaks any of them', () => {
  const names = [...hostileNames, '\u0000\u001b[2J\ud800', 'a\nb', ']]>'];
  const found = results(
    ...names.map((name, at) =>
      model([fixture(name, 0.2), fixture(`${at}.png`, 0, { status: 'failed', reason: name })], {
        name,
        path: name,
        reasons: [readReason('fail', 'attention-regression', name)],
      }),
    ),
  );
  for (const { name, report } of ciReports) assert.equal(entriesOf[name](report(found)), names.length, name);
  const suites = parseXml(junit(found)).children;
  assert.equal(suites[0]!.attributes.name, names[0]);
  for (const suite of suites) assertSuite(suite);
});
