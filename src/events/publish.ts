import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CommentRequest,
  comment,
  mergedParts,
  type Part,
  picturesFor,
  readMarker,
  readParts,
  resolvedPart,
  roomFor,
  type Speaker,
  sameParts,
  wholeComment,
} from '../reports/comment.ts';
import type { Results } from '../reports/results.ts';
import { againAt, apiWords, isAgainstRules, isForbidden, isLimited, isLocked } from '../repository/api-words.ts';
import { type Conversation, conversation, fold, say } from '../targets/comment.ts';
import { publishPictures } from '../targets/image-branch.ts';
import { speakerOf } from './_speaker.ts';
import type { ActionWorld } from './world.ts';

/** The pull request that is spoken on. */
export interface Addressee {
  readonly number: number;
  readonly head: string;
  /** When the head was pushed, if the event tells. */
  readonly pushed: Date | undefined;
  /** Whose pull request it is, where the token usually can read and nothing else. */
  readonly suspect?: string | undefined;
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
  /** Whose words these are, when they are not this job's. */
  readonly speaker?: Speaker;
}

export interface Published {
  readonly commentUrl?: string | undefined;
  readonly imagesCommit?: string | undefined;
  /** Addresses of the pictures, by their paths in the results. */
  readonly pictures: ReadonlyMap<string, string>;
  readonly withoutPictures?: string | undefined;
}

/** What a job leaves behind that may write nothing. */
export const unpublished: Published = { pictures: new Map(), withoutPictures: 'the job that judges publishes nothing' };

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
    if (to.suspect !== undefined && isForbidden(error)) return onlyReading(world, to.suspect);
    world.runner.warning(`The comment could not be posted: ${apiWords(error)}. ${remedy(error)}`);
    return { pictures: new Map(), withoutPictures: 'the comment could not be posted' };
  }
}

