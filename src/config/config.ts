import type { CalibrationSource } from '../calibration/file.ts';
import type { EngineChoice } from '../engines/index.ts';
import type { Preparation } from '../images/load.ts';
import type { Pixels } from '../images/pixels.ts';
import type { Preprocess } from '../images/preprocess.ts';
import type { LineageKind } from '../lineage/lineage.ts';
import type { LoadOptions, Score } from '../models/model.ts';
import type { Probe } from '../probes/probe.ts';
import type { Region, RegionShape } from '../regions/region.ts';
import type { CheckLevel } from '../sanity/sanity.ts';
import type { Address } from '../sources/address.ts';

/** One model to audit. Every path is absolute and known to lie where it may. */
export interface ModelConfig extends Preparation {
  readonly name: string;
  readonly path: string;
  /** Where the model lies when that is not on this machine. */
  readonly address?: Address | undefined;
  /** Puts such a model at its path. Throws CamdriftError `model-unavailable`. */
  obtain?(): Promise<void>;
  readonly load: LoadOptions;
  readonly fixtures: readonly Fixture[];
  /** Names of fixtures that the version before had and the change takes away, where that is known. */
  readonly gone?: readonly string[] | undefined;
  /** What the globs of the fixtures match, or could, and is no fixture. */
  readonly leftOut: LeftOut;
  /** Class names, or the file that holds them. */
  readonly labels: readonly string[] | undefined;
  readonly pixels: Pixels;
  /** Which of the remarks of files the team says nothing about: where a fixture has one, the reader is told. */
  readonly unsaid: readonly ('orientation' | 'colour')[];
  readonly layer: string;
  /** All layers of the model that are explained, this one among them, where they are several. */
  readonly ofLayers: readonly string[];
  /** The first one is judged. */
  readonly methods: readonly string[];
  readonly score: Score;
  /** Largest accepted mean drift per metric, 0 to 1, and of the predictions' `divergence`, as far as the team says so. */
  readonly thresholds: Readonly<Record<string, number>> | undefined;
  /** Limits that hold as well: those of a change that is judged by its base branch's. */
  readonly alsoThresholds?: ModelConfig['thresholds'];
  /** How the model descends from its baseline; `auto`: as the weights show. */
  readonly lineage: LineageKind | 'auto';
  /** Edits that should not matter. */
  readonly probes: readonly Probe[];
  /** When a stock of plain edits is tried as well. */
  readonly sweep: 'always' | 'in-doubt' | 'never';
  readonly regions: readonly Region[];
  /** Of a regression: largest accepted mean change of the answer, in its own unit. */
  readonly answerLimit: number | undefined;
  /** Rate of false alarms that a calibrated verdict may have. */
  readonly falseAlarms: number;
  /** Whether a repair is failed for attention that moves by it; `unproven`: the change has a hand in what would show one. */
  readonly repairs: 'pass' | 'fail' | 'unproven';
  readonly calibration: CalibrationSource;
  readonly baseline: string | undefined;
  readonly reference: Reference;
  readonly baselinePreprocess: Preprocess;
  /** How the earlier version was loaded and its pictures resized, where that is known to be its own. */
  readonly baselineUse?: Pick<ModelConfig, 'fit' | 'pixels' | 'load'> | undefined;
  /** How far the explanation itself is checked. */
  readonly checks: CheckLevel;
  /** A golden release: a model, or the folder of a stored baseline. */
  readonly pinned: string | undefined;
  /** As `thresholds`, for the drift from the pinned reference. */
  readonly pinnedThresholds: Readonly<Record<string, number>> | undefined;
  /** Seconds that auditing it may take. */
  readonly timeout: number;
  /** Things the reader should know, such as an assumed preprocessing. */
  readonly notes: readonly string[];
  /** A path as reports show it: relative to the configuration. */
  shown(path: string): string;
}

/**
 * What a model is compared with beside stored maps.
 * - `model`: an earlier version; stored maps take its place only where that very model made them.
 * - `stored`: none is named, so stored maps alone.
 * - `none`: the team asks for no comparison. `absent`: there is no earlier version. Either way drift is not judged.
 */
export type Reference =
  | { readonly kind: 'model'; readonly model: BaselineModel }
  | { readonly kind: 'stored' | 'none' | 'absent' };

/** The version to compare with: on disk, or still to be fetched. */
export interface BaselineModel {
  /** Where it comes from, for reports, when that is not where it lies. */
  readonly origin?: string | undefined;
  /** `modelDigest` of it; may be known without having its files. */
  digest(): Promise<string>;
  /** Where it lies, once it does. Throws CamdriftError `baseline-unavailable` when it cannot be had. */
  path(): Promise<string>;
}

export interface LeftOut {
  /** Pictures in camdrift's own output and baselines. */
  readonly own: number;
  /** Names by which links lead to a fixture once more. */
  readonly again: number;
  /** Files that the globs match and whose names are those of no picture that is read, by their ending, most first. */
  readonly others: readonly { readonly ending: string; readonly files: number }[];
}

export interface Fixture {
  /** Name in reports and baselines: the path relative to the configuration file, with `/`. */
  readonly name: string;
  readonly path: string;
  /** True class, by name, when the data set says so. */
  readonly label: string | undefined;
  /** All that the data set says is in it, by name. */
  readonly labels?: readonly string[] | undefined;
  /** Of a fixture seen for one label of a multi-label model: whether the label is true of it, where that is known. */
  readonly expected?: boolean | undefined;
  /** Groups it belongs to, for figures per group. */
  readonly tags: readonly string[];
  readonly regions: readonly RegionShape[];
  /**
   * What the change under audit does to its file, seen from the version before: the base branch has no fixture of this content,
   * under this name or another. Such a fixture is shown and judges nothing. Absent when it was there, and where nobody
   * changes anything (the command line compares both models on all fixtures that it is given; a stored baseline brings its own).
   */
  readonly touched?: 'added' | 'edited' | undefined;
  /** Name of the fixture of the same content that counts instead of it, once the files have been read. */
  readonly copyOf?: string | undefined;
}

export interface Config {
  readonly models: readonly ModelConfig[];
  readonly engine: EngineChoice;
  readonly jobs: number | undefined;
  readonly batch: number | undefined;
  readonly out: string;
  /** Seconds that auditing all of them may take. */
  readonly runTimeout: number;
}
