import type { Results } from '../../results/results.ts';
import { findings } from './findings.ts';

const severities = { fail: 'critical', incomplete: 'major', warn: 'minor', accepted: 'info', pass: 'info' } as const;

/** Results as GitLab's Code Quality report: an entry per reason, on the model's file. */
export function codeQuality(results: Results): string {
  const entries = findings(results).map(({ level, code, path, message, fingerprint }) => ({
    description: message,
    check_name: code,
    fingerprint,
    severity: severities[level],
    location: { path: path.replaceAll('\\', '/').replace(/^(\.?\/)+/, ''), lines: { begin: 1 } },
  }));
  return `${JSON.stringify(entries, undefined, 2)}\n`;
}
