import { test } from 'node:test';
import { whyNoEngine } from '../support/engines.ts';

process.env.CAMDRIFT_CONTRACT_ENGINE = 'native';
const skip = await whyNoEngine('native');
if (skip) test('the contract of model formats on the native engine', { skip });
else await import('./model.test.ts');
