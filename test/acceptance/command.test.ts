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
  ['preformatted HTML', `<pre>\n/camdrift accept ${code} why\n</pre>`],
  ['the middle of a line', `please /camdrift accept ${code} why`],
  ['another word', `/camdrift acceptance ${code} why`],
  ['no code', '/camdrift accept everything'],
  ['a code of other letters', '/camdrift accept 3F9A2C1 why'],
] as const)
  test(`${what} is no command`, () => assert.deepEqual(commandsIn(body), []));

test('after a quote and an empty line, or a closed block, commands are heard again', () => {
  const said = `> /camdrift accept 1111111 no\n\n\`\`\`\n/camdrift accept 2222222 no\n\`\`\`\n/camdrift reject ${code}`;
  assert.deepEqual(
    commandsIn(said).map(each => each.code),
    [code],
  );
});
