/** Whether none is NaN or infinite. Times nought, only those are not nought: models have a hundred million numbers. */
export function allFinite(values: ArrayLike<number>): boolean {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at]! * 0;
  return sum === 0;
}
