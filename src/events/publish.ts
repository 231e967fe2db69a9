import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CommentRequest, comment, picturesFor, readMarker, resolvedComment } from '../reports/comment.ts';
import type { Results } from '../reports/results.ts';
import { apiWords, isAgainstRules, isForbidden } from '../repository/api-words.ts';
import { type Conversation, conversation, say } from '../targets/comment.ts';
import { publishPictures } from '../targets/image-branch.ts';
import type { ActionWorld } from './world.ts';

/** The pull request that is spoken on. */
export interface Addressee {
  readonly number: number;
  readonly head: string;
  /** When the head was pushed, if the event tells. */
  readonly pushed: Date | undefined;
}

/** What is said: an audit's results and where its pictures are. */
export interface Message {
  readonly results: Results;
  /** Bytes of a picture, by its path in the results; undefined when it cannot be shown. */
  picture(path: string): Promise<Uint8Array | undefined>;
  /** The numbers come from a run that this repository does not control. */
  readonly claimed?: boolean;
  /** Address of the run that has everything, when it is not this one. */
  readonly runUrl?: string;
  readonly notes?: readonly string[];
}

export interface Published {
  readonly commentUrl?: string | undefined;
  readonly imagesCommit?: string | undefined;
  /** Addresses of the pictures, by their paths in the results. */
  readonly pictures: ReadonlyMap<string, string>;
  readonly withoutPictures?: string | undefined;
}

/** Characters of a comment. GitHub takes 65,536; the rest is room for what it counts otherwise. */
const commentBudget = 60_000;

/**
 * Says it on the pull request: pictures first, so that the comment never shows broken ones. Trouble is a warning and
 * never changes the verdict.
 */
export async function publish(world: ActionWorld, to: Addressee, message: Message): Promise<Published> {
  try {
    return await spoken(world, to, message);
  } catch (error) {
    world.runner.warning(`The comment could not be posted: ${apiWords(error)}. ${remedy(error)}`);
    return { pictures: new Map(), withoutPictures: 'the comment could not be posted' };
  }
}

const remedy = (error: unknown): string =>
  isForbidden(error)
    ? 'The job needs `permissions: pull-requests: write`.'
    : 'The verdict does not depend on it; the step summary says the same.';

async function spoken(world: ActionWorld, to: Addressee, message: Message): Promise<Published> {
  const { repository, inputs } = world;
  if (inputs.comment === 'never') return quiet('`comment: never` is set');
  const found = await conversation(repository, to.number, inputs['comment-key']);
  const silence = whySilent(world, to, message, found);
  if (silence !== undefined) {
    world.runner.line(silence);
    return quiet('no comment was due', found.earlier?.url);
  }
  if (isResolved(world, message)) return resolved(world, to, found);
  const said = requestOf(world, message);
  const paths = picturesFor(message.results, said.budget, inputs['max-images']);
  const request = { ...said, chosen: new Set(paths) };
  const draft = comment({ ...request, pictures: new Map(paths.map(path => [path, path])) });
  if (found.earlier && readMarker(found.earlier.body)?.content === readMarker(draft.body)?.content) {
    world.runner.line(`The comment says all this already: ${found.earlier.url}`);
    return quiet('the comment stays as it is', found.earlier.url);
  }
  const shown = await hosted(world, to, message, draft.shown);
  const { body } = comment({ ...request, pictures: shown.pictures, withoutPictures: shown.withoutPictures });
  const commentUrl = await say(repository, to.number, inputs['comment-key'], body, found.earlier);
  world.runner.line(`Comment: ${commentUrl}`);
  return { ...shown, commentUrl };
}

const quiet = (withoutPictures: string, commentUrl?: string): Published => ({
  pictures: new Map(),
  withoutPictures,
  commentUrl,
});

export function requestOf(
  { inputs, repository, run }: ActionWorld,
  { results, claimed, runUrl = run.url, notes }: Message,
): Omit<CommentRequest, 'pictures'> {
  return {
    results,
    key: inputs['comment-key'],
    links: { repository: `${repository.serverUrl}/${repository.owner}/${repository.name}`, run: runUrl },
    claimed,
    ...(notes && { notes }),
    budget: commentBudget,
  };
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

async function resolved(
  { repository, inputs, runner }: ActionWorld,
  to: Addressee,
  found: Conversation,
): Promise<Published> {
  const earlier = found.earlier!;
  const body = resolvedComment({ key: inputs['comment-key'], head: to.head });
  const before = readMarker(earlier.body)?.content;
  if (before === readMarker(body)?.content) return quiet('no model changed', earlier.url);
  const commentUrl = await say(repository, to.number, inputs['comment-key'], body, earlier);
  runner.line(`The earlier comment says now that it is resolved: ${commentUrl}`);
  return quiet('no model changed', commentUrl);
}

/** Branch, else the address that the workflow fills itself, else words. */
async function hosted(
  world: ActionWorld,
  to: Addressee,
  message: Message,
  paths: readonly string[],
): Promise<Omit<Published, 'commentUrl'>> {
  const { inputs, repository, run } = world;
  if (paths.length === 0) return { pictures: new Map() };
  const files = new Map<string, Uint8Array>();
  for (const path of paths) {
    const bytes = await message.picture(path);
    if (bytes) files.set(path, bytes);
  }
  if (files.size === 0) return { pictures: new Map() };
  const branch = inputs['image-branch'];
  const folder = `pr-${to.number}/${inputs['comment-key']}/${run.id}-${run.attempt}`;
  let why = 'no branch for them is named';
  if (branch !== '') {
    try {
      const { commit, urls } = await publishPictures(repository, { branch, folder, files });
      return { pictures: urls, imagesCommit: commit };
    } catch (error) {
      why = `the branch \`${branch}\` could not be written (${apiWords(error)})`;
      world.runner.warning(
        `Pictures are not shown: ${why}.${isForbidden(error) || isAgainstRules(error) ? ' The job needs `permissions: contents: write`, and the branch must not be protected.' : ''}`,
      );
    }
  }
  const prefix = inputs['image-url'];
  if (prefix === '') return { pictures: new Map(), withoutPictures: why };
  return { pictures: new Map([...files.keys()].map(path => [path, addressed(prefix, path)])) };
}

const addressed = (prefix: string, path: string): string =>
  `${prefix.replace(/\/+$/, '')}/${path.split('/').map(encodeURIComponent).join('/')}`;

/** Pictures of an audit of this run. */
export const fromFolder = (folder: string) => (path: string) =>
  readFile(join(folder, path)).then(bytes => bytes as Uint8Array);
