import { createHash, randomUUID } from 'node:crypto';
import { Ajv } from 'ajv';
import { type Answer, forbidden, type Links, Refusal } from './call.ts';
import { ticketFor } from './downloads.ts';
import { type Incoming, json } from './incoming.ts';
import type { Ledger } from './ledger.ts';
import { answered, type Outcome, viewerOf } from './rest.ts';
import { may } from './tokens.ts';
import type { World } from './world.ts';

/** Text of the pointer file that stands for these bytes, which are kept. */
export function storeLfs(world: World, bytes: Uint8Array): string {
  const oid = createHash('sha256').update(bytes).digest('hex');
  world.lfs.set(oid, bytes);
  return `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${bytes.length}\n`;
}

/** The oid in a pointer file; `undefined` when it is none. */
export function oidIn(pointer: Uint8Array): string | undefined {
  if (pointer.length > 1024) return undefined;
  const found = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:.*\n)*?oid sha256:([0-9a-f]{64})\n/;
  return found.exec(Buffer.from(pointer).toString())?.[1];
}

interface Wanted {
  readonly oid: string;
  readonly size: number;
}

/** Git LFS's batch API, for downloads. */
export async function lfsBatch(world: World, incoming: Incoming, links: Links, ledger: Ledger): Promise<Outcome> {
  const answer = await answered(() => {
    const scheme = incoming.headers.authorization?.split(' ')[0];
    if (scheme?.toLowerCase() !== 'basic')
      ledger.violation(incoming, `Git LFS wants basic authorization, not ${scheme}`);
    const viewer = viewerOf(world, incoming);
    const problems = requestProblems(incoming);
    for (const problem of problems) ledger.violation(incoming, problem);
    if (problems.length > 0) throw new Refusal(422, 'Invalid request.');
    if (!may(viewer, 'read', 'contents', world.isPrivate)) throw forbidden();
    const { objects } = json(incoming) as unknown as { objects: readonly Wanted[] };
    return batch(world, links, objects);
  });
  if (answer.status === 200 && !validResponse(answer.body))
    ledger.violation(incoming, `the stand-in's answer: ${JSON.stringify(validResponse.errors)}`);
  return { answer: { ...answer, headers: { 'content-type': mediaType } }, validated: true };
}

const mediaType = 'application/vnd.git-lfs+json';

function batch(world: World, links: Links, wanted: readonly Wanted[]): Answer {
  const objects = wanted.map(({ oid, size }) => {
    const bytes = world.lfs.get(oid);
    if (!bytes) return { oid, size, error: { code: 404, message: 'Object does not exist on the server' } };
    if (bytes.length !== size) return { oid, size, error: { code: 422, message: 'Size does not match' } };
    const authorization = `RemoteAuth ${randomUUID()}`;
    const href = ticketFor(world, links, { bytes, authorization });
    const download = { href, header: { Authorization: authorization }, expires_in: 3600 };
    return { oid, size, authenticated: true, actions: { download } };
  });
  return { status: 200, body: { transfer: 'basic', objects, hash_algo: 'sha256' } };
}

function requestProblems(incoming: Incoming): string[] {
  const { accept = '', 'content-type': type = '' } = incoming.headers;
  return [
    ...(accept.includes(mediaType) ? [] : [`Git LFS must be asked for ${mediaType}, not ${accept}`]),
    ...(type.includes(mediaType) ? [] : [`a request to Git LFS is ${mediaType}, not ${type}`]),
    ...(validRequest(json(incoming)) ? [] : [JSON.stringify(validRequest.errors)]),
  ];
}

const object = {
  oid: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  size: { type: 'integer', minimum: 0 },
};
const ajv = new Ajv({ strict: false });
const validRequest = ajv.compile({
  type: 'object',
  required: ['operation', 'objects'],
  additionalProperties: false,
  properties: {
    operation: { const: 'download' },
    transfers: { type: 'array', contains: { const: 'basic' } },
    ref: { type: 'object', required: ['name'] },
    hash_algo: { const: 'sha256' },
    objects: {
      type: 'array',
      minItems: 1,
      items: { type: 'object', required: ['oid', 'size'], additionalProperties: false, properties: object },
    },
  },
});
const validResponse = ajv.compile({
  type: 'object',
  required: ['objects'],
  properties: {
    transfer: { const: 'basic' },
    objects: {
      type: 'array',
      items: {
        type: 'object',
        required: ['oid', 'size'],
        properties: {
          ...object,
          actions: { type: 'object', required: ['download'] },
          error: { type: 'object', required: ['code', 'message'] },
        },
        oneOf: [{ required: ['actions'] }, { required: ['error'] }],
      },
    },
  },
});
