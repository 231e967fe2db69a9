import { findMetric, metrics } from '../metrics/index.ts';
import type { Among, FactCode, LimitKind, Reason, ReasonOf, Regression } from '../results/reason.ts';
import type { Refusal } from '../results/refusal.ts';
import { brokenRegion } from './_broken-rule.ts';
import { cannotTellWords } from './_interval-words.ts';
import { feedingWords } from './feeding.ts';
import {
  acceptedWords,
  againstWords,
  bits,
  decimals,
  firstNames,
  percent,
  plainNumber,
  share,
  wholePercent,
} from './figures.ts';
import { repairWords } from './repair.ts';

/** A reason in one sentence or a few, for every report. Names in it are foreign: who shows it escapes it. */
export function sentenceOf(reason: Reason): string {
  return 'message' in reason ? reason.message : told(reason, reason.code);
}

type Told = Exclude<FactCode, `sanity-${string}`>;

const told = <C extends Told>(reason: ReasonOf<C>, code: C): string => sentences[code](reason);

const apart = 'Change fixtures in a pull request of their own, without the model.';
const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;
const quoted = (names: readonly string[]) => names.map(name => `\`${name}\``).join(', ');

/** One sentence per code: the table is whole, or it does not compile. */
const sentences: { readonly [C in Told]: (reason: ReasonOf<C>) => string } = {
  'attention-regression': reason => regression(reason),
  'prediction-regression': reason => regression(reason),
  'answer-regression': reason => regression(reason),
  'label-regression': ({ label, fixtures, found }) => `Label \`${label}\` (${fixtures} fixtures): ${regression(found)}`,
  'calibration-small': ({ accepted, lineage, rate, missing, limits }) =>
    `The calibration has ${acceptedWords(accepted, lineage)}; a rate of ${share(rate)} false alarms takes ${missing} more. Until then the ${limits === 'uncalibrated' ? 'uncalibrated ' : ''}limits judge, and what drifts no more than an accepted model is warned about.`,
  'calibration-stale': ({ models }) =>
    `${counted(models, 'accepted model was', 'accepted models were')} audited with other fixtures or settings, which does not count; run \`camdrift calibrate\` again.`,
  'calibration-edited': ({ path, baseRead }) =>
    `This change edits the calibration ${path}, which is not believed: ${baseRead ? 'the one of the base branch judges it' : 'the one of the base branch cannot be read, so none is used'}.`,
  'calibration-without-probes': ({ models }) =>
    `${counted(models, 'accepted model tells', 'accepted models tell')} nothing of the probes as they are now, so these are judged by their limits; run \`camdrift calibrate\` again.`,
  'limits-none': ({ method }) => `No metric has a limit, so the drift of ${method} was not judged.`,

  'drift-doubtful': ({ found }) =>
    `${regression(found)} Honest retrains of other networks drift as far: accept the model, or run \`camdrift calibrate\` to teach the gate what is usual for yours.`,
  'cannot-tell': reason =>
    `${reason.found.code === 'probe-regression' ? followed(reason.found) : regression(reason.found)} ${cannotTellWords(reason)}`,

  'class-regression': reason => `Class ${lost(reason)}`,
  'class-doubtful': reason =>
    `Class ${lost(reason)} So much is rare among honest retrains; more fixtures of it would tell.`,
  'tag-regression': reason => `Tag ${lost(reason)}`,
  'accuracy-regression': ({ accuracy, lost: wrong, gained, fixtures, limit }) =>
    `Accuracy on the fixtures fell from ${percent(accuracy.before)} to ${percent(accuracy.now)}: ${wrong} of ${fixtures} lost, ${gained} won, ${limit === undefined ? 'which chance does less than once in 40 times' : `where ${percent(limit)} may be lost`}.`,

  'probe-regression': reason => followed(reason),
  'probe-doubtful': reason =>
    `${followed(reason)} Honest retrains of networks whose answers the edit changes as often add up to +${reason.beyond.toFixed(2)}.`,
  'probe-pull': ({ probe, to, turned, fixtures, lost: known }) =>
    `The probe \`${probe}\` turns ${turned.now} of ${fixtures} fixtures into \`${to}\` (baseline ${turned.before}).${known ? ' It may be what that class is known by now.' : ''}`,
  'edit-pull': ({ words, to, turned, fixtures, gained, lost: known }) => {
    const turns =
      turned.now > turned.before
        ? `turns ${turned.now} of ${fixtures} pictures into \`${to}\` (baseline ${turned.before})`
        : `gives \`${to}\` ${wholePercent(gained)} more probability on average than in the baseline`;
    return `${words[0]!.toUpperCase()}${words.slice(1)} ${turns}.${known ? ' It may be what that class is known by now.' : ''}`;
  },
  'sweep-unfinished': ({ why }) => `Which edits the model follows was not found out: ${why}`,
  'sweep-no-baseline': () =>
    'Which edits the model follows was not asked: the baseline is stored maps, and its model is not at hand. Name it as `baseline-model` to have it asked.',
  'sweep-sampled': ({ edits, fixtures, of }) =>
    `The model is large: ${edits} edits that should not matter were tried on ${fixtures} of ${of} fixtures.`,
  'probe-unseen': ({ probe, why = 'No map has heat, edited or not.' }) =>
    `The probe \`${probe}\` says nothing about any fixture. ${why}`,
  'probe-too-strong': ({ words }) => words,
  'probe-no-baseline': ({ probes }) =>
    `The baseline was made without the probe${probes.length === 1 ? '' : 's'} ${quoted(probes)}, so how far such an edit may move attention is not known, and it was not judged. Run \`camdrift baseline\` on the version you trust.`,
  'probe-missing': ({ probe, without, compared }) =>
    `The probe \`${probe}\` is asked for, and ${without} of ${compared} compared fixtures say nothing of it.`,
  'region-rule': reason => brokenRegion(reason),
  'region-broken-before': reason => brokenRegion(reason),
  'region-unseen': ({ region }) => `No fixture shows heat in the region \`${region}\`, so its rules were not judged.`,
  'region-heatless': reason => muted(reason, 'their maps have no heat'),
  'region-invisible': reason =>
    muted(reason, 'the model sees nothing of it there, cut off or smaller than half a pixel'),
  'attention-left': ({ region, heat, accuracy }) =>
    `Accuracy is the same or better (${percent(accuracy.before)} -> ${percent(accuracy.now)}), and attention left the object: heat in \`${region}\` ${percent(heat.before)} -> ${percent(heat.now)}. That is what learning a shortcut looks like.`,

  'fixture-failed': ({ fixture, why }) => why ?? `${fixture} could not be read.`,
  'method-refused': ({ method, refused, fixtures, why }) =>
    `${method} is judged, and has no map for ${refused} of ${fixtures} fixtures: ${why}`,
  'method-missing': ({ method, missing, compared }) =>
    `${method} is judged, and ${missing} of ${compared} compared fixtures have no map of it.`,
  'heat-missing': ({ method, measured, of }) =>
    `${measured === 0 ? 'No fixture has' : `Only ${measured} of ${of} fixtures have`} heat in the ${method} maps of both sides, and at least half of them must: what attention does was not measured. Explain another \`layer\` or class, or take fixtures that show the classes.`,
  'answers-unmeasured': ({ limit }) =>
    `The divergence of the answers has the limit ${limit}, and was measured on no fixture: the models have different numbers of classes.`,
  'answer-limit-none': () =>
    'The model answers a number, and how far it may move is not said, so that was not judged. Give `answer-limit`, the largest accepted mean change in the unit of the output.',
  'attention-lost': ({ fixtures }) =>
    `On ${fixtures} fixtures nothing speaks for the class any more: the candidate's map has no positive heat.`,
  'maps-empty': ({ empty, of }) =>
    `On ${empty} of ${of} fixtures neither map has positive heat; they say nothing about drift and were left out of it.`,

  'fixtures-missing': ({ left, before }) =>
    `Only ${left} of the ${before} fixtures of the earlier version are still there as they were, and at least half of them must be. ${apart}`,
  'nothing-compared': ({ touched }) =>
    touched
      ? `Every fixture that could be compared is added or edited by this change, so nothing was judged. ${apart}`
      : 'No fixture was compared with an earlier version of the model, so nothing was judged.',
  'fixtures-new': ({ added, of }) => `${added} of ${of} fixtures are not in the baseline and were not judged.`,
  'fixtures-touched': ({ touched, of }) =>
    `${touched} of ${of} fixtures are added or edited by this change: they are shown and not judged.`,
  'fixtures-lost': ({ lost }) => `${lost} fixtures of the baseline are gone.`,
  'fixtures-copied': ({ copies }) =>
    `${counted(copies.length, 'fixture has', 'fixtures have')} the content of another one and ${copies.length === 1 ? 'was' : 'were'} not counted again (${firstNames(copies)}).`,
  'fixtures-linked': ({ links }) =>
    links === 1
      ? '1 link leads to a fixture that was there already and was not counted again.'
      : `${links} links lead to fixtures that were there already and were not counted again.`,
  'fixtures-left-out': ({ pictures }) =>
    `Pictures in camdrift's own output and baselines are no fixtures: ${pictures} left out.`,
  'files-left-out': ({ others }) => {
    const endings = others.slice(0, 5).map(({ ending, files }) => `${files} ${ending}`);
    const more = others.length > 5 ? ', ...' : '';
    return `\`fixtures\` also matches files that are no fixtures by their names: ${endings.join(', ')}${more}. Fixtures are PNG, JPEG, WebP, TIFF, AVIF, BMP, GIF, PPM and PGM pictures or .npy arrays; convert others in the way in which the training code reads them.`;
  },

  'prediction-drift': ({ flipped, divergence, accuracy }) => {
    const words = [
      flipped &&
        `${flipped.labels ? `${flipped.names.length} of ${flipped.of} labels appeared or vanished` : `the predicted class flipped on ${flipped.names.length} of ${flipped.of} fixtures`} (${firstNames(flipped.names)})`,
      divergence !== undefined && `probabilities diverge by ${bits(divergence)} on average (Jensen-Shannon)`,
      accuracy && `accuracy on the fixtures fell from ${percent(accuracy.before)} to ${percent(accuracy.now)}`,
    ];
    return `Predictions changed: ${words.filter(Boolean).join('; ')}.`;
  },
  'layer-of-several': ({ layer, layers }) =>
    `Several layers are explained, each by itself: ${quoted(layers)}. This is \`${layer}\`.`,
  'layer-part': ({ layer, beside }) =>
    `\`layer: auto\` explains only a part of the model, \`${layer}\`: the answers also read ${quoted(beside.slice(0, 4))}${beside.length > 4 ? ' and others' : ''} past it. Explain each by itself with \`layer: [${[layer, ...beside].slice(0, 5).join(', ')}]\`, or name the one that counts.`,
  'task-multi-label': ({ said }) =>
    `Answers are read label by label, ${said ? 'as `task` says' : 'because each of its numbers ends in a sigmoid of its own'}: each label that is true or predicted is explained and judged by itself (\`photo.png#2\` is the label of index 2).`,
  'task-regression': () =>
    'The answer is read as a number in a unit of its own: it is explained itself, and its change is judged.',
  'task-assumed': () =>
    'The model answers one number without a sigmoid. It is read as the logit of the second of two classes; if it is a value (a regression), say `task: regression`, else `task: single-label`.',
  'preprocess-assumed': ({ note }) => note,
  'preprocess-contradicts': feedingWords,
  'preprocess-differs': ({ baseline, candidate }) =>
    `Baseline and candidate were fed differently: ${baseline} against ${candidate}.`,
  'fit-differs': ({ baseline, candidate }) =>
    `Pictures were fitted to the input differently: ${baseline} against ${candidate}.`,
  'pixels-differs': ({ baseline, candidate }) =>
    `Pictures were read or resized differently: ${baseline} against ${candidate}. Each version was fed as its own configuration says.`,
  'output-differs': ({ baseline, candidate }) =>
    `Different outputs of the models are compared: ${baseline} against ${candidate}.`,
  'input-differs': ({ baseline, candidate }) => `The models take different inputs: ${baseline} against ${candidate}.`,
  'classes-differ': ({ baseline, candidate }) =>
    `The models have different numbers of classes: ${baseline} against ${candidate}.`,
  'layer-differs': ({ baseline, candidate }) =>
    `Different layers are compared, because the candidate has no ${baseline}: ${baseline} against ${candidate}.`,
  'grid-differs': ({ baseline, candidate }) =>
    `The maps have different grids (${baseline} against ${candidate}) and are compared on the coarser one.`,
  'engine-fallback': ({ asked, ran, why, side }) =>
    `The engine \`${asked}\` does not run ${side === 'candidate' ? 'this model' : 'the baseline model'}, so \`${ran}\` did: ${why.replace(/[.\s]+$/, '')}.`,
  'same-model': () => 'Baseline and candidate are the same model, file by file.',
  'orientation-ignored': ({ fixtures }) =>
    `${havers(fixtures)} an EXIF orientation, which is not followed, as PIL.Image.open and so torchvision, timm and Keras do not follow it. Say \`orientation: ignore\`, or \`orientation: apply\` if the training code turns pictures.`,
  'profile-ignored': ({ fixtures, profiles }) =>
    `${havers(fixtures)} a colour profile of other colours than sRGB's (${profiles.slice(0, 3).join(', ')}), which is not followed: the numbers are taken as stored, as PIL.Image.open gives them. Say \`colour: as-stored\`, or \`colour: srgb\` if the training code converts colours.`,

  'model-new': () => 'This model is new: there is nothing to compare it with, so its drift is not judged.',
  'baseline-none': ({ ruled }) =>
    ruled
      ? 'No baseline was asked for: drift is not judged.'
      : 'No baseline was asked for, and no region has a rule, so nothing was judged. Name a baseline, or give `regions` rules such as "inside >= 0.5".',
  'baseline-stale': ({ why }) => `The stored baseline was not used: ${why}. The baseline model was explained anew.`,
  'pinned-is-baseline': ({ title }) => `The pinned reference ${title} is the baseline.`,
  'pinned-unavailable': ({ title, why }) => `Drift from the pinned reference ${title} is not known: ${why}`,
  'pinned-drift': ({ title, fixtures, found }) =>
    `Since the pinned reference ${title}, over ${fixtures} fixtures: ${regression(found)}`,

  repair: reason => repairWords(reason),
  'repair-unproven': () =>
    'It may be a repair of the version before, by rules, fixtures or references that this change edits itself or that are not in Git, so that counts for nothing. Edit them in a pull request of their own.',

  'model-untold': ({ change }) => `The change ${untold[change]}, and the run says nothing about this model.`,
  'acceptance-refused': ({ by, refusal }) => `${by} cannot accept this: ${refusalWords(refusal)}`,
  'acceptance-void': ({ by, pair }) =>
    `What ${by} accepted (${pair}) was of another model, or for other reasons. It does not hold for this.`,

  'claimed-verdict': ({ verdict }) =>
    `The run itself calls this \`${verdict}\`, and nothing among its numbers says why.`,
};

