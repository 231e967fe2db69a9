/** What a stock of plain edits does to the answers of both sides. */
export interface SweepResult {
  /** How many edits were tried. */
  readonly edits: number;
  /** On how many fixtures; `of`: of how many. */
  readonly fixtures: number;
  readonly of: number;
  /** Those that stand out, strongest first. */
  readonly pulls: readonly EditPull[];
}

/** An edit that turns pictures into one class. */
export interface EditPull {
  /** `border-yellow` */
  readonly edit: string;
  /** In a sentence: `a yellow border`. */
  readonly words: string;
  readonly to: string;
  /** Pictures of other classes that it turns into that class, and of how many in the candidate. */
  readonly turned: { readonly before: number; readonly now: number };
  readonly fixtures: number;
  /** Mean probability that the class gains on them, candidate less baseline. */
  readonly gained: number;
  /** Whether that class is being lost on its own fixtures. */
  readonly lost: boolean;
}

/** A picture whose answer an edit changes, and the map of the new answer. */
export interface FlippedPicture {
  /** Name of the edit of the sweep, or of the probe. */
  readonly edit: string;
  readonly words: string;
  readonly fixture: string;
  /** The candidate's answers without and with the edit. */
  readonly from: string;
  readonly to: string;
  /** Picture of both, relative to the results file. */
  readonly picture?: string | undefined;
  /** The same for narrow screens, of those that are shown first. */
  readonly narrow?: string | undefined;
}
