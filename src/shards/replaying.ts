import { type Explainer, explainingBy } from '../explainer/explainer.ts';
import { type FixtureTask, isFailure } from '../maps/explain.ts';
import type { ModelFacts } from '../maps/maps.ts';
import { keysOf } from './keys.ts';
import type { Outcome } from './record.ts';
import type { Shards } from './shards.ts';

/**
 * An explainer that takes what the shards found and explains no fixture. It loads the models, to know what they are and to check
 * their explanation. What no shard holds leaves the model unfinished.
 */
export function replaying(engine: Explainer, { outcomes, problems }: Shards): Explainer {
  return explainingBy(engine, async (request, tasksFor, progress, deadline) => {
    const known = async (facts: ModelFacts): Promise<FixtureTask[]> => {
      const tasks = await tasksFor(facts);
      const keys = await keysOf(request, tasks, facts.digest);
      return tasks.map((task, at) => ({ ...task, known: () => outcomes.get(keys[at]!) ?? missing }));
    };
    const made = await engine.maps(request, known, progress, deadline);
    let lost = 0;
    for (const outcome of made.outcomes) if (isFailure(outcome) && outcome.failed === missing.failed) lost++;
    const why = [
      ...problems,
      ...(lost > 0
        ? [
            `${lost} of ${made.outcomes.length} fixtures are in no shard that was made of these files, with these settings.`,
          ]
        : []),
    ];
    return why.length > 0 && !made.unfinished
      ? { ...made, unfinished: { code: 'shards-incomplete', message: why.join(' ') } }
      : made;
  });
}

const missing: Outcome & { failed: string } = { failed: 'No shard holds it.' };