/** Every code that has a sentence here. */
export const toldCodes = Object.keys(sentences) as readonly Told[];

function followed(reason: ReasonOf<'probe-regression' | 'probe-doubtful'>): string {
  const { probe, added, limit, onMark, flipped, fixtures } = reason;
  const digits = added.toFixed(2) === limit.toFixed(2) ? 3 : 2;
  const heat = onMark ? ` Heat on the mark ${wholePercent(onMark.before)} -> ${wholePercent(onMark.now)}.` : '';
  const answers =
    flipped.now > flipped.before
      ? ` The edit changes the answer on ${flipped.now} of ${fixtures} fixtures (baseline ${flipped.before}).`
      : '';
  const words = `Attention follows the probe \`${probe}\`: +${added.toFixed(digits)} of the heat moves with an edit that should not matter (limit +${limit.toFixed(digits)}).${heat}${answers}`;
  return 'among' in reason && reason.among ? `${words} ${amongWords(reason.among)}` : words;
}

/** `\`stop\` is being lost: 3 of its 6 fixtures are answered right (baseline 6), and it has 41 % probability there (baseline 93 %).` */
function lost(reason: ReasonOf<'class-regression' | 'class-doubtful' | 'tag-regression'>): string {
  const { group, fixtures, right, probability } = reason;
  const limit = 'limit' in reason && reason.limit !== undefined ? `; ${percent(reason.limit)} may be lost` : '';
  const sure = probability
    ? `, with a probability of ${wholePercent(probability.now)} on average (baseline ${wholePercent(probability.before)})`
    : '';
  return `\`${group}\` is being lost: ${right.now} of its ${fixtures} fixtures are answered right (baseline ${right.before}${limit})${sure}.`;
}

