import type { ReadReason } from '../results/reason.ts';
import type { ModelResult } from '../results/results.ts';
import type { WrittenModel } from './schema.ts';

/** What `results.json` says of a model. The facts of its reasons stayed with whoever wrote it: they are read as sentences. */
export const readModel = (model: WrittenModel): ModelResult => ({ ...model, reasons: model.reasons.map(readReason) });

const readReason = ({ level, code, message }: WrittenModel['reasons'][number]): ReadReason => ({
  level,
  code: 'as-written',
  written: code,
  message,
});
