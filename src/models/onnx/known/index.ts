import type { Call } from '../call.ts';
import type { Known } from '../value.ts';

/** An operator on values that do not depend on the image: plain numbers, exact for integers, no engine. */
export type Exact = (call: Call) => Known | readonly Known[];
