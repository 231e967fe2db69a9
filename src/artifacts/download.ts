import { CamdriftError } from '../errors.ts';
import { coordinates, type Repository } from '../repository/repository.ts';
import { unbroken } from '../repository/unbroken.ts';
import { Passing, tried } from '../sources/tries.ts';
import { type Attempt, areCurrent } from './_attempt.ts';
import { quoted, rejected } from './_rejection.ts';
import type { NothingToDo, TriggeringRun } from './triggering-run.ts';

/** Bytes of the zip. */
const mostBytes = 50_000_000;

/** Milliseconds for the whole transfer. */
const longestTransfer = 120_000;

/**
 * The zip that a run uploaded as a workflow artifact, in memory. Of several with that name, as after a re-run, the newest.
 *
 * @param limit bytes, of what is declared and of what comes
 * @returns the zip, or in words why there is none
 * @throws CamdriftError `claims-rejected` when it is of another run or commit, or larger than `limit`
 */
export async function downloadArtifact(
  repository: Repository,
  run: Pick<TriggeringRun, 'runId' | 'pullRequest'>,
  name: string,
  limit = mostBytes,
): Promise<Uint8Array | NothingToDo> {
  const artifact = await newest(repository, run.runId, name);
  if ('reason' in artifact) return artifact;
  requireFrom(run, artifact);
  if (artifact.size_in_bytes > limit) throw tooLarge(name, artifact.size_in_bytes, limit);
  return transferred(repository, artifact, limit);
}

/** One of several artifacts that a run made under one name, such as one per leg of a matrix. */
export interface NamedArtifact {
  /** What follows `NAME-`; empty for the one that has the name itself. */
  readonly suffix: string;
  readonly id: number;
  readonly zip: Uint8Array;
}

/**
 * The zips that this very run has uploaded so far: `name`, and all whose names go on with a hyphen. In memory. None, where one is of an
 * earlier attempt and may be of a job that was run again since and has left nothing.
 * @throws CamdriftError `claims-rejected` when one is larger than `limit`, or they are more than 50
 */
export async function downloadOwnArtifacts(
  repository: Repository,
  run: Attempt,
  name: string,
  limit = mostBytes,
): Promise<readonly NamedArtifact[] | NothingToDo> {
  const all = await listed(repository, run.id);
  const names = [...new Set(all.map(artifact => artifact.name))].filter(
    each => each === name || each.startsWith(`${name}-`),
  );
  if (names.length > mostArtifacts)
    throw rejected(`The run has ${names.length} artifacts ${quoted(`${name}-…`)}; at most ${mostArtifacts} are taken.`);
  const newest = names.toSorted().flatMap(each => newestOf(all, each) ?? []);
  const own = newest.filter(artifact => artifact.workflow_run?.id === run.id);
  for (const { name: each, size_in_bytes: size } of own) if (size > limit) throw tooLarge(each, size, limit);
  if (own.length > 0 && !(await areCurrent(repository, run, own))) return { reason: ofEarlier(name) };
  const found: NamedArtifact[] = [];
  for (const artifact of own) {
    const zip = await transferred(repository, artifact, limit);
    found.push({ suffix: artifact.name.slice(name.length + 1), id: artifact.id, zip });
  }
  const reason = `This run has no artifact ${quoted(name)}: the job that judges has left none.`;
  return found.length > 0 ? found : { reason };
}

const ofEarlier = (name: string): string =>
  `What there is of the artifact ${quoted(name)} is of an earlier attempt of this run, and a job that was run again has left none: run all jobs again.`;

const mostArtifacts = 50;

const listed = (repository: Repository, runId: number): Promise<Artifact[]> =>
  repository.api.paginate(repository.api.rest.actions.listWorkflowRunArtifacts, {
    ...coordinates(repository),
    run_id: runId,
    per_page: 100,
  });

const newestOf = (all: readonly Artifact[], name: string): Artifact | undefined =>
  all
    .filter(artifact => artifact.name === name && !artifact.expired)
    .toSorted((a, b) => madeAt(b) - madeAt(a) || b.id - a.id)[0];

type Artifact = Awaited<
  ReturnType<Repository['api']['rest']['actions']['listWorkflowRunArtifacts']>
>['data']['artifacts'][number];

async function newest(repository: Repository, runId: number, name: string): Promise<Artifact | NothingToDo> {
  const { data } = await repository.api.rest.actions.listWorkflowRunArtifacts({
    ...coordinates(repository),
    run_id: runId,
    name,
    per_page: 100,
  });
  const named = data.artifacts.filter(artifact => artifact.name === name);
  const [first] = named.filter(({ expired }) => !expired).toSorted((a, b) => madeAt(b) - madeAt(a));
  if (first) return first;
  return {
    reason:
      named.length > 0
        ? `The artifact ${quoted(name)} of the run has expired. Run the first workflow again.`
        : `The run has no artifact ${quoted(name)}: the first workflow must upload the output folder with actions/upload-artifact under that name.`,
  };
}

const madeAt = ({ created_at }: Artifact): number => Date.parse(created_at ?? '') || 0;

function requireFrom({ runId, pullRequest: { head } }: Pick<TriggeringRun, 'runId' | 'pullRequest'>, found: Artifact) {
  if (found.workflow_run?.id !== runId)
    throw rejected(`The artifact ${quoted(found.name)} is of run ${found.workflow_run?.id}; expected ${runId}.`);
  if (found.workflow_run.head_sha !== head)
    throw rejected(
      `The artifact ${quoted(found.name)} is of commit ${quoted(found.workflow_run.head_sha ?? 'unknown')}; expected ${head}.`,
    );
}

/** What breaks off is tried again, from an address of its own. */
async function transferred(repository: Repository, { id, name }: Artifact, limit: number): Promise<Uint8Array> {
  try {
    return await tried(async () => collected((await fetched(repository, id)).body, name, limit), repository.second);
  } catch (error) {
    if (!(error instanceof Passing)) throw error;
    throw new CamdriftError('github-refused', `The artifact ${quoted(name)} could not be fetched: ${error.message}.`, {
      cause: error,
      remedy: 'Run the job again.',
    });
  }
}

/** GitHub answers with the address of a storage host. The token goes to GitHub only: the second request carries none. */
async function fetched(repository: Repository, id: number): Promise<Response> {
  const { headers } = await repository.api.rest.actions.downloadArtifact({
    ...coordinates(repository),
    artifact_id: id,
    archive_format: 'zip',
    request: { redirect: 'manual', parseSuccessResponseBody: false },
  });
  if (!headers.location) throw new Passing('GitHub did not say where it can be had');
  const address = new URL(headers.location);
  // The address is as good as a password for a minute: it is not shown.
  const response = await repository.fetch(address, { signal: AbortSignal.timeout(longestTransfer) }).catch(cause => {
    throw new Passing(`${address.host} did not answer`, { cause });
  });
  if (!response.ok) throw new Passing(`${address.host} answered ${response.status}`);
  return response;
}

async function collected(body: Response['body'], name: string, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of body ? unbroken(body) : []) {
    total += chunk.length;
    // Leaving the loop cancels the transfer.
    if (total > limit) throw tooLarge(name, total, limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = (name: string, bytes: number, limit: number) =>
  rejected(`The artifact ${quoted(name)} has ${bytes} bytes or more; at most ${limit} are taken.`);
