import { createHash } from 'node:crypto';
import { type Call, type Links, nodeId, notFound, paged, Refusal, type Route } from '../call.ts';
import { timestamp } from '../clock.ts';
import { ticketFor } from '../downloads.ts';
import { type Artifact, type Job, type Run, startedAgain, type World } from '../world.ts';
import { adapted, type Example, example } from './_examples.ts';
import { repository, user } from './_shapes.ts';

const scope = 'actions';

const run: Route = {
  method: 'GET',
  template: '/repos/{owner}/{repo}/actions/runs/{run_id}',
  scope,
  answer: call => ({ status: 200, body: runShape(call.world, runOf(call), call.links) }),
};

const attempt: Route = {
  method: 'GET',
  template: '/repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}',
  scope,
  answer: call => ({ status: 200, body: runShape(call.world, attemptOf(call), call.links) }),
};

/** Those of an earlier attempt that were not run again are listed too. */
const jobs: Route = {
  method: 'GET',
  template: '/repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs',
  scope,
  answer: call => {
    const of = attemptOf(call);
    const found = call.world.jobs.filter(job => job.runId === of.id && job.attempt === of.attempt);
    const { items, headers } = paged(call, found);
    const body = { total_count: found.length, jobs: items.map(job => jobShape(call, of, job)) };
    return { status: 200, headers, body };
  },
};

const artifacts: Route = {
  method: 'GET',
  template: '/repos/{owner}/{repo}/actions/runs/{run_id}/artifacts',
  scope,
  answer: call => {
    const { id } = runOf(call);
    const { name } = call.query;
    const found = [...call.world.artifacts.values()].filter(
      artifact => artifact.runId === id && (name === undefined || artifact.name === name),
    );
    const { items, headers } = paged(call, found);
    const body = { total_count: found.length, artifacts: items.map(artifact => artifactShape(call, artifact)) };
    return { status: 200, headers, body };
  },
};

/** The address it leads to is good for anybody, for a while, and elsewhere. */
const zip: Route = {
  method: 'GET',
  template: '/repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
  scope,
  answer: call => {
    const artifact = call.world.artifacts.get(Number(call.params.artifact_id));
    if (!artifact || call.params.archive_format !== 'zip') throw notFound();
    if (artifact.expired) throw new Refusal(410, 'Artifact has expired');
    return { status: 302, headers: { location: ticketFor(call.world, call.links, { bytes: artifact.zip }) } };
  },
};

const rerun = (path: string, again: 'all' | 'failed'): Route => ({
  method: 'POST',
  template: `/repos/{owner}/{repo}/actions/runs/{run_id}/${path}`,
  scope,
  answer: call => {
    const found = runOf(call);
    if (found.status !== 'completed') throw new Refusal(403, 'This workflow is already running');
    if (again === 'failed' && found.conclusion === 'success')
      throw new Refusal(403, 'This workflow run has no failed jobs to be run again');
    startedAgain(call.world, found, again);
    return { status: 201, body: {} };
  },
});

export const actions: readonly Route[] = [
  run,
  attempt,
  jobs,
  artifacts,
  zip,
  rerun('rerun', 'all'),
  rerun('rerun-failed-jobs', 'failed'),
];

function runOf({ world, params }: Call): Run {
  const found = world.runs.get(Number(params.run_id));
  if (!found) throw notFound();
  return found;
}

/** Only of the last one it is known when it began. */
function attemptOf(call: Call): Run {
  const found = runOf(call);
  const asked = Number(call.params.attempt_number);
  if (asked < 1 || asked > found.attempt) throw notFound();
  return asked === found.attempt ? found : { ...found, attempt: asked, startedAt: found.createdAt };
}

