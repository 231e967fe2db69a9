import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandsIn } from '../../src/acceptance/command.ts';

const code = '3f9a2c1d0b7e4a55';
const accept = (more: object = {}) => ({ verb: 'accept', code, named: [], why: 'a better crop', ...more });

test('a line of its own is a command, with the names and the reason that stand in it', () => {
  assert.deepEqual(commandsIn(`/camdrift accept ${code} a better crop`), [accept()]);
  assert.deepEqual(commandsIn(`Fine.\r\n\r\n/camdrift accept ${code} +mark a  better crop +object \r\nThanks`), [
    accept({ named: ['mark', 'object'] }),
  ]);
  assert.deepEqual(commandsIn(`/camdrift reject ${code}`), [accept({ verb: 'reject', why: '' })]);
  assert.deepEqual(commandsIn(`/camdrift accept ${code} <why>`), [accept({ why: '' })], 'the placeholder is no reason');
  assert.equal(commandsIn(`/camdrift accept ${code} ${'x'.repeat(5000)}`)[0]!.why.length, 300);
});

for (const [what, body] of [
  ['a quote', `> /camdrift accept ${code} why`],
  ['a quote that goes on', `> she wrote:\n/camdrift accept ${code} why`],
  ['a fenced block', `\`\`\`\n/camdrift accept ${code} why\n\`\`\``],
  ['a fence of tildes that holds another one', `~~~~\n\`\`\`\n/camdrift accept ${code} why\n~~~\n~~~~`],
  ['a fence that nobody closes', `\`\`\`text\n/camdrift accept ${code} why`],
  ['an indented block', `    /camdrift accept ${code} why`],
  ['code in a line', `\`/camdrift accept ${code} why\``],
  ['an HTML comment', `<!--\n/camdrift accept ${code} why\n-->`],
  ['an HTML comment that nobody closes', `<!-- \n/camdrift accept ${code} why`],
  [
    'code whose fence begins inside of HTML that is none',
    `\`<pre>\` text\n\`\`\`\nfoo \`</pre>\`\n/camdrift accept ${code} why\n\`\`\``,
  ],
  ['a comment whose fence is none', `<!--\n\`\`\`\n-->\n\`\`\`\n/camdrift accept ${code} why\n\`\`\``],
  ['preformatted HTML', `<pre>\n/camdrift accept ${code} why\n</pre>`],
  ['preformatted HTML in capitals', `<PRE>\n/camdrift accept ${code} why\n</PRE>`],
  ['the second of two HTML comments', `<!-- a -->\n\n<!--\n/camdrift accept ${code} why\n-->`],
  ['a quote in HTML', `<blockquote>\n/camdrift accept ${code} why\n</blockquote>`],
  ['a quote in HTML that nobody closes', `<BlockQuote cite="x">\n\n/camdrift accept ${code} why`],
  ['a quote in a list that goes on', `1. - > she wrote:\n/camdrift accept ${code} why`],
  ['a fence whose end has words behind it', `\`\`\`\n\`\`\` js\n/camdrift accept ${code} why\n\`\`\``],
  ['a fence that a shorter one does not end', `~~~~\n~~~\n/camdrift accept ${code} why\n~~~~`],
  ['a fence that marks of another kind do not end', `~~~\n\`\`\`\n/camdrift accept ${code} why\n~~~`],
  ['the middle of a line', `please /camdrift accept ${code} why`],
  ['another word', `/camdrift acceptance ${code} why`],
  ['no code', '/camdrift accept everything'],
  ['a code of other letters', '/camdrift accept 3F9A2C1 why'],
  ['a code of six digits', '/camdrift accept 3f9a2c why'],
  ['a code of more digits than a digest has', `/camdrift accept ${'a'.repeat(65)} why`],
  ['a code that goes on', `/camdrift accept ${code}z why`],
] as const)
  test(`${what} is no command`, () => assert.deepEqual(commandsIn(body), []));

test('after a quote and an empty line, or a closed block, commands are heard again', () => {
  const said = `> /camdrift accept 1111111 no\n\n\`\`\`\n/camdrift accept 2222222 no\n\`\`\`\n/camdrift reject ${code}`;
  assert.deepEqual(
    commandsIn(said).map(each => each.code),
    [code],
  );
});

for (const [what, before] of [
  ['a fence whose end is indented and has spaces behind it', '```\n/camdrift accept 1111111 no\n  ```  '],
  ['a longer end of a fence', '```\n/camdrift accept 1111111 no\n`````'],
  ['a quote and a line of spaces', '> /camdrift accept 1111111 no\n \t'],
  ['marks of a fence in the middle of a line', 'as in ```a``` and ~~~'],
  ['an HTML comment in a line', 'seen <!-- not said --> above'],
  ['a closed quote in HTML', '<blockquote>/camdrift accept 1111111 no</blockquote>\n'],
  ['a greater-than sign that begins no line', 'accuracy > 0.9'],
  ['an ending of Windows', 'Fine.\r'],
] as const)
  test(`after ${what} commands are heard`, () =>
    assert.deepEqual(commandsIn(`${before}\n/camdrift accept ${code} a better crop`), [accept()]));

test('codes from seven digits to a whole digest are taken as they stand, and verbs and codes end at a blank', () => {
  const codes = ['3f9a2c1', code, 'b'.repeat(64)];
  const said = codes.map(each => `/camdrift\taccept \t${each}\tbetter`).join('\n');
  assert.deepEqual(
    commandsIn(said).map(each => [each.code, each.why]),
    codes.map(each => [each, 'better']),
  );
});

test('only a word that begins with a plus is a name', () => {
  const [found] = commandsIn(`/camdrift accept ${code} lr+decay +mark + C++ ++`);
  assert.deepEqual([found!.named, found!.why], [['mark', '+'], 'lr+decay + C++']);
});
