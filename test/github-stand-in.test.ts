import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { promisify } from 'node:util';
import type { Api } from '../src/hosts/api.ts';
import { repositoryOf } from '../src/hosts/github.ts';
import { bot, type GitHub, secondaryLimit, startGitHub } from './support/github/index.ts';

const readme = { 'README.md': '# Models\n' };

test('every endpoint answers as GitHub describes', async t => {
  const github = await startGitHub(t);
  const { api, where } = client(github);
  const first = await github.commit({
    branch: 'main',
    files: { ...readme, 'models/net.json': '{}', link: { symlink: 'README.md' } },
  });
  const second = await github.commit({ branch: 'retrain', parents: [first], files: { 'models/net.json': '{"v":2}' } });
  const { number } = await github.openPullRequest({ head: 'retrain' });
  const { id: comment_id } = github.addComment(number, { body: 'hello' });
  const run = github.addRun({ headSha: second, pullRequests: [number] });
  github.addArtifact({ runId: run.id, name: 'results', zip: new Uint8Array(22) });

  const pull = await api.rest.pulls.get({ ...where, pull_number: number });
  assert.deepEqual([pull.data.head.sha, pull.data.base.sha, pull.data.changed_files], [second, first, 1]);
  const listed = await api.rest.pulls.list({ ...where, state: 'open', head: 'acme:retrain' });
  assert.deepEqual(
    listed.data.map(each => each.number),
    [number],
  );
  const files = await api.rest.pulls.listFiles({ ...where, pull_number: number });
  assert.deepEqual(
    files.data.map(each => [each.filename, each.status]),
    [['models/net.json', 'modified']],
  );
  const associated = await api.rest.repos.listPullRequestsAssociatedWithCommit({ ...where, commit_sha: second });
  assert.equal(associated.data[0]!.number, number);

  const tree = await api.rest.git.getTree({ ...where, tree_sha: second, recursive: '1' });
  assert.deepEqual(
    tree.data.tree.map(each => each.path),
    ['README.md', 'link', 'models', 'models/net.json'],
  );
  const file_sha = tree.data.tree[3]!.sha!;
  const blob = await api.rest.git.getBlob({ ...where, file_sha });
  assert.equal(Buffer.from(blob.data.content, 'base64').toString(), '{"v":2}');
  const raw = await api.rest.git.getBlob({ ...where, file_sha, mediaType: { format: 'raw' } });
  assert.equal(Buffer.from(raw.data as unknown as ArrayBuffer).toString(), '{"v":2}');
  for (const path of ['models/net.json', 'models', 'link', ''])
    assert.equal((await api.rest.repos.getContent({ ...where, path, ref: 'retrain' })).status, 200, path);

  assert.equal((await api.rest.repos.get(where)).data.default_branch, 'main');
  assert.equal((await api.rest.actions.getWorkflowRun({ ...where, run_id: run.id })).data.head_sha, second);
  assert.equal((await api.rest.actions.listWorkflowRunArtifacts({ ...where, run_id: run.id })).data.total_count, 1);
  const again = github.runAgain(run.id);
  const job = { runId: run.id, name: 'judge', startedAt: again.startedAt };
  github.addJob({ ...job, conclusion: 'failure', completedAt: github.clock.now() });
  github.addJob({ ...job, name: 'publish', conclusion: null, completedAt: null });
  const started = async (attempt_number: number) => {
    const { data } = await api.rest.actions.getWorkflowRunAttempt({ ...where, run_id: run.id, attempt_number });
    return [data.run_attempt, Date.parse(data.run_started_at!)];
  };
  const times = [run.createdAt, again.startedAt].map(each => each.getTime());
  assert.deepEqual(
    [await started(1), await started(2)],
    [
      [1, times[0]],
      [2, times[1]],
    ],
  );
  await assert.rejects(started(3), { status: 404 });
  const jobs = async (attempt_number: number) =>
    (await api.rest.actions.listJobsForWorkflowRunAttempt({ ...where, run_id: run.id, attempt_number })).data.jobs.map(
      ({ name, status, conclusion }) => [name, status, conclusion],
    );
  assert.deepEqual(await jobs(2), [
    ['judge', 'completed', 'failure'],
    ['publish', 'in_progress', null],
  ]);
  assert.deepEqual(await jobs(1), []);
  assert.equal((await api.rest.issues.getComment({ ...where, comment_id })).data.user?.login, bot);

  const status = { state: 'success', context: 'camdrift / verdict', description: 'fine' };
  assert.equal((await ask(github, 'POST', `statuses/${second}`, status)).status, 201);
  const combined = await api.rest.repos.getCombinedStatusForRef({ ...where, ref: 'retrain' });
  assert.deepEqual([combined.data.state, combined.data.total_count], ['success', 1]);
  assert.equal((await ask(github, 'PATCH', `issues/comments/${comment_id}`, { body: 'bye' })).status, 200);
  assert.equal((await ask(github, 'DELETE', `issues/comments/${comment_id}`)).status, 204);
  await assert.rejects(api.rest.users.getAuthenticated(), { status: 403 });
  const person = await fetch(`${github.url}/user`, { headers: bearer(github.token({ user: 'octocat' })) });
  assert.equal(((await person.json()) as { login: string }).login, 'octocat');
});

