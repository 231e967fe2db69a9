import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributes, nodes, rendered, unsanitized, visibleText } from '../support/comment-html.ts';
import { type GitHub, startGitHub } from '../support/github/index.ts';
import { configText, modelFiles, pictureFiles, runIn, type SceneResult, shortcut } from '../support/scene.ts';
import type { Spot } from '../support/workspace.ts';

const hash = '0123456789abcdef0123456789abcdef01234567';

/** What a file system and Git take: everything but a slash. */
const hostile: readonly string[] = [
  '@everyone',
  '<img src=x onerror=alert(1)>',
  'a | b || c',
  '`code` ```',
  '](javascript:alert(1))',
  '![x](javascript:alert(1)) [y](x)',
  '-->',
  '<!-- camdrift key=default',
  '::error::forged',
  '::set-output name=verdict::pass',
  '##[error]forged',
  '##[group]forged',
  '#1 GH-1 o#2',
  '\u202egnp.tac',
  '\u001b[31mred\u0007',
  hash,
  'https:evil.example www.evil.example',
  ':shipit:',
  '%0A::error::forged',
  '"><script>alert(1)<script>',
  'line\n::error::feed\r::error::return\n# forged\n| x | y |',
  '$x$ {{ x }}',
];

/** A slash makes a folder of what stands before it. */
const folders: readonly string[] = [
  '</details>',
  '</td></table>',
  'https:/evil.example',
  '`a`/@everyone/#1/::error::x',
];

const spots = (index: number): readonly Spot[] => [
  ['red', index % 3, (index >> 1) % 3],
  ['blue', 3, 3],
];

const fixtures = () => {
  const paths = [...hostile.map(name => `images/${name}.png`), ...folders.map(name => `images/${name}/1.png`)];
  return pictureFiles(Object.fromEntries(paths.map((path, index) => [path, spots(index)])));
};

const labels = ['@everyone <b>|`x`</details> --> ::error::l\n##[error]m', `#1 ${hash}`, 'https://evil.example [x](y)'];

const glossary = 'https://github.com/camdrift/camdrift/blob/main/docs/glossary.md';

/** Elements, links, pictures and words of a text that GitHub would show. */
function assertHarmless(body: string, github: GitHub): void {
  assert.equal(rendered(body), unsanitized(body), 'nothing had to be stripped');
  const ours = `${github.url}/acme/models/`;
  for (const href of attributes(body, 'href')) assert.ok(href.startsWith(ours) || href === glossary, href);
  for (const src of [...attributes(body, 'src'), ...attributes(body, 'srcSet')]) {
    assert.ok(src.startsWith(`${ours}blob/`), src);
    assert.match(src, /\/tiny\/[\w-]+(\.narrow)?\.webp\?raw=true$/, 'a path of plain letters');
  }
  const allowed = new Set(
    'h3 p strong table thead tbody tr th td details summary ul li a picture source img sub code pre br div h4'.split(
      ' ',
    ),
  );
  for (const { tagName } of nodes(body)) assert.ok(!tagName || allowed.has(tagName), `<${tagName}>`);
  const commands = [...body.matchAll(/^```\n([\s\S]*?)\n```$/gm)].map(([, text]) => text!);
  assert.equal(commands.length, nodes(body).filter(({ tagName }) => tagName === 'pre').length);
  for (const command of commands) assert.match(command, /^\/camdrift accept [0-9a-f]{16} <why>$/);
  const commits = /[0-9a-f]{7}(?= (?:·|of ))/g;
  const words = visibleText(body).replace(commits, '');
  for (const pattern of magic) assert.doesNotMatch(words, pattern);
  for (const alt of attributes(body, 'alt')) assert.doesNotMatch(alt, /(?<!\w)@[a-z]/i);
}

/** What GitHub would turn into something else after the Markdown is done. */
const magic: readonly RegExp[] = [
  /(?<![\w/])@[a-z\d]/i,
  /#\d/,
  /(?<![a-z\d])gh-\d/i,
  /:shipit:/,
  /https?:|www\./i,
  new RegExp(hash),
  /[\u202a-\u202e\u2066-\u2069]/,
];

