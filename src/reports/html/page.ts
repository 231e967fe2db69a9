import { jsonPieces } from '../../core/json-pieces.ts';
import type { ModelResult } from '../../results/model.ts';
import type { Results } from '../../results/results.ts';
import { pieces } from '../marked.ts';
import { sentenceOf } from '../reasons.ts';
import { judgedDrift, predictionWords, reading, titleOf, verdictWords } from '../words.ts';
import { reportResults } from './results.ts';
import type { FixtureEvidence } from './shape.ts';

/** Places of the template that a report fills in. */
const places = /"camdrift:(results|evidence)"|<!--camdrift:(plain)-->/g;

/**
 * `report.html`: one file that needs nothing else. In pieces, as all its pictures together are large.
 * @param template as the build makes it, with the page's program, its style and a policy that allows those two alone
 * @param evidence what there is to draw: per model of the results, per fixture of it, in their order
 * @throws RangeError when the template has no place for the data
 */
export function reportPage(
  template: string,
  results: Results,
  evidence: readonly Iterable<FixtureEvidence>[],
): Generator<string> {
  return filled(template, results, listed(evidence.map(each => listed(strings(each)))));
}

/** What stands before and behind the pictures of a page. */
export const aroundEvidence = ['<script type="application/json" id="evidence">', '</script>'] as const;

/**
 * The same pictures with other words: what people have accepted since.
 * @param evidence what stands there in a page
 */
export function withResults(template: string, evidence: Iterable<string>, results: Results): Generator<string> {
  return filled(template, results, evidence);
}

/** All places at once: what is filled in may name them too. */
function* filled(template: string, results: Results, evidence: Iterable<string>): Generator<string> {
  const [first, ...parts] = template.split(places);
  // Between two texts stand the names of both groups, of which one is there.
  const named = parts.flatMap((text, at) => (at % 3 === 2 ? [[(parts[at - 2] ?? parts[at - 1])!, text] as const] : []));
  const missing = ['results', 'evidence', 'plain'].filter(part => !named.some(([name]) => name === part));
  if (missing.length > 0) throw new RangeError(`The template of the report has no place for ${missing.join(', ')}.`);
  yield first!;
  for (const [name, text] of named) {
    if (name === 'plain') yield* plainReport(results);
    else if (name === 'results') yield* safe(jsonPieces(reportResults(results)));
    else yield* evidence;
    yield text;
  }
}

/** A list of what is JSON already. */
function* listed(values: Iterable<Iterable<string> | string>): Generator<string> {
  let before = '[';
  for (const value of values) {
    yield before;
    yield* typeof value === 'string' ? [value] : value;
    before = ',';
  }
  yield before === '[' ? '[]' : ']';
}

function* strings(values: Iterable<unknown>): Generator<string> {
  for (const value of values) yield* safe([JSON.stringify(value)]);
}

/** JSON that no HTML can end or begin in. */
function* safe(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces)
    yield piece.replace(
      /[<>&\u2028\u2029]/g,
      character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}

/** What is read where no script may run: verdicts, reasons, a row per fixture. */
function* plainReport({ models }: Results): Generator<string> {
  for (const model of models) {
    const reasons = model.reasons.map(reason => `<li>${marked(sentenceOf(reason))}</li>`).join('');
    yield `<h2>${html(model.name)}: ${verdictWords[model.verdict]}</h2><ul>${reasons}</ul>`;
    if (model.fixtures.length > 0) yield* plainTable(model);
  }
}

function* plainTable(model: ModelResult): Generator<string> {
  const head = ['fixture', 'status', 'attention shift', 'prediction'].map(title => `<th>${title}</th>`).join('');
  yield `<table><tr>${head}</tr>`;
  for (const fixture of model.fixtures) {
    const shift = reading('attention-shift', judgedDrift(model, fixture));
    const cells = [titleOf(fixture), fixture.status, shift, predictionWords(fixture, ' → ')];
    yield `<tr>${cells.map(cell => `<td>${html(cell)}</td>`).join('')}</tr>`;
  }
  yield '</table>';
}

const marked = (sentence: string): string =>
  pieces(sentence)
    .map(({ text, code }) => (code ? `<code>${html(text)}</code>` : html(text)))
    .join('');

/** Foreign text as text of HTML. */
const html = (text: string): string =>
  text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`).replace(/[\p{Cc}\p{Cf}]/gu, ' ');
