import { metrics } from '../metrics/index.ts';
import type { AcceptedVersion } from '../results/history.ts';
import type { Accepted, Calibration } from './calibration.ts';

const headline = metrics[0]!.name;

/** Of each kind; the farthest back are left out. */
const most = 30;

/** Who asks: digests of the candidate, of its baseline, and of all else that decides the numbers. */
interface Asking {
  readonly digest: string;
  readonly against: string;
  readonly settings: string;
}

/**
 * The accepted versions whose drift was measured as this audit measures, oldest first: those that led to the baseline, each
 * followed back by the version that it was compared with, then the others in the order of the file.
 */
export function historyOf({ models }: Calibration, { digest, against, settings }: Asking): AcceptedVersion[] {
  const alike = models.filter(model => model.settings === settings && model.digest !== digest);
  const chain: Accepted[] = [];
  for (let next: string | undefined = against; next !== undefined; ) {
    const found = alike.find(model => model.digest === next && !chain.includes(model));
    if (found) chain.unshift(found);
    next = found?.against;
  }
  const told = (place: AcceptedVersion['place']) => (model: Accepted) => versionOf(model, place);
  return [
    ...chain.slice(-most).flatMap(told('before')),
    ...alike
      .filter(model => !chain.includes(model))
      .slice(0, most)
      .flatMap(told('beside')),
  ];
}

function versionOf({ name, lineage, signals }: Accepted, place: AcceptedVersion['place']): AcceptedVersion[] {
  const shift = Object.hasOwn(signals, headline) ? signals[headline] : undefined;
  return shift === undefined ? [] : [{ name, shift, lineage, place }];
}
