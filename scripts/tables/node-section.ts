/** What one of ONNX's node tests came to. */
export interface Result {
  readonly name: string;
  /** `several` where a test has more nodes than one. */
  readonly operator: string;
  readonly outcome: 'passed' | 'failed' | 'left out';
  readonly reason: string;
}

/** The section of docs/onnx.md about them. */
export function nodeSection(results: readonly Result[], operators: readonly string[]): string[] {
  const count = (outcome: Result['outcome']) => results.filter(result => result.outcome === outcome).length;
  const passed = countedBy(results.filter(({ outcome }) => outcome === 'passed').map(({ operator }) => operator));
  const left = countedBy(results.filter(({ outcome }) => outcome === 'left out').map(({ reason }) => plainly(reason)));
  const reasons = [...left].sort(([a, some], [b, more]) => more - some || a.localeCompare(b));
  return [
    "## ONNX's own node tests",
    'onnx 1.23.1: `python scripts/make-onnx-nodes.py FOLDER`, then `node scripts/check-onnx-nodes.ts FOLDER --write`, and the same with `--engine native`:',
    `${count('passed')} pass, ${count('failed')} fail, ${count('left out')} are left out. Each runs with its first float (or quantised) input as an image, plain and with channels last, and with`,
    'constants only. Operators, and the tests of each that pass alone (others are part of larger tests):',
    `${operators.map(name => `${name} (${passed.get(name) ?? 0})`).join(', ')}.`,
    '',
    'Left out:',
    ...reasons.map(([reason, times]) => `- ${times}: ${reason}`),
  ];
}

/** Without the mode, and without the node's name, which differs from test to test. */
const plainly = (reason: string): string =>
  reason
    .replace(/^(plain|channels-last|constants): /, '')
    .replace(/Node `[^`]*` (?=\()/g, '')
    .replace(/`[^`]*` (?=\()/g, '')
    .replace(/\.$/, '');

function countedBy(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
