import { escapeMarkdown } from '../_escape.ts';

/** Foreign text as Markdown, on one line. Of more than `most` characters the middle goes: the ends tell paths apart. */
export function text(foreign: string, most = 80): string {
  return escapeMarkdown(shortened(foreign, most));
}

/** Foreign text as the value of an HTML attribute in double quotes. */
export function attribute(foreign: string, most = 400): string {
  return shortened(foreign, most)
    .replace(/[&<>"'`]/g, character => `&#${character.charCodeAt(0)};`)
    .replaceAll('@', '@\u200b');
}

function shortened(foreign: string, most: number): string {
  const characters = [...foreign.replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ').trim()];
  if (characters.length <= most) return characters.join('');
  const start = Math.floor((most - 1) / 2);
  return `${characters.slice(0, start).join('')}…${characters.slice(start + 1 - most).join('')}`;
}

/** `[words](url)`; the bare words when the address is none of the web. */
export function link(words: string, url: string | undefined): string {
  const target = address(url);
  return target === undefined ? words : `[${words}](${target})`;
}

/**
 * An address that can stand in a Markdown link and in an attribute. `undefined`: it is of another kind than http and
 * https; an address without a scheme is relative to the page.
 */
export function address(url: string | undefined): string | undefined {
  const scheme = /^[^/?#]*:/.exec(url ?? '')?.[0].toLowerCase();
  if (!url || (scheme !== undefined && scheme !== 'https:' && scheme !== 'http:')) return undefined;
  return url.replace(/[^\w~:/?#@!$&+,;=%.-]/gu, percentEncoded).replaceAll('&', '&amp;');
}

const percentEncoded = (character: string): string =>
  encodeURIComponent(character.replace(/\p{Cs}/u, '\uFFFD')).replace(
    /[()'*!]/g,
    plain => `%${plain.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Blocks with a blank line between them; what is absent is left out. Never a line break inside a paragraph: GitHub keeps it. */
export function blocks(...parts: readonly (string | undefined)[]): string {
  return parts.filter(part => part !== undefined && part !== '').join('\n\n');
}

/** What opens at a click. The summary is HTML, so it holds no foreign text. Nothing when there is nothing inside. */
export function details(summary: string, ...parts: readonly (string | undefined)[]): string {
  const inside = blocks(...parts);
  return inside && `<details><summary>${summary}</summary>\n\n${inside}\n\n</details>`;
}

export interface Column<Row> {
  readonly title: string;
  /** Numbers stand below each other at the right. */
  readonly number?: boolean;
  cell(row: Row): string;
}

export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const body = rows.map(row => line(columns.map(column => column.cell(row))));
  return [
    line(columns.map(({ title }) => title)),
    line(columns.map(({ number }) => (number ? '--:' : '---'))),
    ...body,
  ].join('\n');
}

/** At most so many items, and how many more there are. */
export function list(items: readonly string[], most: number): string {
  const lines = items.length > most ? [...items.slice(0, most), `and ${items.length - most} more`] : items;
  return lines.map(line => `- ${line}`).join('\n');
}

/** `a, b and 3 more`, each escaped. */
export function names(foreign: readonly string[], most: number): string {
  const shown = foreign.slice(0, most).map(name => text(name));
  const more = foreign.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

/** `1 fixture`, `2 fixtures`, `no fixture`. */
export function count(number: number, noun: string): string {
  return number === 0 ? `no ${noun}` : `${number} ${noun}${number === 1 ? '' : 's'}`;
}
