/** More is hardly ever written, and a matcher takes about as many steps as a name has letters, to the power of its wildcards. */
const mostPerStep = 3;
const mostFolderStars = 3;
const mostLetters = 500;

/**
 * Why a glob could keep its matcher busy for ever, in words; `undefined` when it cannot. Globs come with pull requests, and so do
 * the names that they are held against.
 */
export function tooIntricate(pattern: string): string | undefined {
  if (pattern.length > mostLetters) return `it has ${pattern.length} letters, and at most ${mostLetters} are taken`;
  if (/[+*]\(|\)[+*{]/.test(pattern)) return 'it repeats a group in parentheses';
  const steps = pattern.split('/');
  if (steps.filter(step => step === '**').length > mostFolderStars)
    return `it has more than ${mostFolderStars} steps \`**\``;
  const wild = (step: string) => step.match(/\*+|\+|\?(?=[^?]*\))/g)?.length ?? 0;
  // Braces and parentheses may hold steps of their own, so then all of them count together.
  const counted = /[{(]/.test(pattern) ? [steps.filter(step => step !== '**').join('/')] : steps;
  return counted.some(step => wild(step) > mostPerStep)
    ? `it has more than ${mostPerStep} wildcards between two \`/\``
    : undefined;
}