test('a branch without history is made of blobs, a tree, a commit and a ref, once', async t => {
  const github = await startGitHub(t);
  await github.commit({ branch: 'main', files: readme });
  const blob = await ask(github, 'POST', 'git/blobs', { content: 'AAEC', encoding: 'base64' });
  const entries = [
    { path: 'a/b.bin', mode: '100644', type: 'blob', sha: blob.body.sha },
    { path: 'c.txt', mode: '100644', type: 'blob', content: 'sea' },
  ];
  const tree = await ask(github, 'POST', 'git/trees', { tree: entries });
  const commit = await ask(github, 'POST', 'git/commits', { message: 'Start', tree: tree.body.sha, parents: [] });
  const ref = { ref: 'refs/heads/camdrift-assets', sha: commit.body.sha };
  assert.equal((await ask(github, 'POST', 'git/refs', ref)).status, 201);
  assert.equal((await ask(github, 'POST', 'git/refs', ref)).body.message, 'Reference already exists');
  const [made, ...before] = await github.log('camdrift-assets');
  assert.deepEqual([made!.author.name, made!.parents, before], [bot, [], []]);
  assert.deepEqual(await github.fileAt('camdrift-assets', 'a/b.bin'), new Uint8Array([0, 1, 2]));

  const without = [{ path: 'c.txt', mode: '100644', type: 'blob', sha: null }];
  const smaller = await ask(github, 'POST', 'git/trees', { tree: without, base_tree: tree.body.sha });
  const next = { message: 'Next', tree: smaller.body.sha, parents: [commit.body.sha] };
  const { body } = await ask(github, 'POST', 'git/commits', next);
  assert.equal((await ask(github, 'PATCH', 'git/refs/heads/camdrift-assets', { sha: body.sha })).status, 200);
  assert.equal((await ask(github, 'PATCH', 'git/refs/heads/camdrift-assets', { sha: commit.body.sha })).status, 422);
  assert.equal(await github.fileAt('camdrift-assets', 'c.txt'), undefined);
});

test('lists come in pages that lead to each other', async t => {
  const github = await startGitHub(t);
  const { api, where } = client(github);
  const base = await github.commit({ branch: 'main', files: readme });
  await github.commit({ branch: 'many', parents: [base], files: numbered(3010) });
  const { number } = await github.openPullRequest({ head: 'many' });
  for (let i = 0; i < 65; i++) github.addComment(number, { body: `comment ${i}` });
  const comments = await api.paginate(api.rest.issues.listComments, { ...where, issue_number: number });
  assert.deepEqual(
    comments.map(({ body }) => body),
    Array.from({ length: 65 }, (_, i) => `comment ${i}`),
  );
  assert.equal(github.exchanges.length, 3);
  const last = await api.rest.pulls.listFiles({ ...where, pull_number: number, per_page: 100, page: 30 });
  assert.equal(last.data.length, 100);
  assert.doesNotMatch(last.headers.link!, /next/);
  const compared = await api.rest.repos.compareCommitsWithBasehead({ ...where, basehead: 'main...many' });
  assert.equal(compared.data.files!.length, 300);
  const second = await api.rest.repos.compareCommitsWithBasehead({ ...where, basehead: 'main...many', page: 2 });
  assert.equal(second.data.files!.length, 0);
});

