import { ablation } from './ablation.ts';
import type { Judged } from './audit.ts';
import { calibratedCounts, countsOf } from './counts.ts';
import type { Family } from './family.ts';
import { fewer } from './fewer.ts';
import { leftOut } from './left-out.ts';
import { simulated } from './simulate.ts';
import { number, percent, table } from './table.ts';
import { warnings } from './warnings.ts';

/** A family, and what became of its models. */
export interface FamilyRun {
  readonly family: Family;
  readonly models: readonly Judged[];
  /** The same models, swept without surroundings of other fixtures. */
  readonly plain: readonly Judged[];
}

/**
 * @param fixtures of each family, at most
 * @param engine that explained
 */
export function report(runs: readonly FamilyRun[], fixtures: number, engine: string): string {
  const all = [...runs, ...(runs.length > 1 ? [pooled(runs)] : [])];
  const named = runs.map(({ family: { name }, models }) => ({ name, models }));
  return [
    '# The drift benchmark',
    `Made by \`npm run bench:drift -- --write\`: every model of every family audited against its base model by the default policy, on at most ${fixtures} labelled fixtures, with masks of the objects as regions without rules, by the engine \`${engine}\`. Checks of the explanation itself are left out. A model is a regression by what it does on pictures that are not among these (accuracy, recall of a class, what an artefact turns into its class); models that were trained with an artefact and learned nothing of it are counted nowhere.`,
    '## Verdicts by default',
    countTable(all),
    "Edit: shortcuts that fail or are warned about by a reason that names an edit of the artefact's kind; class: one that names the class which the artefact stands for, where the family tells it. AUC: area under the ROC curve of the one score, 0.5 is guessing.",
    'In-sample: limits of drift and probes were chosen on the clothing family (`benchmark`), the ranges that only warn on that and `signs`, before `drawn` was trained; the limits on a class and the first stock of the sweep with all three in view. `digits` and `dice` were trained and judged once before their figures changed a rule ([ADR 27](adr/0027-limits-that-transfer.md)); the error of a probe’s limit and the stock as it is now came after that, with all five in view. [ADR 27](adr/0027-limits-that-transfer.md) says why the rules are as they are.',
    '## With accepted models',
    'Each benign model against the other benign ones of its lineage, each regression against all of them, at a rate of 10 %; lineages with fewer than nine accepted models are left out.',
    calibratedTable(runs),
    '## The whole verdict, simulated',
    'Ten thousand draws each: so many accepted models and one candidate of the same family, each a retrain that was measured, its drift and what probes add multiplied by log-normal factors of 15 %. Below nine accepted models the limits judge drift and probes; from nine on one score of both is compared with theirs. Classes and accuracy fail as they do without any accepted model, and no promise holds for them.',
    simulated(named),
    '## With fewer fixtures',
    'Twenty draws of so many of these fixtures per model, without the sweep, which fails nothing.',
    fewer(named),
    '## What each rule adds',
    'Each row has the rules of those above it, pooled; of the first one only the limits. The last row is the whole verdict.',
    ablation(
      runs.flatMap(({ models }) => models),
      runs.flatMap(({ plain }) => plain),
    ),
    '## What each warning is worth',
    'Of models that warn and do not fail, pooled. Few flipped answers and probabilities that move within their limit are notes and not counted here ([ADR 27](adr/0027-limits-that-transfer.md)).',
    warnings(runs.flatMap(({ models }) => models)),
    ...(runs.length > 2
      ? [
          '## One family left out',
          'Retrained models; the limit of each signal is the largest value of any honest retrain of the other families. A probe counts in parts of what honest models of such a baseline add. The last rows take all of them together as the verdict does: drift fails beyond twice its limit, and right answers by counts, which have no limit to choose.',
          leftOut(named),
        ]
      : []),
    ...runs.flatMap(({ family, models }) => [`## Models: ${family.name}`, modelTable(models)]),
  ].join('\n\n');
}

const pooled = (runs: readonly FamilyRun[]): FamilyRun => ({
  family: { ...runs[0]!.family, name: 'pooled' },
  models: runs.flatMap(({ models }) => models),
  plain: runs.flatMap(({ plain }) => plain),
});

const of = (part: number, whole: number): string => `${part} of ${whole}`;

function countTable(runs: readonly FamilyRun[]): string {
  const rows = runs.map(({ family, models }) => {
    const found = countsOf(models);
    return [
      family.name,
      of(found.benignFailed, found.benign),
      of(found.benignWarned, found.benign),
      of(found.failed, found.regressions),
      of(found.warned, found.regressions),
      of(found.shortcutsFailed, found.shortcuts),
      of(found.pointed, found.shortcuts),
      of(found.classNamed, found.classKnown),
      number(found.auc),
    ];
  });
  const head = [
    'family',
    'benign failed',
    'warned',
    'regressions failed',
    'warned',
    'shortcuts failed',
    'edit',
    'class',
  ];
  return table([...head, 'AUC'], rows);
}

function calibratedTable(runs: readonly FamilyRun[]): string {
  const lists = runs.map(({ models }) => [models]);
  const pools = runs.length > 1 ? [...lists, lists.flat()] : lists;
  const rows = pools.map((families, at) => {
    const found = calibratedCounts(families, 0.1);
    return [
      runs[at]?.family.name ?? 'pooled',
      of(found.benignFailed, found.benign),
      of(found.failed, found.regressions),
    ];
  });
  return table(['family', 'benign failed', 'regressions failed'], rows);
}

function modelTable(models: readonly Judged[]): string {
  const rows = models.map(({ name, kind, result }) => {
    const shift = result.drift?.['grad-cam']?.['attention-shift']?.mean;
    const accusing = result.reasons.filter(({ level }) => level === 'fail' || level === 'incomplete');
    return [
      `\`${name}\``,
      kind,
      result.lineage?.kind ?? '-',
      result.verdict,
      shift === undefined ? '-' : percent(shift),
      number(result.predictions?.divergence?.mean),
      number(result.score?.value, 2),
      accusing.map(({ code }) => code).join(', ') || '-',
    ];
  });
  return table(['model', 'kind', 'lineage', 'verdict', 'attention shift', 'divergence, bits', 'score', 'why'], rows);
}
