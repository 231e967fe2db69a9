import type { Change } from '../../results/change.ts';
import type { Answer, FixtureResult } from '../../results/fixture.ts';
import type { ModelResult } from '../../results/model.ts';
import { judgedDrift, titleOf } from '../words.ts';
import { type ShownEdit, shownEdits } from './edits.ts';
import type { Extent } from './extent.ts';
import { linked, type Shown } from './linked.ts';
import { address, blocks, text } from './markup.ts';
import { pictureOrder } from './order.ts';
import { type KeptReport, toFixture } from './report-link.ts';
import { limit, numbers } from './words.ts';

/** Which edits and fixtures are shown in pictures, each with the addresses of its picture, worst first. */
export interface ChosenPictures {
  /** Of edits that attention or an answer follows, by their path: in the open, before any fixture. */
  readonly edits: ReadonlyMap<string, Shown>;
  readonly inline: ReadonlyMap<FixtureResult, Shown>;
  readonly folded: ReadonlyMap<FixtureResult, Shown>;
  /** Paths of those for narrow screens among them. */
  readonly narrow: readonly string[];
  /** Left out for length, published or not. */
  readonly left: number;
  /** Drawn, and not published. */
  readonly unpublished: number;
}

/** What is given to choose from. */
export interface Drawn {
  readonly models: readonly ModelResult[];
  readonly change: Change | undefined;
  /** Addresses by path. */
  readonly pictures: ReadonlyMap<string, string>;
  readonly chosen?: ReadonlySet<string> | undefined;
}

/** Edits that attention follows and the worst fixtures in the open, those after them behind a click; fixtures that were never compared come last, always folded. */
export function choosePictures({ models, change, pictures, chosen }: Drawn, plan: Extent): ChosenPictures {
  const urlOf = (path: string | undefined) => address(pictures.get(path ?? ''));
  const published = <T extends Pictured>(drawn: readonly T[]) =>
    drawn.flatMap((each): [T, Shown][] => {
      const url = urlOf(pathOf(each));
      return url === undefined ? [] : [[each, { url, narrow: urlOf(each.narrow) }]];
    });
  const order = pictureOrder(models, change);
  const drawn = {
    edits: models.flatMap(model => (model.verdict === 'pass' ? [] : shownEdits(model))),
    moved: order.sight.filter(({ montage }) => montage),
    further: order.folded.filter(({ montage }) => montage),
  };
  const followed = published(drawn.edits);
  const moved = published(drawn.moved);
  const edits = followed.slice(0, plan.inline);
  const inline = moved.slice(0, plan.inline - edits.length);
  const rest = [...moved.slice(inline.length), ...published(drawn.further)];
  const folded = rest.slice(0, plan.folded);
  const all = [...drawn.edits, ...drawn.moved, ...drawn.further].map(pathOf);
  const passedOver = chosen ? all.filter(path => !chosen.has(path ?? '')).length : 0;
  return {
    edits: new Map(edits.map(([{ picture }, shown]) => [picture, shown])),
    inline: new Map(inline),
    folded: new Map(folded.map(([fixture, { url }]) => [fixture, { url }])),
    narrow: [...edits, ...inline].flatMap(([each, { narrow }]) => (narrow === undefined ? [] : each.narrow!)),
    left: followed.length - edits.length + rest.length - folded.length + passedOver,
    unpublished: all.length - followed.length - inline.length - rest.length - passedOver,
  };
}

type Pictured = Pick<FixtureResult, 'montage' | 'narrow'> & Partial<Pick<ShownEdit, 'picture'>>;

const pathOf = ({ montage, picture }: Pictured): string | undefined => picture ?? montage;

/** Widths that montages of four and of two tiles are shown at. */
const [four, two] = [680, 344];

/** A caption in words, and the picture with the same numbers in its `alt`; it opens at its own size. */
export function figure(
  model: ModelResult,
  fixture: FixtureResult,
  shown: Shown,
  report: KeptReport | undefined,
): string {
  const compared = judgedDrift(model, fixture) !== undefined;
  const said = numbers(model, fixture);
  const tiles = compared ? 'input, baseline, this pull request and change' : 'input and this pull request';
  const limitWords = compared ? limit(model) : undefined;
  const title = titleOf(fixture);
  const alt = `${title}: ${said}${limitWords ? `; ${limitWords} for attention shift` : ''}. Tiles: ${tiles}.`;
  // What is compared has its numbers in the table and on the picture.
  const caption = compared ? answersOf(fixture) : text(said, 200);
  return blocks(
    `${toFixture(`**${text(title)}**`, report, model.name, title)}: ${caption}`,
    linked(shown, compared ? four : two, alt),
  );
}

/** What both versions answer, without how sure they are. */
function answersOf({ baseline, candidate, flipped, truth }: FixtureResult): string {
  if (candidate?.value !== undefined) return 'the number before and now';
  if (candidate?.present !== undefined) return labelOf(candidate.present, flipped === true);
  const named = (side: Answer | undefined) => text(side?.predicted.label ?? `class ${side?.predicted.index}`, 40);
  if (flipped)
    return `answered **${named(candidate)}**, and **${named(baseline)}** before${truth === undefined ? '' : `; it is **${text(truth, 40)}**`}`;
  return `answered **${named(candidate)}**, as before`;
}

const labelOf = (present: boolean, flipped: boolean): string =>
  flipped
    ? `${present ? 'named now' : 'named before'}, and not ${present ? 'before' : 'now'}`
    : `${present ? '' : 'not '}named, as before`;
