import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plain, type Raster } from '../../src/core/raster.ts';
import { resample } from '../../src/core/resample.ts';
import { drawText, lineHeight, shorten, textWidth, wrap } from '../../src/core/text.ts';

function written(text: string, width = textWidth(text), x = 0): Raster {
  const page = plain(width, lineHeight, [0, 0, 0]);
  drawText(page, text, x, 0, [255, 255, 255]);
  return page;
}

function ink(raster: Raster): number {
  return raster.data.reduce((sum, value) => sum + value, 0);
}

/** How many letters fit beside an ellipsis in one pixel less than all of them take. */
function fitting(text: string): number {
  let count = text.length;
  while (count > 0 && textWidth(`${text.slice(0, count)}…`) > textWidth(text) - 1) count--;
  return count;
}

describe('drawText', () => {
  it('draws a letter l as one upright stem', () => {
    const page = written('l');
    const columns = Array.from({ length: page.width }, (_, x) => {
      const bright = Array.from({ length: page.height }, (_, y) => page.data[(y * page.width + x) * 3]! > 100);
      return bright.filter(Boolean).length;
    });
    assert.deepEqual(
      columns.filter(count => count > 0).map(count => count >= 8),
      columns.filter(count => count > 0).map(() => true),
    );
    assert.ok(columns.some(count => count >= 8));
  });

  it('has ink for every printable ASCII character but the space, and no two characters alike', () => {
    const seen = new Map<string, string>();
    for (let code = 0x21; code < 0x7f; code++) {
      const character = String.fromCharCode(code);
      const page = written(character);
      assert.ok(ink(page) > 0, character);
      const picture = Buffer.from(page.data).toString('base64');
      assert.equal(seen.get(picture), undefined, `${character} looks like ${seen.get(picture)}`);
      seen.set(picture, character);
    }
    assert.equal(ink(written(' ')), 0);
  });

  it('stays on its line: with room above and below there is no more ink', () => {
    for (const text of ['Ågjpqy|{}()_', 'ÀÉÎÕÜŮ', 'Ёйцщ', 'Άώψ']) {
      const roomy = plain(textWidth(text), lineHeight + 20, [0, 0, 0]);
      drawText(roomy, text, 0, 10, [255, 255, 255]);
      assert.equal(ink(roomy), ink(written(text)), text);
    }
  });

  it('cuts off what lies outside the picture', () => {
    assert.ok(ink(written('wide text', 10)) > 0);
    assert.ok(ink(written('wide text', 10, -20)) > 0);
    assert.equal(ink(written('wide text', 10, 11)), 0);
  });

  it('draws letters of other alphabets', () => {
    assert.notDeepEqual(written('ß'), written('B'));
    assert.notDeepEqual(written('я'), written('R'));
  });

  it('draws one ellipsis for words that it has no letters for, and no box', () => {
    for (const [foreign, drawn] of [
      ['鯉', '…'],
      ['鯉のぼり', '…'],
      ['房子 一.png', '….png'],
      ['photos/قمر-١.png 91 %', 'photos/…-….png 91 %'],
      ['\u{1f41f}\u{1f41f} a', '… a'],
      ['한국어… b', '… b'],
    ] as const)
      assert.deepEqual(written(foreign), written(drawn), foreign);
    assert.equal(shorten('写真の家', 200), '写真の家', 'what fits is left as it is');
  });

  it('drops accents that it does not know and keeps those that it knows', () => {
    assert.deepEqual(written('ẹ'), written('e'));
    assert.notDeepEqual(written('é'), written('e'));
    assert.deepEqual(written('e\u0301'), written('é'), 'composed first');
  });

  it('shows control characters as spaces and drops invisible ones', () => {
    assert.deepEqual(written('a\nb'), written('a b'));
    assert.deepEqual(written('a\u202eb'), written('ab'));
  });

  it('blends its edges with what is below', () => {
    const page = plain(textWidth('o'), lineHeight, [100, 0, 0]);
    drawText(page, 'o', 0, 0, [100, 255, 0]);
    const reds = new Set(page.data.filter((_, i) => i % 3 === 0));
    const greens = new Set(page.data.filter((_, i) => i % 3 === 1));
    assert.deepEqual([...reds], [100]);
    assert.ok(greens.size > 4);
  });
});

describe('a line', () => {
  it('is drawn at its place, and letters stand behind one another by their widths', () => {
    const page = plain(60, lineHeight + 5, [0, 0, 0]);
    drawText(page, 'aWi', 7, 5, [255, 255, 255]);
    const apart = plain(60, lineHeight + 5, [0, 0, 0]);
    drawText(apart, 'a', 7, 5, [255, 255, 255]);
    drawText(apart, 'W', 7 + textWidth('a'), 5, [255, 255, 255]);
    drawText(apart, 'i', 7 + textWidth('a') + textWidth('W'), 5, [255, 255, 255]);
    assert.deepEqual(page, apart);
  });
});

