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

/** Which of these texts an input takes. */
const taken = (name: string, ...texts: string[]): string[] =>
  texts.filter(text => {
    try {
      read({ [name]: text });
      return true;
    } catch (error) {
      assert.ok(
        error instanceof CamdriftError && error.message.startsWith(`input \`${name}\`: expected`),
        String(error),
      );
      return false;
    }
  });

test('numbers are whole, and the last that is taken is said by the first that is not', () => {
  assert.deepEqual(taken('max-images', '0', '9', '99', '100', '101', '-1', '1.5', ''), ['0', '9', '99', '100']);
  assert.deepEqual(taken('timeout', '1', '99999', '100000', '0', '01', '9s'), ['1', '99999']);
  const legs = ['', '1', '9', '99', '199', '249', '256'];
  assert.deepEqual(taken('legs', ...legs, '0', '257', '260', '300', '1000', '01', 'two'), legs);
  assert.deepEqual([read({ legs: '' }).legs, read({ legs: '256' }).legs], [1, 256]);
  assert.equal(read({ timeout: '99999' }).timeout, 99_999);
});

test('an expression that a runner without a matrix leaves as it is stands for none', () => {
  const expression = (text: string) => `\${{ ${text} }}`;
  const left = read({ matrix: expression('toJSON(matrix)'), legs: expression('strategy.job-total') });
  assert.deepEqual([left.matrix, left.legs], ['', 1]);
  const told = read({ matrix: '{"os":"ubuntu"}' });
  assert.equal(told.matrix, '{"os":"ubuntu"}');
  const part = `a ${expression('b')}`;
  assert.equal(read({ matrix: part }).matrix, part, 'only where it is all of it');
});

test('names of comments and branches hold nothing that leaves their place', () => {
  assert.deepEqual(taken('comment-key', 'a', 'a.b_c-1', 'x'.repeat(40), 'x'.repeat(41), '', 'a/b', 'a b'), [
    'a',
    'a.b_c-1',
    'x'.repeat(40),
  ]);
  const branches = ['', 'images', 'camdrift/images-1.0', 'a'.repeat(100)];
  assert.deepEqual(
    taken('image-branch', ...branches, 'a'.repeat(101), 'refs/heads/x', '/x', '-x', 'a b', 'a\n'),
    branches,
  );
});

test('addresses are of the web, and hosts are hosts', () => {
  const urls = ['', 'https://cdn.example/x', 'http://10.0.0.7/a'];
  assert.deepEqual(taken('image-url', ...urls, 'ftp://a.example', 'javascript:alert(1)', 'cdn.example'), urls);
  const hosts = ['', 'a.example', 'A.example', 'a.example, 10.0.0.7:8443\nb.example', 'a.example:443'];
  assert.deepEqual(
    taken('allow-hosts', ...hosts, 'https://a.example', 'a.example/x', 'user@a.example', '*.example'),
    hosts,
  );
  assert.deepEqual(read({ 'allow-hosts': ' a.example,\n b.example ' })['allow-hosts'], ['a.example', 'b.example']);
});

test('what needs a text has one, and an input that is not known is none', () => {
  for (const name of ['config', 'working-directory', 'out', 'workflow', 'artifact'])
    assert.deepEqual(taken(name, 'x', ''), ['x']);
  assert.throws(() => read({ verbose: 'true' }), /Unrecognized key/);
  assert.deepEqual([read({ shard: '' }).shard, read({ shard: '2/8' }).shard], [undefined, { at: 2, of: 8 }]);
});
