import type { Results } from '../../results/results.ts';
import { type Finding, findings, relativeAddress } from './findings.ts';

const levels = { fail: 'error', incomplete: 'error', warn: 'warning', accepted: 'note', pass: 'none' } as const;

/** Results as SARIF 2.1.0 (OASIS), which code scanning takes: a result per reason, on the model's file. */
export function sarif(results: Results): string {
  const found = findings(results);
  const rules = [...new Set(found.map(({ code }) => code))].sort();
  const [name = 'camdrift', version = '0'] = results.tool.split(' ');
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name, version, rules: rules.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: found.map(finding => resultOf(finding, rules.indexOf(finding.code))),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

const ruleOf = (id: string) => ({ id, shortDescription: { text: id.replaceAll('-', ' ') } });

const resultOf = ({ level, code, path, message, fingerprint, ...rest }: Finding, ruleIndex: number) => ({
  ruleId: code,
  ruleIndex,
  level: levels[level],
  message: { text: message },
  locations: [{ physicalLocation: { artifactLocation: { uri: relativeAddress(path) }, region: { startLine: 1 } } }],
  partialFingerprints: { 'camdrift/v1': fingerprint },
  properties: { model: rest.model },
});