test('a pull request knows its merge base and follows its branches', async t => {
  const github = await startGitHub(t);
  const { api, where } = client(github);
  const common = await github.commit({ branch: 'main', files: { ...readme, old: 'text\n'.repeat(20) } });
  const fork = 'stranger/models';
  const branch = 'drift';
  await github.commit({ branch, fork, parents: [common], files: { old: null, new: 'text\n'.repeat(20) } });
  const base = await github.commit({ branch: 'main', files: { other: '1' } });
  const pull = await github.openPullRequest({ head: branch, fork, author: 'stranger' });
  assert.deepEqual([pull.base, pull.mergeBase], [base, common]);
  assert.deepEqual(Buffer.from((await github.fileAt(pull.mergeCommit!, 'other'))!), Buffer.from('1'));
  const compared = await api.rest.repos.compareCommitsWithBasehead({ ...where, basehead: `${base}...${pull.head}` });
  const { data } = compared;
  assert.deepEqual([data.merge_base_commit.sha, data.status], [common, 'diverged']);
  assert.deepEqual(
    data.files!.map(each => [each.status, each.previous_filename, each.filename]),
    [['renamed', 'old', 'new']],
  );
  const labelled = await api.rest.repos.compareCommitsWithBasehead({ ...where, basehead: `main...stranger:${branch}` });
  assert.equal(labelled.data.ahead_by, 1);
  const head = await github.commit({ branch, fork, files: { old: 'again' } });
  assert.equal(github.pullRequest(pull.number).head, head);
  const found = await api.rest.pulls.list({ ...where, head: `stranger:${branch}` });
  assert.deepEqual(
    found.data.map(each => [each.head.sha, each.head.repo.full_name]),
    [[head, fork]],
  );
});

test('a token may do what it was given and nothing else', async t => {
  const github = await startGitHub(t);
  const sha = await github.commit({ branch: 'main', files: readme });
  await github.commit({ branch: 'retrain', files: {} });
  const { number } = await github.openPullRequest({ head: 'retrain' });
  const comments = `issues/${number}/comments`;
  const refusal = await ask(github, 'POST', comments, { body: 'hello' }, github.token('read'));
  assert.deepEqual([refusal.status, refusal.body.message], [403, 'Resource not accessible by integration']);
  assert.equal((await ask(github, 'GET', comments, undefined, github.token('read'))).status, 200);
  const onlyStatuses = github.token({ statuses: 'write' });
  assert.equal((await ask(github, 'POST', comments, { body: 'hello' }, onlyStatuses)).status, 403);
  assert.equal((await ask(github, 'POST', `statuses/${sha}`, { state: 'pending' }, onlyStatuses)).status, 201);
  const unknown = await ask(github, 'GET', comments, undefined, 'ghs_nobody');
  assert.deepEqual([unknown.status, unknown.body.message], [401, 'Bad credentials']);
  const commit = createCommit(sha, { a: '1' });
  const { body } = await post(github, commit, github.token('read'));
  assert.deepEqual([body.errors[0].type, body.data], ['FORBIDDEN', { createCommitOnBranch: null }]);
  assert.deepEqual(
    github.exchanges.map(each => each.write),
    [true, false, true, true, false, true],
  );
});

test('a private repository is not readable without permission', async t => {
  const github = await startGitHub(t, { private: true });
  await github.commit({ branch: 'main', files: readme });
  const { status } = await ask(github, 'GET', 'contents/README.md', undefined, github.token({ statuses: 'write' }));
  assert.equal(status, 403);
});

test('a comment has at most 65,536 characters', async t => {
  const { github, number } = await withPullRequest(t);
  const path = `issues/${number}/comments`;
  assert.equal((await ask(github, 'POST', path, { body: 'x'.repeat(65_536) })).status, 201);
  const { status, body } = await ask(github, 'POST', path, { body: 'x'.repeat(65_537) });
  assert.equal(status, 422);
  assert.equal(body.errors[0].message, 'Body is too long (maximum is 65536 characters)');
});

