import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelConfig } from '../config/config.ts';
import { refreshWords, type StoredBaseline, storedBaselines, storedWords } from '../reports/stored-baselines.ts';
import { apiWords } from '../repository/api-words.ts';
import { descent } from '../repository/changed-files.ts';
import { mergedBy } from '../repository/merged-by.ts';
import type { Results } from '../results/results.ts';
import { type Verdict, worst } from '../results/verdict.ts';
import { staleReason } from '../versions/staleness.ts';
import { accepted } from './_acceptance.ts';
import { openProject, type Project } from './_project.ts';
import { refresh } from './_refresh.ts';
import { openGate } from './_verdict-gate.ts';
import { type Checked, check } from './check.ts';
import type { Published } from './message.ts';
import { type Push, readPush } from './payloads.ts';
import { fromFolder } from './publish.ts';
import { report } from './report.ts';
import type { ActionWorld, Outcome } from './world.ts';

type Looked = Push & { readonly branch: string };

/**
 * The default branch or a release branch moved: what is there now against what was there before, and whether stored
 * baselines are still those of the models.
 */
export async function onPush(world: ActionWorld): Promise<Outcome> {
  const push = readPush(world.event.payload);
  if (!isLookedAt(push)) return skipped(world, push);
  const project = await openProject(world);
  const baselines = await lookedUp(world, project);
  const stale = baselines.filter(each => each.stale !== undefined);
  const before = await beforeOf(world, push);
  if (before === undefined) {
    await refresh(world, project, push, stale, []);
    world.runner.output('verdict', verdictOf(undefined, baselines));
    return { failure: staleFailure(world, stale) };
  }
  const { head, branch } = push;
  const gate = await openGate(world, { head, number: 0, isPush: true });
  const commits = async () => ({ candidate: head, before, tip: head });
  const found = await check(world, { head, base: { ref: branch, sha: before }, commits });
  const checked = await acceptedBefore(world, head, found);
  const { results, folder } = checked;
  const published: Published = { pictures: new Map(), withoutPictures: 'a push gets no comment' };
  // Without an audit there is nothing to tell that the baselines do not.
  if (results.models.length > 0) await report(world, checked, { results, picture: fromFolder(folder) }, published);
  await refresh(world, project, push, stale, results.models);
  world.runner.output('verdict', verdictOf(results, baselines));
  const closed = await gate.close(results);
  return { failure: closed.failure ?? staleFailure(world, stale) };
}

/** Names under which teams keep what they have released. */
const release = /^(?:releases?|stable|maint(?:enance)?|hotfix)(?:$|[/-])|^v?\d+(?:\.(?:\d+|x))*$/;

const isLookedAt = (push: Push): push is Looked =>
  push.branch !== undefined && !push.deleted && (push.branch === push.defaultBranch || release.test(push.branch));

function skipped({ runner }: ActionWorld, { branch }: Push): Outcome {
  runner.notice(
    `Only pushes to the default branch and to release branches are looked at; this one went to ${branch ?? 'a tag'}.`,
  );
  runner.output('verdict', 'skipped');
  return { failure: undefined };
}

/** A branch that is new left the default branch somewhere; the default branch itself had nothing before its first push. */
async function beforeOf({ repository }: ActionWorld, push: Looked): Promise<string | undefined> {
  const { before, branch, defaultBranch, head } = push;
  if (before !== undefined || branch === defaultBranch) return before;
  return (await descent(repository, defaultBranch, head))?.mergeBase;
}

/** What was accepted on the pull request that brought it is accepted here too. */
async function acceptedBefore(world: ActionWorld, head: string, checked: Checked): Promise<Checked> {
  if (!checked.results.models.some(({ verdict }) => verdict === 'fail')) return checked;
  const number = await mergedBy(world.repository, head).catch(error => {
    world.runner.warning(
      `Which pull request brought this could not be read (${apiWords(error)}): what was accepted there is not known.`,
    );
    return undefined;
  });
  return accepted(world, number, checked);
}

/** Where no model changed and no baseline is stored there was nothing to look at, and nothing has passed. */
function verdictOf(audited: Results | undefined, baselines: readonly StoredBaseline[]): Verdict | 'skipped' {
  const found = baselines.flatMap(({ folder, stale }): Verdict[] =>
    folder === undefined ? [] : [stale === undefined ? 'pass' : 'warn'],
  );
  if (audited && (audited.models.length > 0 || audited.verdict !== 'pass')) found.push(audited.verdict);
  return found.length === 0 ? 'skipped' : worst(found);
}

async function lookedUp(world: ActionWorld, project: Project): Promise<readonly StoredBaseline[]> {
  const { runner, inputs } = world;
  const { models } = await project.resolved();
  const found = await Promise.all(models.map(stored));
  for (const each of found) runner.line(`${each.name}: ${storedWords(each)}`);
  const stale = found.filter(each => each.stale !== undefined);
  for (const each of stale) runner.warning(`${each.name}: ${storedWords(each)}. ${refreshWords}`);
  if (inputs.summary) await runner.summary(storedBaselines(found));
  return found;
}

function staleFailure({ inputs }: ActionWorld, stale: readonly StoredBaseline[]): string | undefined {
  if (stale.length === 0 || inputs['fail-on'] !== 'any') return undefined;
  return `Stored baselines are stale: ${stale.map(({ name }) => name).join(', ')}.`;
}

async function stored(model: ModelConfig): Promise<StoredBaseline> {
  const { name, baseline: folder } = model;
  if (model.reference.kind === 'none') return { name, folder: undefined, unwanted: true, stale: undefined };
  if (folder === undefined || !(await exists(join(folder, 'manifest.json'))))
    return { name, folder: undefined, stale: undefined };
  return { name, folder: model.shown(folder), stale: await staleReason({ ...model, folder }) };
}

const exists = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined)) !== undefined;
