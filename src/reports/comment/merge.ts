import { readMarker } from './marker.ts';
import { type Part, readParts } from './part.ts';

/**
 * What a job says, among what the others have said: of every job the latest word. The order in which versions are met
 * changes nothing, so jobs that write at the same time come to the same.
 * @param versions the comment as it stands, and then versions of it that were overwritten
 * @param doubtful versions that others may have written
 */
export function mergedParts(versions: readonly string[], mine: Part, doubtful: readonly string[] = []): Part[] {
  const [now = '', ...overwritten] = versions;
  const lost = overwritten.filter(body => readMarker(body)?.head === mine.head);
  const latest = new Map<string, Part>();
  const known = [now, ...lost].flatMap(body => knownFor(mine.head, body));
  for (const part of [...known, ...doubtedParts(doubtful, mine.head), mine]) {
    const held = latest.get(part.id);
    if (!held || holds(part, held, mine.head)) latest.set(part.id, part);
  }
  return [...latest.values()];
}

/** What a comment says of a commit that nobody can know to be the jobs' own word: it stands for none. */
const doubtedParts = (bodies: readonly string[], head: string): Part[] =>
  bodies
    .flatMap(readParts)
    .filter(part => part.head === head)
    .map(({ run: _, offer: __, ...part }) => ({ ...part, ...doubted }));

const doubted = {
  status: 'incomplete',
  words: 'somebody may have edited what this job said',
  claimed: false,
  content: 'doubted',
  text: 'What stood here cannot be told from words that somebody has written into it. Run this job again.',
} as const;

/** A comment about another commit gives what it said of that one; what was earlier then is too old now. */
function knownFor(head: string, body: string): Part[] {
  const about = readMarker(body)?.head;
  if (about === head) return readParts(body);
  return readParts(body)
    .filter(part => part.head === about)
    .map(part => ({ ...part, text: undefined }));
}

function holds(part: Part, held: Part, head: string): boolean {
  if ((part.head === head) !== (held.head === head)) return part.head === head;
  if (part.time !== held.time) return part.time > held.time;
  if (part.content === doubted.content || held.content === doubted.content) return held.content === doubted.content;
  return part.text !== undefined || held.text === undefined;
}
