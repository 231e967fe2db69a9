import assert from 'node:assert/strict';
import { test } from 'node:test';
import totals from './totals-reporter.ts';

test('the last line sums what the scenarios told, and nothing else', async () => {
  const messages = [
    'github: 4 exchanged, 4 validated, 0 violations',
    'tests 7',
    'github: 10 exchanged, 9 validated, 1 violations',
    'github: 1 exchanged, 1 validated, 0 violations, roughly',
  ];
  assert.equal(
    await printed(messages),
    "GitHub stand-in: 14 messages exchanged, 13 validated against GitHub's OpenAPI description and GraphQL schema, " +
      '1 violations in 2 scenarios\n',
  );
  assert.match(await printed([]), / 0 messages exchanged, 0 validated .*, 0 violations in 0 scenarios\n$/);
});

async function printed(messages: readonly string[]): Promise<string> {
  async function* events() {
    for (const message of messages) {
      yield { type: 'test:stdout', data: { message } };
      yield { type: 'test:diagnostic', data: { message } };
    }
    yield { type: 'test:summary', data: {} };
  }
  let text = '';
  for await (const piece of totals(events())) text += piece;
  return text;
}
