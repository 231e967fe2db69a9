import assert from 'node:assert/strict';
import { test } from 'node:test';
import pc from 'picocolors';
import { annotations } from '../../src/reports/annotations.ts';
import { ciReports } from '../../src/reports/ci/index.ts';
import { reportPage } from '../../src/reports/html/page.ts';
import { markdown } from '../../src/reports/markdown.ts';
import { sentenceOf, toldCodes } from '../../src/reports/reasons.ts';
import { tables } from '../../src/reports/table.ts';
import type { Reason } from '../../src/results/reason.ts';
import type { Results } from '../../src/results/results.ts';
import { model, results } from '../support/results.ts';
import { audited, say } from './_comment-requests.ts';

/** A reason of every code, some twice, with what a reader is told: the sentences are what users quote and search for. */
const sentences: readonly (readonly [Reason, string])[] = [
  [
    {
      level: 'warn',
      code: 'probe-pull',
      probe: 'mark',
      to: 'stop',
      turned: { before: 1, now: 11 },
      fixtures: 24,
      lost: true,
    },
    'The probe `mark` turns 11 of 24 fixtures into `stop` (baseline 1). It may be what that class is known by now.',
  ],
  [
    {
      level: 'warn',
      code: 'edit-pull',
      edit: 'blur',
      words: 'a blur',
      to: 'stop',
      turned: { before: 0, now: 3 },
      fixtures: 24,
      gained: 0.1,
      lost: false,
    },
    'A blur turns 3 of 24 pictures into `stop` (baseline 0).',
  ],
  [
    {
      level: 'fail',
      code: 'attention-regression',
      value: 0.142,
      limit: 0.08,
      limits: 'uncalibrated',
      metric: 'attention-shift',
      method: 'grad-cam',
      among: undefined,
    },
    'Attention moved: attention shift 14.2 % on average (uncalibrated limit 8.0 %, grad-cam).',
  ],
  [
    {
      level: 'fail',
      code: 'attention-regression',
      value: 0.142,
      limit: 0.08,
      limits: 'configured',
      metric: 'overlap',
      method: 'grad-cam',
      among: {
        accepted: 12,
        lineage: 'retrained',
        asFar: 0,
        p: 0.077,
        rate: 0.1,
        otherBaselines: 3,
      },
    },
    'Attention moved: Overlap drift 14.2 % on average (scale 8.0 %, grad-cam). Of 12 accepted retrained models none drifted as far (p = 0.077); at most 10 % of benign ones do. 9 of the 12 were audited against this baseline, the others against earlier ones, so that rate is an average over baselines.',
  ],
  [
    {
      level: 'fail',
      code: 'prediction-regression',
      value: 0.5,
      limit: 0.06,
      limits: 'configured',
      among: undefined,
    },
    'Answers moved: probabilities diverge by 0.500 bits on average (limit 0.06, Jensen-Shannon).',
  ],
  [
    {
      level: 'pass',
      code: 'repair',
      drift: 'held',
      rules: [{ region: 'mark', rule: { of: 'inside', at: 'most', limit: 0.3 }, before: 0.846, now: 0, fixtures: 3 }],
      closer: [{ title: 'models/gold', kind: 'pinned', fixtures: 8, before: 0.31, now: 0.024 }],
    },
    'This repairs the version before. Region `mark` (rule: inside <= 0.3): 84.6 % -> 0.0 % over 3 fixtures. Attention shift from the pinned reference models/gold: 31.0 % -> 2.4 % over 8 fixtures. It is failed all the same for the attention that moved, as `repairs: fail` says: accept it where it is meant.',
  ],
  [
    { level: 'pass', code: 'repair-unproven' },
    'It may be a repair of the version before, by rules, fixtures or references that this change edits itself or that are not in Git, so that counts for nothing. Edit them in a pull request of their own.',
  ],
  [
    {
      level: 'warn',
      code: 'drift-doubtful',
      found: {
        level: 'warn',
        code: 'attention-regression',
        value: 0.142,
        limit: 0.08,
        limits: 'uncalibrated',
        metric: 'attention-shift',
        method: 'grad-cam',
        among: undefined,
      },
    },
    'Attention moved: attention shift 14.2 % on average (uncalibrated limit 8.0 %, grad-cam). Honest retrains of other networks drift as far: accept the model, or run `camdrift calibrate` to teach the gate what is usual for yours.',
  ],
  [
    {
      level: 'warn',
      code: 'calibration-small',
      accepted: 1,
      lineage: undefined,
      rate: 0.1,
      missing: 8,
      limits: 'uncalibrated',
    },
    'The calibration has 1 accepted model; a rate of 10 % false alarms takes 8 more. Until then the uncalibrated limits judge, and what drifts no more than an accepted model is warned about.',
  ],
  [
    {
      level: 'warn',
      code: 'calibration-stale',
      models: 1,
    },
    '1 accepted model was audited with other fixtures or settings, which does not count; run `camdrift calibrate` again.',
  ],
  [
    {
      level: 'warn',
      code: 'calibration-stale',
      models: 2,
    },
    '2 accepted models were audited with other fixtures or settings, which does not count; run `camdrift calibrate` again.',
  ],
  [
    {
      level: 'warn',
      code: 'calibration-edited',
      path: 'b/calibration.json',
      baseRead: true,
    },
    'This change edits the calibration b/calibration.json, which is not believed: the one of the base branch judges it.',
  ],
  [
    {
      level: 'warn',
      code: 'calibration-edited',
      path: 'b/calibration.json',
      baseRead: false,
    },
    'This change edits the calibration b/calibration.json, which is not believed: the one of the base branch cannot be read, so none is used.',
  ],
  [
    {
      level: 'incomplete',
      code: 'limits-none',
      method: 'grad-cam',
    },
    'No metric has a limit, so the drift of grad-cam was not judged.',
  ],
  [
    {
      level: 'fail',
      code: 'class-regression',
      group: 'stop',
      fixtures: 6,
      right: {
        before: 6,
        now: 3,
      },
      probability: {
        before: 0.93,
        now: 0.41,
      },
      limit: 0.2,
    },
    'Class `stop` is being lost: 3 of its 6 fixtures are answered right (baseline 6; 20.0 % may be lost), with a probability of 41 % on average (baseline 93 %).',
  ],
  [
    {
      level: 'warn',
      code: 'class-doubtful',
      group: 'stop',
      fixtures: 6,
      right: {
        before: 6,
        now: 6,
      },
      probability: {
        before: 0.93,
        now: 0.7,
      },
    },
    'Class `stop` is being lost: 6 of its 6 fixtures are answered right (baseline 6), with a probability of 70 % on average (baseline 93 %). So much is rare among honest retrains; more fixtures of it would tell.',
  ],
  [
    {
      level: 'fail',
      code: 'tag-regression',
      group: 'night',
      fixtures: 4,
      right: {
        before: 4,
        now: 1,
      },
      probability: undefined,
      limit: undefined,
    },
    'Tag `night` is being lost: 1 of its 4 fixtures are answered right (baseline 4).',
  ],
  [
    {
      level: 'fail',
      code: 'accuracy-regression',
      accuracy: {
        before: 0.9,
        now: 0.7,
      },
      lost: 5,
      gained: 1,
      limit: undefined,
      fixtures: 20,
    },
    'Accuracy on the fixtures fell from 90.0 % to 70.0 %: 5 of 20 lost, 1 won, which chance does less than once in 40 times.',
  ],
  [
    {
      level: 'fail',
      code: 'probe-regression',
      probe: 'mark',
      added: 0.3,
      limit: 0.06,
      onMark: {
        before: 0.05,
        now: 0.35,
      },
      flipped: {
        before: 0,
        now: 1,
      },
      fixtures: 4,
    },
    'Attention follows the probe `mark`: +0.30 of the heat moves with an edit that should not matter (limit +0.06). Heat on the mark 5 % -> 35 %. The edit changes the answer on 1 of 4 fixtures (baseline 0).',
  ],
  [
    {
      level: 'warn',
      code: 'probe-doubtful',
      probe: 'mark',
      added: 0.08,
      limit: 0.06,
      onMark: undefined,
      flipped: {
        before: 1,
        now: 1,
      },
      fixtures: 4,
      beyond: 0.1,
    },
    'Attention follows the probe `mark`: +0.08 of the heat moves with an edit that should not matter (limit +0.06). Honest retrains of networks whose answers the edit changes as often add up to +0.10.',
  ],
  [
    {
      level: 'pass',
      code: 'probe-unseen',
      probe: 'mark',
      why: undefined,
    },
    'The probe `mark` says nothing about any fixture. No map has heat, edited or not.',
  ],
  [
    {
      level: 'pass',
      code: 'probe-unseen',
      probe: 'mark',
      why: 'An array is no picture.',
    },
    'The probe `mark` says nothing about any fixture. An array is no picture.',
  ],
  [
    {
      level: 'pass',
      code: 'probe-too-strong',
      words: 'It changes the answers of the baseline.',
    },
    'It changes the answers of the baseline.',
  ],
  [
    {
      level: 'warn',
      code: 'probe-no-baseline',
      probes: ['mark', 'frame'],
    },
    'The baseline was made without the probes `mark`, `frame`, so how far such an edit may move attention is not known, and it was not judged. Run `camdrift baseline` on the version you trust.',
  ],
  [
    {
      level: 'incomplete',
      code: 'probe-missing',
      probe: 'mark',
      without: 1,
      compared: 2,
    },
    'The probe `mark` is asked for, and 1 of 2 compared fixtures say nothing of it.',
  ],
  [
    {
      level: 'fail',
      code: 'region-rule',
      region: 'object',
      rule: {
        of: 'inside',
        at: 'least',
        limit: 0.5,
      },
      before: 0.81,
      now: 0.34,
      fixtures: 8,
    },
    'Too little heat on the region `object`: 81.0 % -> 34.0 % on average over 8 fixtures (rule: inside >= 0.5).',
  ],
  [
    {
      level: 'warn',
      code: 'region-broken-before',
      region: 'object',
      rule: { of: 'inside', at: 'least', limit: 0.5 },
      before: 0.42,
      now: 0.4,
      fixtures: 8,
      already: { broken: 5, newly: 2, again: 1 },
    },
    'Too little heat on the region `object`: 42.0 % -> 40.0 % on average over 8 fixtures (rule: inside >= 0.5). The baseline breaks this rule as well, and this change makes it not noticeably worse: 5 of 8 fixtures broke it by themselves, 2 more do now and 1 no more.',
  ],
  [
    {
      level: 'fail',
      code: 'region-rule',
      region: 'mark',
      rule: {
        of: 'pointing',
        at: 'most',
        limit: 0.1,
      },
      before: undefined,
      now: 0.5,
      fixtures: 8,
    },
    'The hottest spot is too often in the region `mark`: 50.0 % of 8 fixtures (rule: pointing <= 0.1).',
  ],
  [
    {
      level: 'incomplete',
      code: 'region-unseen',
      region: 'object',
    },
    'No fixture shows heat in the region `object`, so its rules were not judged.',
  ],
  [
    {
      level: 'warn',
      code: 'region-heatless',
      region: 'object',
      fixtures: ['a.png', 'b.png', 'c.png', 'd.png'],
      of: 8,
    },
    'The region `object` was not judged on 4 of 8 fixtures that have it (a.png, b.png, c.png, ...): their maps have no heat.',
  ],
  [
    {
      level: 'warn',
      code: 'region-invisible',
      region: 'object',
      fixtures: ['a.png'],
      of: 8,
    },
    'The region `object` was not judged on 1 of 8 fixtures that have it (a.png): the model sees nothing of it there, cut off or smaller than half a pixel.',
  ],
  [
    {
      level: 'warn',
      code: 'attention-left',
      region: 'object',
      heat: {
        before: 0.81,
        now: 0.34,
      },
      accuracy: {
        before: 0.9,
        now: 0.9,
      },
    },
    'Accuracy is the same or better (90.0 % -> 90.0 %), and attention left the object: heat in `object` 81.0 % -> 34.0 %. That is what learning a shortcut looks like.',
  ],
  [
    {
      level: 'incomplete',
      code: 'fixture-failed',
      fixture: 'a.png',
      why: undefined,
    },
    'a.png could not be read.',
  ],
  [
    {
      level: 'incomplete',
      code: 'method-refused',
      method: 'cam',
      refused: 2,
      fixtures: 3,
      why: 'The head is no dense layer.',
    },
    'cam is judged, and has no map for 2 of 3 fixtures: The head is no dense layer.',
  ],
  [
    {
      level: 'incomplete',
      code: 'method-missing',
      method: 'cam',
      missing: 1,
      compared: 3,
    },
    'cam is judged, and 1 of 3 compared fixtures have no map of it.',
  ],
  [
    {
      level: 'incomplete',
      code: 'heat-missing',
      method: 'cam',
      measured: 0,
      of: 3,
    },
    'No fixture has heat in the cam maps of both sides, and at least half of them must: what attention does was not measured. Explain another `layer` or class, or take fixtures that show the classes.',
  ],
  [
    {
      level: 'incomplete',
      code: 'heat-missing',
      method: 'cam',
      measured: 1,
      of: 3,
    },
    'Only 1 of 3 fixtures have heat in the cam maps of both sides, and at least half of them must: what attention does was not measured. Explain another `layer` or class, or take fixtures that show the classes.',
  ],
  [
    {
      level: 'incomplete',
      code: 'answers-unmeasured',
      limit: 0.1,
    },
    'The divergence of the answers has the limit 0.1, and was measured on no fixture: the models have different numbers of classes.',
  ],
  [
    {
      level: 'warn',
      code: 'attention-lost',
      fixtures: 2,
    },
    "On 2 fixtures nothing speaks for the class any more: the candidate's map has no positive heat.",
  ],
  [
    {
      level: 'warn',
      code: 'maps-empty',
      empty: 1,
      of: 3,
    },
    'On 1 of 3 fixtures neither map has positive heat; they say nothing about drift and were left out of it.',
  ],
  [
    {
      level: 'incomplete',
      code: 'fixtures-missing',
      left: 1,
      before: 3,
    },
    'Only 1 of the 3 fixtures of the earlier version are still there as they were, and at least half of them must be. Change fixtures in a pull request of their own, without the model.',
  ],
  [
    {
      level: 'incomplete',
      code: 'nothing-compared',
      touched: true,
    },
    'Every fixture that could be compared is added or edited by this change, so nothing was judged. Change fixtures in a pull request of their own, without the model.',
  ],
  [
    {
      level: 'incomplete',
      code: 'nothing-compared',
      touched: false,
    },
    'No fixture was compared with an earlier version of the model, so nothing was judged.',
  ],
  [
    {
      level: 'warn',
      code: 'fixtures-new',
      added: 1,
      of: 3,
    },
    '1 of 3 fixtures are not in the baseline and were not judged.',
  ],
  [
    {
      level: 'pass',
      code: 'fixtures-touched',
      touched: 1,
      of: 3,
    },
    '1 of 3 fixtures are added or edited by this change: they are shown and not judged.',
  ],
  [
    {
      level: 'warn',
      code: 'fixtures-lost',
      lost: 2,
    },
    '2 fixtures of the baseline are gone.',
  ],
  [
    {
      level: 'pass',
      code: 'fixtures-copied',
      copies: ['a.png'],
    },
    '1 fixture has the content of another one and was not counted again (a.png).',
  ],
  [
    {
      level: 'pass',
      code: 'fixtures-linked',
      links: 1,
    },
    '1 link leads to a fixture that was there already and was not counted again.',
  ],
  [
    {
      level: 'pass',
      code: 'fixtures-linked',
      links: 2,
    },
    '2 links lead to fixtures that were there already and were not counted again.',
  ],
  [
    {
      level: 'pass',
      code: 'fixtures-left-out',
      pictures: 7,
    },
    "Pictures in camdrift's own output and baselines are no fixtures: 7 left out.",
  ],
  [
    {
      level: 'warn',
      code: 'files-left-out',
      others: [
        { ending: '.heic', files: 4 },
        { ending: '.txt', files: 1 },
      ],
    },
    '`fixtures` also matches files that are no fixtures by their names: 4 .heic, 1 .txt. Fixtures are PNG, JPEG, WebP, TIFF, AVIF, BMP, GIF, PPM and PGM pictures or .npy arrays; convert others in the way in which the training code reads them.',
  ],
  [
    {
      level: 'pass',
      code: 'layer-of-several',
      layer: '/a/Relu',
      layers: ['/a/Relu', '/b/Relu'],
    },
    'Several layers are explained, each by itself: `/a/Relu`, `/b/Relu`. This is `/a/Relu`.',
  ],
  [
    {
      level: 'warn',
      code: 'layer-part',
      layer: '/b/Relu',
      beside: ['/a/Relu'],
    },
    '`layer: auto` explains only a part of the model, `/b/Relu`: the answers also read `/a/Relu` past it. Explain each by itself with `layer: [/b/Relu, /a/Relu]`, or name the one that counts.',
  ],
  [
    {
      level: 'warn',
      code: 'preprocess-contradicts',
      takes: { kind: 'bytes' },
      fed: [0, 1],
    },
    'The model takes bytes, 0 to 255 (uint8), and the preprocessing feeds it 0 to 1: it sees other numbers than it was made for. Say `preprocess: raw`.',
  ],
  [
    {
      level: 'warn',
      code: 'prediction-drift',
      flipped: {
        names: ['a.png'],
        of: 3,
        labels: false,
      },
      divergence: 0.05,
      accuracy: {
        before: 0.9,
        now: 0.8,
      },
    },
    'Predictions changed: the predicted class flipped on 1 of 3 fixtures (a.png); probabilities diverge by 0.050 bits on average (Jensen-Shannon); accuracy on the fixtures fell from 90.0 % to 80.0 %.',
  ],
  [
    {
      level: 'warn',
      code: 'preprocess-assumed',
      note: 'The range `tf` is assumed.',
    },
    'The range `tf` is assumed.',
  ],
  [
    {
      level: 'warn',
      code: 'preprocess-differs',
      baseline: '224',
      candidate: '256',
    },
    'Baseline and candidate were fed differently: 224 against 256.',
  ],
  [
    {
      level: 'warn',
      code: 'fit-differs',
      baseline: '224',
      candidate: '256',
    },
    'Pictures were fitted to the input differently: 224 against 256.',
  ],
  [
    {
      level: 'warn',
      code: 'pixels-differs',
      baseline: '{}',
      candidate: '{"crop":0.875}',
    },
    'Pictures were read or resized differently: {} against {"crop":0.875}. Each version was fed as its own configuration says.',
  ],
  [
    {
      level: 'warn',
      code: 'output-differs',
      baseline: '"a"',
      candidate: '"b"',
    },
    'Different outputs of the models are compared: "a" against "b".',
  ],
  [
    {
      level: 'warn',
      code: 'input-differs',
      baseline: '224',
      candidate: '256',
    },
    'The models take different inputs: 224 against 256.',
  ],
  [
    {
      level: 'warn',
      code: 'classes-differ',
      baseline: '224',
      candidate: '256',
    },
    'The models have different numbers of classes: 224 against 256.',
  ],
  [
    {
      level: 'warn',
      code: 'layer-differs',
      baseline: '224',
      candidate: '256',
    },
    'Different layers are compared, because the candidate has no 224: 224 against 256.',
  ],
  [
    {
      level: 'warn',
      code: 'grid-differs',
      baseline: '224',
      candidate: '256',
    },
    'The maps have different grids (224 against 256) and are compared on the coarser one.',
  ],
  [
    {
      level: 'pass',
      code: 'same-model',
    },
    'Baseline and candidate are the same model, file by file.',
  ],
  [
    {
      level: 'warn',
      code: 'orientation-ignored',
      fixtures: ['a.png'],
    },
    'Fixture a.png has an EXIF orientation, which is not followed, as PIL.Image.open and so torchvision, timm and Keras do not follow it. Say `orientation: ignore`, or `orientation: apply` if the training code turns pictures.',
  ],
  [
    {
      level: 'warn',
      code: 'profile-ignored',
      fixtures: ['a.png', 'b.png'],
      profiles: ['Display P3'],
    },
    "2 fixtures (a.png and others) have a colour profile of other colours than sRGB's (Display P3), which is not followed: the numbers are taken as stored, as PIL.Image.open gives them. Say `colour: as-stored`, or `colour: srgb` if the training code converts colours.",
  ],
  [
    {
      level: 'pass',
      code: 'model-new',
    },
    'This model is new: there is nothing to compare it with, so its drift is not judged.',
  ],
  [
    {
      level: 'pass',
      code: 'baseline-none',
      ruled: true,
    },
    'No baseline was asked for: drift is not judged.',
  ],
  [
    {
      level: 'incomplete',
      code: 'baseline-none',
      ruled: false,
    },
    'No baseline was asked for, and no region has a rule, so nothing was judged. Name a baseline, or give `regions` rules such as "inside >= 0.5".',
  ],
  [
    {
      level: 'pass',
      code: 'engine-fallback',
      asked: 'onnxruntime',
      ran: 'wasm',
      why: 'Non-zero status code returned while running Conv node.',
      side: 'candidate',
    },
    'The engine `onnxruntime` does not run this model, so `wasm` did: Non-zero status code returned while running Conv node.',
  ],
  [
    {
      level: 'pass',
      code: 'engine-fallback',
      asked: 'onnxruntime',
      ran: 'wasm',
      why: '`q` (QuantizeLinear) rounds to whole steps',
      side: 'baseline',
    },
    'The engine `onnxruntime` does not run the baseline model, so `wasm` did: `q` (QuantizeLinear) rounds to whole steps.',
  ],
  [
    {
      level: 'pass',
      code: 'baseline-stale',
      why: 'another model made it',
    },
    'The stored baseline was not used: another model made it. The baseline model was explained anew.',
  ],
  [
    {
      level: 'pass',
      code: 'pinned-is-baseline',
      title: 'gold',
    },
    'The pinned reference gold is the baseline.',
  ],
  [
    {
      level: 'incomplete',
      code: 'pinned-unavailable',
      title: 'gold',
      why: 'it is gone.',
    },
    'Drift from the pinned reference gold is not known: it is gone.',
  ],
  [
    {
      level: 'fail',
      code: 'pinned-drift',
      title: 'gold',
      fixtures: 3,
      found: {
        level: 'fail',
        code: 'attention-regression',
        value: 0.142,
        limit: 0.08,
        limits: 'uncalibrated',
        metric: 'attention-shift',
        method: 'grad-cam',
        among: undefined,
      },
    },
    'Since the pinned reference gold, over 3 fixtures: Attention moved: attention shift 14.2 % on average (uncalibrated limit 8.0 %, grad-cam).',
  ],
  [
    {
      level: 'incomplete',
      code: 'model-untold',
      change: 'touches its files',
    },
    'The change touches files of it, and the run says nothing about this model.',
  ],
  [
    {
      level: 'warn',
      code: 'claimed-verdict',
      verdict: 'warn',
    },
    'The run itself calls this `warn`, and nothing among its numbers says why.',
  ],
  [
    {
      level: 'fail',
      code: 'answer-regression',
      value: 22,
      limit: 5,
      limits: 'uncalibrated',
      among: undefined,
      before: 44,
      now: 22,
    },
    'The answers moved by 22 on average, from 44 to 22 (limit 5, in the unit of the output).',
  ],
  [
    {
      level: 'fail',
      code: 'label-regression',
      label: 'cat',
      fixtures: 7,
      found: {
        level: 'fail',
        code: 'prediction-regression',
        value: 0.1,
        limit: 0.06,
        limits: 'configured',
        among: undefined,
      },
    },
    'Label `cat` (7 fixtures): Answers moved: probabilities diverge by 0.100 bits on average (limit 0.06, Jensen-Shannon).',
  ],
  [
    { level: 'warn', code: 'calibration-without-probes', models: 1 },
    '1 accepted model tells nothing of the probes as they are now, so these are judged by their limits; run `camdrift calibrate` again.',
  ],
  [
    {
      level: 'warn',
      code: 'cannot-tell',
      found: {
        level: 'warn',
        code: 'attention-regression',
        value: 0.09,
        limit: 0.08,
        limits: 'uncalibrated',
        metric: 'attention-shift',
        method: 'grad-cam',
        among: undefined,
      },
      low: 0.06,
      high: 0.12,
      fixtures: 12,
      limit: 0.08,
      settledBy: 40,
    },
    'Attention moved: attention shift 9.0 % on average (uncalibrated limit 8.0 %, grad-cam). Cannot tell whether that is beyond 8.0 %, where it would fail: with other pictures of the kind of these 12 it may be 6.0 % to 12.0 % (95 %). About 40 would settle it.',
  ],
  [
    { level: 'warn', code: 'sweep-unfinished', why: 'The time is up.' },
    'Which edits the model follows was not found out: The time is up.',
  ],
  [
    { level: 'warn', code: 'sweep-no-baseline' },
    'Which edits the model follows was not asked: the baseline is stored maps, and its model is not at hand. Name it as `baseline-model` to have it asked.',
  ],
  [
    { level: 'pass', code: 'sweep-sampled', edits: 55, fixtures: 6, of: 24 },
    'The model is large: 55 edits that should not matter were tried on 6 of 24 fixtures.',
  ],
  [
    { level: 'incomplete', code: 'answer-limit-none' },
    'The model answers a number, and how far it may move is not said, so that was not judged. Give `answer-limit`, the largest accepted mean change in the unit of the output.',
  ],
  [
    { level: 'pass', code: 'task-multi-label', said: true },
    'Answers are read label by label, as `task` says: each label that is true or predicted is explained and judged by itself (`photo.png#2` is the label of index 2).',
  ],
  [
    { level: 'pass', code: 'task-multi-label', said: false },
    'Answers are read label by label, because each of its numbers ends in a sigmoid of its own: each label that is true or predicted is explained and judged by itself (`photo.png#2` is the label of index 2).',
  ],
  [
    { level: 'pass', code: 'task-regression' },
    'The answer is read as a number in a unit of its own: it is explained itself, and its change is judged.',
  ],
  [
    { level: 'warn', code: 'task-assumed' },
    'The model answers one number without a sigmoid. It is read as the logit of the second of two classes; if it is a value (a regression), say `task: regression`, else `task: single-label`.',
  ],
  [
    { level: 'warn', code: 'acceptance-refused', by: 'ann', refusal: { why: 'author' } },
    'ann cannot accept this: whoever opens a pull request needs somebody else to.',
  ],
  [
    { level: 'warn', code: 'acceptance-refused', by: 'ann', refusal: { why: 'names', missing: ['mark', 'object'] } },
    'ann cannot accept this: the command does not name +mark, +object.',
  ],
  [
    { level: 'warn', code: 'acceptance-void', by: 'ann', pair: '48cef24a' },
    'What ann accepted (48cef24a) was of another model, or for other reasons. It does not hold for this.',
  ],
];

