import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isPublic } from '../../src/sources/_reach.ts';
import { requested } from '../../src/sources/_request.ts';
import { holding, httpsServer } from '../support/https-server.ts';
import { leadingTo, refusal, testNetwork } from './_network.ts';

const never = new AbortController().signal;

describe('an address', () => {
  it('is public only when it belongs to the Internet at large', () => {
    for (const address of ['8.8.8.8', '140.82.121.4', '2606:4700::1111', '::ffff:8.8.8.8'])
      assert.ok(isPublic(address), address);
    const own = ['127.0.0.1', '127.1.2.3', '0.0.0.0', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1'];
    const cloud = ['169.254.169.254', '100.100.100.200', '192.0.0.192', 'fd00:ec2::254', 'fe80::1', 'fec0::1'];
    const odd = ['198.18.0.1', '224.0.0.1', '255.255.255.255', '240.0.0.1', '::', '::1', 'ff02::1', '2001:db8::1'];
    const disguised = [
      '::ffff:127.0.0.1',
      '::ffff:169.254.169.254',
      '::127.0.0.1',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      '2001:0:1::',
    ];
    for (const address of [...own, ...cloud, ...odd, ...disguised, '4000::1']) assert.ok(!isPublic(address), address);
  });
});

/** What a browser and Node read as 127.0.0.1, ::1 or the cloud's own service. */
const literals = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '127.0.0.1.',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '169.254.169.254',
  '10.0.0.7',
  '[fd00::1]',
  '①②⑦.0.0.1',
];

describe('a host that is not public', () => {
  for (const host of literals)
    it(`is not asked, written as ${host}`, async t => {
      const server = await httpsServer(t, holding({ '/a': 'a' }));
      const { network } = await testNetwork(t, { allowed: [], lookup: leadingTo('127.0.0.1') });
      const url = new URL(`https://${host}:${server.port}/a`);
      await assert.rejects(
        requested({ url }, network, never),
        refusal(/is not asked: .*public Internet/, /allow-hosts/),
      );
      assert.equal(server.asked.length, 0);
    });

  it('is not asked by a name that leads there, nor when only one of its addresses does', async t => {
    const server = await httpsServer(t, holding({ '/a': 'a' }));
    for (const lookup of [leadingTo('127.0.0.1'), leadingTo('8.8.8.8', '127.0.0.1'), leadingTo('::ffff:10.0.0.1')]) {
      const { network } = await testNetwork(t, { allowed: [], lookup });
      const url = new URL(server.url('/a', 'models.test'));
      await assert.rejects(requested({ url }, network, never), refusal(/^models\.test is not asked: its address/));
    }
    assert.equal(server.asked.length, 0);
  });

  it('is not asked by a name that was public when it was looked at the time before', async t => {
    const server = await httpsServer(t, holding({ '/a': 'a' }));
    const answers = ['8.8.8.8', '127.0.0.1'];
    const seen: string[] = [];
    const lookup: ReturnType<typeof leadingTo> = (host, options, callback) => {
      const address = answers[Math.min(seen.length, 1)]!;
      seen.push(address);
      leadingTo(address)(host, options, callback);
    };
    const { network } = await testNetwork(t, { allowed: [], lookup });
    const asked = new URL(server.url('/a', 'models.test'));
    await new Promise<void>(resolve => lookup('models.test', {}, () => resolve()));
    await assert.rejects(requested({ url: asked }, network, never), refusal(/not asked: its address 127\.0\.0\.1/));
    assert.deepEqual(seen, ['8.8.8.8', '127.0.0.1']);
    assert.equal(server.asked.length, 0);
  });

  it('is asked when it is allowed, by its name or with its port', async t => {
    const server = await httpsServer(t, holding({ '/a': 'a' }));
    for (const allowed of [['models.test'], [`models.test:${server.port}`]]) {
      const { network } = await testNetwork(t, { allowed });
      await using reply = await requested({ url: new URL(server.url('/a', 'models.test')) }, network, never);
      assert.equal(Buffer.concat(await reply.body.toArray()).toString(), 'a');
    }
    const { network } = await testNetwork(t, { allowed: ['models.test:1', 'dels.test', 'test'] });
    const url = new URL(server.url('/a', 'models.test'));
    await assert.rejects(requested({ url }, network, never), refusal(/not asked/));
  });
});
