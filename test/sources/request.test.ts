import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { requested } from '../../src/sources/_request.ts';
import { Passing } from '../../src/sources/tries.ts';
import { type Answering, holding, httpsServer } from '../support/https-server.ts';
import { refusal, testNetwork } from './_network.ts';

const never = new AbortController().signal;
const to =
  (location: string): Answering =>
  (_, response) =>
    response.writeHead(302, { location }).end('elsewhere');

describe('a redirect', () => {
  it('is followed to another host without the token, which does not come back when the way does', async t => {
    const { network } = await testNetwork(t);
    const server = await httpsServer(t, (asked, response) => {
      const there = { '/start': other.url('/away', 'other.test'), '/away': server.url('/end', 'models.test') }[
        asked.path
      ];
      if (there) to(there)(asked, response);
      else holding({ '/end': 'model' })(asked, response);
    });
    const other = server;
    const url = new URL(server.url('/start', 'models.test'));
    await using reply = await requested({ url, token: 'hf_secret' }, network, never);
    assert.equal(Buffer.concat(await reply.body.toArray()).toString(), 'model');
    assert.deepEqual(
      server.asked.map(({ path, host, headers }) => [path, host.split(':')[0], headers.authorization]),
      [
        ['/start', 'models.test', 'Bearer hf_secret'],
        ['/away', 'other.test', undefined],
        ['/end', 'models.test', undefined],
      ],
    );
  });

  it('keeps the token on the same host, and loses it at another port', async t => {
    const { network } = await testNetwork(t);
    const other = await httpsServer(t, holding({ '/end': 'model' }));
    const server = await httpsServer(t, (asked, response) =>
      to(asked.path === '/start' ? '/next' : other.url('/end', 'models.test'))(asked, response),
    );
    const url = new URL(server.url('/start', 'models.test'));
    await using _ = await requested({ url, token: 'hf_secret' }, network, never);
    assert.deepEqual(
      server.asked.map(({ headers }) => headers.authorization),
      ['Bearer hf_secret', 'Bearer hf_secret'],
    );
    assert.deepEqual(
      other.asked.map(({ headers }) => headers.authorization),
      [undefined],
    );
  });

  it('to a host that is not public, to http or in a circle is refused', async t => {
    const { network } = await testNetwork(t, { allowed: ['models.test'] });
    const hidden = await httpsServer(t, holding({ '/a': 'a' }));
    const ways: [string, RegExp][] = [
      [hidden.url('/a'), /^127\.0\.0\.1 is not asked/],
      [hidden.url('/a', 'other.test'), /^other\.test is not asked: its address 127\.0\.0\.1/],
      ['http://models.test/a', /redirects to http:\/\/models\.test\/a, which is no https address/],
      ['file:///etc/passwd', /no https address/],
      ['/again', /redirects more than 5 times/],
    ];
    for (const [location, message] of ways) {
      const server = await httpsServer(t, to(location));
      const url = new URL(server.url('/a', 'models.test'));
      await assert.rejects(requested({ url }, network, never), refusal(message));
    }
    assert.equal(hidden.asked.length, 0);
  });
});

describe('an answer', () => {
  it('that is none has words for what to do', async t => {
    const { network } = await testNetwork(t);
    const cases: [number, string | undefined, RegExp][] = [
      [404, undefined, /Check the address, and its revision/],
      [401, undefined, /`token-env`/],
      [403, 'a-token', /the token in `token-env` is valid/],
    ];
    for (const [status, token, remedy] of cases) {
      const server = await httpsServer(t, (_, response) => response.writeHead(status).end('secret words'));
      const wanted = { url: new URL(`${server.url('/m.onnx')}?X-Amz-Signature=secret`), token };
      const message = new RegExp(`^https://127\\.0\\.0\\.1:\\d+/m\\.onnx answered with status ${status}\\.$`);
      await assert.rejects(requested(wanted, network, never), refusal(message, remedy));
    }
  });

  it('that says the server is ill may be another one next time', async t => {
    const { network } = await testNetwork(t);
    for (const status of [500, 503, 429]) {
      const server = await httpsServer(t, (_, response) => response.writeHead(status).end());
      await assert.rejects(requested({ url: new URL(server.url('/a')) }, network, never), Passing);
    }
  });
});

it('a plain http address is refused before anybody is asked, unless http will do', async t => {
  const { network } = await testNetwork(t);
  const url = new URL('http://127.0.0.1:9/a');
  await assert.rejects(requested({ url }, network, never), refusal(/no https address/));
  await assert.rejects(requested({ url, open: true }, network, never), Passing);
});
