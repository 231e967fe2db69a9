import type { ModelResult, ProbeSummary } from '../../results/model.ts';
import { isFollowed } from '../words.ts';
import { count, text } from './markup.ts';
import { editsInDoubt } from './words.ts';

/** What an edit does that should not matter: to answers, and which class they become, else to attention. */
export function followed({ probes = [], judged }: ModelResult): string | undefined {
  const worst = probes.filter(isFollowed).toSorted((a, b) => turned(b) - turned(a))[0];
  if (!worst) return undefined;
  const { name, candidate, baseline, fixtures, pull } = worst;
  const edit = `${editNamed(name, judged)}, which should not matter,`;
  if (turned(worst) <= 0)
    return `${edit} draws the new model's attention away from what it looked at, more than it did before.`;
  const most = pull && 2 * (pull.candidate - pull.baseline) > turned(worst) ? pull : undefined;
  const does = most
    ? `turns ${most.candidate} of ${count(fixtures, 'picture')} into **${text(most.class, 40)}**`
    : `changes the new model's answer on ${candidate.flipped} of ${count(fixtures, 'picture')}`;
  return `${edit} ${does}${baseline ? `; before it did on ${most ? most.baseline : baseline.flipped}` : ''}.`;
}

/** Where all that is in doubt is an edit: what cannot be told, and from how few pictures. */
export function mayFollow(model: ModelResult): string | undefined {
  const [doubt] = editsInDoubt(model);
  if (!doubt) return undefined;
  const few = count(doubt.fixtures, 'picture');
  return `${editNamed(doubt.found.probe, model.judged)}, which should not matter, may draw the new model's attention: ${few} cannot tell.`;
}

/** What camdrift's own probes do to a picture; one that the team names may do anything. */
const ownEdits = new Map([
  ['mark', 'A label in each corner'],
  ['frame', 'A coloured frame'],
  ['background', 'Another background'],
]);

function editNamed(name: string, judged: ModelResult['judged']): string {
  const own = judged?.requiredProbes?.includes(name) ? undefined : ownEdits.get(name);
  return own ? `${own} (**${name}**)` : `The edit **${text(name, 40)}**`;
}

const turned = ({ candidate, baseline }: ProbeSummary): number => candidate.flipped - (baseline?.flipped ?? 0);

/** An edit that turns pictures into a class; `edit` is its name. */
interface Towards {
  readonly edit: string;
  readonly words: string;
  readonly turned: { readonly before: number; readonly now: number };
  readonly fixtures: number;
}

/** The edit that turns most pictures into a class, of the sweep and of the probes. */
function towards(model: ModelResult, lost: string): Towards | undefined {
  const swept = model.sweep?.pulls.filter(({ to }) => to === lost) ?? [];
  const probed = model.reasons.flatMap((reason): Towards[] =>
    reason.code === 'probe-pull' && reason.to === lost
      ? [{ ...reason, edit: reason.probe, words: `the probe ${reason.probe}` }]
      : [],
  );
  const gain = ({ turned: { before, now }, fixtures }: Towards) => (now - before) / fixtures;
  const [first] = [...swept, ...probed].toSorted((a, b) => gain(b) - gain(a));
  return first && gain(first) > 0 ? first : undefined;
}

/** `A magenta border turns 23 of 24 other pictures into it; before it did 0.` */
export function takenFor(model: ModelResult, lost: string): string | undefined {
  const found = towards(model, lost);
  if (!found) return undefined;
  const { words, turned, fixtures } = found;
  const edit = `${words[0]!.toUpperCase()}${words.slice(1)}`;
  return `**${text(edit, 60)}** turns ${turned.now} of ${count(fixtures, 'picture')} into it; before it did ${turned.before}.`;
}

/** The name of the edit that takes a lost class's place. */
export const takerOf = (model: ModelResult, lost: string): string | undefined => towards(model, lost)?.edit;
