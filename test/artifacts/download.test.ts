import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { type TestContext, test } from 'node:test';
import { downloadArtifact, downloadOwnArtifacts } from '../../src/artifacts/download.ts';
import { CamdriftError } from '../../src/errors.ts';
import { api, head, serve } from './_github.ts';
import { assertRefused } from './_refused.ts';

const run = { runId: 5, pullRequest: { number: 12, head, base: { ref: 'main', sha: head } } };

const artifact = (id: number, changes: Record<string, unknown> = {}) => ({
  id,
  name: 'camdrift',
  size_in_bytes: 100,
  expired: false,
  created_at: '2026-01-01T00:00:00Z',
  workflow_run: { id: 5, head_sha: head },
  ...changes,
});

/** GitHub with these artifacts, and the host that it sends everyone to for their bytes. */
async function hosts(context: TestContext, artifacts: readonly unknown[], send: (response: ServerResponse) => void) {
  const storage = await serve(context, (_, response) => send(response));
  const zip = (id: number) => [
    `/repos/octo-org/octo-repo/actions/artifacts/${id}/zip`,
    new URL(`${storage.url}/${id}?sig=s`),
  ];
  const github = await api(context, {
    '/repos/octo-org/octo-repo/actions/runs/5/artifacts': { total_count: artifacts.length, artifacts },
    ...Object.fromEntries([1, 2, 3].map(zip)),
  });
  return { storage, ...github };
}

const sends = (bytes: Uint8Array) => (response: ServerResponse) => void response.end(bytes);

test('the token goes to GitHub and never to the host that has the bytes', async context => {
  const { repository, requests, storage } = await hosts(context, [artifact(1)], sends(Buffer.from('zip')));
  assert.equal(Buffer.from((await downloadArtifact(repository, run, 'camdrift')) as Uint8Array).toString(), 'zip');
  assert.deepEqual(
    requests.map(({ headers }) => headers.authorization),
    ['token secret-token', 'token secret-token'],
  );
  assert.match(requests[0]!.url!, /name=camdrift/);
  assert.equal(storage.requests.length, 1);
  assert.ok(!JSON.stringify([storage.requests[0]!.rawHeaders, storage.requests[0]!.url]).includes('secret-token'));
});

test('of several the newest that is there is taken', async context => {
  const made = [
    artifact(1, { created_at: '2026-01-01T00:00:00Z' }),
    artifact(2, { created_at: '2026-01-02T00:00:00Z' }),
    artifact(3, { created_at: '2026-01-03T00:00:00Z', expired: true }),
    artifact(4, { created_at: '2026-01-04T00:00:00Z', name: 'other' }),
  ];
  const { repository, storage } = await hosts(context, made, sends(Buffer.from('zip')));
  await downloadArtifact(repository, run, 'camdrift');
  assert.equal(storage.requests[0]!.url, '/2?sig=s');
});

test('when there is none, words say what the first workflow must do', async context => {
  const reason = async (artifacts: readonly unknown[]) => {
    const { repository } = await hosts(context, artifacts, sends(Buffer.alloc(0)));
    const found = await downloadArtifact(repository, run, 'camdrift');
    return 'reason' in found ? found.reason : assert.fail('There was one.');
  };
  assert.match(await reason([]), /no artifact `camdrift`: .* must upload .* actions\/upload-artifact under that name/);
  assert.match(await reason([artifact(1, { expired: true })]), /has expired/);
});

test('an artifact of another run or commit is refused', async context => {
  const refused = async (workflow_run: unknown, words: RegExp) => {
    const { repository, storage } = await hosts(context, [artifact(1, { workflow_run })], sends(Buffer.alloc(0)));
    await assertRefused(() => downloadArtifact(repository, run, 'camdrift'), words);
    assert.equal(storage.requests.length, 0);
  };
  await refused({ id: 6, head_sha: head }, /is of run 6; expected 5/);
  await refused({ id: 5, head_sha: 'c'.repeat(40) }, /is of commit `c{40}`; expected a{40}/);
  await refused(null, /is of run undefined; expected 5/);
});

