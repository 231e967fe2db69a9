import { z } from 'zod';
import { type AcceptBy, acceptBy } from '../../acceptance/decide.ts';
import { type FailOn, failure } from '../../judgement/gate.ts';
import type { ModelResult } from '../../results/model.ts';
import { verdicts, worst } from '../../results/verdict.ts';
import { type Status, status, statuses } from './words.ts';

const short = (most: number) => z.string().max(most);

/** What there is to accept of what a job says, for whoever hears an acceptance without judging anything again. */
export const offerSchema = z.strictObject({
  by: z.enum(acceptBy),
  /** What the check does: it follows the acceptances, or fails or passes whatever is accepted. */
  gate: z.enum(['follows', 'fails', 'passes']),
  /** What the heading says of models that fail. */
  phrase: short(60),
  models: z
    .array(
      z.strictObject({
        name: short(200),
        code: z.string().regex(/^[0-9a-f]{16}$/),
        named: z.array(short(80)).max(20),
        after: z.enum(verdicts),
      }),
    )
    .min(1)
    .max(10),
  /** How many of the other models ended how. */
  others: z.partialRecord(z.enum(statuses as [Status, ...Status[]]), z.int().min(0)),
});

export type Offer = z.infer<typeof offerSchema>;
type Offered = Offer['models'][number];

/** Bytes: the hidden line of a part holds no more. */
const mostBytes = 4000;

export interface OfferTerms {
  readonly by: AcceptBy;
  readonly failOn: FailOn;
}

/** Undefined where nothing can be accepted. What is too long to be told is left to the next run. */
export function offerOf(all: readonly ModelResult[], { by, failOn }: OfferTerms, phrase: string): Offer | undefined {
  const models: Offered[] = [];
  for (const offered of all.flatMap(offeredOf)) {
    const isShort = offered.named.length <= 20 && offered.named.every(name => name.length <= 80);
    const size = JSON.stringify([...models, offered]).length;
    if (isShort && offered.name.length <= 200 && models.length < 10 && size <= mostBytes) models.push(offered);
  }
  if (models.length === 0 || by === 'nobody') return undefined;
  const known = new Set(models.map(({ name }) => name));
  const others: Partial<Record<Status, number>> = {};
  for (const model of all.filter(({ name }) => !known.has(name)))
    others[status(model)] = (others[status(model)] ?? 0) + 1;
  return { by, gate: gateOf(all, known, failOn), phrase, models, others };
}

function offeredOf({ name, pair, reasons }: ModelResult): Offered[] {
  if (!pair) return [];
  const rest = reasons.filter(({ level }) => level !== 'fail').map(({ level }) => level);
  return [{ name, code: pair.code, named: [...pair.named], after: worst(['accepted', ...rest]) }];
}

function gateOf(all: readonly ModelResult[], known: ReadonlySet<string>, failOn: FailOn): Offer['gate'] {
  if (failOn === 'never') return 'passes';
  const after = all.map((model): ModelResult => {
    const [offered] = known.has(model.name) ? offeredOf(model) : [];
    return offered ? { ...model, verdict: offered.after } : model;
  });
  return failure({ models: after }, failOn) === undefined ? 'follows' : 'fails';
}
