/** The files that decide one model's verdict. Paths are relative to the repository, with `/`. */
export interface DecidingFiles {
  readonly name: string;
  /** Every file of the model as it is checked out. */
  readonly files: readonly string[];
  readonly labels?: string;
  /** Arrays that the model is given beside the picture. */
  readonly inputs?: readonly string[];
  readonly truth?: string;
  /** Where regions come from: annotation files, and folders of masks. */
  readonly regions?: readonly string[];
  /** Pictures that probes paste. */
  readonly probes?: readonly string[];
  readonly fixtures: {
    /** A leading `!` excludes. They tell fixtures that are gone, or were not there before. */
    readonly globs: readonly string[];
    readonly paths: readonly string[];
  };
  /** Pictures that probes paste. */
  readonly marks?: readonly string[];
  /** Globs of files whose change alone makes the model be looked at. */
  readonly watch?: readonly string[];
  /** Where baselines lie: the folder of stored maps, the file or folder of the model to compare with. */
  readonly baselines?: readonly string[];
}