test('a declared size over the limit is refused before anything is fetched', async context => {
  const { repository, storage } = await hosts(
    context,
    [artifact(1, { size_in_bytes: 50_000_001 })],
    sends(Buffer.alloc(0)),
  );
  await assertRefused(() => downloadArtifact(repository, run, 'camdrift'), /50000001 bytes or more; at most 50000000/);
  assert.equal(storage.requests.length, 0);
});

test('a stream that is longer than declared is cut off at the limit', async context => {
  let sent = 0;
  const endless = (response: ServerResponse) => {
    const more = () => {
      do sent += 65_536;
      while (!response.closed && response.write(Buffer.alloc(65_536)));
    };
    response.on('drain', more);
    more();
  };
  const { repository } = await hosts(context, [artifact(1)], endless);
  await assertRefused(() => downloadArtifact(repository, run, 'camdrift', 1_000_000), /bytes or more; at most 1000000/);
  assert.ok(sent < 20_000_000, `${sent} bytes were sent`);
});

test('trouble of the host is not a claim, and the address that opens the artifact is not shown', async context => {
  const { repository } = await hosts(context, [artifact(1)], response => void response.writeHead(503).end());
  await assert.rejects(downloadArtifact(repository, run, 'camdrift'), (error: Error) => {
    assert.match(error.message, /^The artifact `camdrift` could not be fetched: 127\.0\.0\.1:\d+ answered 503\.$/);
    return error instanceof CamdriftError && error.code === 'github-refused';
  });
});

/** What a run's own artifacts are, by suffix, id and bytes. */
async function own(context: TestContext, artifacts: readonly unknown[], limit?: number) {
  const { repository, storage } = await hosts(context, artifacts, sends(Buffer.from('zip')));
  const found = await downloadOwnArtifacts(repository, { id: 5, attempt: 1 }, 'camdrift', limit);
  const told =
    'reason' in found ? found.reason : found.map(({ suffix, id, zip }) => [suffix, id, Buffer.from(zip).toString()]);
  return { told, fetched: storage.requests.length };
}

test('a run’s own artifacts are that of the name and those that go on with a hyphen, in order, each the newest', async context => {
  const made = [
    artifact(2, { name: 'camdrift-ubuntu-3.12' }),
    artifact(1, { created_at: '2026-01-02T00:00:00Z' }),
    artifact(9, { created_at: '2026-01-01T00:00:00Z' }),
    artifact(8, { name: 'camdriftish' }),
    artifact(7, { name: 'my-camdrift-x' }),
    artifact(6, { name: 'camdrift-old', expired: true }),
    artifact(4, { name: 'camdrift-other', workflow_run: { id: 6, head_sha: head } }),
    artifact(5, { name: 'camdrift-none', workflow_run: null }),
  ];
  const { told, fetched } = await own(context, made);
  assert.deepEqual(
    [told, fetched],
    [
      [
        ['', 1, 'zip'],
        ['ubuntu-3.12', 2, 'zip'],
      ],
      2,
    ],
  );
});

test('of artifacts made in the same second the later number is the newer one', async context => {
  assert.deepEqual((await own(context, [artifact(2), artifact(3), artifact(1)])).told, [['', 3, 'zip']]);
  const undated = [artifact(2, { created_at: null }), artifact(1)];
  assert.deepEqual((await own(context, undated)).told, [['', 1, 'zip']], 'one without a time is the oldest');
});

test('none is told in words; one that is too large, and more than fifty, are refused before anything is fetched', async context => {
  assert.deepEqual(await own(context, [artifact(1, { name: 'other' })]), {
    ...{ told: 'This run has no artifact `camdrift`: the job that judges has left none.', fetched: 0 },
  });
  await assertRefused(() => own(context, [artifact(1)], 99), /`camdrift` has 100 bytes or more; at most 99 are taken/);
  assert.deepEqual((await own(context, [artifact(1)], 100)).told, [['', 1, 'zip']]);
  const legs = (count: number) =>
    Array.from({ length: count }, (_, at) => artifact(1, { name: `camdrift-${at}`, expired: true }));
  await assertRefused(() => own(context, legs(51)), /The run has 51 artifacts `camdrift-…`; at most 50 are taken/);
  assert.match(String((await own(context, legs(50))).told), /^This run has no artifact/);
});
