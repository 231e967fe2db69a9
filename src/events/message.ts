import type { Speaker } from '../reports/comment/comment.ts';
import type { ListedComment } from '../repository/comments.ts';
import type { Results } from '../results/results.ts';

/** The pull request that is spoken on. */
export interface Addressee {
  readonly number: number;
  readonly head: string;
  /** When the head was pushed, if the event tells. */
  readonly pushed: Date | undefined;
  /** Whose pull request it is, where the token usually can read and nothing else. */
  readonly suspect?: string | undefined;
  /** Its comments, where they were read in this run already. */
  readonly listed?: readonly ListedComment[] | undefined;
}

/** What is said: an audit's results and where its pictures are. */
export interface Message {
  readonly results: Results;
  /** Bytes of a picture, by its path in the results; undefined when it cannot be shown. */
  picture(path: string): Promise<Uint8Array | undefined>;
  /** The numbers come from a run that this repository does not control. */
  readonly claimed?: boolean;
  /** Address of the run that found it, when it is not this one. */
  readonly runUrl?: string;
  /** Address of the uploaded output folder, with `report.html` in it. */
  readonly reportUrl?: string;
  readonly notes?: readonly string[];
  /** Whose words these are, when they are not this job's. */
  readonly speaker?: Speaker;
}

export interface Published {
  readonly commentUrl?: string | undefined;
  readonly imagesCommit?: string | undefined;
  /** Addresses of the pictures, by their paths in the results. */
  readonly pictures: ReadonlyMap<string, string>;
  readonly withoutPictures?: string | undefined;
}

/** What a job leaves behind that may write nothing. */
export const unpublished: Published = { pictures: new Map(), withoutPictures: 'the job that judges publishes nothing' };

/** Characters of a comment. GitHub takes 65,536; the rest is room for what it counts otherwise. */
export const commentBudget = 60_000;