test('a large blob is refused', async t => {
  const github = await startGitHub(t, { blobLimit: 1000 });
  await github.commit({ branch: 'main', files: { large: new Uint8Array(1001), small: new Uint8Array(1000) } });
  const { body } = await ask(github, 'GET', 'git/trees/main');
  const [large, small] = body.tree.map(({ sha }: { sha: string }) => sha);
  assert.equal((await ask(github, 'GET', `git/blobs/${large}`)).status, 403);
  assert.equal((await ask(github, 'GET', `git/blobs/${small}`)).body.size, 1000);
});

test('a commit on a branch needs the tip it expects', async t => {
  const github = await startGitHub(t);
  const { api } = client(github);
  const tip = await github.commit({ branch: 'main', files: readme });
  github.before({ method: 'POST', path: /graphql/, asking: /createCommitOnBranch/ }, () =>
    github.commit({ branch: 'main', files: { faster: '1' } }),
  );
  const { query, variables } = createCommit(tip, { 'a/b.txt': 'sea' });
  await assert.rejects(api.graphql(query, variables), (error: { errors: { type: string; message: string }[] }) => {
    assert.equal(error.errors[0]!.type, 'STALE_DATA');
    assert.equal(error.errors[0]!.message, `Expected branch to point to "${tip}" but it did not. Pull and try again.`);
    return true;
  });
  const now = (await github.branch('main'))!;
  const { body } = await post(github, createCommit(now, { 'a/b.txt': 'sea' }));
  const { oid } = body.data.createCommitOnBranch.commit;
  assert.deepEqual([oid, now], [await github.branch('main'), (await github.log('main'))[1]!.sha]);
  assert.equal(Buffer.from((await github.fileAt(oid, 'a/b.txt'))!).toString(), 'sea');
  const typeOf = async (asked: object) => (await post(github, asked)).body.errors[0].type;
  assert.equal(await typeOf(createCommit(oid, {}, 'nowhere')), 'NOT_FOUND');
  assert.equal(await typeOf(createCommit(oid, numbered(101))), 'UNPROCESSABLE');
  github.protect('main');
  assert.equal(await typeOf(createCommit(oid, { c: 'd' })), 'UNPROCESSABLE');
  assert.equal((await ask(github, 'PATCH', 'git/refs/heads/main', { sha: oid })).status, 403);
});

test('of many commits at once on one tip, one is made', async t => {
  const github = await startGitHub(t);
  const tip = await github.commit({ branch: 'main', files: readme });
  const answers = await Promise.all([1, 2, 3].map(i => post(github, createCommit(tip, { file: `${i}` }))));
  assert.deepEqual(answers.map(({ body }) => body.errors?.[0].type).sort(), ['STALE_DATA', 'STALE_DATA', undefined]);
  assert.equal((await github.log('main')).length, 2);
});

test('GraphQL tells of a pull request and of who deleted comments on it', async t => {
  const { github, number, head } = await withPullRequest(t);
  const { api } = client(github);
  const comment = github.addComment(number, { body: 'hello' });
  github.deleteComment(comment.id, 'octocat', new Date('2026-03-04T05:06:07Z'));
  const query = `query ($number: Int!) { viewer { login } repository(owner: "acme", name: "models") {
    ref(qualifiedName: "refs/heads/main") { target { oid } }
    object(expression: "main:README.md") { ... on Blob { text byteSize } }
    pullRequest(number: $number) { headRefOid state timelineItems(last: 5, itemTypes: [COMMENT_DELETED_EVENT]) {
      nodes { ... on CommentDeletedEvent { createdAt actor { login } deletedCommentAuthor { login } } } } } } }`;
  const nodes = [
    {
      createdAt: '2026-03-04T05:06:07.000Z',
      actor: { login: 'octocat' },
      deletedCommentAuthor: { login: 'github-actions' },
    },
  ];
  assert.deepEqual(JSON.parse(JSON.stringify(await api.graphql(query, { number }))), {
    viewer: { login: bot },
    repository: {
      ref: { target: { oid: await github.branch('main') } },
      object: { text: '# Models\n', byteSize: 9 },
      pullRequest: { headRefOid: head, state: 'OPEN', timelineItems: { nodes } },
    },
  });
});

