import type { EngineChoice } from '../engines/index.ts';
import { installRuntime } from '../engines/install.ts';
import { actionable } from '../errors.ts';
import { type SeparateExplainer, startExplainer } from '../explainer/separate-explainer.ts';
import type { ActionWorld } from './world.ts';

type Installing = Pick<ActionWorld, 'inputs' | 'env' | 'runner'>;

/** Starts what explains. With `setup: fast` the fastest engine is installed first; where that fails, `auto` takes the next one. */
export async function startedFor(world: Installing, choice: EngineChoice): Promise<SeparateExplainer> {
  if (world.inputs.setup === 'fast' && (choice === 'auto' || choice === 'onnxruntime')) await install(world);
  return startExplainer(choice);
}

async function install({ env, runner }: Installing): Promise<void> {
  try {
    const { engine, folder, before } = await installRuntime(env);
    runner.line(`${engine} ${before ? 'is there already' : 'was installed'}: ${folder}`);
  } catch (error) {
    const known = actionable(error);
    if (!known) throw error;
    runner.warning(known.message);
  }
}
