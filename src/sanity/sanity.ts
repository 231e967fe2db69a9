/** How much is checked: nothing, what costs at most nine more passes per model, or also what costs hundreds. */
export type CheckLevel = 'none' | 'basic' | 'full';

export const checkLevels = ['none', 'basic', 'full'] as const satisfies readonly CheckLevel[];

/** What one check found out about a model's explanation. */
export interface SanityCheck {
  readonly check: CheckName;
  readonly outcome: 'ok' | 'trips' | 'not-run';
  /** A sentence for the reader: figures, or why it was not run. */
  readonly message: string;
}

/** What is checked, in the order in which it is told. */
export const checkNames = ['empty-maps', 'class-blind', 'unmoved', 'repeatable', 'head-randomised', 'faithfulness'] as const; // biome-ignore format: one list

export type CheckName = (typeof checkNames)[number];

/** Why a check says nothing about this model, as a sentence. */
export interface NotRun {
  readonly notRun: string;
}

/** A drift between two kinds of maps of the same fixtures, mean over them, 0 to 1. */
export interface MeanDrift {
  readonly fixtures: number;
  readonly drift: number;
}

export interface Repeated {
  readonly fixtures: number;
  /**
   * Largest difference between a fixture explained alone, among the examined ones and in its batch: of the map in parts
   * of its largest absolute value, of a probability as it is.
   */
  readonly deviation: number;
}

/** Mean areas under the curves of the class's probability, 0 to 1; low deletion and high insertion are good. */
export interface Faithfulness {
  readonly fixtures: number;
  readonly heat: RemovalAreas;
  readonly random: RemovalAreas;
}

export interface RemovalAreas {
  readonly deletion: number;
  readonly insertion: number;
}

/** What asking the model more has shown: plain numbers. The last two only when everything is checked. */
export interface Findings {
  readonly repeated: Repeated | NotRun;
  readonly otherClass: MeanDrift | NotRun;
  readonly rewired?: MeanDrift | NotRun;
  readonly faithfulness?: Faithfulness | NotRun;
}