test('whatever GitHub does not describe is a violation', async t => {
  const { github, number } = await withPullRequest(t);
  const violations = github.expectViolations();
  const told = (): string | undefined => violations.at(-1)?.problem;
  assert.equal((await ask(github, 'POST', `issues/${number}/comments`, { text: 'hello' })).status, 422);
  assert.match(told()!, /body of POST .* must have required property 'body'/);
  assert.equal((await ask(github, 'GET', `issues/${number}/comments?pages=2`)).status, 422);
  assert.match(told()!, /additional properties.*pages/);
  assert.equal((await ask(github, 'GET', 'branches')).status, 404);
  assert.equal(told(), 'unknown endpoint');
  await ask(github, 'POST', `issues/${number}/comments`, { body: `mine is ${github.token('write')}` });
  assert.equal(told(), 'the token stands in the address or the body');
  await post(github, { query: 'query { viewer { name_of_the_rose } }' });
  assert.match(told()!, /invalid GraphQL: Cannot query field "name_of_the_rose"/);
  await post(github, { query: 'query { viewer { bio } }' });
  assert.equal(told(), 'GraphQL: not modelled: User.bio');
  await post(github, {
    query: 'query ($a: Int!) { repository(owner: "acme", name: "models") { pullRequest(number: $a) { number } } }',
  });
  assert.match(told()!, /Variable "\$a" of required type "Int!" was not provided/);
  assert.equal(violations.length, 7);
});

test('Git LFS objects are handed out with a header of their own', async t => {
  const github = await startGitHub(t);
  const bytes = new TextEncoder().encode('weights'.repeat(100));
  const pointer = github.lfs.store(bytes);
  const [, oid = '', size = ''] = /oid sha256:(\w+)\nsize (\d+)\n/.exec(pointer)!;
  assert.equal(Number(size), 700);
  const missing = { oid: 'f'.repeat(64), size: 3 };
  const { objects } = await lfsBatch(github, [{ oid, size: Number(size) }, missing]);
  const { href, header } = objects[0].actions.download;
  assert.notEqual(new URL(href).origin, github.url);
  assert.deepEqual(new Uint8Array(await (await fetch(href, { headers: header })).arrayBuffer()), bytes);
  assert.equal(objects[1].error.code, 404);
  github.lfs.forget(oid);
  assert.equal((await lfsBatch(github, [{ oid, size: Number(size) }])).objects[0].error.code, 404);

  const violations = github.expectViolations();
  assert.equal((await fetch(href, { headers: bearer(github.token('write')) })).status, 400);
  assert.match(violations[0]!.problem, /token was sent to a download/);
});

test('an artifact is fetched from another host, without the token', async t => {
  const github = await startGitHub(t);
  const { api, where } = client(github);
  const headSha = await github.commit({ branch: 'main', files: readme });
  const run = github.addRun({ headSha });
  const zip = new TextEncoder().encode('PK and so on');
  const { id } = github.addArtifact({ runId: run.id, name: 'results', zip, claimedSize: 5 });
  const old = github.addArtifact({ runId: run.id, name: 'old', zip, expired: true });
  const { data } = await api.rest.actions.downloadArtifact({ ...where, artifact_id: id, archive_format: 'zip' });
  assert.deepEqual(new Uint8Array(data as ArrayBuffer), zip);
  assert.deepEqual(
    github.exchanges.map(({ kind, status }) => [kind, status]),
    [
      ['rest', 302],
      ['download', 200],
    ],
  );
  const gone = api.rest.actions.downloadArtifact({ ...where, artifact_id: old.id, archive_format: 'zip' });
  await assert.rejects(gone, { status: 410 });
});

