/** In rising order of weight. */
export const verdicts = ['pass', 'warn', 'incomplete', 'fail'] as const;

export type Verdict = (typeof verdicts)[number];

/** The worst of several verdicts: fail, else incomplete, else warn, else pass. */
export function worst(found: readonly Verdict[]): Verdict {
  return found.reduce<Verdict>((sum, each) => (verdicts.indexOf(each) > verdicts.indexOf(sum) ? each : sum), 'pass');
}
