import type { Statement } from '../acceptance/decide.ts';
import { isOpen, type Part, readMarker, readParts, withHeard } from '../reports/comment/comment.ts';
import { apiWords, isForbidden } from '../repository/api-words.ts';
import { openerOf } from '../repository/comments.ts';
import { type Verdict, worst } from '../results/verdict.ts';
import { type Conversation, conversation, foreignEditor } from '../targets/comment.ts';
import { type Offer, type Words, wordsOn } from './_heard.ts';
import { put } from './_part.ts';
import { type Reopener, reopener } from './_reopened.ts';
import { rightsOf, type Said, saidOn } from './_statements.ts';
import type { ActionWorld } from './world.ts';

/** What has been heard on a pull request, and what it came to. */
export interface Hearing {
  readonly statements: readonly Statement[];
  /** Codes that the comment offers. */
  readonly known: ReadonlySet<string>;
  readonly refused: readonly Statement[];
  /** Whether the commit that the pull request stands at has been judged. */
  readonly judged: boolean;
  readonly verdict: Verdict | 'skipped';
}

type Pass = Hearing & { readonly changed: boolean };

/**
 * Reads all comments, puts what they accept into ours and opens the gate; again until there is nothing left to do, so that
 * events that come at once, or twice, all come to the same.
 * @param takenBack whether somebody may have taken an acceptance back
 */
export async function hear(world: ActionWorld, number: number, takenBack: boolean): Promise<Hearing | undefined> {
  const again = reopener(world, takenBack);
  for (let count = 1; ; count++) {
    const pass = await once(world, number, again);
    if (!pass?.changed || count === mostPasses) return pass;
  }
}

const mostPasses = 5;

async function once(world: ActionWorld, number: number, again: Reopener): Promise<Pass | undefined> {
  const said = await saidOn(world, number);
  if (!said) return undefined;
  const { author, fork } = await openerOf(world.repository, number);
  const rights = await rightsOf(world, author, said.statements);
  const comments = await ours(world, number, said);
  const heard: Heard[] = [];
  for (const { key, found, parts } of comments) {
    const place = { sha: found.head, pull: number, key, fork };
    const here: Heard[] = [];
    for (const part of parts) {
      const { offer } = part;
      if (!offer) continue;
      const words = wordsOn(offer, said.statements, rights);
      const open = isOpen(offer, words.accepted);
      const gate = await again.part(place, part, open);
      const now = withHeard(part, offer, { ...words, check: gate.check });
      const edited = !isSame(part, now) && (await told(world, number, now, found, key));
      here.push({ offer, words, open, now, changed: gate.changed || edited });
    }
    const all = here.every(({ open }) => open);
    if (here.length > 0) await again.others(place, parts, all);
    heard.push(...here);
  }
  return { ...summed(heard), statements: said.statements, judged: comments.length > 0 };
}

interface Heard {
  readonly offer: Offer;
  readonly words: Words;
  readonly open: boolean;
  readonly now: Part;
  readonly changed: boolean;
}

const summed = (heard: readonly Heard[]) => ({
  known: new Set(heard.flatMap(({ offer }) => offer.models.map(({ code }) => code))),
  refused: heard.flatMap(({ words }) => words.refused),
  changed: heard.some(({ changed }) => changed),
  verdict:
    heard.length === 0
      ? ('skipped' as const)
      : worst(heard.map(({ now }) => (now.status === 'new' ? 'pass' : now.status))),
});

const isSame = (a: Part, b: Part): boolean => a.text === b.text && a.status === b.status && a.words === b.words;

interface Ours {
  readonly key: string;
  readonly found: Conversation;
  /** Of the commit that the pull request stands at. */
  readonly parts: readonly Part[];
}

/** Our comments, under whatever key. One that somebody has edited by hand is not ours any more. */
async function ours({ repository, runner }: ActionWorld, number: number, { listed }: Said): Promise<Ours[]> {
  const keys = new Set(listed.flatMap(({ body }) => readMarker(body ?? '')?.key ?? []));
  const all: Ours[] = [];
  for (const key of keys) {
    const found = await conversation(repository, number, key, listed);
    const { earlier, head } = found;
    const parts = readParts(earlier?.body ?? '').filter(part => part.head === head);
    if (!earlier || parts.length === 0) continue;
    const editor = await foreignEditor(repository, earlier);
    if (editor === undefined) all.push({ key, found, parts });
    else
      runner.warning(
        `${editor || 'Somebody'} has edited our comment, so it is not believed: run the job that judges again.`,
      );
  }
  return all;
}

async function told(
  world: ActionWorld,
  number: number,
  part: Part,
  found: Conversation,
  key: string,
): Promise<boolean> {
  try {
    const url = await put(world, { number }, { ...part, time: world.now().getTime() }, found, key);
    world.runner.line(`Comment: ${url}`);
    return true;
  } catch (error) {
    const remedy = isForbidden(error) ? ' The job needs `permissions: pull-requests: write`.' : '';
    world.runner.warning(`The comment could not be updated: ${apiWords(error)}.${remedy}`);
    return false;
  }
}
