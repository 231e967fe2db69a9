import type { ModelResult, Results } from '../../src/results/results.ts';
import type { Benchmark } from './benchmark.ts';
import { separation } from './separation.ts';
import { answerSignals, driftSignals, probeSignals, type Signal, scoreSignal } from './signals.ts';
import { number, percent, table } from './table.ts';

/** A model of the benchmark with what camdrift says of it. */
interface Judged {
  readonly name: string;
  readonly bad: boolean;
  readonly description: string;
  readonly result: ModelResult;
}

/**
 * @param byDefault results of the default policy, with every method
 * @param byOwn results with the team's own probes
 */
export function report(benchmark: Benchmark, byDefault: Results, byOwn: Results): string {
  const models = judged(benchmark, byDefault);
  const probed = judged(benchmark, byOwn);
  const lineages = [
    ['all', () => true],
    ['derived from the baseline (converted, fine-tuned)', derived],
    ['retrained', (model: Judged) => !derived(model)],
  ] as const;
  return [
    '# The drift benchmark',
    'Made by `npm run bench:drift -- --write`: every model audited through `dist` against the base model, with the default policy and masks of the objects as regions without rules. Regressions should score higher than benign models. AUC: area under the ROC curve, 0.5 is guessing. Found at 0 and 10 %: share of regressions above the largest benign value, and when one in ten benign models may be above. Left out: share of benign models that exceed the largest of the others.',
    'The default limits and built-in edits were chosen on these public models ([ADR 11](adr/0011-verdict.md)), so the counts below are in-sample; `--folder` runs it on others.',
    '## Verdicts by default',
    verdictTable(models),
    '## Probes',
    'Extra movement of attention, candidate less base, mean over the fixtures. Some are built in; the others are the artefacts that some of the models were trained on, pasted into the clean photos.',
    probeTable(models, probed),
    'A model that learned a shortcut, against all benign ones, by the probe of its kind:',
    shortcutTable(models, probed),
    ...lineages.flatMap(([name, of]) => signalPart(name, models.filter(of), probed.filter(of))),
  ].join('\n\n');
}

function judged({ models }: Benchmark, { models: results }: Results): Judged[] {
  return models
    .filter(({ kind }) => kind !== 'base')
    .map(({ name, kind, description }) => ({
      name,
      description,
      bad: kind === 'regression',
      result: results.find(result => result.name === name)!,
    }));
}

const derived = ({ result: { lineage } }: Judged): boolean =>
  lineage !== undefined && ['same', 'converted', 'fine-tuned'].includes(lineage.kind);

function verdictTable(models: readonly Judged[]): string {
  const rows = models.map(({ name, bad, result }) => {
    const shift = result.drift?.['grad-cam']?.['attention-shift']?.mean;
    return [
      `\`${name}\``,
      bad ? 'regression' : 'benign',
      result.lineage?.kind ?? '-',
      result.verdict,
      shift === undefined ? '-' : percent(shift),
      number(result.predictions?.divergence?.mean),
      number(result.score?.value, 2),
      result.reasons
        .filter(({ level }) => level === 'fail')
        .map(({ code }) => code)
        .join(', ') || '-',
    ];
  });
  const failing = (bad: boolean) => {
    const kind = models.filter(model => model.bad === bad);
    return `${kind.filter(({ result }) => result.verdict === 'fail').length} of ${kind.length}`;
  };
  const head = ['model', 'kind', 'lineage', 'verdict', 'attention shift', 'divergence, bits', 'score', 'why'];
  return `${failing(false)} benign models fail, ${failing(true)} regressions do.\n\n${table(head, rows)}`;
}

function probeTable(models: readonly Judged[], probed: readonly Judged[]): string {
  const names = (list: readonly Judged[]) => [
    ...new Set(list.flatMap(({ result }) => result.probes?.map(({ name }) => name) ?? [])),
  ];
  const [builtIn, own] = [names(models), names(probed)];
  const added = ({ result }: Judged, name: string) => result.probes?.find(probe => probe.name === name)?.added;
  const rows = models.map((model, index) => [
    `\`${model.name}\``,
    model.bad ? 'regression' : 'benign',
    ...builtIn.map(name => signed(added(model, name))),
    ...own.map(name => signed(added(probed[index]!, name))),
  ]);
  const head = ['model', 'kind', ...builtIn.map(name => `${name} (built in)`), ...own];
  return table(head, rows);
}

/** Kinds of artefact by the names of the models that learned them, and the probes that look for them. */
const shortcuts = [
  { learned: 'logo', builtIn: 'mark', own: 'logo' },
  { learned: 'frame', builtIn: 'frame', own: 'orange-frame' },
  { learned: 'bg', builtIn: 'background', own: 'green-background' },
] as const;

function shortcutTable(models: readonly Judged[], probed: readonly Judged[]): string {
  const rows = shortcuts.flatMap(({ learned, builtIn, own }) => {
    const ofKind = ({ name, bad }: Judged) => bad && name.split('_').includes(learned);
    const count = models.filter(ofKind).length;
    if (count === 0) return [];
    const line = (list: readonly Judged[], probe: string, which: string) => {
      const added = ({ result }: Judged) => result.probes?.find(({ name }) => name === probe)?.added ?? [];
      const benign = list.filter(({ bad }) => !bad).flatMap(added);
      const bad = list.filter(ofKind).flatMap(added);
      return [learned, which, String(count), signed(Math.max(...benign)), signed(Math.min(...bad))];
    };
    return [line(probed, own, `its own (${own})`), line(models, builtIn, `built in (${builtIn})`)];
  });
  return table(['learned', 'probe', 'models', 'largest benign', 'smallest of them'], rows);
}

function signalPart(lineage: string, models: readonly Judged[], probed: readonly Judged[]): string[] {
  const methods = [...new Set(models.flatMap(({ result }) => Object.keys(result.drift ?? {})))];
  const probes = (list: readonly Judged[]) => [
    ...new Set(list.flatMap(({ result }) => result.probes?.map(({ name }) => name) ?? [])),
  ];
  const rows = [
    ...[scoreSignal, ...answerSignals, ...probeSignals(probes(models))].flatMap(signal => row(signal, models)),
    ...probeSignals(probes(probed)).flatMap(signal => row(signal, probed)),
    ...driftSignals(methods).flatMap(signal => row(signal, models)),
  ];
  if (rows.length === 0) return [];
  const count = (bad: boolean) => models.filter(model => model.bad === bad).length;
  const head = ['signal', 'method', 'over the fixtures', 'AUC', 'found at 0 %', 'found at 10 %', 'left out'];
  return [`## Signals: ${lineage}`, `${count(false)} benign models, ${count(true)} regressions.`, table(head, rows)];
}

function row({ what, over, method, of }: Signal, models: readonly Judged[]): string[][] {
  const values = (bad: boolean) => models.filter(model => model.bad === bad).flatMap(({ result }) => of(result) ?? []);
  const [benign, bad] = [values(false), values(true)];
  if (benign.length === 0 || bad.length === 0) return [];
  const found = separation(benign, bad);
  return [
    [
      what,
      method,
      over,
      number(found.auc),
      percent(found.atNone, 0),
      percent(found.atTenth, 0),
      percent(found.leaveOneOut, 0),
    ],
  ];
}

const signed = (value: number | undefined): string =>
  value === undefined ? '-' : `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(3)}`;
