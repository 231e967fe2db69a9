import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { manifest, readKeyValues, readLog, runAction } from './action.ts';
import { emptyWorkspace } from './workspace.ts';

const event = { name: 'push', payload: { after: 'f'.repeat(40), ref: 'refs/heads/main' } };

test('the runner reads outputs: lines, blocks, the later wins, and a broken block fails the step', () => {
  const text = 'a=1=2<<3\n\nb<<END\none\n\nc=no\nEND\nempty<<E\nE\na=later\n';
  assert.deepEqual(readKeyValues(text), { a: 'later', b: 'one\n\nc=no', empty: '' });
  assert.deepEqual(readKeyValues(''), {});
  assert.throws(() => readKeyValues('a<<END\nvalue\n'), /delimiter not found 'END'/);
  assert.throws(() => readKeyValues('nothing'), /Invalid format 'nothing'/);
});

describe('the runner reads what is printed', () => {
  it('annotations, unescaped once', () => {
    const printed = [
      '::error file=a%2Cb.yml,line=3,title=A%3A b::100%25 of%0Atwo lines, and %250A stays',
      '  ::warning::a::b',
      '::notice title=::untitled',
    ];
    assert.deepEqual(readLog(printed.join('\n')).annotations, [
      { level: 'error', file: 'a,b.yml', title: 'A: b', line: 3, message: '100% of\ntwo lines, and %0A stays' },
      { level: 'warning', message: 'a::b' },
      { level: 'notice', message: 'untitled' },
    ]);
  });

  it('groups with their lines, and other commands', () => {
    const { groups, commands } = readLog(
      'before\n::group::maps of a\n1/2\n::add-mask::secret\n2/2\n::endgroup::\nafter\n',
    );
    assert.deepEqual(groups, [{ title: 'maps of a', lines: ['1/2', '2/2'] }]);
    assert.deepEqual(commands, [{ name: 'add-mask', properties: {}, message: 'secret' }]);
  });

  it('the older form of a command anywhere in a line, and a line that starts like a command', () => {
    const innocent = ['a::error::b', '::error::##[error] is only text here', 'C++ [##] ::', ':\u200b:error::x'];
    const hostile = ['name ##[error]x', ' ::made-up::x', '::'];
    assert.deepEqual(readLog([...innocent, ...hostile].join('\n')).injected, hostile);
  });

  it('a command after a carriage return', () => {
    assert.deepEqual(readLog('name\r::error::x').annotations, [{ level: 'error', message: 'x' }]);
  });
});

test('an input that action.yml does not have is refused', async t => {
  const { root: workspace } = await emptyWorkspace(t);
  await assert.rejects(runAction({ event, workspace, inputs: { modee: 'check' } }), /no input modee/);
});

test('a run of the action sees every input, the event and an environment of its own, and its output comes back', async t => {
  const { root: workspace, write } = await emptyWorkspace(t);
  const preload = await write('tell.cjs', tell);
  const inputs = { 'max-images': '3' };
  const env = { NODE_OPTIONS: `--require ${preload}`, GITHUB_JOB: 'mine' };
  const { code, outputs, summary, stderr } = await runAction({ event, workspace, inputs, env, token: 't0' });
  assert.equal(code, 7, stderr);
  assert.equal(summary, '# done\n');
  const seen = JSON.parse(outputs.seen!) as { env: Record<string, string>; cwd: string; payload: object };
  assert.deepEqual([seen.cwd, seen.payload], [workspace, event.payload]);
  assert.equal(
    Object.keys(seen.env).filter(name => name.startsWith('INPUT_')).length,
    Object.keys(manifest.inputs).length,
  );
  const { 'INPUT_MAX-IMAGES': images, 'INPUT_GITHUB-TOKEN': token, INPUT_GATE: gate, GITHUB_JOB: job } = seen.env;
  assert.deepEqual([images, token, gate, job], ['3', 't0', 'job', 'mine']);
  assert.deepEqual([seen.env.GITHUB_SHA, seen.env.GITHUB_REF], [event.payload.after, event.payload.ref]);
  assert.equal(seen.env.NODE_TEST_CONTEXT, undefined);
});

/** Runs before the action and in its place: tells what it was given, in a block as @actions/core writes them. */
const tell = `
const { appendFileSync, readFileSync } = require('node:fs');
const payload = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, 'utf8'));
const seen = JSON.stringify({ env: process.env, cwd: process.cwd(), payload });
appendFileSync(process.env.GITHUB_OUTPUT, 'seen<<D\\n' + seen + '\\nD\\n');
appendFileSync(process.env.GITHUB_STEP_SUMMARY, '# done\\n');
process.exit(7);
`;
