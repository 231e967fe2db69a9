import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { jsonPieces } from '../../src/core/json-pieces.ts';
import { mapPair, storedMap } from '../../src/reports/html/evidence.ts';
import * as inPieces from '../../src/reports/html/page.ts';
import { reportResults } from '../../src/reports/html/results.ts';
import { fixture, lone, model, results } from '../support/results.ts';

const template =
  '<p><!--camdrift:plain--></p><script type="application/json" id="results">"camdrift:results"</script><script type="application/json" id="evidence">"camdrift:evidence"</script>';

const reportPage = (...given: Parameters<typeof inPieces.reportPage>) => [...inPieces.reportPage(...given)].join('');
const withResults = (...given: Parameters<typeof inPieces.withResults>) => [...inPieces.withResults(...given)].join('');

const block = (page: string, id: string): string =>
  new RegExp(`<script type="application/json" id="${id}">(.*?)</script>`, 's').exec(page)![1]!;

describe('the data of report.html', () => {
  it('begins with the plain sentence of the comment, without its markup, whatever a class is called', () => {
    const label = 'a_b **c** \\<d> & #12';
    const hottest = { before: 'middle', now: 'upper left corner' };
    const maps = { 'grad-cam': { drift: { 'attention-shift': 0.3 }, hottest } };
    const fixtures = ['1.png', '2.png'].map(name => fixture(name, 0.3, { truth: label, maps }));
    const { plain } = reportResults(results(model(fixtures))).models[0]!;
    assert.equal(
      plain,
      `The new model looks at the upper left corner instead of the middle on 2 of 2 ${label} pictures.`,
    );
    assert.equal(reportResults(results(model([], { verdict: 'pass', reasons: [] }))).models[0]!.plain, undefined);
  });

  it('has accepted versions and this one at their end, and no history where none is stored', () => {
    const history = [{ name: 'v1', shift: 0.02, lineage: 'retrained', place: 'before' }] as const;
    const told = reportResults(results(model([fixture('a.png', 0.3)], { history }))).models[0]!.history;
    assert.deepEqual(told, [...history, { name: 'shoes', shift: 0.142, lineage: 'unknown', place: 'now' }]);
    assert.equal(reportResults(results(model([fixture('a.png', 0.3)]))).models[0]!.history, undefined);
  });

  it('names an engine once', () => {
    const engine = (name: string, version: string) =>
      reportResults({ ...results(model([])), engine: { name, version } }).engine;
    assert.equal(engine('onnxruntime', 'onnxruntime 1.30.0, wasm'), 'onnxruntime 1.30.0, wasm');
    assert.equal(engine('wasm', 'tfjs 4'), 'wasm tfjs 4');
  });

  it('is filled in at once: what a name says of places, tags and entities stays data', () => {
    const name = '</script><script>alert(1)</script>"camdrift:evidence"<!--camdrift:plain-->$&\u2028&amp;';
    const page = reportPage(template, results(model([fixture(name, 0.2)], { name })), [
      [{ width: 1, height: 1, maps: [] }],
    ]);
    assert.equal(page.split('<script').length, 3);
    const read = JSON.parse(block(page, 'results'));
    assert.deepEqual([read.models[0].name, read.models[0].fixtures[0].name], [name, name]);
    assert.deepEqual(JSON.parse(block(page, 'evidence')), [[{ width: 1, height: 1, maps: [] }]]);
  });

  it('keeps its pictures when words change, and takes no template without places', () => {
    const before = results(model([fixture('a.png', 0.2)]));
    const evidence = [[{ picture: 'data:image/webp;base64,AA==', width: 2, height: 3, maps: [] }]];
    const page = reportPage(template, before, evidence);
    const accepted = { by: 'ann', why: 'a new camera', url: 'https://github.com', named: [] };
    const after = withResults(
      template,
      [block(page, 'evidence')],
      results(model([fixture('a.png', 0.2)], { verdict: 'accepted', accepted })),
    );
    assert.deepEqual(JSON.parse(block(after, 'evidence')), evidence);
    assert.equal(JSON.parse(block(after, 'results')).models[0].accepted, 'ann: a new camera');
    assert.throws(() => reportPage('<p></p>', before, []), /no place for results, evidence, plain/);
  });

  it('says the same where no script runs, as text', () => {
    const page = reportPage(template, results(model([fixture('<b>a&', 0.2)], { name: '<img src=x>' })), []);
    const plain = page.slice(0, page.indexOf('<script'));
    assert.match(plain, /<h2>&#60;img src=x&#62;: ✗ regression<\/h2>/);
    assert.match(plain, /<td>&#60;b&#62;a&#38;<\/td><td>moved<\/td><td>20.0 %<\/td>/);
    assert.doesNotMatch(plain, /<b>|<img/);
  });

  it('has methods in the order of all methods, and the judged one by name', () => {
    const maps = { 'grad-cam': { drift: { 'attention-shift': 0.25 } }, cam: { refused: 'no pooling' } };
    const found = model([fixture('a.png', 0.2, { maps })]);
    const { models } = reportResults(
      results({
        ...found,
        candidate: { ...found.candidate!, methods: ['grad-cam++', 'grad-cam', 'cam'] },
      } as typeof found),
    );
    assert.deepEqual(
      models[0]!.methods.map(({ name }) => name),
      ['cam', 'grad-cam', 'grad-cam++'],
    );
    assert.equal(models[0]!.judged, 'grad-cam');
    assert.deepEqual([...models[0]!.fixtures][0]!.shifts, [null, 0.25, null]);
  });

  it('of a model that is alone has no side before', () => {
    const [only] = reportResults(results(lone([fixture('a.png', 0, { status: 'new' })]))).models;
    const [shown] = only!.fixtures;
    assert.deepEqual([only!.compared, shown!.before, shown!.status], [false, undefined, 'new']);
  });

  it('has of no fixture what it shows before that is written', () => {
    let read = 0;
    const counting = Array.from({ length: 100 }, (_, at) =>
      Object.defineProperty(fixture(`${at}.png`, 0.1), 'probes', { get: () => void read++ }),
    );
    const pieces = jsonPieces(reportResults(results(model(counting))));
    const before = read;
    let piece = '';
    while (!piece.includes('"0.png"')) piece = pieces.next().value!;
    assert.equal(read - before, 1);
    assert.deepEqual([[...pieces].length > 99, read - before], [true, 100]);
  });
});

describe('a map of report.html', () => {
  const map = (width: number, ...values: number[]) => ({
    width,
    height: values.length / width,
    data: Float32Array.from(values),
  });
  const bytes = (cells: string) => [...atob(cells)].map(each => each.charCodeAt(0));

  it('is the positive heat as bytes of its peak, and the peak in even shares', () => {
    const stored = storedMap(map(2, 4, -3, 2, 2));
    assert.deepEqual(bytes(stored.cells), [255, 0, 128, 128]);
    assert.equal(stored.peak, 2, 'half of all heat in a quarter of the cells');
  });

  it('without heat has no cells, and with a refusal its words', () => {
    assert.deepEqual(storedMap(map(1, -1, 0)), { width: 1, height: 2, peak: 0, cells: '' });
    assert.deepEqual(mapPair(undefined, { refused: 'It has no pooling.' }), { refused: 'It has no pooling.' });
    assert.deepEqual(Object.keys(mapPair(undefined, map(1, 1, 1)).now!), ['width', 'height', 'peak', 'cells']);
  });

  it('of many cells is summed up into 32 a side', () => {
    const values = Array.from({ length: 64 * 32 }, (_, at) => (at % 64 < 2 && at < 64 * 2 ? 1 : 0));
    const stored = storedMap(map(64, ...values));
    assert.deepEqual([stored.width, stored.height], [32, 16]);
    assert.deepEqual(bytes(stored.cells).slice(0, 2), [255, 0]);
    assert.equal(stored.peak, 512, 'all heat in one of 512 cells');
  });
});
