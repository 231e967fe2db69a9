import type { Refusal } from '../methods/method.ts';
import type { RegionHeat } from '../regions/region.ts';

/** What became of one fixture. Without a comparison there are no maps, and nothing flipped. */
export type FixtureResult = ComparedFixture | NewFixture | LostFixture | FailedFixture;

/** Both models explained it. `moved`: past the threshold by itself, which is shown and not judged. */
export interface ComparedFixture extends ShownFixture {
  readonly status: 'moved' | 'steady';
  readonly baseline: Answer;
  readonly candidate: Answer;
  /** Whether the predicted class differs. */
  readonly flipped: boolean;
  /** Jensen-Shannon divergence of the probabilities, in bits; absent when the numbers of classes differ. */
  readonly divergence?: number | undefined;
  /** None for a label that only the candidate names. */
  readonly maps: Readonly<Record<string, MapDrift>>;
}

/** The baseline does not have it, or another one of its name. */
export interface NewFixture extends ShownFixture, Without<'baseline' | 'flipped' | 'divergence' | 'maps'> {
  readonly status: 'new';
}

/** Only the baseline has it. */
export interface LostFixture extends Without<Exclude<keyof ComparedFixture, 'name' | 'status'>> {
  readonly name: string;
  readonly status: 'lost';
}

/** It could not be read. */
export interface FailedFixture
  extends Without<Exclude<keyof ComparedFixture, 'name' | 'status' | 'truth' | 'expected' | 'reason'>> {
  readonly name: string;
  readonly status: 'failed';
  readonly expected?: boolean | undefined;
  readonly truth?: string | undefined;
  readonly reason?: string | undefined;
}

/** What the candidate's maps show of a fixture. */
interface ShownFixture {
  readonly name: string;
  /** SHA-256 of its file. */
  readonly digest?: string | undefined;
  /** Why it is new or says nothing, when there is more to say. */
  readonly reason?: string | undefined;
  /** What the change under audit does to its file: it is shown, and not judged. */
  readonly touched?: 'added' | 'edited' | undefined;
  /** The fixture of the same content that is counted instead of it. */
  readonly copyOf?: string | undefined;
  /** True class, by name. */
  readonly truth?: string | undefined;
  /** Of a multi-label model: whether the label is true, where that is known. */
  readonly expected?: boolean | undefined;
  readonly candidate?: Answer | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly probes?: Readonly<Record<string, ProbeResult>> | undefined;
  readonly regions?: Readonly<Record<string, RegionResult>> | undefined;
  /** Picture of the fixture, relative to the results file. */
  readonly montage?: string | undefined;
  /** The same for narrow screens, of those that are shown first. */
  readonly narrow?: string | undefined;
}

/** Fields that this member of a union never has. */
export type Without<K extends PropertyKey> = { readonly [F in K]?: undefined };

/** What a model says to a fixture. */
export interface Answer {
  readonly predicted: ClassResult;
  readonly explained: ClassResult;
  /** Of a multi-label model: whether the label is among the answers. */
  readonly present?: boolean | undefined;
  /** Of a regression: the answer, in its own unit. */
  readonly value?: number | undefined;
}

export interface ClassResult {
  readonly index: number;
  readonly label?: string | undefined;
  /** What this model gives the class. */
  readonly probability?: number | undefined;
}

/** How far two maps of one fixture and method are apart, or why that cannot be said. */
export type MapDrift =
  | {
      /** Per metric: 0 = identical, 1 = as different as it can say. */
      readonly drift: Readonly<Record<string, number>>;
      /** Move of the centre of the heat, in cells; x to the right, y downwards. */
      readonly centre?: { readonly dx: number; readonly dy: number; readonly towards?: string | undefined } | undefined;
      /** Where the hottest cell lies on each side, in words: `lower right corner`. */
      readonly hottest?: { readonly before: string; readonly now: string } | undefined;
      /** Which of the maps has no positive heat. */
      readonly empty?: 'baseline' | 'candidate' | undefined;
    }
  | Heatless
  | Refusal;

/** Neither map has positive heat: there is nothing that could have moved, which is not the same as having stayed. */
export interface Heatless {
  readonly empty: 'both';
}

/** What an edit that should not matter does to the map of each side. */
export type ProbeResult = ProbePair | Refusal;

export interface ProbePair {
  readonly baseline?: ProbeSide | undefined;
  readonly candidate: ProbeSide;
}

export interface ProbeSide {
  /** 1 - overlap of the map of the fixture and the map of the edited fixture, inside one model. */
  readonly moved: number;
  /** Share of the heat on the mark, in the edited fixture. */
  readonly onMark?: number | undefined;
  /** Whether the edit changes the predicted class. */
  readonly flipped: boolean;
  /** Name of the class that it is changed to. */
  readonly became?: string | undefined;
  /** Jensen-Shannon divergence of the probabilities before and after the edit, in bits. */
  readonly divergence: number;
}

/** How much of the heat lies in a region. A side whose map has no heat is left out. */
export interface RegionResult {
  /** Share of the picture, 0 to 1. */
  readonly area: number;
  readonly baseline?: RegionHeat | undefined;
  readonly candidate?: RegionHeat | undefined;
}

/** Whether both models explained it. */
export const isCompared = (fixture: FixtureResult): fixture is ComparedFixture => fixture.maps !== undefined;

/** Whether there are maps of the candidate to show. */
export const isShown = (fixture: FixtureResult): fixture is ComparedFixture | NewFixture =>
  fixture.status !== 'lost' && fixture.status !== 'failed';
