import type { Results } from '../../src/results/results.ts';
import { broken, fixture, model, readReason, results } from './results.ts';

const accepted = { by: 'ann', why: 'meant', url: 'https://github.com/x', named: [] };
const error = { code: 'model-unreadable', message: 'It is cut short.', remedy: 'Store it whole.', exitCode: 4 };

/** One of each verdict, and of each fate of a fixture. */
export const everyVerdict: Results = results(
  model(
    [
      fixture('far.png', 0.3),
      fixture('near.png', 0.01),
      fixture('gone.png', 0, { status: 'lost' }),
      fixture('cut.png', 0, { status: 'failed', reason: 'It is cut short.' }),
    ],
    {
      reasons: [
        readReason('warn', 'prediction-drift', 'Predictions changed.'),
        readReason('fail', 'attention-regression', 'Attention moved.'),
        readReason('pass', 'same-model', 'A note.'),
      ],
    },
  ),
  model([fixture('a.png', 0.3)], { name: 'meant', path: 'models/meant.onnx', verdict: 'accepted', accepted }),
  broken(error, { name: 'broken', path: 'models/über #1.onnx' }),
  model([fixture('a.png', 0.01)], { name: 'fine', verdict: 'pass', reasons: [] }),
);
