import { cpuEngine } from '../support/engines.ts';
import { goldenFull } from './_golden-full.ts';

goldenFull('cpu', cpuEngine);
