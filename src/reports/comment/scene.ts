import type { ModelResult } from '../../results/model.ts';
import type { Results } from '../../results/results.ts';
import type { Extent } from './extent.ts';
import type { OfferTerms } from './offer.ts';
import type { Speaker } from './part.ts';
import { type ChosenPictures, choosePictures } from './pictures.ts';
import type { KeptReport } from './report-link.ts';
import { isSteady, standsOut, worstFirst } from './words.ts';

export interface CommentRequest {
  readonly results: Results;
  /** Address of each published picture, by its path in the results (`FixtureResult.montage`, `ProbeSummary.picture`). */
  readonly pictures: ReadonlyMap<string, string>;
  /** The montages that were to be published; the others were left out for length. All of them, if not given. */
  readonly chosen?: ReadonlySet<string> | undefined;
  /** Why pictures are missing altogether, in words for the reader. */
  readonly withoutPictures?: string | undefined;
  /** Told apart from other camdrift comments on the same pull request: letters, digits, `.`, `_`, `-`; at most 40. */
  readonly key: string;
  readonly links: {
    /** For example `https://github.com/owner/name`. */
    readonly repository: string;
    readonly run?: string | undefined;
    readonly report?: KeptReport | undefined;
  };
  /** Numbers come from a run that the project does not control (a fork's). */
  readonly claimed?: boolean | undefined;
  /** Whose words these are among those of other jobs; if not given, there are no others. */
  readonly speaker?: Speaker | undefined;
  /** How many legs its matrix has. */
  readonly legs?: number | undefined;
  /** When it is said, in milliseconds since 1970. */
  readonly time?: number | undefined;
  /** Who may accept, and what fails the check; without them nobody is told what there is to accept. */
  readonly terms?: OfferTerms | undefined;
  /** Notes of the publisher, for example what could not be done. */
  readonly notes?: readonly string[] | undefined;
  /** Most characters (UTF-16 units, as GitHub counts). */
  readonly budget: number;
}

/** One request under one plan: what the parts of a comment are made from. */
export interface Scene {
  readonly request: CommentRequest;
  readonly plan: Extent;
  /** Worst first. */
  readonly models: readonly ModelResult[];
  readonly pictures: ChosenPictures;
}

export function sceneOf(request: CommentRequest, plan: Extent): Scene {
  const models = worstFirst(request.results.models);
  const { results, pictures, chosen } = request;
  return {
    request,
    plan,
    models,
    pictures: choosePictures({ models, change: results.change, pictures, chosen }, plan),
  };
}

/**
 * Fewer characters than a comment has: its rows and pictures alone. Plans that cannot fit need not be written out, which
 * takes seconds for thousands of fixtures.
 */
export function leastLength({ plan, models, pictures }: Scene): number {
  if (plan.models !== 'sections') return 0;
  const rows = models.map(
    ({ fixtures }) =>
      Math.min(plan.rows, fixtures.filter(standsOut).length) +
      (plan.steady === 'listed' ? fixtures.filter(isSteady).length : 0),
  );
  const sum = rows.reduce((all, more) => all + more, 0);
  return 40 * sum + 100 * (pictures.edits.size + pictures.inline.size + pictures.folded.size);
}
