import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Deadline, Explainer } from '../explainer/explainer.ts';
import type { AnswersRequest, AnswersRow, EditedAnswers } from '../maps/answers.ts';
import { modelDigest } from '../models/index.ts';
import type { Edit } from '../probes/probe.ts';
import { answersKeyOf } from '../shards/keys.ts';
import { bare, floats } from '../shards/record.ts';
import { tool } from '../version.ts';
import type { Store } from './store.ts';

/**
 * What a model answers to edits of pictures, asked once. Edits that take something of another picture are kept apart: which one gives
 * depends on what the candidate loses, so all else that is asked of a baseline is the same for every candidate.
 * @throws as the engine's `answers` does
 */
export async function answersOnce(
  store: Store,
  engine: Explainer,
  request: AnswersRequest,
  deadline: Deadline | undefined,
): Promise<EditedAnswers> {
  const parts = partsOf(request);
  // A model that cannot be read has no key; who loads it says why.
  const keys = await keysOf(engine, request, parts).catch(() => undefined);
  if (!keys) return engine.answers(request, deadline);
  const known = await Promise.all(parts.map((part, at) => read(store, keys[at]!, part)));
  const open = parts.filter((_, at) => !known[at]);
  if (open.length === 0) return joined(request, known as EditedAnswers[]);
  const made = await engine.answers(open.length < parts.length ? open[0]! : request, deadline);
  const all = parts.map((part, at) => known[at] ?? (open.length < parts.length ? made : partOf(made, request, part)));
  for (const [at, each] of all.entries()) if (!known[at]) await store.write(keys[at]!, JSON.stringify(each, bare));
  await store.trim();
  return joined(request, all);
}

const takesOfAnother = ({ kind }: Edit): boolean => kind === 'swap';

/** First the edits of a picture alone, then the others, where there are any. */
function partsOf(request: AnswersRequest): AnswersRequest[] {
  const fixtures = request.fixtures.map(({ donor: _, ...alone }) => alone);
  const swaps = request.edits.filter(takesOfAnother);
  const plain = { ...request, fixtures, edits: request.edits.filter(each => !takesOfAnother(each)) };
  return swaps.length > 0 ? [plain, { ...request, edits: swaps }] : [plain];
}

function partOf(made: EditedAnswers, { edits }: AnswersRequest, part: AnswersRequest): EditedAnswers {
  return { ...made, edited: made.edited.filter((_, at) => part.edits.includes(edits[at]!)) };
}

/** The rows in the order in which they were asked for. */
function joined({ edits }: AnswersRequest, [plain, swapped]: readonly EditedAnswers[]): EditedAnswers {
  const [alone, others] = [plain!.edited.values(), (swapped?.edited ?? []).values()];
  const edited = edits.map(each => (takesOfAnother(each) ? others : alone).next().value!);
  return { asked: plain!.asked, plain: plain!.plain, edited };
}

const row = z.array(floats.nullable().transform(each => each ?? undefined));
const schema = z.strictObject({ asked: z.array(z.int().min(0)), plain: row, edited: z.array(row) });

async function read(store: Store, key: string, part: AnswersRequest): Promise<EditedAnswers | undefined> {
  const found = await store.read(key, schema);
  return found && fits(found, part) ? found : undefined;
}

/** Whether there are as many answers as are asked for, of pictures that there are. */
function fits({ asked, plain, edited }: EditedAnswers, { fixtures, edits }: AnswersRequest): boolean {
  const isWhole = (answers: AnswersRow) =>
    answers.length === asked.length && answers.every(each => !each || each.every(Number.isFinite));
  return edited.length === edits.length && asked.every(at => at < fixtures.length) && [plain, ...edited].every(isWhole);
}

async function keysOf(
  { name, version }: Explainer,
  { path, load }: AnswersRequest,
  parts: readonly AnswersRequest[],
): Promise<string[]> {
  const model = await modelDigest(path, load.within);
  const keys = await Promise.all(parts.map(part => answersKeyOf(part, model)));
  return keys.map(key =>
    createHash('sha256')
      .update(JSON.stringify([tool, name, version, key]))
      .digest('hex'),
  );
}
