import { jobsLine, nameOf } from './jobs.ts';
import { fingerprint, marker } from './marker.ts';
import { blocks, link, text } from './markup.ts';
import { type Part, partMarker, resolvedContent } from './part.ts';
import { verdictMark } from './verdict.ts';
import { statuses } from './words.ts';

export interface Frame {
  readonly key: string;
  /** The commit that the pull request stands at. */
  readonly head: string;
  /** Most characters. */
  readonly budget: number;
}

/** Jobs that are shown; of more the mildest are only counted. */
const mostParts = 40;

/**
 * A comment of parts, worst first: its heading is the worst of them. Where all do not fit, the texts of the mildest are
 * left out, never the one of `keep`. Parts of an earlier commit are told in a line and count for nothing.
 */
export function wholeComment(parts: readonly Part[], frame: Frame, keep?: string): string {
  const ordered = parts.toSorted((a, b) => rank(a) - rank(b) || (nameKey(a) < nameKey(b) ? -1 : 1));
  let shown = ordered.slice(0, mostParts);
  for (;;) {
    const body = written(shown, ordered.length - shown.length, frame);
    const spare = shown.findLast(part => part.text && part.id !== keep);
    if (body.length <= frame.budget || !spare) return body;
    shown = shown.map(part => (part === spare ? { ...part, text: undefined } : part));
  }
}

/**
 * Characters for the comment of one part beside the others: what they leave, and at least a fair share, for which their texts
 * are left out.
 */
export function roomFor(parts: readonly Part[], id: string, budget: number): number {
  const others = parts.filter(part => part.id !== id);
  if (others.length === 0) return budget;
  const taken = others.reduce((sum, part) => sum + (part.text?.length ?? 0) + partMarker(part).length + lineRoom, 0);
  const fair = Math.floor(budget / Math.min(parts.length, mostParts)) - lineRoom;
  return Math.max(budget - taken - lineRoom, Math.min(fair, budget - others.length * (partRoom + lineRoom)), leastRoom);
}

/** Characters: a heading and a name in the line of jobs; a part's marker; the shortest comment. */
const [lineRoom, partRoom, leastRoom] = [400, 1200, 3000];

/** Whether two versions of a comment say the same. */
export const sameParts = (a: readonly Part[], b: readonly Part[]): boolean => signature(a) === signature(b);

const signature = (parts: readonly Part[]): string =>
  JSON.stringify(
    parts.map(({ id, head, base, content, text }) => [id, head, base, content, text === undefined]).toSorted(),
  );

const nameKey = ({ speaker }: Part): string => JSON.stringify(Object.values(speaker));

const rank = (part: Part): number => statuses.indexOf(part.status) - (part.claimed && part.status === 'pass' ? 0.5 : 0);

function written(parts: readonly Part[], uncounted: number, { key, head }: Frame): string {
  const current = parts.filter(part => part.head === head);
  const [first] = current;
  const isAlone = first !== undefined && parts.length === 1 && first.text !== undefined;
  const content = isAlone ? first.content : fingerprint(signature(parts));
  const jobs = jobsLine(parts, uncounted, head);
  const [told, ...more] = current.filter(part => !isResolved(part));
  const said =
    first && more.length === 0
      ? [told ? headingOf(told) : resolvedLine(head), jobs, told ? textOf(told) : '', partMarker(told ?? first)]
      : [together(current), jobs, ...current.filter(part => !isResolved(part)).flatMap(part => section(part, current))];
  const untold = current.filter(part => isResolved(part) && (told || part !== first)).map(partMarker);
  const earlier = parts.filter(part => part.head !== head).map(part => partMarker({ ...part, text: undefined }));
  return `${blocks(marker({ key, head, content }), ...said, ...untold, ...earlier)}\n`;
}

function headingOf(part: Part, project = projectOf(part)): string {
  const { icon, word } = verdictMark(part);
  return `### ${icon} camdrift: ${word} – ${part.words}${project}`;
}

/** Where one repository has several projects, which of them speaks: the folder of its configuration, or that file's own name. */
function projectOf({ speaker: { config } }: Part): string {
  const project = config.replace(/(^|\/)camdrift\.yml$/, '');
  return project === '' ? '' : ` (${text(project, 60)})`;
}

function together(parts: readonly Part[]): string {
  const [worst] = parts;
  if (!worst) return '';
  const alike = parts.filter(part => rank(part) === rank(worst));
  const words =
    alike.length === 1 ? `${worst.words} (${nameOf(worst, parts)})` : `${alike.length} of ${parts.length} jobs`;
  return headingOf({ ...worst, words }, '');
}

function section(part: Part, among: readonly Part[]): string[] {
  const { icon, word } = verdictMark(part);
  return [`#### ${icon} ${nameOf(part, among)}: ${word} – ${part.words}`, textOf(part), partMarker(part)];
}

const textOf = ({ text, run }: Part): string =>
  text ?? `**Left out for length: what this job found.**${run ? ` See its ${link('run', run)}.` : ''}`;

const isResolved = ({ content }: Part): boolean => content === resolvedContent;

const resolvedLine = (head: string): string =>
  `✅ **camdrift: pass** – as of ${head.slice(0, 7)} this pull request changes no model. The edit history of this comment has what was found before.`;
