import assert from 'node:assert/strict';
import { test } from 'node:test';
import picocolors from 'picocolors';
import { markdown } from '../../src/reports/markdown.ts';
import { tables } from '../../src/reports/table.ts';
import type { RegionSummary } from '../../src/results/model.ts';
import type { Policy } from '../../src/results/policy.ts';
import { fixture, model, readReason, results, type SomeModel } from '../support/results.ts';
import { audited, fresh, pictured, say } from './_comment-requests.ts';

const judged: Policy = {
  method: 'grad-cam',
  thresholds: { 'attention-shift': 0.08 },
  regions: { object: [{ of: 'inside', at: 'least', limit: 0.5 }], mark: [] },
};
const object: RegionSummary = {
  name: 'object',
  fixtures: 2,
  area: 0.32,
  candidate: { inside: 0.342, pointing: 0.5 },
  baseline: { inside: 0.81, pointing: 1 },
};
const mark: RegionSummary = { name: 'mark', fixtures: 1, area: 0.04, candidate: { inside: 0.2, pointing: 0 } };
const heat = {
  regions: {
    object: { area: 0.3, baseline: { inside: 0.9, pointing: true }, candidate: { inside: 0.31, pointing: false } },
  },
};
const shown = (more: SomeModel = {}) =>
  model([fixture('a.png', 0.1, heat), fixture('b.png', 0.2)], { judged, regions: [object, mark], ...more });

const line =
  'heat on object 81 % -> 34 %, hottest spot there 100 % -> 50 % (32 % of the picture; rule inside >= 0.5; 2 fixtures)';

test('the terminal: a line per region, and a column of heat', () => {
  const text = tables(results(shown()), picocolors.createColors(false)).split('\n');
  assert.ok(text.includes(`  ${line}`));
  assert.ok(text.includes('  heat on mark 20 %, hottest spot there 0 % (4 % of the picture; 1 fixture)'));
  const rows = text.filter(row => /^ {2}(fixture|[ab]\.png)/.test(row)).map(row => row.trim().split(/ {2,}/));
  assert.deepEqual(
    rows.map(row => row.slice(5, 7)),
    [
      ['heat on object', 'heat on mark'],
      ['-', '-'],
      ['90 % -> 31 %', '-'],
    ],
  );
});

test('the summary: a line per region, a column of heat, and what it means', () => {
  const text = markdown(results(shown()));
  const plain = text.replaceAll('\\', '').replaceAll('&gt;', '>').replaceAll('&lt;', '<');
  assert.ok(plain.includes(`- ${line.replaceAll('->', '→')}\n`), plain);
  assert.ok(
    plain.includes('| towards | heat on object | heat on mark | prediction |') &&
      plain.includes('| right | 90 % → 31 % | - |'),
    plain,
  );
  assert.match(text, /^- \*\*Heat on a region\*\*: The share of the heat/m);
  assert.doesNotMatch(markdown(results(model([fixture('a.png', 0.1)]))), /Heat on a region/);
});

test('the comment: a line per region, a column, the caption, and what it means', () => {
  const { body } = say(audited(model([pictured('a.png', 0.2, heat)], { judged, regions: [object] })));
  const plain = body.replaceAll('\\', '').replaceAll('&gt;', '>');
  assert.ok(plain.includes(`- ${line.replaceAll('->', '→')}\n`), plain);
  assert.ok(
    plain.includes('| towards | heat on object | prediction |') && plain.includes('| right | 90 % → 31 % |'),
    plain,
  );
  assert.match(
    plain,
    /alt="a\.png: attention shift 20\.0 % \(right\), overlap 80 %, heat on object 90 % → 31 %, predicted/,
  );
  assert.match(body, /- \*\*Heat on a region\*\*: .*\n- \*\*Hottest spot\*\*: /);
});

test('the comment leaves the lines out before it grows too long, and says so', () => {
  const regions = Array.from({ length: 60 }, (_, index) => ({ ...object, name: `r${index}` }));
  const models = Array.from({ length: 30 }, (_, index) => shown({ name: `m${index}`, regions }));
  const rich = say(audited(shown({ regions })), { budget: 60_000 });
  assert.match(rich.body, /heat on r7 .*\n- and 52 more/);
  const short = say(audited(...models), { budget: 20_000 });
  assert.ok(short.body.length <= 20_000);
  assert.ok(short.leftOut.includes('the heat on 1800 regions'), short.leftOut.join());
  assert.doesNotMatch(short.body, /heat on r7 /);
});

test('a model that is to be compared with none is not called new, and its heading does not speak of movement', () => {
  const none: Policy = { ...judged, baseline: 'none' };
  const said = readReason('pass', 'baseline-none', 'No baseline was asked for: drift is not judged.');
  const alone = (more: SomeModel) => {
    const of = fresh([fixture('a.png', 0, { status: 'new' })], {
      judged: none,
      regions: [mark],
      reasons: [said],
      ...more,
    });
    return say({ ...audited(of), verdict: of.verdict }).body;
  };
  const passed = alone({});
  assert.match(
    passed,
    /### ✅ camdrift: pass – nothing against newcomer\n\nNo baseline was asked for: drift is not judged\./,
  );
  assert.doesNotMatch(passed, /new:|not compared|attention/i);
  assert.match(passed, /- heat on mark 20 %/);
  const broken = readReason('fail', 'region-rule', 'Too much heat.');
  assert.match(
    alone({ verdict: 'fail', reasons: [broken, said] }),
    /### ❌ camdrift: fail – heat is not where it must be in newcomer\n\nToo much heat\./,
  );
  const warned = readReason('warn', 'region-heatless', 'No heat.');
  assert.match(alone({ verdict: 'warn', reasons: [warned, said] }), /### ⚠️ camdrift: warn – warnings on newcomer/);
});
