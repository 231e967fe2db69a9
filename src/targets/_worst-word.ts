import type { SaidPart, StatusPart, StatusState } from './_status-words.ts';

export type Summed = Pick<StatusPart, 'state' | 'description'>;

const order: readonly StatusState[] = ['error', 'failure', 'pending', 'success'];

/** What all words come to: the worst of them, in our own words where these are as bad. */
export function worstOf(others: readonly SaidPart[], own: StatusPart & { readonly by: string }): Summed {
  const all = [own, ...others];
  const counted = all.filter(each => each.standing !== 'claimed' || !isChecked(each, all, own.by));
  const state = order.find(each => counted.some(part => part.state === each)) ?? own.state;
  const worst = [own, ...counted].find(part => part.state === state && counted.includes(part)) ?? own;
  return (state === 'success' ? awaited(counted) : undefined) ?? { state, description: told(worst, own) };
}

/** A claim counts no more once a trusted run has spoken. Anybody with a right to set a status may call theirs trusted. */
const isChecked = ({ pull }: StatusPart, all: readonly Omit<SaidPart, 'url'>[], me: string): boolean =>
  all.some(each => each.standing === 'trusted' && [each.pull, 0].includes(pull) && each.by === me);

const told = ({ pull, description }: StatusPart, own: StatusPart): string =>
  pull === own.pull || pull === 0 ? description : `#${pull} has the same commit: ${description}`;

/** A matrix has not passed before all of its legs have, in one voice. */
function awaited(parts: readonly Omit<SaidPart, 'url'>[]): Summed | undefined {
  for (const { group, legs, pull, by } of parts) {
    const spoken = parts.filter(part => part.group === group && part.pull === pull && part.by === by).length;
    if (spoken < legs)
      return {
        state: 'pending',
        description: `${spoken} of ${legs} legs of the matrix have spoken, and pass. The input legs says how many will.`,
      };
  }
  return undefined;
}
