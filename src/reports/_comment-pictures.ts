import { address, attribute, blocks, text } from './_comment-markup.ts';
import type { Plan } from './_comment-plan.ts';
import { limit, numbers, standsOut, status, statuses } from './_comment-words.ts';
import type { FixtureResult, ModelResult } from './results.ts';
import { judgedDrift } from './words.ts';

/** Which fixtures are shown in pictures, each with the address of its picture, worst first. */
export interface ChosenPictures {
  readonly inline: ReadonlyMap<FixtureResult, string>;
  readonly folded: ReadonlyMap<FixtureResult, string>;
  /** Left out for length, published or not. */
  readonly left: number;
  /** Drawn, and not published. */
  readonly unpublished: number;
}

/** The worst in the open, those after them behind a click; fixtures that were never compared come last, always folded. */
export function choosePictures(
  models: readonly ModelResult[],
  pictures: ReadonlyMap<string, string>,
  plan: Plan,
  chosen?: ReadonlySet<string> | undefined,
): ChosenPictures {
  const published = (fixtures: readonly FixtureResult[]) =>
    fixtures.flatMap((fixture): [FixtureResult, string][] => {
      const url = address(pictures.get(fixture.montage ?? ''));
      return url === undefined ? [] : [[fixture, url]];
    });
  const drawn = { moved: movedFirst(models), fresh: models.flatMap(({ fixtures }) => fixtures.filter(isFresh)) };
  const moved = published(drawn.moved);
  const inline = moved.slice(0, plan.inline);
  const rest = [...moved.slice(plan.inline), ...published(drawn.fresh)];
  const folded = rest.slice(0, plan.folded);
  const all = [...drawn.moved, ...drawn.fresh];
  const passedOver = chosen ? all.filter(({ montage }) => !chosen.has(montage ?? '')).length : 0;
  return {
    inline: new Map(inline),
    folded: new Map(folded),
    left: rest.length - folded.length + passedOver,
    unpublished: all.length - inline.length - rest.length - passedOver,
  };
}

const isFresh = ({ status, montage }: FixtureResult): boolean => status === 'new' && montage !== undefined;

/** A fixture of a model that failed goes before one that moved further in a model that passed. */
function movedFirst(models: readonly ModelResult[]): FixtureResult[] {
  return models
    .flatMap(model =>
      model.fixtures
        .filter(fixture => standsOut(fixture) && fixture.montage !== undefined)
        .map(fixture => ({ fixture, rank: statuses.indexOf(status(model)), drift: judgedDrift(model, fixture) ?? -1 })),
    )
    .sort((a, b) => a.rank - b.rank || b.drift - a.drift)
    .map(({ fixture }) => fixture);
}

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
