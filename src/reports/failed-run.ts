import { CamdriftError } from '../errors.ts';
import { escapeMarkdown } from './_escape.ts';

/** The step summary of a run that came to no verdict. */
export function failedRun(error: unknown): string {
  const lines =
    error instanceof CamdriftError
      ? [escapeMarkdown(error.message), `**To do**: ${escapeMarkdown(error.remedy)}`]
      : ['Internal error: the log has the text to report.'];
  return `### ❌ camdrift came to no verdict\n\n${lines.join('\n\n')}\n`;
}
