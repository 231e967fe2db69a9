import { join } from 'node:path';
import type { Explainer } from '../../src/explainer/explainer.ts';
import type { AnswersRequest, EditedAnswers } from '../../src/maps/answers.ts';
import { modelDigest } from '../../src/models/index.ts';
import { digest, keep, kept, remembered } from './kept.ts';

/** Of one picture: probabilities by the digest of the edit; null where there are none. */
type Known = Record<string, Float32Array | null>;

/** Answers of a model, each picture and edit asked about once. */
export async function askedBefore(
  explainer: Explainer,
  request: AnswersRequest,
  folder: string,
  code: string,
): Promise<EditedAnswers> {
  const model = await modelDigest(request.path);
  const asked = await askedOf(explainer, request, join(folder, digest(['asked', model, request.fixtures.length])));
  const { path: _, fixtures: __, edits: ___, sample: ____, ...settings } = request;
  const fixtures = asked.map(index => request.fixtures[index]!);
  const places = fixtures.map(({ donor: _____, ...fixture }) =>
    join(folder, digest([code, 'answers', model, settings, fixture])),
  );
  const known = await Promise.all(places.map(async place => (await kept<Known>(place)) ?? {}));
  const edits = request.edits.map(edit => ({
    edit,
    keys: fixtures.map(({ donor }) => digest(edit.kind === 'swap' ? [edit, donor] : edit)),
  }));
  const open = edits.filter(({ keys }) => known.some((each, at) => each[keys[at]!] === undefined));
  if (open.length > 0 || known.some(each => each[plain] === undefined)) {
    const more = { ...request, fixtures, edits: open.map(({ edit }) => edit), sample: false };
    const found = await explainer.answers(more);
    for (const [at, each] of known.entries()) {
      each[plain] = found.plain[at] ?? null;
      for (const [row, { keys }] of open.entries()) each[keys[at]!] = found.edited[row]![at] ?? null;
    }
    await Promise.all(known.map((each, at) => keep(places[at]!, each)));
  }
  const row = (keyOf: (at: number) => string) => known.map((each, at) => each[keyOf(at)] ?? undefined);
  return { asked, plain: row(() => plain), edited: edits.map(({ keys }) => row(at => keys[at]!)) };
}

const plain = 'plain';

/** Which fixtures a model is asked about, which it takes the model to know. */
async function askedOf(explainer: Explainer, request: AnswersRequest, place: string): Promise<readonly number[]> {
  if (!request.sample) return [...request.fixtures.keys()];
  return remembered(place, async () => (await explainer.answers({ ...request, edits: [] })).asked);
}
