import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { encodeWebp } from '../../src/images/encode.ts';
import { comment } from '../../src/reports/comment/comment.ts';
import { storedMap } from '../../src/reports/html/evidence.ts';
import { reportPage } from '../../src/reports/html/page.ts';
import type { FixtureEvidence } from '../../src/reports/html/shape.ts';
import type { Results } from '../../src/results/results.ts';
import { startBrowser } from '../support/browser.ts';
import { root } from '../support/dist.ts';
import { hostileNames } from '../support/hostile-names.ts';
import { fixture, model, readReason, results } from '../support/results.ts';

const methods = ['cam', 'grad-cam', 'grad-cam++'];
const classes = ['hat', 'shoe', 'coat'];
const template = await readFile(join(root, 'dist/report-template.html'), 'utf8');

/** 300 fixtures of three classes: `hat-000` moved by 0.3, each further one by a thousandth less; every tenth is at night. */
function three(): Results {
  const fixtures = Array.from({ length: 300 }, (_, at) => {
    const drift = Math.max(0, 0.3 - at / 1000);
    return fixture(`${classes[at % 3]}-${String(at).padStart(3, '0')}.png`, drift, {
      truth: classes[at % 3],
      tags: at % 10 === 0 ? ['night'] : [],
      flipped: at === 3,
      maps: Object.fromEntries(methods.map(name => [name, { drift: { 'attention-shift': drift, overlap: drift } }])),
    });
  });
  return results(compared(fixtures, 'shoes'), compared([fixture('other.png', 0.01)], 'bags'));
}

const fewer = (found: Results, most: number): Results => ({
  ...found,
  models: found.models.map(each => ({ ...each, fixtures: each.fixtures.slice(0, most) }) as typeof each),
});

function compared(fixtures: Parameters<typeof model>[0], name: string) {
  const found = model(fixtures, { name });
  return { ...found, candidate: { ...found.candidate!, methods } };
}

const map = (...data: number[]) => storedMap({ width: 2, height: 1, data: Float32Array.from(data) });

/** A grey picture; the heat is at its left before, and at its right now. */
async function evidenceFor({ models }: Results): Promise<FixtureEvidence[][]> {
  const raster = { width: 64, height: 32, channels: 3, data: new Uint8Array(64 * 32 * 3).fill(128) } as const;
  const picture = `data:image/webp;base64,${Buffer.from(await encodeWebp(raster)).toString('base64')}`;
  const maps = methods.map(() => ({ before: map(1, 0), now: map(0, 1) }));
  return models.map(({ fixtures }) => fixtures.map(() => ({ picture, width: 64, height: 32, maps })));
}

