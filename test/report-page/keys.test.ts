import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtureOf, modelOf, ofPage, reportOf, type SomeEntry, type SomeView } from './_page.ts';

class Element {
  readonly tagName: string;
  blurred = 0;
  constructor(tagName: string) {
    this.tagName = tagName;
  }
  blur() {
    this.blurred++;
  }
}

/** What the page is asked for while a key is pressed. */
let seen: string[] = [];
let isDialogOpen = false;

const document = {
  querySelector: (selector: string) => {
    if (selector === 'dialog[open]') return isDialogOpen ? {} : null;
    seen.push(selector);
    return { scrollIntoView: ({ block }: { block: string }) => seen.push(`in sight: ${block}`) };
  },
};
Object.assign(globalThis, { HTMLElement: Element });

interface Page {
  keyOf(event: object, keyboard: object): void;
}

const { keyOf } = await ofPage<Page>('keys', reportOf(modelOf('shoes')), document);
const found = globalThis as unknown as { document: { getElementById(id: string): object } };
found.document.getElementById = id => ({ focus: () => seen.push(`focus: ${id}`) });

const entries: SomeEntry[] = ['c.png', 'a.png', 'b.png'].map((name, at) => ({
  fixture: fixtureOf(name),
  index: [2, 0, 1][at]!,
}));

interface Pressed {
  readonly key: string;
  readonly target?: unknown;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
  readonly altKey?: boolean;
  readonly current?: SomeEntry | undefined;
  readonly list?: SomeEntry[];
}

/** What becomes of a key: what is changed, what is asked of the page, and whether the browser does something of its own. */
function press({ current = entries[1], list = entries, ...event }: Pressed) {
  seen = [];
  const changes: Partial<SomeView>[] = [];
  let prevented = false;
  const keyboard = {
    ...{ view: { model: 0 }, entries: list, current },
    change: (part: Partial<SomeView>) => changes.push(part),
    openHelp: (open: boolean) => seen.push(`help: ${open}`),
  };
  keyOf({ ...event, preventDefault: () => (prevented = true) }, keyboard);
  return { changes, seen, prevented };
}

const quiet = { changes: [], seen: [], prevented: false };

const keys: [key: string, changes: Partial<SomeView>[], seen: string[]][] = [
  ['?', [], ['help: true']],
  ['/', [], ['focus: search']],
  ['Escape', [{ open: false }], []],
  ['s', [{ mode: 'slider' }], []],
  ['b', [{ mode: 'blend' }], []],
  ['f', [{ mode: 'blink' }], []],
  ['c', [{ mode: 'change' }], []],
  ['1', [{ method: 0 }], []],
  ['3', [{ method: 2 }], []],
  ['j', [{ fixture: 'b.png', open: true }], ['.list li:nth-child(3)', 'in sight: nearest']],
  ['k', [{ fixture: 'c.png', open: true }], ['.list li:nth-child(1)', 'in sight: nearest']],
];
for (const [key, changes, asked] of keys)
  test(`${key} does what the help says, and the browser nothing else`, () => {
    assert.deepEqual(press({ key }), { changes, seen: asked, prevented: true });
  });

test('keys that mean nothing are left to the browser: among them the number of a method that is not there', () => {
  for (const key of ['x', '0', '4', '7', '8', '11', 'S', 'Enter', ' ']) assert.deepEqual(press({ key }), quiet, key);
});

test('keys that are pressed with others are those of the browser', () => {
  for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }])
    assert.deepEqual(press({ key: 'j', ...held }), quiet, JSON.stringify(held));
});

test('while something is written only Escape means something, and ends it', () => {
  for (const tagName of ['INPUT', 'SELECT', 'TEXTAREA']) {
    const target = new Element(tagName);
    for (const key of ['j', '/', '?', '1']) assert.deepEqual(press({ key, target }), quiet, `${key} in ${tagName}`);
    assert.equal(target.blurred, 0);
    assert.deepEqual(press({ key: 'Escape', target }), quiet);
    assert.equal(target.blurred, 1);
  }
  assert.equal(press({ key: 's', target: new Element('BUTTON') }).prevented, true);
});

test('while the help is open keys are its own', () => {
  isDialogOpen = true;
  for (const key of ['j', 'Escape', '?']) assert.deepEqual(press({ key }), quiet, key);
  isDialogOpen = false;
});

test('steps end at the ends of the list, and begin with its first entry', () => {
  const step = (key: string, current: SomeEntry | undefined) => {
    const { changes } = press({ key, ...(current ? { current } : { current: { ...entries[0]!, index: 9 } }) });
    return changes.map(({ fixture }) => fixture);
  };
  assert.deepEqual(step('j', entries[2]), ['b.png']);
  assert.deepEqual(step('k', entries[0]), ['c.png']);
  assert.deepEqual(step('j', undefined), ['c.png'], 'what is looked at is not in the list');
  assert.deepEqual(step('k', undefined), ['c.png']);
});

test('in an empty list there is nowhere to go', () => {
  assert.deepEqual(press({ key: 'j', list: [] }), { ...quiet, prevented: true });
});
