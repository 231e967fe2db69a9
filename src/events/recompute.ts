import type { ActionWorld, Outcome } from './world.ts';
export async function onRecompute(world: ActionWorld): Promise<Outcome> {
  world.runner.line('');
  return { failure: undefined };
}
