/** In rising order of weight. */
export const verdicts = ['pass', 'warn', 'accepted', 'incomplete', 'fail'] as const;

export type Verdict = (typeof verdicts)[number];

/** What a reason alone would make the verdict: people accept verdicts, and no reason does. */
export const levels = ['pass', 'warn', 'incomplete', 'fail'] as const;
export type Level = (typeof levels)[number];

/** The worst of several verdicts: fail, else incomplete, else accepted, else warn, else pass. */
export function worst(found: readonly Verdict[]): Verdict {
  return found.reduce<Verdict>((sum, each) => (verdicts.indexOf(each) > verdicts.indexOf(sum) ? each : sum), 'pass');
}
