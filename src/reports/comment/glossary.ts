import { link } from './markup.ts';

const address = 'https://github.com/camdrift/camdrift/blob/main/docs/glossary.md';

/** A word of the trade, with a link to what it means. */
export const explained = (word: string): string => link(word, address);

/** Lines of Markdown in which each such word is explained where it stands first. */
export function withExplained(lines: readonly string[]): string[] {
  const known = new Set<string>();
  return lines.map(line =>
    line.replace(/\b(?:probe|lineage|divergence|uncalibrated|calibration|calibrated)\b/g, word => {
      const stem = word.replace(/^un|(?:ed|ion)$/g, '');
      if (known.has(stem)) return word;
      known.add(stem);
      return explained(word);
    }),
  );
}
