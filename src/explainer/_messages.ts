import type { Engine } from '../engines/engine.ts';
import type { ProblemCode } from '../errors.ts';
import type { FixtureToShow, Preparation } from '../images/load.ts';
import type { InputSize } from '../images/prepare.ts';
import type { AnswersRequest, EditedAnswers } from '../maps/answers.ts';
import type { Explanation, Failure, FixtureTask } from '../maps/explain.ts';
import type { ModelFacts, ModelMaps } from '../maps/maps.ts';
import type { MapRequest } from '../maps/request.ts';
import type { LayerInfo, LoadOptions, TargetLayer } from '../models/model.ts';
import type { RegionShape } from '../regions/region.ts';

/** What `layers` tells of a model. */
export interface ModelLayers extends Pick<ModelFacts, 'format' | 'input' | 'classes' | 'task' | 'takes'> {
  readonly auto?: TargetLayer;
  /** Why `auto` takes none of them, and what to do. */
  readonly withoutAuto?: string;
  readonly layers: readonly LayerInfo[];
}

export interface FixtureRequest {
  readonly path: string;
  readonly input: InputSize;
  readonly preparation: Preparation;
  readonly regions?: readonly RegionShape[];
}

/** What can be asked of the process that explains. Plain data, without secrets. */
export type Question =
  | { readonly kind: 'start' }
  | { readonly kind: 'maps'; readonly request: MapRequest }
  | { readonly kind: 'answers'; readonly request: AnswersRequest }
  | { readonly kind: 'layers'; readonly path: string; readonly load: LoadOptions }
  | { readonly kind: 'fixture'; readonly request: FixtureRequest };

/** A question, or the tasks that the process asks back for once it knows the model: some at a time, and whether that was all of them. */
export type ToExplainer = { readonly id: number } & (Question | TasksMessage);

export type TasksMessage =
  | { readonly kind: 'tasks'; readonly tasks: readonly SentTask[] }
  /** Given up: none of them counts. */
  | { readonly kind: 'tasks-end'; readonly given: boolean };

/** What is known of it is sent along. */
export interface SentTask extends Omit<FixtureTask, 'known'> {
  readonly known?: Explanation | Failure;
}

/** Maps come batch by batch: the answer to `maps` has none any more. */
export type Answers = {
  readonly start: Pick<Engine, 'name' | 'version' | 'passedOver'>;
  readonly maps: Omit<ModelMaps, 'outcomes'>;
  readonly answers: EditedAnswers;
  readonly layers: ModelLayers;
  readonly fixture: FixtureToShow;
};

export type FromExplainer = { readonly id: number } & (
  | { readonly kind: 'facts'; readonly facts: ModelFacts }
  | { readonly kind: 'outcomes'; readonly from: number; readonly outcomes: readonly (Explanation | Failure)[] }
  | { readonly kind: 'answer'; readonly answer: Answers[keyof Answers] }
  | { readonly kind: 'problem'; readonly code: ProblemCode; readonly message: string; readonly remedy: string }
);
