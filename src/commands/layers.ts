import type { EngineChoice } from '../engines/index.ts';
import { exitCodes } from '../errors.ts';
import type { ModelFacts } from '../maps/maps.ts';
import type { TargetLayer } from '../models/model.ts';
import { takesWords } from '../reports/feeding.ts';
import { oneLine } from '../reports/printable.ts';
import { type ModelOptions, modelPath, shownModel } from './model-options.ts';
import { settingsFrom } from './settings.ts';

import { deadlineOf, startedEngine, type World, writeJson } from './world.ts';

export interface LayersOptions extends ModelOptions {
  readonly model: string;
  readonly output?: string;
  readonly signature?: string;
  readonly input?: readonly string[];
  readonly size?: string;
  readonly task?: string;
  readonly engine?: EngineChoice;
  readonly timeout?: number;
  readonly json?: string;
}

/** `camdrift layers`: what can be explained, and what `auto` takes. */
export async function layersCommand(options: LayersOptions, world: World): Promise<number> {
  const { output, signature, input, size, task, engine: choice, json } = options;
  const load = settingsFrom({
    ...(output !== undefined && { output }),
    ...(input !== undefined && { input }),
    ...(size !== undefined && { size }),
    ...(task !== undefined && { task }),
  });
  const path = await modelPath(options, world);
  await using engine = await startedEngine(choice, world);
  const model = await engine.layers(
    path,
    { output: load.output, signature, inputs: load.inputs, size: load.size, task: load.task },
    deadlineOf(options),
  );
  const { auto, layers } = model;
  await writeJson(
    json,
    {
      model: shownModel(options.model),
      format: model.format,
      input: model.input,
      classes: model.classes,
      task: model.task,
      ...(model.takes && { takes: model.takes }),
      ...(auto ? { auto } : { withoutAuto: model.withoutAuto }),
      layers,
    },
    world,
  );
  if (json === '-') return exitCodes.pass;
  const { width, height, channels } = model.input;
  world.terminal.out(
    `${shownModel(options.model)}: ${model.format}, input ${height} x ${width} x ${channels} (height x width x channels), ${answerWords(model)}${model.takes ? `; ${oneLine(takesWords(model.takes))}` : ''}\n`,
  );
  const longest = Math.max(...layers.map(layer => layer.name.length));
  for (const layer of layers) {
    const line = `${oneLine(layer.name).padEnd(longest)}  ${`${layer.height} x ${layer.width}`.padStart(9)} x ${String(layer.channels).padEnd(5)} ${oneLine(layer.operation)}`;
    world.terminal.out(layer.name === auto?.name ? world.terminal.colours.bold(`* ${line}`) : `  ${line}`);
  }
  world.terminal.out(
    `\n${auto ? `* auto: ${oneLine(auto.reason)}${partWords(auto)}` : `auto takes none: ${oneLine(model.withoutAuto ?? '')}`}`,
  );
  return exitCodes.pass;
}

function partWords({ beside = [] }: TargetLayer): string {
  if (beside.length === 0) return '';
  const names = beside.map(name => `\`${oneLine(name)}\``).join(', ');
  return `; a part of the model: the answers also read ${names} past it, and \`layer: [...]\` explains each by itself`;
}

/** What it answers: `10 classes`, `20 labels (multi-label)`, `a number (regression)`. */
function answerWords({ classes, task: { kind, from } }: Pick<ModelFacts, 'classes' | 'task'>): string {
  if (kind === 'regression') return 'a number (regression)';
  if (kind === 'multi-label') return `${classes} labels (multi-label${from === 'graph' ? ', by its sigmoid' : ''})`;
  return from === 'assumed'
    ? `${classes} classes (one number without a sigmoid: if it is a value, say --task regression)`
    : `${classes} classes`;
}
