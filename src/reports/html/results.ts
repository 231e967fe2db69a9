import { Listed } from '../../core/json-pieces.ts';
import { findMethod, methods } from '../../methods/index.ts';
import { metrics } from '../../metrics/index.ts';
import type { ComparedFixture, FixtureResult } from '../../results/fixture.ts';
import type { ModelResult } from '../../results/model.ts';
import type { Results } from '../../results/results.ts';
import { precisionWords } from '../_interval-words.ts';
import { faithfulnessWords, pinnedWords, sanityWords, sliceWords } from '../_model-lines.ts';
import { regionLines, regionMeanings } from '../_region-words.ts';
import { plainly } from '../comment/plain.ts';
import { pieces } from '../marked.ts';
import { sentenceOf } from '../reasons.ts';
import {
  calibrationWords,
  directionWords,
  explainedWords,
  judgedDrift,
  lineageWords,
  predictionWords,
  probeCells,
  probeMeanings,
  reading,
  titleOf,
  verdictWords,
} from '../words.ts';
import type {
  FixtureStatus,
  ReportFixture,
  ReportModel,
  ReportProbe,
  ReportResults,
  ReportVersion,
  Term,
} from './shape.ts';

const headline = metrics[0]!.name;
const arrow = ' → ';

/** As the page reads them once they are JSON: what it shows of a fixture is made when it is written. */
interface WrittenReport extends Omit<ReportResults, 'models'> {
  readonly models: readonly WrittenModel[];
}

interface WrittenModel extends Omit<ReportModel, 'fixtures'> {
  readonly fixtures: Listed<ReportFixture>;
}

/** The results as the page shows them. Names in it are foreign: the page writes them as text and in no other way. */
export function reportResults(results: Results): WrittenReport {
  const { change, verdict, tool, engine, times } = results;
  return {
    verdict,
    tool,
    engine: engine.version.startsWith(`${engine.name} `) ? engine.version : `${engine.name} ${engine.version}`,
    started: times.started,
    ...(change && { change: { head: change.head, baseRef: change.baseRef } }),
    models: results.models.map(reportModel),
    terms: terms(results),
  };
}

function reportModel(model: ModelResult): WrittenModel {
  const {
    name,
    path,
    verdict,
    reasons,
    error,
    accepted,
    candidate,
    judged,
    baseline,
    slices = [],
    probes = [],
  } = model;
  const names = methodsOf(model);
  return {
    name,
    path,
    verdict,
    words: verdictWords[verdict],
    plain: readable(plainly(model)),
    reasons: reasons.map(reason => ({ level: reason.level, pieces: pieces(sentenceOf(reason)) })),
    remedy: error?.remedy,
    accepted:
      accepted &&
      `${accepted.by}${accepted.file === undefined ? '' : ` (${accepted.file} of the base branch)`}: ${accepted.why}`,
    lines: linesOf(model),
    layer: candidate && `${candidate.layer.name} (${candidate.layer.width} × ${candidate.layer.height})`,
    methods: names.map(each => ({ name: each, title: findMethod(each)?.title ?? each })),
    judged: judged?.method ?? '',
    compared: baseline !== undefined,
    limit: judged?.thresholds[headline],
    history: historyOf(model),
    slices: slices.map(({ by, name, fixtures, drift, flipped }) => ({ by, name, fixtures, drift, flipped })),
    probes: probes.map(probe => ({ name: probe.name, cells: probeCells(probe, arrow).slice(1) })),
    fixtures: new Listed(() => reportFixtures(model, names)),
  };
}

function* reportFixtures(model: ModelResult, names: readonly string[]): Generator<ReportFixture> {
  for (const fixture of model.fixtures) yield reportFixture(model, fixture, names);
}

/** With this version at its end, which is what the others are there for. */
function historyOf({ name, history, lineage, drift, judged }: ModelResult): ReportVersion[] | undefined {
  const shift = drift?.[judged?.method ?? '']?.[headline]?.mean;
  if (!history || shift === undefined) return undefined;
  return [...history, { name, shift, lineage: lineage?.kind ?? 'unknown', place: 'now' }];
}

/** The methods that were run, in the order of all methods: CAM, Grad-CAM and Grad-CAM++ first. */
export const methodsOf = ({ candidate }: ModelResult): readonly string[] =>
  (candidate?.methods ?? []).toSorted((a, b) => rank(a) - rank(b));

