import { attribute } from './markup.ts';

/** Addresses of one picture. */
export interface Shown {
  readonly url: string;
  /** For narrow screens. */
  readonly narrow?: string | undefined;
}

/** The picture, which opens at its own size; narrow screens get the one with two tiles beside each other. */
export function linked({ url, narrow }: Shown, width: number, alt: string): string {
  const image = `<img src="${url}" width="${width}" alt="${attribute(alt)}">`;
  const both = narrow && `<picture><source media="(max-width: 600px)" srcset="${narrow}">${image}</picture>`;
  return `<a href="${url}">${both ?? image}</a>`;
}
