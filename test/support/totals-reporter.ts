/**
 * A reporter of node:test that ends with one line on all that tests exchanged with the stand-in for GitHub. Each
 * scenario tells its share in a diagnostic of its own; the scenarios run in several processes.
 */
export default async function* totals(events: AsyncIterable<Event>): AsyncGenerator<string> {
  const shares: (readonly number[])[] = [];
  for await (const { type, data } of events) {
    const [, ...share] = (type === 'test:diagnostic' && SHARE.exec(data.message ?? '')) || [];
    if (share.length > 0) shares.push(share.map(Number));
  }
  const [exchanged, validated, violations] = [0, 1, 2].map(at => shares.reduce((sum, share) => sum + share[at]!, 0));
  yield `GitHub stand-in: ${exchanged} messages exchanged, ${validated} validated against GitHub's OpenAPI description ` +
    `and GraphQL schema, ${violations} violations in ${shares.length} scenarios\n`;
}

interface Event {
  readonly type: string;
  readonly data: { readonly message?: string };
}

const SHARE = /^github: (\d+) exchanged, (\d+) validated, (\d+) violations$/;
