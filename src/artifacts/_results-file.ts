import { z } from 'zod';
import { resultsSchema, type WrittenResults } from '../results-file/schema.ts';
import { parseBounded } from './_bounded-json.ts';
import { quoted, rejected } from './_rejection.ts';

const resultsLimits = { models: 100, fixtures: 5_000 } as const;

/**
 * `results.json` by its schema, strictly. It is read part by part and given up at the first bad one: a schema lists every
 * mistake it finds, and a stranger can make more of them than memory holds.
 * @throws CamdriftError `claims-rejected`
 */
export function writtenIn(bytes: Uint8Array): WrittenResults {
  const { models, ...rest } = conforming(outline, parseBounded(bytes, 'results.json'), []);
  const count = models.reduce((sum, { fixtures }) => sum + fixtures.length, 0);
  if (models.length > resultsLimits.models)
    throw rejected(`results.json has ${models.length} models; at most ${resultsLimits.models} are read.`);
  if (count > resultsLimits.fixtures)
    throw rejected(`results.json has ${count} fixtures; at most ${resultsLimits.fixtures} are read.`);
  const read = models.map((model, index) => ({
    ...conforming(modelSchema, { ...model, fixtures: [] }, ['models', index]),
    fixtures: model.fixtures.map((fixture, at) =>
      conforming(fixtureSchema, fixture, ['models', index, 'fixtures', at]),
    ),
  }));
  return { ...conforming(resultsSchema, { ...rest, models: [] }, []), models: read };
}

const outline = z.looseObject({ models: z.array(z.looseObject({ fixtures: z.array(z.unknown()) })) });
const modelSchema = resultsSchema.shape.models.element;
const fixtureSchema = modelSchema.shape.fixtures.element;

function conforming<T>(schema: z.ZodType<T>, value: unknown, where: readonly PropertyKey[]): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const { path, message } = read.error.issues[0]!;
  const place = [...where, ...path].join('.');
  throw rejected(`results.json is not a result of an audit${place && `: at ${quoted(place)}`}: ${quoted(message)}.`);
}
