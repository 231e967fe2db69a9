import { comment } from '../../src/reports/comment/comment.ts';
import type { Change } from '../../src/results/change.ts';
import type { ModelResult } from '../../src/results/model.ts';
import type { Results } from '../../src/results/results.ts';
import type { Verdict } from '../../src/results/verdict.ts';
import { broken, changeOf, everywhere, fixture, lone, model, results } from './results.ts';

/** A prepared audit, and what somebody who reads only the first two lines of its comment knows then. */
export interface Reading {
  readonly scenario: string;
  readonly results: Results;
  readonly knows: string;
}

const change = changeOf('9c1e5b7'.padEnd(40, '0'), 'a41f09c'.padEnd(40, '0'));

const audit = (verdict: Verdict, found: ModelResult, more: Partial<Change> = {}): Results => ({
  ...results({ ...found, name: 'signs', verdict }),
  verdict,
  change: { ...change, ...more },
});

const numbered = (count: number, name: string) => Array.from({ length: count }, (_, index) => `${name}-${index}.png`);
const steady = numbered(8, 'star').map(name => fixture(name, 0.01, { truth: 'star' }));
const nothing = {
  reasons: [],
  drift: { 'grad-cam': { 'attention-shift': { mean: 0.021, p90: 0.04, max: 0.063 } } },
};

const cornered = numbered(8, 'house').map(name =>
  fixture(name, 0.3, {
    truth: 'house',
    maps: { 'grad-cam': { drift: everywhere(0.3), hottest: { before: 'middle', now: 'lower right corner' } } },
  }),
);

const answered = (label: string, probability: number) => ({
  predicted: { index: label === 'stop' ? 0 : 1, label, probability },
  explained: { index: 0, label: 'stop' },
});

const stops = numbered(6, 'stop').map((name, index) =>
  fixture(name, 0.01, {
    truth: 'stop',
    baseline: answered('stop', 0.9),
    candidate: answered(index < 4 ? 'yield' : 'stop', 0.7),
    flipped: index < 4,
  }),
);

const attention = {
  level: 'fail',
  code: 'attention-regression',
  value: 0.142,
  limit: 0.08,
  limits: 'configured',
  metric: 'attention-shift',
  method: 'grad-cam',
  among: undefined,
} as const;

const answers = {
  level: 'fail',
  code: 'prediction-regression',
  value: 0.2,
  limit: 0.05,
  limits: 'configured',
  among: undefined,
} as const;

const lostClass = {
  level: 'fail',
  code: 'class-regression',
  group: 'stop',
  fixtures: 6,
  right: { before: 6, now: 2 },
  probability: undefined,
  limit: undefined,
} as const;

const followedProbe = {
  level: 'fail',
  code: 'probe-regression',
  probe: 'mark',
  added: 0.15,
  limit: 0.06,
  onMark: { before: 0.01, now: 0.16 },
  flipped: { before: 0, now: 5 },
  fixtures: 8,
} as const;

const probe = {
  name: 'mark',
  fixtures: 8,
  candidate: { moved: 0.4, flipped: 5, divergence: 0.2 },
  baseline: { moved: 0.25, flipped: 0, divergence: 0 },
  added: 0.15,
  limit: 0.06,
};

const rule = {
  level: 'fail',
  code: 'region-rule',
  region: 'object',
  rule: { of: 'inside', at: 'least', limit: 0.75 },
  before: 0.874,
  now: 0.637,
  fixtures: 8,
} as const;

const unreadable = {
  code: 'model-unreadable',
  message: 'models/signs/model.json is cut short.',
  remedy: 'Commit the whole file.',
  exitCode: 3,
};

const accepted = { by: 'mona', why: 'a new camera', url: 'https://github.com/o/r/pull/1', named: [] };

const raised = {
  settings: [{ model: 'signs', setting: 'thresholds.attention-shift', before: '0.08', after: '0.5' }],
};

export const readings: readonly Reading[] = [
  {
    scenario: 'nothing moved',
    results: audit('pass', model(steady, nothing)),
    knows: 'The model may go in; how far it is from the limit.',
  },
  {
    scenario: 'attention moved to a corner',
    results: audit('fail', model(cornered, { reasons: [attention] })),
    knows: 'Which class, and where the model looks now: something in that corner.',
  },
  {
    scenario: 'a class is lost',
    results: audit('fail', model(stops, { reasons: [lostClass] })),
    knows: 'Which class is answered wrong, and how often.',
  },
  {
    scenario: 'answers changed',
    results: audit(
      'fail',
      model(stops, {
        reasons: [answers],
        predictions: { compared: 6, flipped: 4, divergence: { mean: 0.2, max: 0.3 } },
      }),
    ),
    knows: 'How many answers are others; not yet whether they are better.',
  },
  {
    scenario: 'an edit that should not matter does',
    results: audit('fail', model(steady, { reasons: [followedProbe], probes: [probe] })),
    knows: 'The model has learned a mark, which one, and on how many pictures it decides.',
  },
  {
    scenario: 'the rule of a region is broken',
    results: audit('fail', model(steady, { reasons: [rule] })),
    knows: 'What the model should look at, and does too little.',
  },
  {
    scenario: 'the model could not be read',
    results: audit('incomplete', broken(unreadable)),
    knows: 'There is no verdict, and which file is to blame.',
  },
  {
    scenario: 'a model without an earlier version',
    results: audit('pass', lone(steady, { reasons: [{ level: 'pass', code: 'model-new' }] })),
    knows: 'Nothing was judged, since nothing came before.',
  },
  {
    scenario: 'a change that somebody accepted',
    results: audit('accepted', model(cornered, { reasons: [attention], accepted })),
    knows: 'Somebody meant this change; what it is.',
  },
  {
    scenario: 'a limit that the change itself raised',
    results: audit(
      'pass',
      model(cornered, { reasons: [], judged: { method: 'grad-cam', thresholds: { 'attention-shift': 0.5 } } }),
      raised,
    ),
    knows: 'It passed by a limit that this change sets, which is the thing to look at.',
  },
];

/** Heading and first sentence, as Markdown. */
export function firstLines(found: Results): [heading: string, sentence: string] {
  const links = { repository: 'https://github.com/o/r', run: 'https://github.com/o/r/actions/runs/7' };
  const { body } = comment({ results: found, pictures: new Map(), key: 'default', links, budget: 60_000 });
  const [heading = '', sentence = ''] = body.split('\n').filter(line => line !== '' && !line.startsWith('<!--'));
  return [heading.replace(/^#+ /, ''), sentence];
}

/** `docs/reading.md`. */
export function readingTable(): string {
  const rows = readings.map(
    ({ scenario, results: found, knows }) => `| ${[scenario, ...firstLines(found), knows].join(' | ')} |`,
  );
  return `# What the first two lines say

A comment has to be understood in ten seconds. Here is how it begins in ten scenarios, and what a reader knows who stops there. Written by \`scripts/first-lines.ts\`.

| scenario | heading | first sentence | what a reader knows |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}