/** `Attention moved: attention shift 14.2 % on average (limit 8.0 %, grad-cam).`, and of a calibration what it says. */
function regression(found: Regression): string {
  const { among, limits } = found;
  const drift = drifted(found, among ? 'scale' : limitNoun(limits));
  if (!among) return drift;
  return `${drift} ${amongWords(among)}`;
}

function amongWords(among: Among): string {
  const { accepted, lineage, asFar, p, rate, whole } = among;
  const asSuch = whole ? 'drifted or followed an edit as far' : 'drifted as far';
  const compared = `Of ${acceptedWords(accepted, lineage)} ${asFar === 0 ? 'none' : asFar} ${asSuch} (p = ${decimals(p)}); at most ${share(rate)} of benign ones do.`;
  return `${compared} ${againstWords(among)}`.trim();
}

function drifted(found: Regression, limit: string): string {
  if (found.code === 'prediction-regression')
    return `Answers moved: probabilities diverge by ${bits(found.value)} on average (${limit} ${found.limit}, Jensen-Shannon).`;
  if (found.code === 'answer-regression')
    return `The answers moved by ${plainNumber(found.value)} on average, from ${plainNumber(found.before)} to ${plainNumber(found.now)} (${limit.replace('uncalibrated ', '')} ${plainNumber(found.limit)}, in the unit of the output).`;
  return `Attention moved: ${driftName(found.metric)} ${percent(found.value)} on average (${limit} ${percent(found.limit)}, ${found.method}).`;
}

