import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CommentRequest, comment, picturesFor, resolvedPart } from '../reports/comment/comment.ts';
import { againAt, apiWords, isForbidden, isLimited, isLocked } from '../repository/api-words.ts';
import { narrowPaths } from '../results/pictures.ts';
import type { Results } from '../results/results.ts';
import { type Conversation, conversation, foreignEditor } from '../targets/comment.ts';
import { addressed, hosted } from './_hosted.ts';
import { aboutOf, isSaid, isSettled, put, roomBeside, speaking } from './_part.ts';
import { type Addressee, commentBudget, type Message, type Published } from './message.ts';
import type { ActionWorld } from './world.ts';

/**
 * Says it on the pull request: pictures first, so that the comment never shows broken ones. Trouble is a warning and
 * never changes the verdict.
 */
export async function publish(world: ActionWorld, to: Addressee, message: Message): Promise<Published> {
  try {
    return await spoken(world, to, message);
  } catch (error) {
    if (to.suspect !== undefined && isForbidden(error)) return onlyReading(world, to.suspect);
    world.runner.warning(`The comment could not be posted: ${apiWords(error)}. ${remedy(error)}`);
    return { pictures: new Map(), withoutPictures: 'the comment could not be posted' };
  }
}

function onlyReading({ runner, inputs }: ActionWorld, suspect: string): Published {
  const why = `in ${suspect} the token can only read`;
  runner.notice(
    `No comment and no pictures are posted: ${why}. The step summary says the same; ${inputs.out} has everything, and is kept if the workflow uploads it. A second workflow on workflow_run posts them: see "Pull requests from forks" in camdrift's README.`,
  );
  return { pictures: new Map(), withoutPictures: why };
}

function remedy(error: unknown): string {
  if (isLocked(error)) return 'Its conversation is locked: unlock it, or read the step summary, which says the same.';
  if (isLimited(error))
    return `The token may write again${againAt(error) || ' after a while'}; the step summary says the same.`;
  return isForbidden(error)
    ? 'The job needs `permissions: pull-requests: write`.'
    : 'The verdict does not depend on it; the step summary says the same.';
}

async function spoken(world: ActionWorld, to: Addressee, message: Message): Promise<Published> {
  const { repository, inputs, runner } = world;
  if (inputs.comment === 'never') return quiet('`comment: never` is set');
  const found = await conversation(repository, to.number, inputs['comment-key'], to.listed);
  const silence = whySilent(world, to, message, found);
  if (silence !== undefined) {
    runner.line(silence);
    return quiet('no comment was due', found.earlier?.url);
  }
  if (isResolved(world, message)) return resolved(world, to, message, found);
  const said = requestOf(world, message, roomBeside(world, to, message, found));
  const paths = picturesFor(message.results, said.budget, inputs['max-images']);
  const request = { ...said, chosen: new Set(paths) };
  const drawn = [...paths, ...narrowPaths(message.results.models)];
  const draft = comment({ ...request, pictures: new Map(drawn.map(path => [path, path])) });
  if (isSaid(draft.part, found) && !(await isForged(world, found))) {
    runner.line(`The comment says all this already: ${found.earlier?.url}`);
    return quiet('the comment stays as it is', found.earlier?.url);
  }
  const shown = await hosted(world, to, message, [...draft.shown, ...draft.narrow].slice(0, mostFiles));
  const { part } = comment({ ...request, pictures: shown.pictures, withoutPictures: shown.withoutPictures });
  const commentUrl = await put(world, to, part, found);
  runner.line(`Comment: ${commentUrl}`);
  return { ...shown, commentUrl };
}

/** What somebody else has written over ours is written anew, whatever it says. */
const isForged = async ({ repository }: ActionWorld, { earlier }: Conversation): Promise<boolean> =>
  earlier !== undefined && (await foreignEditor(repository, earlier)) !== undefined;

/** What GitHub takes in one commit; those for narrow screens come last. */
const mostFiles = 100;

const quiet = (withoutPictures: string, commentUrl?: string): Published => ({
  pictures: new Map(),
  withoutPictures,
  commentUrl,
});

export function requestOf(
  world: ActionWorld,
  message: Message,
  budget = commentBudget,
): Omit<CommentRequest, 'pictures'> {
  const { inputs, repository } = world;
  const { results, claimed, runUrl = world.run.url, notes } = message;
  return {
    ...speaking(world, message),
    results,
    key: inputs['comment-key'],
    terms: { by: inputs['accept-by'], failOn: inputs['fail-on'] },
    links: {
      repository: `${repository.serverUrl}/${repository.owner}/${repository.name}`,
      run: runUrl,
      report: reportOf(inputs['image-url'], message),
    },
    claimed,
    ...(notes && { notes }),
    budget,
  };
}

/** The page where the workflow puts the output folder, else the archive that it uploaded; of a claim, what was judged here is none of it. */
function reportOf(prefix: string, { claimed, reportUrl }: Message): CommentRequest['links']['report'] {
  if (prefix !== '' && !claimed) return { address: addressed(prefix, 'report.html'), as: 'page' };
  return reportUrl === undefined ? undefined : { address: reportUrl, as: 'archive' };
}

/** Whether nothing about the models is left to tell. */
const hasNews = ({ models, change }: Results): boolean => models.length > 0 || (change?.removed.length ?? 0) > 0;

function whySilent(
  { inputs: { comment: when } }: ActionWorld,
  { head, pushed }: Addressee,
  { results }: Message,
  found: Conversation,
): string | undefined {
  if (found.head !== head)
    return `The pull request has moved on to ${found.head.slice(0, 7)}: its own run speaks for it.`;
  if (found.earlier) return undefined;
  if (found.deleted && (pushed === undefined || found.deleted >= pushed))
    return 'Somebody deleted the comment for this commit, so it is not made again. The step summary has it.';
  if (when === 'on-regression' && ['pass', 'warn'].includes(results.verdict)) return 'No regression, so no comment.';
  if (when !== 'always' && !hasNews(results)) return 'No model changed, so no comment.';
  return undefined;
}

const isResolved = ({ inputs }: ActionWorld, { results }: Message): boolean =>
  inputs.comment !== 'always' && !hasNews(results);

async function resolved(world: ActionWorld, to: Addressee, message: Message, found: Conversation): Promise<Published> {
  const part = resolvedPart({ ...speaking(world, message), ...aboutOf(message, to) });
  if (isSettled(part, found) && !(await isForged(world, found))) return quiet('no model changed', found.earlier?.url);
  const commentUrl = await put(world, to, part, found);
  world.runner.line(`The earlier comment says now that it is resolved: ${commentUrl}`);
  return quiet('no model changed', commentUrl);
}

/** Pictures of an audit of this run. */
export const fromFolder = (folder: string) => (path: string) =>
  readFile(join(folder, path)).then(bytes => bytes as Uint8Array);
