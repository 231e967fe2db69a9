import { calibrated } from '../../src/calibration/calibrated.ts';
import { neededFor } from '../../src/core/conformal.ts';
import { judge } from '../../src/judgement/verdict.ts';
import { sentenceOf } from '../../src/reports/reasons.ts';
import type { ComparedModel } from '../../src/results/model.ts';
import type { Reason } from '../../src/results/reason.ts';
import { acceptedOf, settings } from './accepted.ts';
import type { Judged } from './audit.ts';
import { separation } from './separation.ts';

/** What the verdict does on a list of models, in counts. */
export interface Counts {
  readonly benign: number;
  readonly benignFailed: number;
  readonly benignWarned: number;
  readonly regressions: number;
  readonly failed: number;
  readonly warned: number;
  readonly shortcuts: number;
  readonly shortcutsFailed: number;
  /** Failed or warned by a reason that names an edit of the artefact's kind. */
  readonly pointed: number;
  /** Failed or warned by a reason that names the class which the artefact stands for, of those where it is known. */
  readonly classNamed: number;
  readonly classKnown: number;
  readonly auc: number;
}

export function countsOf(models: readonly Judged[]): Counts {
  const benign = models.filter(({ kind }) => kind === 'benign' || kind === 'accepted');
  const bad = models.filter(({ kind }) => kind === 'regression');
  const shortcuts = bad.filter(({ shortcut }) => shortcut);
  const count = (list: readonly Judged[], verdict: string) =>
    list.filter(({ result }) => result.verdict === verdict).length;
  const scores = (list: readonly Judged[]) => list.flatMap(({ result }) => result.score?.value ?? []);
  return {
    benign: benign.length,
    benignFailed: count(benign, 'fail'),
    benignWarned: count(benign, 'warn'),
    regressions: bad.length,
    failed: count(bad, 'fail'),
    warned: count(bad, 'warn'),
    shortcuts: shortcuts.length,
    shortcutsFailed: count(shortcuts, 'fail'),
    pointed: shortcuts.filter(pointsAtIt).length,
    classNamed: shortcuts.filter(namesClass).length,
    classKnown: shortcuts.filter(({ shortcut }) => shortcut!.label !== undefined).length,
    auc: benign.length > 0 && bad.length > 0 ? separation(scores(benign), scores(bad)).auc : Number.NaN,
  };
}

/** By words of the artefact, the words that a reason may use for it. */
const kin: readonly (readonly [artefact: RegExp, reason: RegExp])[] = [
  [/border|frame/, /border|frame|edges|strip\b/],
  [/sticker|dot|disc|yellow/, /sticker|mark\b|checker/],
  [/check|backdoor/, /checker|sticker|mark\b/],
  [/text|caption|stamp/, /letters|label|mark\b|sticker/],
  [/logo/, /mark\b|label|letters|sticker/],
  [/ruler|bar/, /ruler|strip\b|border|frame|edges/],
  [/stripe/, /stripe/],
  [/dark|shade/, /darker|bright|contrast|light/],
  [/cast|tint/, /cast|light/],
  [/blur/, /blur/],
  [/jpeg/, /JPEG|jpeg/],
  [/background|backdrop|bg|grey/, /background/],
  [/vignette/, /darker|edges/],
  [/glare/, /glare|sticker|bright/],
  [/grain/, /grain/i],
  [/scanlines/, /lines|stripe/],
  [/haze/, /contrast|bright/],
  [/barcode/, /label|checker|mark\b|letters/],
];

function namesClass({ shortcut, result }: Judged): boolean {
  const label = shortcut!.label;
  const accusing = result.reasons.filter(({ code }) => /^class-|-pull$/.test(code));
  return label !== undefined && accusing.some(reason => sentenceOf(reason).includes(`\`${label}\``));
}

function pointsAtIt({ shortcut, result }: Judged): boolean {
  const artefact = shortcut!.artefact.toLowerCase();
  const words = kin.filter(([own]) => own.test(artefact)).map(([, reason]) => reason);
  const accusing = result.reasons.filter(({ level }) => level === 'fail' || level === 'warn');
  return accusing.some(
    reason =>
      /^(probe|edit|sweep)/.test(accusedOf(reason)) &&
      !/too-strong|baseline/.test(reason.code) &&
      words.some(word => word.test(sentenceOf(reason))),
  );
}

/** What a reason is about: what cannot be told names the edit as well. */
const accusedOf = (reason: Reason): string => (reason.code === 'cannot-tell' ? reason.found.code : reason.code);

/** How many fail with accepted models, over several families; a model is compared with its own family alone. */
export function calibratedCounts(families: readonly (readonly Judged[])[], rate: number): Calibrated {
  return families
    .map(models => calibratedFamily(models, rate))
    .reduce((sum, each) => ({
      benign: sum.benign + each.benign,
      benignFailed: sum.benignFailed + each.benignFailed,
      regressions: sum.regressions + each.regressions,
      failed: sum.failed + each.failed,
    }));
}

type Calibrated = Pick<Counts, 'benign' | 'benignFailed' | 'regressions' | 'failed'>;

/**
 * The verdict if the others were accepted: each benign model among the other ones of its lineage, each regression among all. By
 * the calibration that `camdrift calibrate` would have written, and by the judge itself.
 */
function calibratedFamily(models: readonly Judged[], rate: number): Calibrated {
  const honest = models.filter(({ kind }) => kind === 'benign' || kind === 'accepted');
  const accepted = new Map(honest.map(model => [model, acceptedOf(model)]));
  const fails = (model: Judged) => {
    const kin = honest.filter(other => other !== model && other.result.lineage?.kind === model.result.lineage?.kind);
    if (kin.length < neededFor(rate)) return undefined;
    const calibration = { version: 1 as const, models: kin.map(each => accepted.get(each)!) };
    const { judged, fixtures } = model.result as ComparedModel;
    const { policy } = calibrated(judged, calibration, { ...settings, falseAlarms: rate }, model.result);
    return judge(fixtures, policy, []).verdict === 'fail';
  };
  const judged = (list: readonly Judged[]) => list.map(fails).filter(each => each !== undefined);
  const benign = judged(honest);
  const bad = judged(models.filter(({ kind }) => kind === 'regression'));
  return {
    benign: benign.length,
    benignFailed: benign.filter(Boolean).length,
    regressions: bad.length,
    failed: bad.filter(Boolean).length,
  };
}
