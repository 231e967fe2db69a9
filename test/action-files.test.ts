import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { inputNames, readInputs } from '../src/events/inputs.ts';
import { manifest } from './support/action.ts';
import { lintAction, lintWorkflow } from './support/action-lint.ts';
import { root } from './support/dist.ts';

const read = (name: string) => readFileSync(join(root, name), 'utf8');
const defaults = Object.fromEntries(Object.entries(manifest.inputs).map(([name, input]) => [name, input.default]));

describe('action.yml', () => {
  it("is what GitHub's linter accepts", async () => {
    assert.deepEqual(await lintAction(read('action.yml')), []);
    assert.deepEqual(await lintAction(read('action.yml').replace('node24', 'node18')), [
      `line ${lineOf(read('action.yml'), 'node24')}: Unexpected value 'node18'`,
    ]);
  });

  it('can be listed on the Marketplace, and explains each input and output in a sentence', () => {
    assert.ok(manifest.description.length <= 125, `${manifest.description.length} characters`);
    const described = [...Object.entries(manifest.inputs), ...Object.entries(manifest.outputs)];
    for (const [name, { description }] of described) assert.match(description, /^(`pass`|[A-Z]).*\.$/, name);
    for (const [name, value] of Object.entries(defaults)) assert.equal(typeof value, 'string', name);
  });

  it('has the inputs that the action reads, with defaults that it accepts', () => {
    assert.deepEqual(Object.keys(manifest.inputs), inputNames);
    readInputs(defaults);
  });

  it('is documented: every input with its default, and every output', () => {
    const pages = ['docs/action.md', 'README.md'].filter(name => existsSync(join(root, name))).map(read);
    const page = pages.find(each => /^#+ Inputs$/m.test(each)) ?? '';
    const cell = (row: Row) => row.default?.match(/^`(.*)`$/)?.[1] ?? '';
    assert.deepEqual(Object.fromEntries(rows(page, 'Inputs').map(row => [row.name, cell(row)])), defaults);
    assert.deepEqual(
      rows(page, 'Outputs').map(({ name }) => name),
      Object.keys(manifest.outputs),
    );
  });
});

describe('the workflows in the documents', () => {
  const documents = ['README.md', ...globSync('docs/**/*.md', { cwd: root })];
  const workflows = documents.flatMap(document => workflowsIn(document, read(document)));

  it('include at least one in the README', () => {
    assert.ok(workflows.some(({ name }) => name.startsWith('README.md:')));
  });

  it('spread an audit over machines in fifteen lines', () => {
    const matrices = workflows.filter(({ text }) => text.includes('matrix.at }}/4'));
    assert.deepEqual(
      matrices.map(({ text }) => text.trim().split('\n').length),
      [15],
    );
  });

  for (const { name, text } of workflows) {
    it(`${name} is what GitHub's linter accepts, with inputs that the action accepts`, async () => {
      assert.deepEqual(await lintWorkflow(text), []);
      for (const given of camdriftInputs(text)) readInputs({ ...defaults, ...given });
    });
  }
});

describe('every workflow in the documents', () => {
  const documents = ['README.md', ...globSync('docs/**/*.md', { cwd: root })];
  const workflows = documents.flatMap(document => workflowsIn(document, read(document)));
  const uses = workflows.flatMap(({ text }) => [...text.matchAll(/- uses: (\S+)(.*)/g)]);

  it('pins other actions by their full commit, and says which version that is', () => {
    assert.ok(uses.length >= 6);
    for (const [, action, comment] of uses)
      if (!action!.startsWith('camdrift/'))
        assert.match(`${action}${comment}`, /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('gives no job that loads models a token that writes, and leaves none on disk', () => {
    const jobs = workflows.flatMap(({ text }) => Object.values(parse(text).jobs as Record<string, Job>));
    const judging = jobs.filter(({ steps }) => steps.some(({ with: given }) => given?.mode === 'judge'));
    assert.ok(judging.length >= 2);
    for (const { permissions, steps } of judging) {
      assert.deepEqual(permissions, { contents: 'read' });
      for (const step of steps.filter(each => each.uses.startsWith('actions/checkout')))
        assert.equal(step.with?.['persist-credentials'], false);
    }
    const writing = jobs.filter(({ steps }) => steps.some(({ with: given }) => given?.mode === 'publish'));
    for (const { steps } of writing) assert.ok(steps.every(({ uses: action }) => action.startsWith('camdrift/')));
  });
});

interface Job {
  readonly permissions: object;
  readonly steps: readonly { readonly uses: string; readonly with?: Readonly<Record<string, unknown>> }[];
}

describe('the linter finds', () => {
  const workflow = `on: pull_request
permissions: { contents: write }
jobs:
  camdrift:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
        with: { lfs: true }
      - uses: camdrift/camdrift@v1
        id: drift
        with: { mode: check }
      - run: echo "$VERDICT"
        env:
          VERDICT: \${{ steps.drift.outputs.verdict }}
`;
  const mistakes = {
    "line 11: Invalid action input 'modee'": ['mode:', 'modee:'],
    "line 8: Invalid action input 'lsf'": ['lfs', 'lsf'],
    "line 2: Unexpected value 'content'": ['contents', 'content'],
    "line 2: Unexpected value 'admin'": ['write', 'admin'],
    'line 14: Context access might be invalid: verdit': ['outputs.verdict', 'outputs.verdit'],
    'line 7: Unable to resolve action `actions/check@v7`, repository or version not found': ['checkout@', 'check@'],
  } as const;

  it('nothing in a right workflow', async () => assert.deepEqual(await lintWorkflow(workflow), []));
  for (const [complaint, [right, wrong]] of Object.entries(mistakes)) {
    it(complaint, async () => assert.deepEqual(await lintWorkflow(workflow.replace(right, wrong)), [complaint]));
  }
});

interface Row {
  readonly name: string;
  readonly default?: string;
}

/** The table under a heading: its first column's code, and the column `default`. */
function rows(page: string, heading: string): Row[] {
  const section = page.split(/^#+ /m).find(each => each.startsWith(`${heading}\n`)) ?? '';
  const cells = [...section.matchAll(/^\|(.*)\|$/gm)].map(([, line]) => line!.split('|').map(each => each.trim()));
  const column = cells[0]?.indexOf('default') ?? -1;
  return cells.flatMap(row => {
    const [, name] = /^`(.+)`$/.exec(row[0]!) ?? [];
    return name ? [{ name, ...(column > 0 && { default: row[column]! }) }] : [];
  });
}

/** Also those in a list, which are indented. */
function workflowsIn(document: string, page: string): { name: string; text: string }[] {
  return [...page.matchAll(/^( *)```ya?ml\n([\s\S]*?)^ *```/gm)]
    .map(({ 1: indent, 2: text, index }) => ({
      name: `${document}:${page.slice(0, index).split('\n').length}`,
      text: text!.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }))
    .filter(({ text }) => /^(on|"on"|'on'):/m.test(text));
}

/** The `with:` of every camdrift step; expressions have no value yet. */
function camdriftInputs(text: string): Record<string, string>[] {
  const { jobs } = parse(text) as { jobs: Record<string, { steps?: { uses?: string; with?: object }[] }> };
  const steps = Object.values(jobs).flatMap(job => job.steps ?? []);
  return steps
    .filter(({ uses }) => uses?.startsWith('camdrift/camdrift@'))
    .map(step => Object.entries(step.with ?? {}).map(([name, value]) => [name, String(value)] as const))
    .map(pairs => Object.fromEntries(pairs.filter(([, value]) => !/\$\{\{/.test(value))));
}

function lineOf(text: string, word: string): number {
  return text.slice(0, text.indexOf(word)).split('\n').length;
}
