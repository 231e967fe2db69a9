import type { RawSettings } from '../config/schema.ts';

type Value = RawSettings[keyof RawSettings];

const longest = 120;

/** Two values of a setting as a reader understands them; shortened where need be, so that what differs is in sight. */
export function excerpts(was: Value, is: Value): { before: string; after: string } {
  const [before, after] = [words(was), words(is)];
  if (before.length <= longest && after.length <= longest) return { before, after };
  const same = before.split('').findIndex((unit, index) => unit !== after[index]);
  const from = Math.max(0, (same < 0 ? before.length : same) - longest / 4);
  const cut = (text: string) =>
    `${from > 0 ? '...' : ''}${text.slice(from, from + longest)}${from + longest < text.length ? '...' : ''}`;
  return { before: cut(before), after: cut(after) };
}

function words(value: Value): string {
  if (value === undefined) return 'default';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.some(each => typeof each === 'object'))
    return value.map(each => partWords(each as object)).join('; ');
  return typeof value === 'object' && 'width' in value ? `${value.width}x${value.height}` : JSON.stringify(value);
}

/** One region or probe: `object: from masks, rules inside >= 0.5`. */
function partWords(part: object): string {
  const { name, kind: _, ...rest } = part as Record<string, unknown>;
  const facts = Object.entries(rest).filter(([, value]) => value !== undefined && String(value) !== '');
  return `${String(name)}: ${facts.map(([key, value]) => `${key} ${factWords(value)}`).join(', ')}`;
}

function factWords(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  return value.map(each => (typeof each === 'object' && 'of' in each ? ruleWords(each) : String(each))).join(' and ');
}

const ruleWords = ({ of, at, limit }: { of: string; at: string; limit: number }): string =>
  `${of} ${at === 'least' ? '>=' : '<='} ${limit}`;
