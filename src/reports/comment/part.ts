import { z } from 'zod';
import { fingerprint } from './marker.ts';
import { type Offer, offerSchema } from './offer.ts';
import { type Status, statuses } from './words.ts';

/** Who speaks: one step of one job, as far as the runner's environment tells. */
export interface Speaker {
  readonly workflow: string;
  readonly job: string;
  /** Values of the matrix, such as `ubuntu, 3.12`; empty without one. */
  readonly leg: string;
  readonly config: string;
  readonly step: string;
}

/** What one job says about one commit; a comment holds a part for every job that has spoken. */
export interface Part {
  /** The same for every run of that job. */
  readonly id: string;
  /** The commit that it is about, or `none`. */
  readonly head: string;
  readonly status: Status;
  /** Whether somebody else vouches for it. */
  readonly claimed: boolean;
  /** The branch that the pull request was judged as going to. */
  readonly base?: string | undefined;
  /** What the heading says after the status, as Markdown. */
  readonly words: string;
  readonly speaker: Speaker;
  /** How many legs the job's matrix has. */
  readonly legs: number;
  /** Milliseconds since 1970; of two versions of a part the later holds. */
  readonly time: number;
  /** The same for versions that say the same. */
  readonly content: string;
  /** Address of the run that found it. */
  readonly run?: string | undefined;
  /** What there is to accept. */
  readonly offer?: Offer | undefined;
  /** Markdown below the heading; `undefined`: left out. */
  readonly text: string | undefined;
}

/** The `content` of a part whose pull request changes no model of its job. */
export const resolvedContent = 'resolved';

/** Of one job, whatever it says. */
export const partId = ({ workflow, job, leg, config, step }: Speaker): string =>
  fingerprint(JSON.stringify([workflow, job, leg, config, step]));

const short = (most: number) => z.string().max(most);
const speakerLimits = { workflow: 60, job: 60, leg: 80, config: 80, step: 40 } as const;

/** Longer names of branches are not kept. */
export const longestBase = 250;

const dataSchema = z.strictObject({
  head: z.string().regex(/^([0-9a-f]{40}|none)$/),
  status: z.enum(statuses as [Status, ...Status[]]),
  claimed: z.boolean(),
  base: short(longestBase).optional(),
  words: short(600),
  speaker: z.strictObject({
    workflow: short(speakerLimits.workflow),
    job: short(speakerLimits.job),
    leg: short(speakerLimits.leg),
    config: short(speakerLimits.config),
    step: short(speakerLimits.step),
  }),
  legs: z.int().min(1).max(256),
  time: z.number().min(0),
  content: z.string().regex(/^[\w-]{1,40}$/),
  run: short(400).optional(),
  offer: offerSchema.optional(),
  length: z.int().min(0).max(70_000).optional(),
  check: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
});

/** Names of jobs and files as they are remembered: the ends of long ones tell them apart. */
export function shortSpeaker(speaker: Speaker): Speaker {
  const cut = (name: keyof Speaker) => {
    const most = speakerLimits[name];
    const text = speaker[name];
    return text.length <= most ? text : `…${text.slice(1 - most)}`;
  };
  return { workflow: cut('workflow'), job: cut('job'), leg: cut('leg'), config: cut('config'), step: cut('step') };
}

/**
 * The hidden line below a part's text. It has everything but the text, and how long that is, so that another job can put
 * the part into its own version of the comment.
 */
export function partMarker({ id, text, ...data }: Part): string {
  const written = { ...data, ...(text !== undefined && { length: text.length, check: fingerprint(text) }) };
  return `<!-- camdrift part=${id} data=${encoded(JSON.stringify(written))} -->`;
}

const pattern = /^<!-- camdrift part=([0-9a-f]{16}) data=([\w+/=]{1,9000}) -->$/gm;

/** The parts of a comment of ours, in its order. What is not as `partMarker` writes it is no part. */
export function readParts(body: string): Part[] {
  const plain = body.replaceAll('\r\n', '\n');
  return [...plain.matchAll(pattern)].flatMap(({ 1: id, 2: written, index }) => {
    const data = dataSchema.safeParse(decoded(written!)).data;
    if (!data) return [];
    const { length, check, ...rest } = data;
    const end = index - 2;
    const text = length === undefined ? undefined : plain.slice(Math.max(0, end - length), Math.max(0, end));
    // Somebody edited the comment by hand: what it says now is not the job's word.
    const whole = text !== undefined && fingerprint(text) === check;
    return [{ id: id!, ...rest, text: whole ? text : undefined }];
  });
}

const encoded = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

function decoded(written: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(written), each => each.charCodeAt(0))));
  } catch {
    return undefined;
  }
}
