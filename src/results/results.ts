import type { WrittenModel, WrittenResults } from '../results-file/schema.ts';
import type { Reason } from './reason.ts';

export type ModelResult = Omit<WrittenModel, 'reasons'> & { reasons: Reason[] };
export type Results = Omit<WrittenResults, 'models'> & { models: ModelResult[] };
export type Change = NonNullable<Results['change']>;
export type FixtureResult = ModelResult['fixtures'][number];
export type Policy = NonNullable<ModelResult['judged']>;
export type ProbeSummary = NonNullable<ModelResult['probes']>[number];
export type RegionSummary = NonNullable<ModelResult['regions']>[number];
