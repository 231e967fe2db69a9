/** What a change to the repository did to all that decides a verdict. Paths are relative to the repository. */
export interface Change {
  /** The commit under audit. */
  readonly head: string;
  /** The commit it is compared with: what the candidate was made from. */
  readonly base: string;
  /** The branch it goes to. */
  readonly baseRef: string;
  /** Models of the configuration that were not audited: nothing about them changed. */
  readonly unchanged: readonly string[];
  /** Models that are gone. */
  readonly removed: readonly { readonly name: string; readonly path: string }[];
  /** Models whose file moved; they are compared with the version at the old place. */
  readonly renamed: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  /** Files of the change that decide how models are judged. */
  readonly edits: readonly PolicyEdit[];
  /** Settings that differ from the base branch, as they are written. */
  readonly settings: readonly SettingChange[];
  /** Whose thresholds, methods and fixtures judged. */
  readonly policyFrom: 'head' | 'base';
}

export interface PolicyEdit {
  readonly what: 'configuration' | 'labels' | 'truth' | 'region' | 'probe' | 'input' | 'fixture' | 'baseline';
  readonly path: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
}

export interface SettingChange {
  readonly model: string;
  readonly setting: string;
  readonly before: string;
  readonly after: string;
}
