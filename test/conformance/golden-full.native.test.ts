import { nativeEngine } from '../../src/engines/native.ts';
import { whyNoEngine } from '../support/engines.ts';
import { goldenFull } from './_golden-full.ts';

goldenFull('native', nativeEngine, await whyNoEngine('native'));