test('faults come when they are planned, and the client copes', async t => {
  const { github, number } = await withPullRequest(t);
  const { api, where, warnings } = client(github);
  const comments = () => api.rest.issues.listComments({ ...where, issue_number: number });
  github.fail({ path: /comments/, times: 2, status: 502 });
  assert.equal((await comments()).status, 200);
  github.fail({ path: /comments/, ...secondaryLimit(1) });
  assert.equal((await comments()).status, 200);
  assert.match(warnings[0]!, /Secondary rate limit/);
  github.fail({ path: /comments/, after: 1, drop: true });
  assert.deepEqual([(await comments()).status, (await comments()).status], [200, 200]);
  assert.deepEqual(
    github.exchanges.map(({ status }) => status),
    [502, 502, 200, 403, 200, 200, 0, 200],
  );

  github.fail({ method: 'POST', status: 504, late: true });
  assert.equal((await ask(github, 'POST', `issues/${number}/comments`, { body: 'made' })).status, 504);
  assert.equal(github.comments(number).length, 1);
  github.down();
  await assert.rejects(ask(github, 'GET', `issues/${number}/comments`), TypeError);
  github.up();
  assert.equal((await ask(github, 'GET', `issues/${number}/comments`)).status, 200);
});

test('a fault can come over each request once, and over none when it is asked again', async t => {
  const { github, number } = await withPullRequest(t);
  github.fail({ status: 503, eachOnce: true });
  const read = (page: number) => ask(github, 'GET', `issues/${number}/comments?page=${page}`);
  const said = (body: string) => ask(github, 'POST', `issues/${number}/comments`, { body });
  const answers = [read(1), read(1), read(2), read(2), read(1), said('a'), said('b'), said('a'), said('b'), said('a')];
  const statuses: number[] = [];
  for (const answer of answers) statuses.push((await answer).status);
  assert.deepEqual(statuses.slice().sort(), [200, 200, 200, 201, 201, 201, 503, 503, 503, 503]);
  assert.deepEqual(
    github
      .comments(number)
      .map(({ body }) => body)
      .sort()
      .slice(0, 2),
    ['a', 'a'],
  );
});

test('a checkout has one commit, and pointers unless Git LFS is wanted', async t => {
  const github = await startGitHub(t);
  const bytes = new TextEncoder().encode('weights');
  const pointer = github.lfs.store(bytes);
  await github.commit({ branch: 'main', files: readme });
  const sha = await github.commit({ branch: 'main', files: { 'net/weights.bin': pointer } });
  const folder = await mkdtemp(join(tmpdir(), 'checkout-'));
  t.after(() => rm(folder, { recursive: true }));
  await github.checkout(join(folder, 'plain'), sha);
  await github.checkout(join(folder, 'lfs'), sha, { lfs: true });
  assert.deepEqual((await readdir(join(folder, 'plain'))).sort(), ['.git', 'README.md', 'net']);
  assert.equal(await readFile(join(folder, 'plain/net/weights.bin'), 'utf8'), pointer);
  assert.equal(await readFile(join(folder, 'lfs/net/weights.bin'), 'utf8'), 'weights');
  const log = await promisify(execFile)('git', ['-C', join(folder, 'plain'), 'rev-list', 'HEAD']);
  assert.equal(log.stdout.trim(), sha);
});

test('a picture is shown by the commit it was published with', async t => {
  const github = await startGitHub(t);
  const sha = await github.commit({ branch: 'camdrift-assets', files: { 'pr 1/a#b.webp': new Uint8Array([1, 2, 3]) } });
  await github.commit({ branch: 'camdrift-assets', files: { 'pr 1/a#b.webp': null } });
  const shown = await fetch(`${github.url}/acme/models/blob/${sha}/pr%201/a%23b.webp?raw=true`);
  assert.deepEqual([shown.headers.get('content-type'), (await shown.arrayBuffer()).byteLength], ['image/webp', 3]);
});

test('events tell of what the stand-in knows', async t => {
  const { github, number, head, base } = await withPullRequest(t);
  const payload = github.payload.pullRequest(number, { action: 'synchronize' }) as unknown as Event;
  assert.deepEqual([payload.pull_request.head.sha, payload.pull_request.base.sha], [head, base]);
  assert.equal(payload.repository.full_name, 'acme/models');
  const run = github.addRun({ headSha: head, pullRequests: [number], event: 'pull_request' });
  const done = github.payload.workflowRun(run.id) as unknown as Event;
  assert.deepEqual([done.action, done.workflow_run.id, done.workflow_run.head_sha], ['completed', run.id, head]);
  const group = github.payload.mergeGroup({ base, head }) as unknown as Event;
  assert.equal(group.merge_group.head_ref, `refs/heads/gh-readonly-queue/main/pr-${number}-${base}`);
  const push = github.payload.push({ branch: 'main', before: base, after: head }) as unknown as Event;
  assert.deepEqual([push.ref, push.before, push.after], ['refs/heads/main', base, head]);
  for (const each of [payload, done, group, push]) assert.doesNotMatch(JSON.stringify(each), /Codertocat|Hello-World/);
});