const folder = await mkdtemp(join(tmpdir(), 'camdrift-report-'));
const browser: Browser | undefined = await startBrowser();
after(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

async function written(name: string, found: Results): Promise<string> {
  const file = join(folder, `${name}.html`);
  await writeFile(file, reportPage(template, found, await evidenceFor(found)));
  return pathToFileURL(file).href;
}

describe('report.html in a browser', { skip: browser ? false : 'no Chromium here' }, () => {
  let page: Page;
  let address: string;
  let few: string;
  /** What the page complained of, and what it asked the network for. */
  const heard: string[] = [];
  const asked: string[] = [];

  before(async () => {
    address = await written('three', three());
    few = await written('few', fewer(three(), 8));
    page = await opened(browser!, heard, asked);
    await page.goto(address);
    await page.waitForSelector('.list li');
  });

  const text = (selector: string) => page.$eval(selector, element => element.textContent ?? '');
  const painted = () =>
    page.waitForFunction(
      'document.querySelector(".stage canvas")?.getContext("2d").getImageData(2, 2, 1, 1).data[3] === 255',
    );
  const evaluated = <T>(code: string) => page.evaluate(code) as Promise<T>;
  const names = () => page.$$eval('.row .name', rows => rows.map(row => row.firstChild?.textContent));
  const press = (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => page.keyboard.press(key as 'j')), Promise.resolve());
  const afresh = async (hash = '') => {
    await page.goto('about:blank');
    await page.goto(address + hash);
    await page.waitForSelector('.list li');
    // Chromium takes no key before it has painted.
    await page.evaluate('new Promise(seen => requestAnimationFrame(() => requestAnimationFrame(seen)))');
  };

  it('shows every fixture, most moved first, and asks for nothing', async () => {
    assert.equal((await names()).length, 300);
    assert.deepEqual((await names()).slice(0, 2), ['hat-000.png', 'shoe-001.png']);
    assert.equal(await text('.detail h2'), 'hat-000.png');
    assert.deepEqual(
      asked.filter(url => !url.startsWith('data:')),
      [address],
    );
  });

  it('filters by class, tag and status, searches and sorts', async () => {
    await page.select('.filters label:nth-of-type(3) select', 'shoe');
    assert.equal(await text('.count'), '100 of 300 fixtures');
    await page.select('.filters label:nth-of-type(4) select', 'night');
    assert.deepEqual((await names())[0], 'shoe-010.png');
    assert.equal(await text('.count'), '10 of 300 fixtures');
    await page.select('.filters label:nth-of-type(2) select', 'steady');
    assert.equal(await text('.count'), '3 of 300 fixtures');
    assert.match(page.url(), /status=steady&class=shoe&tag=night/);
    await afresh();
    await press('/');
    await page.keyboard.type('COAT-29');
    assert.deepEqual(await names(), ['coat-290.png', 'coat-293.png', 'coat-296.png', 'coat-299.png']);
    await press('Escape');
    await page.select('.filters label:last-of-type select', 'by name');
    assert.equal((await names())[0], 'coat-290.png');
  });

  it('follows the keyboard: fixtures, methods, views, help', async () => {
    await afresh();
    await press('j', 'j', 'k', '3');
    assert.equal(await text('.detail h2'), 'shoe-001.png');
    assert.equal(await text('.controls fieldset:first-child [aria-pressed=true]'), 'Grad-CAM++');
    assert.match(page.url(), /#model=shoes&fixture=shoe-001.png&method=grad-cam%2B%2B$/);
    await press('7');
    assert.equal(await text('.controls fieldset:first-child [aria-pressed=true]'), 'Grad-CAM++', 'there is no seventh');
    await press('f');
    assert.equal(await text('.controls fieldset:nth-child(2) [aria-pressed=true]'), 'blink');
    await page.keyboard.type('?');
    await page.waitForSelector('dialog[open]');
    await press('j', 'Escape');
    await page.waitForSelector('dialog:not([open])');
    assert.equal(await text('.detail h2'), 'shoe-001.png', 'keys belong to the dialog');
  });

  it('draws before left and now right of the slider, and moves the border', async () => {
    await afresh('#fixture=hat-006.png');
    assert.equal(await text('.detail h2'), 'hat-006.png');
    await painted();
    assert.deepEqual(await warm('.stage > .tile canvas'), [true, false]);
    assert.deepEqual(await warm('.stage .over canvas'), [false, true]);
    await page.focus('.range input');
    await press('ArrowRight', 'ArrowRight');
    assert.equal(await evaluated('document.querySelector(".over").style.clipPath'), 'inset(0px 0px 0px 52%)');
    await page.select('.layers label:first-child select', 'picture');
    await page.waitForFunction(`!(${ends('.stage > .tile canvas')})[0]`);
    assert.deepEqual(await warm('.stage > .tile canvas'), [false, false]);
  });

  /** Whether the left and the right end of a picture are coloured. */
  const warm = (selector: string) => evaluated<boolean[]>(ends(selector));
  const ends = (selector: string) => `[2, 61].map(x => {
    const [red, , blue] = document.querySelector('${selector}').getContext('2d').getImageData(x, 16, 1, 1).data;
    return Math.abs(red - blue) > 30;
  })`;

  it('blends, blinks, shows the change, and all methods beside each other', async () => {
    await afresh();
    const view = (index: number) => page.click(`.controls fieldset:nth-child(2) button:nth-of-type(${index})`);
    await view(2);
    assert.equal(await evaluated('document.querySelector(".over").style.opacity'), '0.5');
    await view(3);
    await page.click('.layers button:first-child');
    const side = () => evaluated<string>('document.querySelector(".stage").dataset.side');
    const first = await side();
    await page.click('.layers button:nth-child(2)');
    assert.notEqual(await side(), first);
    await view(5);
    await painted();
    assert.deepEqual(await warm('.stage canvas'), [true, true]);
    assert.deepEqual(await page.$$eval('.methods figcaption', all => all.map(each => each.firstChild?.textContent)), [
      'picture',
      'CAM',
      'Grad-CAM',
      'Grad-CAM++',
    ]);
  });

  it('goes to another model, and back by its address', async () => {
    await afresh();
    await page.click('.overview nav button:nth-child(2)');
    assert.deepEqual(await names(), ['other.png']);
    await afresh('#model=bags');
    assert.deepEqual(await names(), ['other.png']);
  });

  it('opens at the fixture that a link of the comment names, and says when it has none of that name', async () => {
    const names = ['a & b#1.png', 'ñ/%41 ?=+.png', '房子.png'];
    const models = ['one', 'two'].map(name => {
      const fixtures = names.map((each, at) => fixture(each, 0.3 - at / 10, { montage: `${name}/${at}.webp` }));
      return { ...compared(fixtures, name), verdict: 'fail' as const };
    });
    const found = results(...models);
    const { body } = comment({
      results: found,
      pictures: new Map(
        models.flatMap(({ fixtures }) => fixtures.map(({ montage }) => [montage!, 'https://x.test/p'])),
      ),
      key: 'default',
      links: { repository: 'https://x.test/r', report: { address: 'https://x.test/report.html', as: 'page' } },
      budget: 60_000,
    });
    const own = await written('linked', found);
    const hashes = [...body.matchAll(/report\.html(#model=[^)]*fixture=[^)]*)\)/g)].map(([, hash]) =>
      hash!.replaceAll('&amp;', '&'),
    );
    assert.equal(hashes.length, 6);
    const opened: string[] = [];
    for (const hash of hashes) {
      await page.goto('about:blank');
      await page.goto(own + hash);
      await page.waitForSelector('.detail h2');
      opened.push(`${await text('.overview nav [aria-pressed=true]')}: ${await text('.detail h2')}`);
      assert.equal(await page.$('.lacking'), null);
    }
    assert.deepEqual(
      opened.toSorted(),
      ['one', 'two'].flatMap(model => names.map(name => `${model} ✗ regression: ${name}`)).toSorted(),
    );
    await page.goto(`${own}#model=two&fixture=gone.png`);
    await page.waitForSelector('.lacking');
    assert.equal(await text('.lacking'), 'There is no fixture gone.png in this report.');
    await press('j');
    assert.equal(await page.$('.lacking'), null);
  });

  it('has the worst reasons in sight, and those that weigh less behind a click', async () => {
    const reasons = [readReason('warn', 'probe-pull', 'It turns.'), readReason('fail', 'region-rule', 'It is out.')];
    const found = three();
    await page.goto(await written('reasons', { ...found, models: [{ ...found.models[0]!, reasons } as never] }));
    await page.waitForSelector('.list li');
    const told = (selector: string) => page.$$eval(selector, all => all.map(each => each.textContent));
    assert.deepEqual(await told('.overview > .reasons li'), ['fail It is out.']);
    assert.equal((await told('.overview > details li'))[0], 'warn It turns.');
  });

  it('draws the drift of accepted versions where it is stored, as tall as it is far, and says it in words', async () => {
    const history = [0.02, 0.04].map(
      (shift, at) => ({ name: `v${at}`, shift, lineage: 'retrained', place: 'before' }) as const,
    );
    const found = three();
    const [first, ...others] = found.models as [(typeof found.models)[number] & { readonly drift: object }];
    await page.goto(await written('versions', { ...found, models: [{ ...first, history } as never, ...others] }));
    await page.waitForSelector('.history svg');
    const tall = await page.$$eval('.history rect', all => all.map(each => Number(each.getAttribute('height'))));
    assert.deepEqual(
      tall.map(each => Math.round((each / tall[2]!) * 1000)),
      [141, 282, 1000],
      '2, 4 and 14.2 %',
    );
    assert.equal(
      await page.$eval('.history svg', each => each.getAttribute('aria-label')),
      'v0 2.0 %, v1 4.0 %, shoes 14.2 %',
    );
    await evaluated('document.querySelector(".history details").open = true');
    assert.deepEqual(await page.$$eval('.history tbody td:nth-child(3)', all => all.map(each => each.textContent)), [
      'the version before it',
      'the version before it',
      'the baseline',
    ]);
    assert.deepEqual(await violations(page), []);
    await page.click('.overview nav button:nth-child(2)');
    assert.equal(await page.$('.history'), null);
  });

  for (const [name, width, scheme, hash] of [
    ['light', 1280, 'light', ''],
    ['dark, side by side', 1280, 'dark', '#mode=side+by+side'],
    ['phone, list', 390, 'light', ''],
    ['phone, a fixture', 390, 'dark', '#fixture=hat-000.png&mode=blink'],
  ] as const) {
    it(`has no fault of accessibility and fits its screen: ${name}`, async () => {
      await page.setViewport({ width, height: 844 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto('about:blank');
      await page.goto(few + hash);
      await page.waitForSelector('.list li');
      await evaluated('document.querySelector("details").open = true');
      assert.deepEqual(await violations(page), []);
      assert.equal(await evaluated('document.documentElement.scrollWidth'), width, 'nothing sticks out');
    });
  }

  it('runs nothing that a name says, in any of 50 ways', async () => {
    assert.ok(hostileNames.length >= 50);
    const found = hostileNames.map(name => {
      const label = { index: 0, label: name, probability: 0.5 };
      return fixture(name, 0.2, {
        truth: name,
        tags: [name],
        reason: name,
        candidate: { predicted: label, explained: label },
        probes: { [name]: { candidate: { moved: 0.1, flipped: true, became: name, divergence: 0 } } },
      });
    });
    const hostile = await written('hostile', results(...hostileNames.map(name => compared(found, name)).slice(0, 3)));
    await page.goto(hostile);
    await page.waitForSelector('.list li');
    assert.deepEqual(await names(), hostileNames);
    await press(...hostileNames.map(() => 'j'));
    await page.keyboard.type('?');
    assert.deepEqual(await page.$$eval('script', all => all.map(each => each.type)), [
      'application/json',
      'application/json',
      '',
    ]);
    assert.equal(await page.evaluate(() => Object.keys(globalThis).filter(key => key.startsWith('pwned')).length), 0);
    assert.deepEqual(
      asked.filter(url => !url.startsWith('data:') && !url.startsWith('file:') && url !== 'about:blank'),
      [],
    );
  });

  it('allows no other script, style or address, and complained of nothing before', async () => {
    assert.deepEqual(heard.splice(0), []);
    await page.evaluate(`{
      const script = document.createElement('script');
      script.textContent = 'globalThis.pwned = true';
      document.body.append(script);
      const button = document.createElement('button');
      button.setAttribute('onclick', 'globalThis.pwned = true');
      document.body.append(button);
      button.click();
    }`);
    const ran = await evaluated('globalThis.pwned === true');
    for (let tries = 0; tries < 100 && heard.length < 2; tries++) await setTimeout(20);
    assert.equal(ran, false);
    assert.equal(heard.filter(line => /Content Security Policy/.test(line)).length, 2, heard.join('\n'));
  });

  it('is small: the page without its pictures, and the library with it', async () => {
    const { size } = await stat(join(root, 'dist/report-template.html'));
    assert.ok(size < 60_000, `${size} bytes`);
  });
});

async function opened(browser: Browser, heard: string[], asked: string[]): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  page.on('console', message => ['error', 'warn'].includes(message.type()) && heard.push(message.text()));
  page.on('pageerror', error => heard.push(String(error)));
  page.on('request', request => asked.push(request.url()));
  return page;
}

/** What axe finds, by rule and place. The page's own policy lets no script in, so axe comes by the debugger. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations, passes } = await (globalThis as unknown as { axe: Axe }).axe.run();
    if (passes.length < 15) return ['axe looked at nothing'];
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

interface Axe {
  run(): Promise<{ passes: unknown[]; violations: { id: string; nodes: { html: string }[] }[] }>;
}
