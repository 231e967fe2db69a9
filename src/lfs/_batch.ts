import { z } from 'zod';
import type { Repository } from '../repository/repository.ts';
import { againRemedy, readRemedy, unavailable } from '../repository/unavailable.ts';
import { Passing, tried } from '../sources/tries.ts';
import type { LfsPointer } from './pointer.ts';

/** Where an object can be had, and what to show there. */
export interface Download {
  readonly href: string;
  readonly headers: Readonly<Record<string, string>>;
}

type Wanted = readonly { readonly pointer: LfsPointer; readonly place: string }[];

/**
 * Asks Git LFS where objects can be had, in one request. Source: docs/api/batch.md in git-lfs.
 * @throws CamdriftError `baseline-unavailable`, for the first object that cannot be had
 */
export async function downloadsOf(repository: Repository, wanted: Wanted): Promise<ReadonlyMap<string, Download>> {
  const answer = await ask(repository, wanted).catch(cause => {
    throw cause instanceof Passing
      ? unavailable(
          `${wanted[0]!.place} is kept in Git LFS, which could not be asked: ${cause.message}.`,
          againRemedy,
          cause,
        )
      : cause;
  });
  return new Map(wanted.map(each => [each.pointer.oid, downloadOf(repository, each, answer)]));
}

const object = z.looseObject({
  oid: z.string(),
  authenticated: z.boolean().optional(),
  actions: z
    .looseObject({
      download: z.looseObject({ href: z.string(), header: z.record(z.string(), z.string()).optional() }).optional(),
    })
    .optional(),
  error: z.looseObject({ code: z.number(), message: z.string() }).optional(),
});
const answerSchema = z.looseObject({ transfer: z.string().optional(), objects: z.array(object) });
type Answer = z.output<typeof answerSchema>;

const mediaType = 'application/vnd.git-lfs+json';

function ask(repository: Repository, wanted: Wanted): Promise<Answer> {
  const { serverUrl, owner, name, gitAuthorization, second } = repository;
  const objects = wanted.map(({ pointer: { oid, size } }) => ({ oid, size }));
  return tried(async () => {
    const url = `${serverUrl}/${owner}/${name}.git/info/lfs/objects/batch`;
    const request = {
      method: 'POST',
      headers: { accept: mediaType, 'content-type': mediaType, authorization: gitAuthorization },
      body: JSON.stringify({ operation: 'download', transfers: ['basic'], objects }),
    };
    const response = await repository.fetch(url, request).catch(cause => {
      throw new Passing(cause.cause?.message || cause.message, { cause });
    });
    const text = await response.text().catch(cause => {
      throw new Passing('the connection broke off', { cause });
    });
    if (!response.ok && isOverQuota(text))
      throw unavailable(
        `${wanted[0]!.place} is kept in Git LFS, which refused (${response.status}${saidIn(text)}).`,
        quotaRemedy,
      );
    if (response.status >= 500 || response.status === 429)
      throw new Passing(`it answered with status ${response.status}`);
    const parsed = answerSchema.safeParse(jsonOf(text));
    if (response.ok && parsed.success && (parsed.data.transfer ?? 'basic') === 'basic') return parsed.data;
    const words = response.ok
      ? 'answered with something else than objects'
      : `refused (${response.status}${saidIn(text)})`;
    throw unavailable(`${wanted[0]!.place} is kept in Git LFS, which ${words}.`, readRemedy);
  }, second);
}

/** GitHub says so with 403, and of budgets with 429; to ask again does not help. */
const isOverQuota = (text: string): boolean => /quota|budget|bandwidth/i.test(text);

const quotaRemedy =
  'The owner of the repository can buy data or raise the budget for Git LFS, or wait until next month. A baseline that is made with `camdrift baseline` and committed needs no download.';

function downloadOf(repository: Repository, { pointer, place }: Wanted[number], { objects }: Answer): Download {
  const found = objects.find(({ oid }) => oid === pointer.oid);
  const action = found?.actions?.download;
  if (!found || !action) {
    const words = found?.error ? ` (${found.error.code} ${short(found.error.message)})` : '';
    throw unavailable(
      `${place} is kept in Git LFS, and its object ${pointer.oid} is not there${words}.`,
      missingRemedy,
    );
  }
  const server = new URL(repository.serverUrl);
  const url = URL.canParse(action.href) ? new URL(action.href) : undefined;
  if (url?.protocol !== 'https:' && !(url?.protocol === 'http:' && server.protocol === 'http:'))
    throw unavailable(`Git LFS says that ${place} is at an address that is not ${server.protocol}//.`, againRemedy);
  const headers = { ...action.header };
  const named = Object.keys(headers).some(name => name.toLowerCase() === 'authorization');
  if (!named && !found.authenticated && url.origin === server.origin)
    headers.authorization = repository.gitAuthorization;
  return { href: url.href, headers };
}

const missingRemedy =
  'Push it with `git lfs push --all` (storage named in .lfsconfig is not asked), or commit a baseline made with `camdrift baseline`.';

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function saidIn(text: string): string {
  const { message } = (jsonOf(text) ?? {}) as { message?: unknown };
  return typeof message === 'string' ? ` ${short(message)}` : '';
}

const short = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}...` : text);