function jobShape({ world, links }: Call, { id: run_id, headSha, headBranch, name: of }: Run, job: Job): object {
  const { id, name, attempt: run_attempt, conclusion, startedAt, completedAt } = job;
  const url = `${links.api}/repos/${world.owner}/${world.name}`;
  return {
    ...{ id, node_id: nodeId('CR', id), name, run_attempt, conclusion },
    ...{ run_id, run_url: `${url}/actions/runs/${run_id}`, url: `${url}/actions/jobs/${id}` },
    html_url: `${links.server}/${world.owner}/${world.name}/actions/runs/${run_id}/job/${id}`,
    check_run_url: `${url}/check-runs/${id}`,
    ...{ head_sha: headSha, head_branch: headBranch, workflow_name: of, labels: ['ubuntu-latest'], steps: [] },
    status: completedAt ? 'completed' : 'in_progress',
    ...{ created_at: timestamp(startedAt), started_at: timestamp(startedAt) },
    completed_at: completedAt && timestamp(completedAt),
    ...{ runner_id: 1, runner_name: 'GitHub Actions 1', runner_group_id: 0, runner_group_name: 'GitHub Actions' },
  };
}

export function runShape(world: World, { id, ...found }: Run, links: Links): Example {
  const sample = example('workflow_run', 'completed').workflow_run as Example;
  const placed = adapted(sample, `${world.owner}/${world.name}`, links);
  const url = `${links.api}/repos/${world.owner}/${world.name}/actions/runs/${id}`;
  const at = timestamp(found.createdAt);
  const actor = user(world, 'octocat', links);
  return {
    ...placed,
    id,
    node_id: nodeId('WFR', id),
    name: found.name,
    display_title: found.name,
    path: `.github/workflows/${found.name.toLowerCase().replaceAll(' ', '-')}.yml`,
    event: found.event,
    status: found.status,
    conclusion: found.conclusion,
    head_branch: found.headBranch,
    head_sha: found.headSha,
    head_commit: { ...(sample.head_commit as Example), id: found.headSha },
    ...{
      created_at: at,
      updated_at: at,
      run_started_at: timestamp(found.startedAt),
      run_attempt: found.attempt,
      actor,
      triggering_actor: actor,
    },
    ...{ url, html_url: `${links.server}/${world.owner}/${world.name}/actions/runs/${id}` },
    ...{ jobs_url: `${url}/jobs`, logs_url: `${url}/logs`, artifacts_url: `${url}/artifacts` },
    ...{ cancel_url: `${url}/cancel`, rerun_url: `${url}/rerun` },
    pull_requests: found.pullRequests.map(number => briefPull(world, number, links)),
    repository: repository(world, links),
    head_repository: repository(world, links, found.headRepository),
  };
}

function briefPull(world: World, number: number, { api }: Links): object {
  const pull = world.pulls.get(number)!;
  const url = `${api}/repos/${world.owner}/${world.name}`;
  const repo = { id: world.idOf(`${world.owner}/${world.name}`), url, name: world.name };
  const head = { ref: pull.headBranch, sha: pull.head, repo };
  return {
    id: pull.id,
    number,
    url: `${url}/pulls/${number}`,
    head,
    base: { ref: pull.baseBranch, sha: pull.base, repo },
  };
}

function artifactShape({ world, links }: Call, artifact: Artifact): object {
  const { id, name, claimedSize, zip: bytes, expired } = artifact;
  const at = timestamp(artifact.createdAt);
  const url = `${links.api}/repos/${world.owner}/${world.name}/actions/artifacts/${id}`;
  const { headBranch, headSha, headRepository } = world.runs.get(artifact.runId)!;
  return {
    id,
    node_id: nodeId('A', id),
    name,
    size_in_bytes: claimedSize,
    url,
    archive_download_url: `${url}/zip`,
    expired,
    digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    ...{ created_at: at, updated_at: at, expires_at: timestamp(new Date(artifact.createdAt.getTime() + lifetime)) },
    workflow_run: {
      id: artifact.runId,
      repository_id: world.idOf(`${world.owner}/${world.name}`),
      head_repository_id: world.idOf(headRepository),
      head_branch: headBranch,
      head_sha: headSha,
    },
  };
}

/** Milliseconds: 90 days. */
const lifetime = 90 * 24 * 3600 * 1000;
