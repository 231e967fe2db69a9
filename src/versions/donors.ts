/**
 * Whose surroundings each picture is given by the edits that swap them: a picture of a class that is being lost where there is one, to see
 * whether its surroundings are what the class is known by now; else the next one of another class, so that every class gives some.
 * @param classes of the pictures, as far as they are known
 * @returns indexes; `undefined` where no other picture is of another class
 */
export function donorsOf(
  classes: readonly (string | undefined)[],
  lost: ReadonlySet<string>,
): readonly (number | undefined)[] {
  const count = classes.length;
  const isOther = (at: number, donor: number) =>
    donor !== at && (classes[at] === undefined || classes[donor] !== classes[at]);
  return classes.map((_, at) => {
    const others = Array.from({ length: count - 1 }, (__, step) => (at + 1 + step) % count).filter(donor =>
      isOther(at, donor),
    );
    const ofLost = others.filter(donor => lost.has(classes[donor] ?? '')).sort((a, b) => a - b);
    return ofLost.length > 0 ? ofLost[at % ofLost.length] : others[0];
  });
}
