import type { Acceptance } from '../../results/model.ts';
import { type Verdict, verdicts } from '../../results/verdict.ts';
import { acceptedPassage, plainPassage } from './accepted.ts';
import { rewritten } from './anchors.ts';
import { fingerprint } from './marker.ts';
import { blocks, link, text } from './markup.ts';
import { commandsFor } from './next-step.ts';
import type { Offer } from './offer.ts';
import type { Part } from './part.ts';
import { headlineWords } from './verdict.ts';
import { icons, type Status, statuses } from './words.ts';

/** What people have said since a job has spoken. */
export interface Heard {
  /** By the code of what is accepted. */
  readonly accepted: ReadonlyMap<string, Pick<Acceptance, 'by' | 'why' | 'url'>>;
  /** What became of words that accept nothing, a sentence each. */
  readonly notes: readonly string[];
  readonly check: Check;
}

/** What becomes of the check: it stays, it is open (or shut) already, its job runs, or somebody has to run it again. */
export type Check = 'settled' | 'running' | 'by-hand';

/** Whether the check passes by what is accepted; whatever else fails it stays. */
export const isOpen = ({ gate, models, others }: Offer, accepted: Heard['accepted']): boolean =>
  gate === 'passes' ||
  (gate === 'follows' &&
    !others.fail &&
    !others.incomplete &&
    models.every(({ code, after }) => accepted.has(code) && after !== 'incomplete'));

/** The same part, as it stands after that: nothing is judged anew, and nothing that was found goes away. */
export function withHeard(part: Part, offer: Offer, heard: Heard): Part {
  const told = offer.models.map(
    each => ({ ...each, now: heard.accepted.has(each.code) ? each.after : 'fail' }) as const,
  );
  const counts: Partial<Record<Status, number>> = { ...offer.others };
  for (const { now } of told) counts[now] = (counts[now] ?? 0) + 1;
  const found = statuses.find(each => counts[each])!;
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const which = all === 1 ? text(offer.models[0]!.name) : `${counts[found]} of ${all} models`;
  const words = headlineWords(found, which, offer.phrase);
  const body = part.text === undefined ? undefined : textAfter(part, told, counts, { ...heard, by: offer.by });
  const content = fingerprint(`${found} ${words}\n${body ?? ''}\n${JSON.stringify([...heard.accepted])}`);
  return { ...part, status: found, words, text: body, content };
}

type Told = Offer['models'][number] & { readonly now: Verdict };

function textAfter(
  { text: before = '', run }: Part,
  told: readonly Told[],
  counts: object,
  heard: Heard & Pick<Offer, 'by'>,
): string {
  let body = before;
  // What is to be done comes first, once.
  let check = checkWords(heard.check, run);
  for (const model of told) {
    const word = heard.accepted.get(model.code);
    body = rewritten(body, `why ${model.code}`, passage => {
      const plain = plainPassage(passage);
      const now = word ? blocks(acceptedPassage(word, plain), check) : plain;
      if (word) check = '';
      return now;
    });
    body = renamed(body, model);
  }
  body = body.replace(/^Models: .*\.$/m, `Models: ${tallied(counts)}.`);
  const open = told.filter(({ code }) => !heard.accepted.has(code));
  // Who could not accept it says nothing any more once somebody could.
  const notes = open.length > 0 ? heard.notes.map(note => text(note, 400)) : [];
  return rewritten(body, 'next', () => blocks(...notes, commandsFor(open, heard.by), check));
}

const tallied = (counts: Readonly<Partial<Record<Status, number>>>): string =>
  statuses
    .filter(each => counts[each])
    .map(each => `${counts[each]} ${each}`)
    .join(', ');

/** How a model ended stands in three places, each of which has its name. */
function renamed(body: string, { name, now }: Told): string {
  return verdicts.reduce((sum, was) => {
    if (was === now) return sum;
    const places = (status: Verdict) => [
      `#### ${icons[status]} ${text(name)}: ${status}\n`,
      `${icons[status]} **${text(name)}** ${status}`,
      `| ${icons[status]} ${status} | ${text(name, 60)} |`,
    ];
    const after = places(now);
    return places(was).reduce((all, place, index) => all.replaceAll(place, () => after[index]!), sum);
  }, body);
}

function checkWords(check: Check, run: string | undefined): string {
  if (check === 'settled') return '';
  const job = link('run', run);
  return check === 'running'
    ? `The ${job} that judged this is going, and its check says so when it ends. If it ends red all the same, run its failed jobs again.`
    : `**The check follows when the ${job} is run again**: *Re-run failed jobs*, or all of them where none failed. With \`permissions: actions: write\` the job that hears comments does that.`;
}
