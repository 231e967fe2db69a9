import type { FixtureResult } from '../../results/fixture.ts';
import type { ModelResult } from '../../results/model.ts';
import { byDrift, judgedDrift } from '../words.ts';
import { shownEdits } from './edits.ts';
import { address, attribute, blocks, text } from './markup.ts';
import type { Plan } from './plan.ts';
import { limit, numbers, standsOut, status, statuses } from './words.ts';

/** Which edits and fixtures are shown in pictures, each with the address of its picture, worst first. */
export interface ChosenPictures {
  /** Of edits that attention or an answer follows, by their path: in the open, before any fixture. */
  readonly edits: ReadonlyMap<string, string>;
  readonly inline: ReadonlyMap<FixtureResult, string>;
  readonly folded: ReadonlyMap<FixtureResult, string>;
  /** Left out for length, published or not. */
  readonly left: number;
  /** Drawn, and not published. */
  readonly unpublished: number;
}

/** Edits that attention follows and the worst fixtures in the open, those after them behind a click; fixtures that were never compared come last, always folded. */
export function choosePictures(
  models: readonly ModelResult[],
  pictures: ReadonlyMap<string, string>,
  plan: Plan,
  chosen?: ReadonlySet<string> | undefined,
): ChosenPictures {
  const published = <T>(drawn: readonly T[], pathOf: (each: T) => string | undefined) =>
    drawn.flatMap((each): [T, string][] => {
      const url = address(pictures.get(pathOf(each) ?? ''));
      return url === undefined ? [] : [[each, url]];
    });
  const drawn = {
    edits: models.flatMap(model => (model.verdict === 'pass' ? [] : shownEdits(model).map(({ picture }) => picture))),
    moved: movedFirst(models),
    fresh: models.flatMap(({ fixtures }) => fixtures.filter(isFresh)),
  };
  const followed = published(drawn.edits, path => path);
  const moved = published(drawn.moved, montageOf);
  const edits = followed.slice(0, plan.inline);
  const inline = moved.slice(0, plan.inline - edits.length);
  const rest = [...moved.slice(inline.length), ...published(drawn.fresh, montageOf)];
  const folded = rest.slice(0, plan.folded);
  const all = [...drawn.edits, ...[...drawn.moved, ...drawn.fresh].map(montageOf)];
  const passedOver = chosen ? all.filter(path => !chosen.has(path ?? '')).length : 0;
  return {
    edits: new Map(edits),
    inline: new Map(inline),
    folded: new Map(folded),
    left: followed.length - edits.length + rest.length - folded.length + passedOver,
    unpublished: all.length - followed.length - inline.length - rest.length - passedOver,
  };
}

const montageOf = ({ montage }: FixtureResult) => montage;

const isFresh = ({ status, touched, montage }: FixtureResult): boolean =>
  (status === 'new' || touched !== undefined) && montage !== undefined;

/**
 * A fixture of a model that failed goes before one that moved further in a model that passed; of one model the worst of each class goes
 * before the second worst of any, since twelve pictures of one class show one thing twelve times.
 */
function movedFirst(models: readonly ModelResult[]): FixtureResult[] {
  return models
    .flatMap(model => {
      const seen = new Map<string, number>();
      return byDrift(model)
        .filter(fixture => standsOut(fixture) && fixture.montage !== undefined)
        .map(fixture => {
          const group = groupOf(fixture);
          const round = seen.get(group) ?? 0;
          seen.set(group, round + 1);
          return { fixture, round, rank: statuses.indexOf(status(model)), drift: judgedDrift(model, fixture) ?? -1 };
        });
    })
    .sort((a, b) => a.rank - b.rank || a.round - b.round || b.drift - a.drift)
    .map(({ fixture }) => fixture);
}

const groupOf = ({ truth, candidate }: FixtureResult): string =>
  truth ?? candidate?.explained.label ?? String(candidate?.explained.index);

/** Widths that montages of four and of two tiles are drawn at. */
const [four, two] = [680, 344];

/** A caption in words, and the picture with the same numbers in its `alt`; it opens at its own size. */
export function figure(model: ModelResult, fixture: FixtureResult, url: string): string {
  const compared = judgedDrift(model, fixture) !== undefined;
  const said = numbers(model, fixture);
  const tiles = compared ? 'input, baseline, this pull request and change' : 'input and this pull request';
  const limitWords = compared ? limit(model) : undefined;
  const alt = `${fixture.name}: ${said}${limitWords ? `; ${limitWords} for attention shift` : ''}. Tiles: ${tiles}.`;
  return blocks(
    `**${text(fixture.name)}**: ${text(said, 200)}`,
    `<a href="${url}"><img src="${url}" width="${compared ? four : two}" alt="${attribute(alt)}"></a>`,
  );
}
