import type { ModelResult, ProbeSummary } from '../../results/model.ts';
import type { FlippedPicture } from '../../results/sweep.ts';
import { isFollowed, movementWords } from '../words.ts';
import { explained } from './glossary.ts';
import { linked, type Shown } from './linked.ts';
import { blocks, count, text } from './markup.ts';

/** An edit with a picture: a probe that attention follows, or any that changes an answer. */
export interface ShownEdit {
  readonly picture: string;
  /** The same for narrow screens. */
  readonly narrow?: string | undefined;
  readonly probe?: ProbeSummary | undefined;
  readonly flip?: FlippedPicture | undefined;
}

/** Probes first, then edits of the sweep. */
export function shownEdits({ probes = [], flips = [] }: ModelResult): ShownEdit[] {
  const flipOf = (name: string) => flips.find(({ edit }) => edit === name);
  const ofProbes = probes.flatMap((probe): ShownEdit[] => {
    const flip = flipOf(probe.name);
    const { picture, narrow } = probe;
    return picture !== undefined && (isFollowed(probe) || flip) ? [{ picture, narrow, probe, flip }] : [];
  });
  const others = flips.filter(({ edit }) => !probes.some(({ name }) => name === edit));
  return [
    ...ofProbes,
    ...others.flatMap(flip =>
      flip.picture === undefined ? [] : [{ picture: flip.picture, narrow: flip.narrow, flip }],
    ),
  ];
}

/** Pixels that four tiles are shown at. */
const width = 680;

/** A caption in words, and the picture with the same in its `alt`: on a fixture whose answer it changes, else on the one that it adds most to. @param named the fixture's name as Markdown */
export function editFigure({ probe, flip }: ShownEdit, shown: Shown, named: Named): string {
  const [caption, alt] = flip ? flipWords(flip, named) : probeWords(probe!, named);
  return blocks(caption, linked(shown, width, alt));
}

type Named = (fixture: string) => string;
type Said = readonly [caption: string, alt: string];

function flipWords({ words, fixture, from, to }: FlippedPicture, named: Named): Said {
  const edit = words.replace(/^the probe /, '');
  return [
    `**${text(edit)}** on ${named(fixture)}: the new model answers **${text(to, 40)}**, and **${text(from, 40)}** without it`,
    `${fixture} without and with ${words}: the new model answers ${from} without it and ${to} with it. Tiles: input, heat, edited input and the heat of the new answer, all of this pull request.`,
  ];
}

function probeWords(probe: ProbeSummary, named: Named): Said {
  const { name, worst = '', candidate, baseline, fixtures } = probe;
  const said = `${worst} before and after the probe ${name}; on average over ${count(fixtures, 'fixture')} ${movementWords(probe)}`;
  const before = baseline?.onMark === undefined ? '' : `, ${share(baseline.onMark)} in the baseline`;
  const onMark = candidate.onMark === undefined ? '' : `, and ${share(candidate.onMark)} lies on the mark${before}`;
  return [
    `**${explained('Probe')} ${text(name)}** on ${named(worst)}`,
    `${said}${onMark}. Tiles: input, heat, edited input and heat, all of this pull request.`,
  ];
}

const share = (value: number): string => `${(value * 100).toFixed(0)} %`;
