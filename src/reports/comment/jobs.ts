import { blocks, text } from './markup.ts';
import { type Part, resolvedContent, type Speaker } from './part.ts';
import { verdictMark } from './verdict.ts';

/** Which jobs have spoken, for which commit, and which are still awaited; nothing where one job is all there is. */
export function jobsLine(parts: readonly Part[], uncounted: number, head: string): string {
  const current = parts.filter(part => part.head === head);
  const earlier = parts.filter(part => part.head !== head);
  const awaited = missingLegs(current);
  if (parts.length < 2 && awaited.length === 0) return '';
  const named = (part: Part) => {
    const { icon, word } = verdictMark(part);
    return `${icon} **${nameOf(part, parts)}** ${part.content === resolvedContent ? 'no model changed' : word}`;
  };
  const sentences = [
    `Jobs that have spoken for ${head.slice(0, 7)}: ${current.map(named).join(' · ')}${uncounted > 0 ? ` and ${uncounted} milder ones` : ''}.`,
    ...awaited,
    earlier.length > 0
      ? `Not yet for this commit: ${earlier.map(part => `${named(part)} at ${part.head.slice(0, 7)}`).join(' · ')}.`
      : '',
  ];
  return blocks(...sentences);
}

/** Of every matrix some of whose legs have not spoken. */
function missingLegs(parts: readonly Part[]): string[] {
  const jobs = new Map<string, Part[]>();
  for (const part of parts) {
    const { workflow, job, config, step } = part.speaker;
    const name = JSON.stringify([workflow, job, config, step]);
    jobs.set(name, [...(jobs.get(name) ?? []), part]);
  }
  return [...jobs.values()].flatMap(legs => {
    const all = Math.max(...legs.map(part => part.legs));
    return legs.length < all ? [`${legs.length} of ${all} legs of ${text(legs[0]!.speaker.job, 60)} have spoken.`] : [];
  });
}

/** What tells a job apart from the others, in as few names as do. */
export function nameOf(part: Part, among: readonly Part[]): string {
  const different = order.filter(name => among.some(({ speaker }) => speaker[name] !== part.speaker[name]));
  for (let most = 1; most < different.length; most++) {
    const chosen = different.slice(0, most);
    if (among.every(other => other.id === part.id || !alike(other, part, chosen))) return written(part, chosen);
  }
  return written(part, different.length > 0 ? different : ['job']);
}

const order: readonly (keyof Speaker)[] = ['job', 'leg', 'config', 'workflow', 'step'];

const alike = (a: Part, b: Part, names: readonly (keyof Speaker)[]): boolean =>
  names.every(name => a.speaker[name] === b.speaker[name]);

const written = ({ speaker }: Part, names: readonly (keyof Speaker)[]): string =>
  names
    .map(name => text(speaker[name], 60))
    .filter(Boolean)
    .join(', ') || 'this job';