function assertHonestLog({ injected, annotations, commands, stdout, stderr }: SceneResult): void {
  assert.deepEqual(injected, []);
  assert.deepEqual([...new Set(commands.map(({ name }) => name))], ['add-mask']);
  for (const { message, title = '' } of annotations) assert.doesNotMatch(`${title}${message}`, /^forged/m);
  assert.doesNotMatch(stdout + stderr, /[^\P{Cc}\n]|\p{Cf}/u);
  for (const line of stdout.split('\n')) assert.doesNotMatch(line, /^# forged/);
}

interface Wanted {
  readonly base?: string;
  readonly head?: string;
  readonly config?: object;
}

async function opened(t: Parameters<typeof startGitHub>[0], { base = 'main', head = 'retrain', config }: Wanted) {
  const github = await startGitHub(t, { defaultBranch: base });
  const pictures = await fixtures();
  const camdrift = configText(['tiny'], { fixtures: ['images/**/*'], ...config });
  const root = await github.commit({
    branch: base,
    message: '::error::forged @everyone <img src=x>',
    files: { ...(await modelFiles('models/tiny')), 'camdrift.yml': camdrift, ...pictures },
  });
  const message = '##[error]forged\n\n::error::forged';
  await github.commit({ branch: head, parents: [root], message, files: await modelFiles('models/tiny', shortcut) });
  const { number, mergeCommit } = await github.openPullRequest({ head, base, title: '::error::forged @everyone' });
  const event = { name: 'pull_request', payload: github.payload.pullRequest(number, { action: 'opened' }) };
  const run = (inputs: Record<string, string> = {}) => runIn(t, github, { event, commit: mergeCommit!, inputs });
  return { github, number, run };
}

test('names of files and folders', async t => {
  const { github, number, run } = await opened(t, {});
  const result = await run({ 'max-images': '100' });
  assert.equal(result.code, 1, result.stdout);
  assert.equal(result.outputs.fixtures, String(hostile.length + folders.length));
  assertHonestLog(result);
  const [comment, ...others] = github.comments(number);
  assert.equal(others.length, 0);
  assertHarmless(comment!.body, github);
  assertHarmless(result.summary, github);
  assert.equal(attributes(comment!.body, 'src').length, hostile.length + folders.length);
  for (const src of attributes(comment!.body, 'src')) assert.equal((await fetch(src)).status, 200, src);
  for (const path of Object.keys(result.files))
    assert.match(path, /^(report\.html|results\.json|summary\.md|tiny\/[\w-]+(\.narrow)?\.webp)$/);
  const names = result.results?.models[0]?.fixtures.map(({ name }) => name);
  assert.ok(names?.includes(`images/${hostile[1]}.png`), 'as data they are what they are');
});

test('labels, and files that the pull request brings and cannot be read', async t => {
  const { github, number } = await opened(t, { config: { labels } });
  const files = Object.fromEntries(hostile.map(name => [`images/new ${name}.png`, 'not a picture']));
  await github.commit({ branch: 'retrain', files });
  const { mergeCommit } = github.pullRequest(number);
  const event = { name: 'pull_request', payload: github.payload.pullRequest(number, { action: 'synchronize' }) };
  const result = await runIn(t, github, { event, commit: mergeCommit! });
  assert.equal(result.code, 1, result.stdout);
  assertHonestLog(result);
  const { body } = github.comments(number)[0]!;
  assertHarmless(body, github);
  assertHarmless(result.summary, github);
  assert.match(body, /changes how it is judged/);
  assert.equal(result.results?.models[0]?.fixtures[0]?.candidate?.predicted.label, labels[0]);
});

test('names of branches, and the messages of commits', async t => {
  const base = 'main|<b>@everyone`x`#1](javascript';
  const head = '-->"<img/src=x>::error::';
  const { github, number, run } = await opened(t, { base, head: head.replaceAll(':', ';') });
  const result = await run();
  assert.equal(result.code, 1, result.stdout);
  assertHonestLog(result);
  assertHarmless(github.comments(number)[0]!.body, github);
  assertHarmless(result.summary, github);
  assert.doesNotMatch(result.stdout, /forged/, 'what nobody asked for is not said at all');
});
