import type { ModelResult } from '../../results/model.ts';
import { says } from '../../results/reason.ts';
import { isDoubt } from './words.ts';

/** Once for all that failed, or may have; where something can be accepted, the last lines say it, and change with what is accepted. */
export function whatNext(models: readonly ModelResult[]): string {
  if (models.some(({ pair }) => pair)) return '';
  if (!models.some(({ verdict }) => verdict === 'fail'))
    return models.some(isPulled) ? pulledAlike : models.some(isDoubtful) ? look : '';
  return '**What to do**: look at the pictures. If this is not meant, fix the model or what it was trained on.';
}

const look =
  '**What to do**: look at the pictures. This does not fail: other trainings drift as far, or there are too few pictures to tell.';

/** Figures of the drift benchmark (docs/benchmark.md), whose honest models are no more than some. */
const pulledAlike =
  '**What to do**: look at the pictures. By itself this does not fail: honest retrains of another network answered one class to 21 of 21 pictures with a pale label on them, and to 19 of 24 in a frame. Accepted models (`camdrift calibrate`) tell what is usual for yours.';

/** Whether an edit turns answers into one class, and nothing tells what is usual. */
export const isPulled = ({ reasons, verdict, judged }: ModelResult): boolean =>
  verdict === 'warn' &&
  judged?.calibration?.whole !== true &&
  reasons.some(reason => reason.level === 'warn' && says(reason, 'probe-pull'));

const isDoubtful = ({ reasons, verdict, repair }: ModelResult): boolean =>
  verdict === 'warn' && !repair && reasons.some(isDoubt);
