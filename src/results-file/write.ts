import { jsonPieces } from '../core/json-pieces.ts';
import { sentenceOf } from '../reports/reasons.ts';
import type { ModelResult } from '../results/model.ts';
import { codeOf, type Reason } from '../results/reason.ts';
import type { Results } from '../results/results.ts';
import type { WrittenModel, WrittenResults } from './schema.ts';

/** `results.json`, in pieces: of thousands of fixtures it is large. */
export function* resultsText(results: Results): Generator<string> {
  yield* jsonPieces(written(results), 2);
  yield '\n';
}

/** Results as they are written: reasons in words, for readers that have no table of them. */
export const written = (results: Results): Frozen<WrittenResults> => ({
  ...results,
  models: results.models.map(writtenModel),
});

const writtenModel = (model: ModelResult): Frozen<WrittenModel> => ({
  ...model,
  reasons: model.reasons.map(writtenReason),
});

export const writtenReason = (reason: Reason): WrittenModel['reasons'][number] => ({
  level: reason.level,
  code: codeOf(reason),
  message: sentenceOf(reason),
});

/** Read-only to the last leaf: the compiler sees that what was found fits the schema. */
type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
