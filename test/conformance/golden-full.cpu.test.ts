import { cpuEngine } from '../support/engines.ts';
import { goldenFull } from './_golden-full.ts';

// Nobody is given this engine: it tells whether a fault is a kernel's, which does not depend on how the weights were written.
goldenFull('cpu', cpuEngine, false, ['tfjs-layers']);
