import { bodyOf } from './_comment-body.ts';
import { leftForLength, unpublished } from './_comment-left-out.ts';
import { fingerprint, marker, markerRoom } from './_comment-marker.ts';
import { type Plan, plans } from './_comment-plan.ts';
import { type CommentRequest, leastLength, sceneOf } from './_comment-scene.ts';
import type { Results } from './results.ts';

export { marker, readMarker } from './_comment-marker.ts';
export type { CommentRequest } from './_comment-scene.ts';

export interface Comment {
  /** Markdown; its first line is the hidden marker. */
  readonly body: string;
  /** What was left out, in words, in order. */
  readonly leftOut: readonly string[];
  /** Pictures that the body shows, worst first: only these need publishing. */
  readonly shown: readonly string[];
}

/**
 * The comment on a pull request: verdict first, then the worst, then the rest behind clicks; never longer than its budget.
 *
 * The marker's `content` depends on what is said, and neither on where pictures are published nor on which run says it.
 * @throws RangeError when the budget has no room for the shortest comment (2,000 characters and the links do), or the
 * key is none
 */
export function comment(request: CommentRequest): Comment {
  const room = request.budget - markerRoom;
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

/** Pictures that a comment within that budget would show, worst first, at most so many: asked before any is published. */
export function picturesFor(results: Results, budget: number, most: number): readonly string[] {
  const all = results.models.flatMap(({ fixtures, probes = [] }) => [
    ...probes.flatMap(({ picture }) => picture ?? []),
    ...fixtures.flatMap(({ montage }) => montage ?? []),
  ]);
  const pictures = new Map(all.map(path => [path, path]));
  const links = { repository: `https://github.com/${'-'.repeat(60)}` };
  return comment({ results, pictures, key: 'default', links, budget }).shown.slice(0, most);
}

/** The one line that an earlier comment becomes when the pull request no longer changes a model. */
export function resolvedComment({ key, head }: { readonly key: string; readonly head: string }): string {
  const line = `✅ **camdrift: pass** – as of ${head.slice(0, 7)} this pull request changes no model. The edit history of this comment has what was found before.`;
  return `${marker({ key, head, content: 'resolved' })}\n\n${line}\n`;
}

/**
 * Addresses as long as those of pictures on a branch, and the same in every run: under them the plan is chosen and the
 * content compared.
 */
function nominalAddresses({ pictures, links: { repository } }: CommentRequest) {
  const folder = `${repository}/blob/${'0'.repeat(40)}/pr-00000/${'-'.repeat(20)}/00000000000-0`;
  return {
    pictures: new Map([...pictures.keys()].map(path => [path, `${folder}/${path}?raw=true`])),
    links: { repository, run: `${repository}/actions/runs/00000000000` },
  };
}

function finished(request: CommentRequest, plan: Plan, said: string, body: string): Comment {
  const scene = sceneOf(request, plan);
  const head = request.results.change?.head ?? 'none';
  const { probes, inline, folded } = scene.pictures;
  const shown = [
    ...[...probes.keys()].flatMap(({ picture }) => picture ?? []),
    ...[...inline.keys(), ...folded.keys()].flatMap(({ montage }) => montage ?? []),
  ];
  return {
    body: `${marker({ key: request.key, head, content: fingerprint(said) })}\n\n${body}\n`,
    leftOut: [...leftForLength(scene), ...unpublished(scene)],
    shown: plan.models === 'sections' ? shown : [],
  };
}
