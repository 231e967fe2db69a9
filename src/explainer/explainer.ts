import type { Engine } from '../engines/engine.ts';
import { CamdriftError } from '../errors.ts';
import { type FixtureToShow, loadFixture, toShow } from '../images/load.ts';
import { type AnswersRequest, type EditedAnswers, editedAnswers } from '../maps/answers.ts';
import type { FixtureTask } from '../maps/explain.ts';
import { type Found, type ModelFacts, type ModelMaps, makeMaps, type Progress } from '../maps/maps.ts';
import type { MapRequest } from '../maps/request.ts';
import { loadModel } from '../models/index.ts';
import type { LayerInfo, LoadOptions, Model } from '../models/model.ts';
import type { FixtureRequest, ModelLayers } from './_messages.ts';

/** When an answer must be there, as `performance.now()` counts, and which limit says so: `900 s for one model (\`timeout\`)`. */
export interface Deadline {
  readonly at: number;
  readonly words: string;
}

/** What is asked of a model, once it is known. */
export type TasksFor = (facts: ModelFacts) => readonly FixtureTask[] | Promise<readonly FixtureTask[]>;

/** What loads models and decodes pictures: the only thing that sees what is in a stranger's files. */
export interface Explainer {
  /** Of its engine. */
  readonly name: string;
  readonly version: string;
  /** As `makeMaps`. When time runs out, or what explains breaks down, what was found so far, and why it is not all. */
  maps(
    request: MapRequest,
    tasksFor: TasksFor,
    progress?: Progress,
    deadline?: Deadline,
    tell?: Found,
  ): Promise<ModelMaps>;
  /** As `editedAnswers`. */
  answers(request: AnswersRequest, deadline?: Deadline): Promise<EditedAnswers>;
  layers(path: string, load: LoadOptions, deadline?: Deadline): Promise<ModelLayers>;
  fixture(request: FixtureRequest): Promise<FixtureToShow>;
}

/** The same, but for how maps come about. */
export const explainingBy = (engine: Explainer, maps: Explainer['maps']): Explainer => ({
  name: engine.name,
  version: engine.version,
  maps,
  answers: (...asked) => engine.answers(...asked),
  layers: (...asked) => engine.layers(...asked),
  fixture: asked => engine.fixture(asked),
});

/** Explains in this process, which cannot be ended from outside. */
export function inProcess(engine: Engine): Explainer {
  return {
    name: engine.name,
    version: engine.version,
    maps: (request, tasksFor, progress, _deadline, tell) => makeMaps(engine, request, tasksFor, progress, tell),
    answers: request => editedAnswers(engine, request),
    layers: async (path, load) => {
      using model = await loadModel(path, engine, load);
      const { format, input, classes, task } = model;
      const layers = model.layers();
      return { format, input, classes, task, takes: model.takes(), ...autoOf(model, layers), layers };
    },
    fixture: async ({ path, input, preparation, regions }) =>
      toShow(await loadFixture(path, input, preparation, regions)),
  };
}

/** Where `auto` takes none, why, as long as there are layers to name. */
function autoOf(model: Model, layers: readonly LayerInfo[]): Pick<ModelLayers, 'auto' | 'withoutAuto'> {
  try {
    return { auto: model.targetLayer('auto') };
  } catch (error) {
    if (!(error instanceof CamdriftError) || error.code !== 'layer-unknown' || layers.length === 0) throw error;
    return { withoutAuto: `${error.message} ${error.remedy}` };
  }
}