function onlyReading({ runner, inputs }: ActionWorld, suspect: string): Published {
  const why = `in ${suspect} the token can only read`;
  runner.notice(
    `No comment and no pictures are posted: ${why}. The step summary and ${inputs.out} have everything. A second workflow on workflow_run posts them: see "Pull requests from forks" in camdrift's README.`,
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
  const found = await conversation(repository, to.number, inputs['comment-key']);
  const silence = whySilent(world, to, message, found);
  if (silence !== undefined) {
    runner.line(silence);
    return quiet('no comment was due', found.earlier?.url);
  }
  if (isResolved(world, message)) return resolved(world, to, message, found);
  const said = requestOf(world, message, roomBeside(world, to, message, found));
  const paths = picturesFor(message.results, said.budget, inputs['max-images']);
  const request = { ...said, chosen: new Set(paths) };
  const draft = comment({ ...request, pictures: new Map(paths.map(path => [path, path])) });
  if (isSaid(draft.part, found)) {
    runner.line(`The comment says all this already: ${found.earlier?.url}`);
    return quiet('the comment stays as it is', found.earlier?.url);
  }
  const shown = await hosted(world, to, message, draft.shown);
  const { part } = comment({ ...request, pictures: shown.pictures, withoutPictures: shown.withoutPictures });
  const commentUrl = await put(world, to, part, found);
  runner.line(`Comment: ${commentUrl}`);
  return { ...shown, commentUrl };
}

/** Characters that the others leave; at least a fair share, for which theirs are shortened. */
function roomBeside(
  world: ActionWorld,
  { head }: Addressee,
  message: Message,
  { earlier, spare }: Conversation,
): number {
  const mine = resolvedPart({ ...speaking(world, message), head: message.results.change?.head ?? head });
  const versions = [earlier, ...spare].flatMap(each => each?.body ?? []);
  return roomFor(mergedParts(versions, mine), mine.id, commentBudget);
}

/** Of the commit that it is about; a comment about an earlier one says nothing of this. */
const isSaid = ({ id, head, content }: Part, { earlier, spare }: Conversation): boolean =>
  earlier !== undefined &&
  spare.length === 0 &&
  readMarker(earlier.body)?.head === head &&
  readParts(earlier.body).some(part => part.id === id && part.content === content && part.text !== undefined);

/** Puts our part beside those of other jobs. A run of a newer commit that was faster is left alone. */
async function put(world: ActionWorld, to: Addressee, mine: Part, found: Conversation): Promise<string> {
  const { repository, inputs } = world;
  const key = inputs['comment-key'];
  const expected = new Set([mine.head, found.earlier && readMarker(found.earlier.body)?.head]);
  const compose = (versions: readonly string[]): string | undefined => {
    const [now] = versions;
    if (now !== undefined && !expected.has(readMarker(now)?.head)) return undefined;
    const body = wholeComment(mergedParts(versions, mine), { key, head: mine.head, budget: commentBudget }, mine.id);
    return now !== undefined && isCurrent(now, body) ? undefined : body;
  };
  const url = await say(repository, to.number, key, compose, found);
  if (!found.earlier) await foldForeign(world, found);
  return url;
}

/** What was said under another token speaks of an earlier commit, and nothing can be added to it. */
async function foldForeign({ repository, runner }: ActionWorld, { foreign }: Conversation): Promise<void> {
  for (const comment of foreign.slice(-mostFolded)) {
    await fold(repository, comment).then(
      () => runner.line(`Folded what was said there before under another name: ${comment.url}`),
      error => runner.line(`What was said under another name could not be folded (${apiWords(error)}): ${comment.url}`),
    );
  }
}

const mostFolded = 3;

const isCurrent = (now: string, wanted: string): boolean =>
  readMarker(now)?.head === readMarker(wanted)?.head && sameParts(readParts(now), readParts(wanted));

const quiet = (withoutPictures: string, commentUrl?: string): Published => ({
  pictures: new Map(),
  withoutPictures,
  commentUrl,
});

const speaking = (world: ActionWorld, { speaker = speakerOf(world) }: Message) => ({
  speaker,
  legs: world.inputs.legs,
  time: world.now().getTime(),
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
    links: { repository: `${repository.serverUrl}/${repository.owner}/${repository.name}`, run: runUrl },
    claimed,
    ...(notes && { notes }),
    budget,
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

async function resolved(world: ActionWorld, to: Addressee, message: Message, found: Conversation): Promise<Published> {
  const part = resolvedPart({ ...speaking(world, message), head: message.results.change?.head ?? to.head });
  if (isSettled(part, found)) return quiet('no model changed', found.earlier?.url);
  const commentUrl = await put(world, to, part, found);
  world.runner.line(`The earlier comment says now that it is resolved: ${commentUrl}`);
  return quiet('no model changed', commentUrl);
}

/** A comment in which nothing but this stood for an earlier commit already needs no word for every later one. */
const isSettled = (part: Part, found: Conversation): boolean =>
  isSaid(part, found) ||
  (found.spare.length === 0 &&
    readParts(found.earlier?.body ?? '').every(({ id, content }) => id === part.id && content === part.content) &&
    readParts(found.earlier?.body ?? '').length > 0);

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
      // Where nothing may be written, that is said once.
      if (to.suspect === undefined || !isForbidden(error))
        world.runner.warning(`Pictures are not shown: ${why}.${picturesRemedy(error)}`);
    }
  }
  const prefix = inputs['image-url'];
  if (prefix === '') return { pictures: new Map(), withoutPictures: why };
  return { pictures: new Map([...files.keys()].map(path => [path, addressed(prefix, path)])) };
}

const picturesRemedy = (error: unknown): string =>
  isForbidden(error) || isAgainstRules(error)
    ? ' The job needs `permissions: contents: write`, and the branch must not be protected.'
    : '';

const addressed = (prefix: string, path: string): string =>
  `${prefix.replace(/\/+$/, '')}/${path.split('/').map(encodeURIComponent).join('/')}`;

/** Pictures of an audit of this run. */
export const fromFolder = (folder: string) => (path: string) =>
  readFile(join(folder, path)).then(bytes => bytes as Uint8Array);