test('an Enterprise server is found by the environment', async t => {
  const { github, number } = await withPullRequest(t);
  const token = github.token('write');
  const script = `import { repositoryOf } from ${JSON.stringify(new URL('../src/hosts/github.ts', import.meta.url).href)};
    const { api, owner, name } = repositoryOf(process.env, process.env['INPUT_GITHUB-TOKEN'], () => {});
    const { data } = await api.rest.pulls.get({ owner, repo: name, pull_number: ${number} });
    const { viewer } = await api.graphql('query { viewer { login } }');
    console.log(data.url, viewer.login);`;
  const env = { ...process.env, ...github.env(token, { ghes: true }) };
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { env });
  assert.equal(stdout.trim(), `${github.url}/api/v3/repos/acme/models/pulls/${number} ${bot}`);
  assert.deepEqual(
    github.exchanges.map(({ kind }) => kind),
    ['rest', 'graphql'],
  );
});

/** A payload, of which nothing is known but that it has what is looked for. */
interface Event {
  readonly pull_request: { readonly head: { readonly sha: string }; readonly base: { readonly sha: string } };
  readonly repository: { readonly full_name: string };
  readonly workflow_run: { readonly id: number; readonly head_sha: string };
  readonly merge_group: { readonly head_ref: string };
  readonly [key: string]: unknown;
}

/** The real client. Where GitHub is, it reads once per process; here every test has one of its own. */
function client(github: GitHub): { api: Api; where: { owner: string; repo: string }; warnings: string[] } {
  const warnings: string[] = [];
  const token = github.token('write');
  const env = { ...github.env(token), CAMDRIFT_SECOND: '5' };
  const { api, owner, name } = repositoryOf(env, token, message => warnings.push(message));
  api.hook.before('request', options => {
    options.baseUrl = github.url;
  });
  return { api, where: { owner, repo: name }, warnings };
}

async function withPullRequest(t: TestContext) {
  const github = await startGitHub(t);
  await github.commit({ branch: 'main', files: readme });
  await github.commit({ branch: 'retrain', parents: [(await github.branch('main'))!], files: { net: '2' } });
  return { github, ...(await github.openPullRequest({ head: 'retrain' })) };
}

const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

/** Without the client's pauses. */
async function ask(github: GitHub, method: string, path: string, body?: object, token = github.token('write')) {
  const url = `${github.url}/repos/acme/models/${path}`;
  const answer = await fetch(url, { method, headers: bearer(token), ...(body && { body: JSON.stringify(body) }) });
  const text = await answer.text();
  return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : text };
}

async function post(github: GitHub, body: object, token = github.token('write')) {
  const answer = await fetch(`${github.url}/graphql`, {
    method: 'POST',
    headers: bearer(token),
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: JSON.parse(await answer.text()) };
}

async function lfsBatch(github: GitHub, objects: object[]) {
  const type = 'application/vnd.git-lfs+json';
  const authorization = `Basic ${Buffer.from(`x-access-token:${github.token('write')}`).toString('base64')}`;
  const headers = { authorization, accept: type, 'content-type': type };
  const body = JSON.stringify({ operation: 'download', transfers: ['basic'], objects });
  const url = `${github.url}/acme/models.git/info/lfs/objects/batch`;
  return JSON.parse(await (await fetch(url, { method: 'POST', headers, body })).text());
}

function createCommit(expectedHeadOid: string, files: Record<string, string>, branchName = 'main') {
  const additions = Object.entries(files).map(([path, text]) => ({
    path,
    contents: Buffer.from(text).toString('base64'),
  }));
  const branch = { repositoryNameWithOwner: 'acme/models', branchName };
  const input = { branch, expectedHeadOid, message: { headline: 'Add' }, fileChanges: { additions } };
  const query =
    'mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }';
  return { query, variables: { input } };
}

const numbered = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`files/${i}.txt`, `${i}`]));
