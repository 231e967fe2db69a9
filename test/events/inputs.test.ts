import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CamdriftError } from '../../src/errors.ts';
import { readInputs } from '../../src/events/inputs.ts';
import { manifest } from '../support/action.ts';

const defaults = Object.fromEntries(Object.entries(manifest.inputs).map(([name, input]) => [name, input.default]));
const read = (given: Record<string, string>) => readInputs({ ...defaults, ...given });

test('texts become what they mean', () => {
  const inputs = read({
    'max-images': '7',
    annotations: 'false',
    'image-branch': '',
    'image-url': 'https://cdn.example/x',
  });
  assert.deepEqual([inputs['max-images'], inputs.annotations, inputs.summary], [7, false, true]);
});

test('every mistake is told at once, with what was expected and what was given', () => {
  const wrong = {
    'fail-on': 'always',
    gate: 'door',
    'max-images': '1000',
    'comment-key': 'a b',
    summary: 'yes',
    'image-branch': 'refs/heads/x',
    'image-url': 'file:///etc',
  };
  assert.throws(
    () => read(wrong),
    (error: unknown) => {
      assert.ok(error instanceof CamdriftError);
      assert.equal(error.code, 'config-invalid');
      const lines = error.message.split('\n');
      assert.equal(lines.length, Object.keys(wrong).length);
      for (const [name, given] of Object.entries(wrong))
        assert.ok(
          lines.some(line => line.startsWith(`input \`${name}\`:`) && line.endsWith(`got \`${given}\`.`)),
          name,
        );
      assert.ok(lines.some(line => line.includes('expected one of regression, new, any, never')));
      return true;
    },
  );
});
