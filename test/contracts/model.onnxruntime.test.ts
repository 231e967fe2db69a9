import { test } from 'node:test';
import { whyNoEngine } from '../support/engines.ts';

process.env.CAMDRIFT_CONTRACT_ENGINE = 'onnxruntime';
const skip = await whyNoEngine('onnxruntime');
if (skip) test('the contract of model formats on ONNX Runtime', { skip });
else await import('./model.test.ts');
