import type { Engine } from '../../engines/engine.ts';
import { loweredClassifier } from '../lowering/lowered.ts';
import type { LoadOptions, Model } from '../model.ts';
import { type Frozen, lowered } from './lower.ts';

interface Source {
  readonly format: string;
  readonly path: string;
  /** For messages. */
  readonly kind: string;
}

/** A frozen graph as a classifier. */
export const loadFrozen = (source: Source, frozen: Frozen, engine: Engine, options: LoadOptions): Model =>
  loweredClassifier(source, lowered(frozen, options.given?.keys()), engine, options);
