import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { probeKinds } from '../src/config/_probe-setting.ts';
import { configSchema } from '../src/config/schema.ts';
import { CamdriftError } from '../src/errors.ts';
import { eventNames } from '../src/events/index.ts';
import { readPush } from '../src/events/payloads.ts';
import { formatOf, type PictureFormat } from '../src/images/_format.ts';
import { fixtureEndings } from '../src/images/load.ts';
import { recipes } from '../src/images/recipes.ts';
import { methods } from '../src/methods/index.ts';
import { metrics } from '../src/metrics/index.ts';
import { microsoft } from '../src/models/onnx/operators/microsoft.ts';
import { stock } from '../src/probes/stock.ts';
import { ciReports } from '../src/reports/ci/index.ts';
import { sentenceOf } from '../src/reports/reasons.ts';
import { checkNames } from '../src/sanity/sanity.ts';
import { root } from './support/dist.ts';

const read = (name: string) => readFileSync(join(root, name), 'utf8');
const readme = read('README.md');
const section = (page: string, heading: string) => page.split(/^#+ /m).find(each => each.startsWith(`${heading}\n`))!;
const inCode = (text: string) => [...text.matchAll(/`([\w+-]+)`/g)].map(([, name]) => name!);
/** The first cells of a section's tables, without heads and rules. */
const firstCells = (text: string) =>
  [...text.matchAll(/^\| (?!---)(.+?) \|.*\n(?!\| ---)/gm)].map(([, cell]) => cell!.replaceAll('`', ''));
const plain = (text: string) => text.toLowerCase().replaceAll(/[- ]/g, '');

test('README names every kind of probe, and no other', () => {
  const [, kinds] = /^\| `probes` \|.*? or a list of (.*?), each with/m.exec(readme)!;
  assert.deepEqual(inCode(kinds!), probeKinds);
});

test('what the sweep costs is told of as many edits as there are', () => {
  const [, plainly, all] = /answers to (\d+) edits .*?, (\d+) where/.exec(read('docs/sweep-cost.md'))!;
  assert.deepEqual([plainly, all].map(Number), [stock(undefined).length, stock('object').length]);
  const [, told] = /a sweep of some (\d+) plain edits/.exec(readme)!;
  assert.ok(Math.abs(Number(told) - stock('object').length) <= 5, 'to the next ten');
});

test('README and the decision on recipes name every recipe, and no other', () => {
  const [, row] = /^\| `recipe` \|.*?: (.*?); what/m.exec(readme)!;
  assert.deepEqual(inCode(row!), Object.keys(recipes));
  assert.deepEqual(firstCells(section(read('docs/adr/0024-recipes.md'), 'Decision')), Object.keys(recipes));
});

test('README and the numerics tell every check of the explanation, and no other', () => {
  const listed = [...section(readme, 'Is the explanation itself sound?').matchAll(/^- `([\w-]+)`:/gm)];
  assert.deepEqual(
    listed.map(([, name]) => name),
    checkNames,
  );
  assert.deepEqual(firstCells(section(read('docs/numerics.md'), 'Checks of the explanation')), checkNames);
});

test('the numerics have the formula of every method and metric, and of no other', () => {
  const numerics = read('docs/numerics.md');
  assert.deepEqual(firstCells(section(numerics, 'Methods')).sort(), methods.map(({ title }) => title).sort());
  const drift = firstCells(section(numerics, 'Drift')).map(cell => plain(cell.replace(/ CC$/, '')));
  assert.deepEqual(
    drift,
    metrics.map(({ name }) => plain(name)),
  );
});

test('README and the error for a strange payload name every event, and its workflows run on no other', () => {
  const workflows = [...readme.matchAll(/```yaml\n(name:[\s\S]*?)```/g)].map(
    ([, text]) => parse(text!) as { on: object },
  );
  const on = workflows.flatMap(workflow => Object.keys(workflow.on));
  assert.deepEqual(
    on.filter(name => !eventNames.includes(name)),
    [],
  );
  const told = new Set([...on, ...inCode(readme)]);
  assert.deepEqual(
    eventNames.filter(name => !told.has(name)),
    [],
  );
  const named = (remedy: string) => remedy.match(/\b[a-z]+_[a-z]+\b|\bpush\b|\bschedule\b/g)!.sort();
  assert.throws(
    () => readPush({}),
    (error: CamdriftError) => {
      assert.deepEqual(named(error.remedy), eventNames.toSorted());
      return true;
    },
  );
});

test("the page on ONNX names every operator of ONNX Runtime's own, and no other", () => {
  const [, list] = /^\*\*ONNX Runtime's own operators\*\*[^:]*: ([\s\S]*?)\. `scripts/m.exec(read('docs/onnx.md'))!;
  const listed = list!.split(/,\s+/).map(name => `com.microsoft.${name}`);
  assert.deepEqual(listed.sort(), Object.keys(microsoft).sort());
});

test('the pages on other services and on shards name every report for them', () => {
  for (const page of ['docs/ci.md', 'docs/shards.md'])
    for (const { option } of ciReports) assert.ok(read(page).includes(`\`${option}\``), `${page}: ${option}`);
});

/** As people write a format, and how its files end. A format without a line does not compile. */
const formats: Readonly<Record<PictureFormat, readonly [names: readonly string[], endings: string]>> = {
  png: [['PNG'], 'png'],
  jpeg: [['JPEG'], 'jpg jpeg jpe jfif'],
  webp: [['WebP'], 'webp'],
  tiff: [['TIFF'], 'tif tiff'],
  avif: [['AVIF'], 'avif'],
  bmp: [['BMP'], 'bmp dib'],
  gif: [['GIF'], 'gif'],
  pnm: [['PPM', 'PGM'], 'ppm pgm pbm pnm'],
};

test('every picture format is told wherever formats are, and its files are fixtures', () => {
  const strange = () => formatOf(Buffer.from('?'), 'a.png');
  assert.throws(strange, CamdriftError);
  const remedy = (() => {
    try {
      return strange();
    } catch (error) {
      return (error as CamdriftError).remedy;
    }
  })();
  const texts = {
    README: /^\*\*Fixtures\*\*: (.*?), as the numbers/m.exec(readme)![1]!,
    'the schema': configSchema.shape.fixtures.unwrap().description!,
    'the error': remedy,
    'the warning': sentenceOf({ level: 'warn', code: 'files-left-out', others: [] }),
  };
  const names = Object.values(formats).flatMap(([each]) => each);
  for (const [where, text] of Object.entries(texts))
    assert.deepEqual(text.match(/\b(?:[A-Z]{3,4}|WebP)\b/g), names, where);
  const endings = Object.values(formats).flatMap(([, each]) => each.split(' '));
  assert.deepEqual([...endings, 'npy'].sort(), [...fixtureEndings].sort());
});
