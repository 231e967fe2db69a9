import { wasmEngine } from '../../src/engines/wasm.ts';
import { goldenFull } from './_golden-full.ts';

goldenFull('wasm', wasmEngine);
