import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { codeQuality } from '../../src/reports/ci/code-quality.ts';
import { ciReports } from '../../src/reports/ci/index.ts';
import { junit } from '../../src/reports/ci/junit.ts';
import { sarif } from '../../src/reports/ci/sarif.ts';
import { everyVerdict as all } from '../support/every-verdict.ts';
import { hostileNames } from '../support/hostile-names.ts';
import { fixture, model, readReason, results } from '../support/results.ts';
import { parseXml, type XmlElement } from '../support/xml.ts';

/** What the standards require of the parts that are written. */
const sarifSchema = {
  type: 'object',
  required: ['version', 'runs'],
  properties: {
    $schema: { type: 'string', pattern: '^https://' },
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
                  name: { type: 'string' },
                  version: { type: 'string' },
                  rules: {
                    type: 'array',
                    uniqueItems: true,
                    items: {
                      type: 'object',
                      required: ['id'],
                      properties: {
                        id: { type: 'string' },
                        shortDescription: {
                          type: 'object',
                          required: ['text'],
                          properties: { text: { type: 'string' } },
                        },
                      },
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
                ruleId: { type: 'string' },
                ruleIndex: { type: 'integer', minimum: 0 },
                properties: { type: 'object', additionalProperties: { type: 'string' } },
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
          path: { type: 'string', pattern: '^(?!\\./|/)[\\s\\S]+$' },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
};

/** The same, and nothing that it does not name: both formats forbid what they do not know. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'type' in schema && 'properties' in schema ? { ...inner, additionalProperties: false } : inner;
}

const valid = (schema: object, value: unknown): unknown => {
  const ajv = new Ajv({ allErrors: true });
  return ajv.validate(closed(schema) as object, value) ? [] : ajv.errors;
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

/** What no schema can say: that the counts are true. */
function assertSuite(suite: XmlElement): void {
  const inside = suite.children.flatMap(({ children }) => children.map(({ name }) => name));
  for (const [outcome, key] of [
    ['failure', 'failures'],
    ['error', 'errors'],
    ['skipped', 'skipped'],
  ] as const)
    assert.equal(inside.filter(name => name === outcome).length, Number(suite.attributes[key]));
  assert.equal(suite.children.length, Number(suite.attributes.tests));
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
  assert.deepEqual(valid(sarifSchema, JSON.parse(sarif(found))), []);
  assert.deepEqual(valid(codeQualitySchema, JSON.parse(codeQuality(found))), []);
  const suites = parseXml(junit(found)).children;
  assert.equal(suites[0]!.attributes.name, names[0]);
  for (const suite of suites) assertSuite(suite);
});

test('what the formats do not name is noticed', () => {
  const log = JSON.parse(sarif(all));
  for (const part of [
    log,
    log.runs[0],
    log.runs[0].tool.driver,
    log.runs[0].results[0],
    log.runs[0].results[0].message,
  ]) {
    part.odd = 1;
    assert.notDeepEqual(valid(sarifSchema, log), []);
    delete part.odd;
  }
  assert.deepEqual(valid(sarifSchema, log), []);
  const [entry] = JSON.parse(codeQuality(all));
  assert.notDeepEqual(valid(codeQualitySchema, [{ ...entry, odd: 1 }]), []);
});
