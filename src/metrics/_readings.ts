/** A share as per cent: 0.142 with one digit reads "14.2 %". */
export function percent(share: number, digits: number): string {
  return `${(100 * share).toFixed(digits)} %`;
}

/** A coefficient with two digits; what rounds to zero has no sign. */
export function coefficient(value: number): string {
  return value.toFixed(2).replace(/^-(0\.00)$/, '$1');
}
