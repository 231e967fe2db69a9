import { picturePaths } from '../../results/pictures.ts';
import type { Results } from '../../results/results.ts';
import { bodyOf } from './body.ts';
import { type Extent, plans } from './extent.ts';
import { leftForLength, unpublished } from './left-out.ts';
import { fingerprint, markerRoom } from './marker.ts';
import { offerOf } from './offer.ts';
import { longestBase, type Part, partId, partMarker, resolvedContent, type Speaker, shortSpeaker } from './part.ts';
import { type CommentRequest, leastLength, sceneOf } from './scene.ts';
import { failing, headline } from './verdict.ts';
import { wholeComment } from './whole.ts';
import { worstFirst } from './words.ts';

export { type Check, type Heard, isOpen, withHeard } from './heard.ts';
export { marker, readMarker } from './marker.ts';
export { mergedParts } from './merge.ts';
export { pictureOrder } from './order.ts';
export { type Part, partId, readParts, type Speaker, shortSpeaker } from './part.ts';
export type { CommentRequest } from './scene.ts';
export { roomFor, sameParts, wholeComment } from './whole.ts';

export interface Comment {
  /** Markdown of this part as the only one; its first line is the hidden marker. */
  readonly body: string;
  readonly part: Part;
  /** What was left out, in words, in order. */
  readonly leftOut: readonly string[];
  /** Pictures that the body shows, worst first: only these need publishing. */
  readonly shown: readonly string[];
  /** Those of them that narrow screens get in another form: that form. */
  readonly narrow: readonly string[];
}

/**
 * The comment on a pull request: verdict first, then the worst, then the rest behind clicks; never longer than its budget.
 *
 * The marker's `content` depends on what is said, and neither on where pictures are published nor on which run says it.
 * @throws RangeError when the budget has no room for the shortest comment (2,000 characters and the links do), or the
 * key is none
 */
export function comment(request: CommentRequest): Comment {
  const room = request.budget - markerRoom - partMarker(partOf(request, '', '')).length - headingRoom;
  const nominal = { ...request, ...nominalAddresses(request) };
  for (const plan of plans) {
    const scene = sceneOf(nominal, plan);
    if (leastLength(scene) > room) continue;
    const said = bodyOf(scene);
    if (said.length > room) continue;
    const body = bodyOf(sceneOf(request, plan));
    if (body.length <= room) return finished(request, plan, said, body);
  }
  throw new RangeError(`A comment does not fit into ${request.budget} characters.`);
}

/** Characters of the longest heading and of the line that tells which jobs are awaited. */
const headingRoom = 300;

/** Pictures that a comment within that budget would show, worst first, at most so many: asked before any is published. */
export function picturesFor(results: Results, budget: number, most: number): readonly string[] {
  const pictures = new Map(picturePaths(results.models).map(path => [path, path]));
  const links = { repository: `https://github.com/${'-'.repeat(60)}` };
  return comment({ results, pictures, key: 'default', links, budget }).shown.slice(0, most);
}

/** What a job says, of which a comment says now that its pull request no longer changes a model. */
export function resolvedPart(
  about: Pick<CommentRequest, 'speaker' | 'legs' | 'time'> & Pick<Part, 'head' | 'base'>,
): Part {
  const { head, base, ...speaking } = about;
  const said = {
    status: 'pass',
    words: 'no model changed',
    claimed: false,
    content: resolvedContent,
    text: '',
  } as const;
  return { ...spoken(speaking), ...said, head, ...goingTo(base) };
}

const goingTo = (base: string | undefined): Pick<Part, 'base'> =>
  base === undefined || base.length > longestBase ? {} : { base };

function spoken({ speaker = nobody, legs = 1, time = 0 }: Pick<CommentRequest, 'speaker' | 'legs' | 'time'>) {
  return { id: partId(speaker), speaker: shortSpeaker(speaker), legs, time };
}

const nobody: Speaker = { workflow: '', job: '', leg: '', config: '', step: '' };

function partOf(request: CommentRequest, text: string, content: string): Part {
  const { results, claimed = false, links, terms } = request;
  const offer = terms && !claimed ? offerOf(worstFirst(results.models), terms, failing(results.models)) : undefined;
  return {
    ...spoken(request),
    ...headline({ request, models: worstFirst(results.models) }),
    head: results.change?.head ?? 'none',
    ...goingTo(results.change?.baseRef),
    claimed,
    content: content || '0'.repeat(16),
    run: links.run,
    ...(offer && { offer }),
    text,
  };
}

/**
 * Addresses as long as those of pictures on a branch, and the same in every run: under them the plan is chosen and the
 * content compared.
 */
function nominalAddresses({ pictures, links: { repository, report } }: CommentRequest) {
  const run = `${repository}/actions/runs/00000000000`;
  const folder = `${repository}/blob/${'0'.repeat(40)}/pr-00000/${'-'.repeat(20)}/00000000000-0`;
  return {
    pictures: new Map([...pictures.keys()].map(path => [path, `${folder}/${path}?raw=true`])),
    links: { repository, run, ...(report && { report: { ...report, address: `${run}/artifacts/00000000000` } }) },
  };
}

function finished(request: CommentRequest, plan: Extent, said: string, text: string): Comment {
  const scene = sceneOf(request, plan);
  const { edits, inline, folded, narrow } = scene.pictures;
  const shown = [...edits.keys(), ...[...inline.keys(), ...folded.keys()].flatMap(({ montage }) => montage ?? [])];
  const { status, words } = headline(scene);
  const part = partOf(request, text, fingerprint(`${status} ${words}\n${said}`));
  const { key, budget } = request;
  return {
    part,
    body: wholeComment([part], { key, head: part.head, budget }, part.id),
    leftOut: [...leftForLength(scene), ...unpublished(scene)],
    shown: plan.models === 'sections' ? shown : [],
    narrow: plan.models === 'sections' ? narrow : [],
  };
}