describe('measuring', () => {
  it('adds up the letters', () => {
    assert.equal(textWidth(''), 0);
    assert.equal(textWidth('ab'), textWidth('a') + textWidth('b'));
  });

  it('leaves text that fits and shortens text that does not', () => {
    assert.equal(shorten('baseline', 200), 'baseline');
    const cut = shorten('a very long class name indeed', 100);
    assert.match(cut, /^a very.*[^ ]…$/);
    assert.ok(textWidth(cut) <= 100);
  });

  it('cuts off the last letter only where one pixel is missing, and leaves an ellipsis where nothing fits', () => {
    const whole = 'i'.repeat(20);
    assert.equal(shorten(whole, textWidth(whole)), whole);
    assert.equal(shorten(whole, textWidth(whole) - 1), `${whole.slice(0, fitting(whole))}…`);
    assert.equal(shorten(whole, textWidth('ii…')), 'ii…');
    assert.equal(shorten(whole, textWidth('ii…') - 1), 'i…');
    assert.equal(shorten(whole, textWidth('…')), '…');
    assert.equal(shorten(whole, 0), '…');
    assert.equal(shorten('ab cd', textWidth('ab …')), 'ab…');
  });

  it('never cuts a letter of two code units in half', () => {
    assert.doesNotMatch(shorten('\u{1f41f}'.repeat(40), 100), /[\ud800-\udbff](?![\udc00-\udfff])/);
  });

  it('breaks text at its spaces, into lines that fit', () => {
    const text = 'CAM needs global average pooling and then one linear layer; use Grad-CAM.';
    const lines = wrap(text, 140, 9);
    assert.equal(lines.join(' '), text);
    assert.ok(lines.length > 2);
    assert.ok(lines.every(line => textWidth(line) <= 140));
  });

  it('breaks by hand: a line is full when the next word would be one pixel too wide', () => {
    const [two, three] = [textWidth('aa bb'), textWidth('aa bb cc')];
    assert.deepEqual(wrap('aa bb cc', three, 9), ['aa bb cc']);
    assert.deepEqual(wrap('aa bb cc', three - 1, 9), ['aa bb', 'cc']);
    assert.deepEqual(wrap(' aa  bb\ncc ', two, 9), ['aa bb', 'cc']);
    assert.deepEqual(wrap('aa bb cc', two - 1, 3), ['aa', 'bb', 'cc']);
    assert.deepEqual(wrap('aa bb cc', two - 1, 2), ['aa', shorten('bb cc', two - 1)]);
    assert.deepEqual(wrap('aa bb', two, 1), ['aa bb']);
  });

  it('cuts the last line when there is no room, and a word longer than a line', () => {
    const lines = wrap('one two three four five six seven eight nine ten', 60, 2);
    assert.equal(lines.length, 2);
    assert.match(lines[1]!, /…$/);
    assert.match(wrap('block_13_expand_relu_with_a_long_name', 60, 3)[0]!, /^block.*…$/);
    assert.deepEqual(wrap('   ', 60, 3), []);
  });
});

const rows = (raster: Raster): number[] =>
  Array.from({ length: raster.height }, (_, y) =>
    ink({ ...raster, data: raster.data.subarray(y * raster.width * 3, (y + 1) * raster.width * 3) }),
  );

describe('letters of twice the size', () => {
  it('are the same letters: shrunk by half, their rows have as much ink as those of the small ones', () => {
    for (const letter of 'ehmMW%ЖщÅß') {
      const small = written(letter);
      const large = plain(2 * small.width, 2 * lineHeight, [0, 0, 0]);
      drawText(large, letter, 0, 0, [255, 255, 255], 2);
      const shrunk = resample(large, small.width, lineHeight, 'area');
      const apart = rows(shrunk).reduce((sum, row, at) => sum + Math.abs(row - rows(small)[at]!), 0);
      assert.ok(apart < 0.3 * ink(small), `${letter}: ${(apart / ink(small)).toFixed(2)} of the ink lies elsewhere`);
    }
    const line = 'attention shift 41.1 %';
    assert.ok(Math.abs(textWidth(line, 2) / textWidth(line) - 2) < 0.25);
  });

  it('are measured, cut and broken by their own widths', () => {
    const words = 'a name too long';
    assert.equal(shorten(words, textWidth(words, 2), 2), words);
    assert.notEqual(shorten(words, textWidth(words), 2), words);
    assert.ok(wrap(words, textWidth(words), 9, 2).length > wrap(words, textWidth(words), 9).length);
  });

  it('have an ellipsis too for what they have no letter for', () => {
    assert.equal(textWidth('鯉の', 2), textWidth('…', 2));
    assert.ok(textWidth('…', 2) > textWidth('…'));
  });
});
