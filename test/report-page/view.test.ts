import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostileNames } from '../support/hostile-names.ts';
import { fixtureOf, modelOf, ofPage, reportOf, type SomeEntry, type SomeView } from './_page.ts';

const fixtures = [
  fixtureOf('b.png', { group: 'shoe', tags: ['night'], shifts: [0.1, 0.4, null], before: 'hat 71 %', now: 'Shoe 55 %' }), // biome-ignore format: a row each
  fixtureOf('C.png', { group: 'hat', status: 'moved', shifts: [0.3, 0.1, 0.2], probes: [{ name: 'mark', moved: { now: 0.2 }, flipped: true }] }), // biome-ignore format: a row each
  fixtureOf('a.png', { group: 'hat', status: 'failed', shifts: [null, null, null], tags: ['night', 'rain'] }),
  fixtureOf('d.png', { group: 'shoe', shifts: [0, 0.2, 0.1], probes: [{ name: 'mark', moved: { now: 0.9 }, flipped: false }] }), // biome-ignore format: a row each
];

interface Page {
  viewOf(hash: string): SomeView;
  hashOf(view: SomeView): string;
  listed(view: SomeView): SomeEntry[];
  percent(share: number): string;
}

const { viewOf, hashOf, listed, percent } = await ofPage<Page>(
  'view',
  reportOf(
    modelOf('calm', { verdict: 'pass', judged: 'no method of it' }),
    modelOf('left', { verdict: 'incomplete' }),
    modelOf('broken', { judged: 'grad-cam++', fixtures }),
    modelOf('broken, too'),
    modelOf('unread', { verdict: 'incomplete', methods: [] }),
  ),
);

const beginning: SomeView = {
  ...{ model: 2, fixture: '', open: false, method: 1, mode: 'slider', sort: 'most moved first', search: '' },
  ...{ status: '', group: '', tag: '', probe: '', common: false },
};

test('without a word the page begins with the first of the worst models, by the method that is judged', () => {
  assert.deepEqual(viewOf(''), beginning);
  assert.deepEqual(viewOf('#'), beginning);
});

test('what an address says is what is seen', () => {
  const hash =
    '#model=calm&fixture=a.png&method=cam&mode=side+by+side&sort=by%20class&search=x&status=moved&class=hat&tag=t&probe=p&scale=one';
  assert.deepEqual(viewOf(hash), {
    ...{ model: 0, fixture: 'a.png', open: true, method: 2, mode: 'side by side', sort: 'by class', search: 'x' },
    ...{ status: 'moved', group: 'hat', tag: 't', probe: 'p', common: true },
  });
});

test('what an address names wrongly is as at the beginning', () => {
  for (const wrong of ['gone', '', '__proto__', 'constructor', '0'])
    assert.deepEqual(
      viewOf(`#model=${wrong}&method=${wrong}&mode=${wrong}&sort=${wrong}&scale=${wrong}`),
      beginning,
      wrong,
    );
});

test('a model whose judged method it has not, or that has none, begins with its first', () => {
  assert.equal(viewOf('model=calm').method, 0);
  assert.equal(viewOf('model=unread').method, 0);
});

test('an address says the model and what is not as at the beginning, and nothing else', () => {
  assert.equal(hashOf(beginning), 'model=broken');
  for (const [change, said] of [
    [{ model: 0, method: 0 }, 'model=calm'],
    [{ method: 0 }, 'model=broken&method=grad-cam'],
    [{ method: 7 }, 'model=broken'],
    [{ fixture: 'a.png' }, 'model=broken'],
    [{ fixture: 'a.png', open: true }, 'model=broken&fixture=a.png'],
    [{ mode: 'blink' }, 'model=broken&mode=blink'],
    [{ sort: 'by name' }, 'model=broken&sort=by+name'],
    [{ status: 'new', group: 'hat', tag: 't', probe: 'p' }, 'model=broken&status=new&class=hat&tag=t&probe=p'],
    [{ common: true, search: 'ä&b' }, 'model=broken&search=%C3%A4%26b&scale=one'],
  ] as const)
    assert.equal(hashOf({ ...beginning, ...change }), said);
});

test('every address brings its view back, whatever things are called', () => {
  for (const name of hostileNames) {
    const view = {
      ...{ ...beginning, model: 3, method: 2, mode: 'change', sort: 'least moved first', common: true, open: true },
      ...{ fixture: name, search: name, status: name, group: name, tag: name, probe: name },
    };
    assert.deepEqual(viewOf(`#${hashOf(view)}`), view, name);
  }
});

const names = (change: Partial<SomeView>) => listed({ ...beginning, ...change }).map(({ fixture }) => fixture.name);

test('fixtures are sorted by what moved under the method that is looked at; what has no drift moved least', () => {
  for (const [change, expected] of [
    [{}, ['b.png', 'd.png', 'C.png', 'a.png']],
    [{ method: 0 }, ['C.png', 'b.png', 'd.png', 'a.png']],
    [{ method: 2 }, ['C.png', 'd.png', 'b.png', 'a.png']],
    [{ sort: 'least moved first' }, ['a.png', 'C.png', 'd.png', 'b.png']],
    [{ sort: 'by name' }, ['a.png', 'b.png', 'C.png', 'd.png']],
    [{ sort: 'by class' }, ['C.png', 'a.png', 'b.png', 'd.png']],
  ] as const)
    assert.deepEqual(names(change), expected, JSON.stringify(change));
});

test('a filter keeps what it names, and several keep what all of them do', () => {
  for (const [change, expected] of [
    [{ status: 'moved' }, ['C.png']],
    [{ status: 'lost' }, []],
    [{ group: 'shoe' }, ['b.png', 'd.png']],
    [{ tag: 'night' }, ['b.png', 'a.png']],
    [{ tag: 'nigh' }, []],
    [{ tag: 'night', group: 'hat' }, ['a.png']],
    [{ probe: 'mark' }, ['C.png']],
    [{ probe: 'frame' }, []],
  ] as const)
    assert.deepEqual(names(change), expected, JSON.stringify(change));
});

test('a search looks at names, classes, tags and answers in any writing, and at each of them alone', () => {
  for (const [search, expected] of [
    ['c.PNG', ['C.png']],
    ['RAIN', ['a.png']],
    ['hat 71', ['b.png']],
    ['shoe 55', ['b.png']],
    ['shoe', ['b.png', 'd.png']],
    ['pngshoe', []],
  ] as const)
    assert.deepEqual(names({ search }), expected, search);
});

test('an entry knows where it stands in its model; a model that is not there has none', () => {
  assert.deepEqual(
    listed(beginning).map(({ index }) => index),
    [0, 3, 1, 2],
  );
  assert.deepEqual(listed({ ...beginning, model: 9 }), []);
});

test('a share is said with one digit behind the point', () => {
  assert.deepEqual([0, 0.1234, 0.12351, 1].map(percent), ['0.0 %', '12.3 %', '12.4 %', '100.0 %']);
});
