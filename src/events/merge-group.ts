import { accepted } from './_acceptance.ts';
import { openGate } from './_verdict-gate.ts';
import { check } from './check.ts';
import type { Published } from './message.ts';
import { readMergeGroup } from './payloads.ts';
import { fromFolder } from './publish.ts';
import { report } from './report.ts';
import type { ActionWorld, Outcome } from './world.ts';

/** A merge queue asks once more before it merges: judged and summarised, without a comment. */
export async function onMergeGroup(world: ActionWorld): Promise<Outcome> {
  const { head, base, number } = readMergeGroup(world.event.payload);
  const gate = await openGate(world, { head, number: 0 });
  // The queue has made the group's commit on top of that one.
  const commits = async () => ({ candidate: head, before: base.sha, tip: base.sha });
  const found = await check(world, { head, base, commits });
  const checked = await accepted(world, number, found);
  const message = { results: checked.results, picture: fromFolder(checked.folder) };
  const published: Published = { pictures: new Map(), withoutPictures: 'a merge queue gets no comment' };
  await report(world, checked, message, published);
  return gate.close(checked.results);
}
