import { modelTargets } from './models.ts';
import { readerTargets } from './readers.ts';
import type { Target } from './target.ts';

/** Every reader of foreign bytes. */
export const targets: Readonly<Record<string, () => Promise<Target>>> = { ...modelTargets, ...readerTargets };
