import {
  mergedParts,
  type Part,
  readMarker,
  readParts,
  resolvedPart,
  roomFor,
  sameParts,
  wholeComment,
} from '../reports/comment/comment.ts';
import { apiWords } from '../repository/api-words.ts';
import { type Compose, type Conversation, fold, say } from '../targets/comment.ts';
import { speakerOf } from './_speaker.ts';
import { type Addressee, commentBudget, type Message } from './message.ts';
import type { ActionWorld } from './world.ts';

/** Whose words a part is, and since when. */
export const speaking = (world: ActionWorld, { speaker = speakerOf(world), results }: Message) => ({
  speaker,
  legs: Math.max(world.inputs.legs, results.legs ?? 1),
  time: world.now().getTime(),
});

/** What its words are about. */
export const aboutOf = ({ results: { change } }: Message, { head }: Addressee) => ({
  head: change?.head ?? head,
  base: change?.baseRef,
});

/** Characters that the others leave; at least a fair share, for which theirs are shortened. */
export function roomBeside(
  world: ActionWorld,
  to: Addressee,
  message: Message,
  { earlier, spare }: Conversation,
): number {
  const mine = resolvedPart({ ...speaking(world, message), ...aboutOf(message, to) });
  const versions = [earlier, ...spare].flatMap(each => each?.body ?? []);
  return roomFor(mergedParts(versions, mine), mine.id, commentBudget);
}

/** Of the commit that it is about; a comment about an earlier one says nothing of this. */
export const isSaid = ({ id, head, base, content }: Part, { earlier, spare }: Conversation): boolean =>
  earlier !== undefined &&
  spare.length === 0 &&
  readMarker(earlier.body)?.head === head &&
  readParts(earlier.body).some(
    part => part.id === id && part.base === base && part.content === content && part.text !== undefined,
  );

/** Puts our part beside those of other jobs. A run of a newer commit that was faster is left alone. */
export async function put(
  world: ActionWorld,
  to: Pick<Addressee, 'number'>,
  mine: Part,
  found: Conversation,
  key = world.inputs['comment-key'],
): Promise<string> {
  const { repository } = world;
  const expected = new Set([mine.head, found.earlier && readMarker(found.earlier.body)?.head]);
  const compose: Compose = ({ now, ours, doubtful }) => {
    const [last = doubtful[0]] = ours;
    if (last !== undefined && !expected.has(readMarker(last)?.head)) return undefined;
    const parts = mergedParts(ours, mine, doubtful);
    const body = wholeComment(parts, { key, head: mine.head, budget: commentBudget }, mine.id);
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

/** A comment in which nothing but this stood for an earlier commit already needs no word for every later one. */
export const isSettled = (part: Part, found: Conversation): boolean =>
  isSaid(part, found) ||
  (found.spare.length === 0 &&
    readParts(found.earlier?.body ?? '').every(({ id, content }) => id === part.id && content === part.content) &&
    readParts(found.earlier?.body ?? '').length > 0);