const limitNoun = (limits: LimitKind): string => (limits === 'uncalibrated' ? 'uncalibrated limit' : 'limit');

/** The headline is a drift by its name; the others are read the other way round. */
function driftName(name: string): string {
  const { title } = findMetric(name)!;
  return name === metrics[0]!.name ? title.toLowerCase() : `${title} drift`;
}

const muted = ({ region, fixtures, of }: ReasonOf<'region-heatless' | 'region-invisible'>, why: string): string =>
  `The region \`${region}\` was not judged on ${fixtures.length} of ${of} fixtures that have it (${firstNames(fixtures)}): ${why}.`;

const havers = (fixtures: readonly string[]): string =>
  fixtures.length === 1 ? `Fixture ${fixtures[0]} has` : `${fixtures.length} fixtures (${fixtures[0]} and others) have`;

const untold: Readonly<Record<ReasonOf<'model-untold'>['change'], string>> = {
  'touches its files': 'touches files of it',
  'edits the configuration': 'edits the configuration',
  'is too long to know': 'has more files than GitHub lists',
};

function refusalWords(refusal: Refusal): string {
  switch (refusal.why) {
    case 'author':
      return 'whoever opens a pull request needs somebody else to.';
    case 'role':
      return 'that takes the right to write to the repository, or more (input `accept-by`).';
    case 'role-unknown':
      return 'GitHub did not say what their rights are.';
    case 'editor':
      return 'somebody without the right to has edited the comment.';
    case 'no-reason':
      return 'the command gives no reason.';
    case 'names':
      return `the command does not name ${refusal.missing.map(name => `+${name}`).join(', ')}.`;
  }
}
