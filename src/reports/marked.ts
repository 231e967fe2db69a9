/** A stretch of a sentence, as text; code is what the sentence has between backticks. */
export interface Piece {
  readonly text: string;
  readonly code: boolean;
}

/** A reason for a page that can show code as code, with one arrow. Joined, the pieces are the sentence without its backticks. */
export const pieces = (sentence: string): Piece[] =>
  sentence
    .split(/`([^`]+)`/)
    .map((text, index) => ({ text: index % 2 === 1 ? text : text.replaceAll(' -> ', ' → '), code: index % 2 === 1 }))
    .filter(({ text }) => text !== '');

/** The same where marks of code would be seen as they are: names in quotes. */
export const prose = (sentence: string): string =>
  pieces(sentence)
    .map(({ text, code }) => (code ? `“${text}”` : text))
    .join('');
