import type { FixtureResult } from '../../results/fixture.ts';
import type { ModelResult } from '../../results/model.ts';
import type { Results } from '../../results/results.ts';
import { oneLine } from '../printable.ts';
import { sentenceOf } from '../reasons.ts';
import { byDrift, judgedDrift, predictionWords, reading } from '../words.ts';

/**
 * Results as JUnit's XML, which Jenkins, Azure Pipelines, GitLab, Bitbucket and most others show. A suite per model: its first case is
 * the verdict, which alone can fail; then a case per fixture with its numbers, since a single picture decides nothing.
 */
export function junit({ models, times }: Results): string {
  const suites = models.map(model => suite(model, times.started));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name: 'camdrift' }, suites)}\n`;
}

function suite(model: ModelResult, timestamp: string): string {
  const cases = [verdictCase(model), ...byDrift(model).map(fixture => fixtureCase(model, fixture))];
  const count = (name: string) => String(cases.filter(each => each.includes(`<${name} `)).length);
  return element(
    'testsuite',
    {
      name: model.name,
      tests: String(cases.length),
      failures: count('failure'),
      errors: count('error'),
      skipped: count('skipped'),
      timestamp: timestamp.slice(0, 19),
      time: '0',
    },
    cases,
  );
}

function verdictCase(model: ModelResult): string {
  const { name, verdict, reasons, error } = model;
  const said = reasons.filter(({ level }) => level !== 'pass').map(reason => `${reason.level}: ${sentenceOf(reason)}`);
  const text = [...said, ...(error ? [`to do: ${error.remedy}`] : [])].join('\n');
  const message = sentence(model) ?? verdict;
  const outcome = { fail: 'failure', incomplete: 'error', accepted: '', warn: '', pass: '' }[verdict];
  const inside = outcome
    ? element(outcome, { message, type: verdict }, [escaped(text)])
    : element('system-out', {}, [escaped(text || verdict)]);
  return testcase(name, 'verdict', inside);
}

const sentence = ({ reasons, verdict }: ModelResult): string | undefined => {
  const found = reasons.find(({ level }) => level === verdict);
  return found && sentenceOf(found);
};

function fixtureCase(model: ModelResult, fixture: FixtureResult): string {
  const { name, status, reason = '' } = fixture;
  if (status === 'failed') return testcase(model.name, name, element('error', { message: reason, type: status }, []));
  if (status === 'new' || status === 'lost')
    return testcase(model.name, name, element('skipped', { message: reason || `not compared: ${status}` }, []));
  const words = `${status}: attention shift ${reading('attention-shift', judgedDrift(model, fixture))}, ${predictionWords(fixture)}`;
  return testcase(model.name, name, element('system-out', {}, [escaped(words)]));
}

const testcase = (classname: string, name: string, inside: string): string =>
  element('testcase', { classname, name, time: '0' }, [inside]);

function element(name: string, attributes: Readonly<Record<string, string>>, inside: readonly string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(oneLine(value))}"`);
  // `<failure ` is counted, so a name is followed by a space or by nothing but text.
  return `<${name}${written.join('')}>${inside.join('')}</${name}>`;
}

/** Text of XML 1.0, which has no way to write most control characters and halves of characters. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
