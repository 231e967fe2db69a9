import type { Change } from '../../results/change.ts';

/** Whether a change edits what drift may be, by whose settings it is judged. */
export const setsLimits = (change: Change | undefined): boolean =>
  change?.policyFrom === 'head' && change.settings.some(({ setting }) => /limit|lineage|thresholds/.test(setting));
