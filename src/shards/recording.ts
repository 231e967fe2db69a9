import { type Explainer, explainingBy } from '../explainer/explainer.ts';
import type { Failure, FixtureTask } from '../maps/explain.ts';
import type { SpilledMap } from '../spill/read-map.ts';
import { keysOf } from './keys.ts';
import type { Outcome } from './record.ts';
import { isOwn, type Shard } from './shard.ts';

/** An explainer that explains its share of the fixtures and tells what it found, by key. The explanation itself is checked where all is joined. */
export function recording(engine: Explainer, shard: Shard, found: Pick<SpilledMap<Outcome>, 'set'>): Explainer {
  return explainingBy(engine, async (request, tasksFor, progress, deadline) => {
    let tasks: readonly FixtureTask[] = [];
    const shared = (each: FixtureTask, at: number): FixtureTask =>
      isOwn(shard, at) ? each : { ...each, known: () => elsewhere };
    const made = await engine.maps(
      { ...request, checks: 'none' },
      async facts => {
        tasks = await tasksFor(facts);
        return tasks.map(shared);
      },
      progress,
      deadline,
    );
    const mine = [...tasks.keys()].filter(at => isOwn(shard, at));
    const own = mine.map(at => tasks[at]!);
    const keys = await keysOf(request, own, made.digest);
    for (const [which, at] of mine.entries())
      if (!made.unfinished || made.outcomes.at(at)) found.set(keys[which]!, made.outcomes.at(at)!);
    return made;
  });
}

const elsewhere: Failure = { failed: 'Another shard explains it.' };
