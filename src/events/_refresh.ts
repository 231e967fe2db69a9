import { refreshBody, refreshMessage, refreshTitle } from '../reports/refresh.ts';
import type { StoredBaseline } from '../reports/stored-baselines.ts';
import { apiWords, isAgainstRules, isApiError, isForbidden } from '../repository/api-words.ts';
import type { ModelResult } from '../results/model.ts';
import { refreshBranch, refreshByCommit, refreshByPullRequest, waitingText } from '../targets/refresh-branch.ts';
import type { Project } from './_project.ts';
import { refreshed } from './_refreshed.ts';
import type { Push } from './payloads.ts';
import type { ActionWorld } from './world.ts';

/** Bytes: what is committed in one request. */
const mostBytes = 20_000_000;

/**
 * Brings what the branch has stored up to date, once: what is there already is not written again, so a push of ours asks for
 * no further one. Trouble is a warning, and changes no verdict.
 */
export async function refresh(
  world: ActionWorld,
  project: Project,
  { head, branch }: Push & { readonly branch: string },
  stale: readonly StoredBaseline[],
  judged: readonly ModelResult[],
): Promise<void> {
  const { inputs, runner } = world;
  if (inputs.refresh === 'never') return;
  if (inputs.mode === 'judge')
    return runner.warning(
      '`refresh` writes to the repository, and a job with `mode: judge` may not: give it a job of its own.',
    );
  try {
    await brought(world, project, { head, branch }, stale, judged);
  } catch (error) {
    if (!isApiError(error)) throw error;
    const where = inputs.refresh === 'commit' ? branch : refreshBranch(branch);
    runner.warning(`What is stored could not be refreshed on ${where} (${apiWords(error)}).${remedy(error)}`);
  }
}

async function brought(
  world: ActionWorld,
  project: Project,
  { head, branch }: { readonly head: string; readonly branch: string },
  stale: readonly StoredBaseline[],
  judged: readonly ModelResult[],
): Promise<void> {
  const { inputs, runner, repository } = world;
  const waiting = async (path: string) =>
    inputs.refresh === 'pull-request' ? waitingText(repository, branch, path) : undefined;
  const { files, news } = await refreshed(world, project, stale, judged, waiting);
  if (files.size === 0) return runner.line('What is stored is up to date: there is nothing to refresh.');
  const size = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text ?? ''), 0);
  if (size > mostBytes)
    return runner.warning(
      `What is to be stored has ${size} bytes, and at most ${mostBytes} are committed: run \`camdrift baseline\` and commit it.`,
    );
  const words = { title: refreshTitle(news), body: refreshBody(news, branch), message: refreshMessage(news) };
  const wanted = { base: branch, head, files, ...words };
  if (inputs.refresh === 'commit') {
    const sha = await refreshByCommit(repository, wanted);
    const moved = `${branch} has moved on: the run of that push refreshes what is stored.`;
    return runner.notice(sha ? `Refreshed what is stored: ${sha}.` : moved);
  }
  const { url, changed } = await refreshByPullRequest(repository, wanted);
  runner.notice(`${changed ? 'Refreshed' : 'There already'}: ${url}`);
}

const remedy = (error: unknown): string =>
  isAgainstRules(error)
    ? ' A rule of the repository protects the branch: take `refresh: pull-request`.'
    : isForbidden(error)
      ? ' The job needs `permissions: contents: write, pull-requests: write`, and the repository must let GitHub Actions create pull requests.'
      : '';