const rank = (name: string): number => methods.findIndex(method => method.name === name);

function linesOf(model: ModelResult): string[] {
  const { drift, judged, predictions } = model;
  const shift = judged && drift?.[judged.method]?.[headline];
  const accuracy = predictions?.accuracy;
  const plain = (foreign: string) => foreign;
  return [
    shift &&
      `Attention shift: ${reading(headline, shift.mean)} on average, ${reading(headline, shift.max)} at most${limitWords(model)}.`,
    predictions && `Answers changed: ${predictions.flipped} of ${predictions.compared}.`,
    accuracy &&
      `Accuracy on ${accuracy.labelled} labelled fixtures: ${whole(accuracy.baseline)}${arrow}${whole(accuracy.candidate)}.`,
    sentence(precisionWords(model)),
    ...regionLines(model, arrow).map(sentence),
    ...[sliceWords(model, plain), pinnedWords(model, plain), sanityWords(model), faithfulnessWords(model, plain)].map(
      sentence,
    ),
    sentence(calibrationWords(model) ?? ''),
    model.lineage && `Lineage: ${lineageWords(model)} (${model.lineage.words.replace(/\.$/, '')}).`,
  ]
    .filter(line => line !== undefined)
    .filter(line => line !== '');
}

const limitWords = ({ judged }: ModelResult): string => {
  const limit = judged?.thresholds[headline];
  return limit === undefined ? '' : `; the limit for the average is ${reading(headline, limit)}`;
};

const whole = (share: number): string => `${Number((share * 100).toFixed(1))} %`;
const sentence = (words: string): string => (words === '' ? '' : `${words[0]!.toUpperCase()}${words.slice(1)}.`);

function reportFixture(model: ModelResult, fixture: FixtureResult, names: readonly string[]): ReportFixture {
  const { truth, tags = [], reason, candidate, baseline } = fixture;
  const explained = explainedWords(fixture);
  return {
    name: titleOf(fixture),
    status: statusOf(fixture),
    group: truth ?? explained ?? '',
    truth,
    tags,
    shifts: names.map(method => shiftOf(fixture, method) ?? null),
    overlap: known(reading('overlap', judgedDrift(model, fixture, 'overlap'))),
    towards: known(directionWords(model, fixture)),
    before: baseline && predictionWords({ candidate: baseline }),
    now: candidate && predictionWords({ candidate }),
    explained,
    note:
      [reason, fixture.touched && `${fixture.touched} by this change: shown, not judged`].filter(Boolean).join('; ') ||
      undefined,
    probes: probesOf(fixture),
  };
}

/** Words of the comment without its markup, as they are read there. */
const readable = (markdown: string | undefined): string | undefined =>
  markdown
    ?.replaceAll('**', '')
    .replace(/\\(?=[\\`*_{}[\]()#+!|~$^.-])/g, '')
    .replace(/&(amp|lt|gt);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name]!)
    .replaceAll('\u200b', '');

const known = (words: string): string | undefined => (words === '-' ? undefined : words);

const statusOf = ({ status, flipped }: FixtureResult): FixtureStatus =>
  status === 'steady' && flipped === true ? 'flipped' : status;

function shiftOf({ maps }: FixtureResult, method: string): number | undefined {
  const map = (maps as ComparedFixture['maps'] | undefined)?.[method];
  return map && 'drift' in map ? map.drift[headline] : undefined;
}

const probesOf = ({ probes = {} }: FixtureResult): ReportProbe[] =>
  Object.entries(probes).flatMap(([name, found]) =>
    'refused' in found
      ? []
      : [
          {
            name,
            moved: { before: found.baseline?.moved, now: found.candidate.moved },
            flipped: found.candidate.flipped,
            became: found.candidate.became,
          },
        ],
  );

function terms({ models }: Results): Term[] {
  const used = metrics.filter(({ name }) => ['attention-shift', 'overlap'].includes(name));
  return [
    ...used.map(({ title, meaning }): Term => [title, meaning]),
    ['Limit', 'The mean over all fixtures is judged by it; single images move even between two honest trainings.'],
    ['Heat', 'What speaks for the explained class, which is the same on both sides.'],
    ...(models.some(({ probes = [] }) => probes.length > 0) ? probeMeanings : []),
    ...(models.some(({ regions }) => regions) ? Object.entries(regionMeanings) : []),
  ];
}
