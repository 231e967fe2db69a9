import { onnxRuntimeEngine } from '../../src/engines/onnxruntime.ts';
import { whyNoEngine } from '../support/engines.ts';
import { goldenFull } from './_golden-full.ts';

goldenFull('onnxruntime', onnxRuntimeEngine, await whyNoEngine('onnxruntime'));