for (const [reason, sentence] of sentences)
  test(`${reason.code}: ${sentence.slice(0, 60)}`, () => assert.equal(sentenceOf(reason), sentence));

/** Letters and digits alone: every report escapes in its own way. */
const bare = (text: string) => text.replace(/&#?\w+;|[^\p{L}\p{N}]/gu, '');

test('every code that has a sentence is among them', () => {
  const tried = new Set(sentences.map(([{ code }]) => code));
  assert.deepEqual(
    toldCodes.filter(code => !tried.has(code)),
    [],
  );
});

/** What `report.html` says where no script may run. */
const unscripted = (found: Results) =>
  [...reportPage('"camdrift:results" "camdrift:evidence" SAID <!--camdrift:plain-->', found, [[]])]
    .join('')
    .split(' SAID ')
    .at(-1)!
    .replaceAll(/<[^>]*>/g, '');

test('every report says the sentence of every reason, and the same one each time', () => {
  for (const [given, sentence] of sentences) {
    const reason = { ...given, level: 'fail' } as Reason;
    const found = audited(model([], { reasons: [reason] }));
    const reports = {
      terminal: () => tables(found, pc.createColors(false)),
      markdown: () => markdown(found),
      html: () => unscripted(found),
      ...Object.fromEntries(ciReports.map(({ option, report: write }) => [option, () => write(found)])),
      annotations: () =>
        annotations(results(...found.models))
          .map(({ message }) => message)
          .join(),
    };
    for (const [name, report] of Object.entries(reports)) {
      assert.ok(bare(report()).includes(bare(sentence)), `${name}: ${reason.code}`);
      assert.equal(report(), report());
    }
  }
});

test('a comment says why a model failed, whatever the reason, beside what it says of the numbers', () => {
  const apart: readonly string[] = ['fixtures-copied', 'fixtures-linked', 'fixtures-left-out', 'engine-fallback'];
  for (const [given, sentence] of sentences.filter(([{ code }]) => !apart.includes(code))) {
    const found = audited(model([], { reasons: [{ ...given, level: 'fail' } as Reason] }));
    assert.ok(bare(say(found).body).includes(bare(sentence).slice(0, 200)), given.code);
  }
});

test('an edit of the sweep is told by what it does, and by what it does to the probability where it turns no picture', () => {
  const pull = {
    level: 'warn',
    code: 'edit-pull',
    edit: 'border-orange',
    words: 'an orange border',
    to: 'stop',
    turned: { before: 1, now: 11 },
    fixtures: 24,
    gained: 0.41,
    lost: false,
  } as const;
  assert.equal(sentenceOf(pull), 'An orange border turns 11 of 24 pictures into `stop` (baseline 1).');
  assert.equal(
    sentenceOf({ ...pull, turned: { before: 2, now: 2 }, lost: true }),
    'An orange border gives `stop` 41 % more probability on average than in the baseline. It may be what that class is known by now.',
  );
});
