import { CamdriftError } from '../errors.ts';
import { oneLine } from '../reports/printable.ts';

/** What a stranger's run left behind is not what it should be. Words that are not ours belong into `quoted`. */
export function rejected(message: string, options: { cause?: unknown; remedy?: string } = {}): CamdriftError {
  return new CamdriftError('claims-rejected', message, options);
}

const mostQuoted = 200;

/** A stranger's words inside a message: on one line, printable, and not longer than a reader needs to recognise them. */
export function quoted(text: string): string {
  const start = text.slice(0, mostQuoted).replace(/[\uD800-\uDBFF]$/, '');
  return `\`${oneLine(start).replaceAll('`', "'")}${text.length > mostQuoted ? '...' : ''}\``;
}
