/** What somebody writes on a pull request to accept, by name, what a model does differently. */
export interface Command {
  readonly verb: 'accept' | 'reject';
  /** `pairCode` of the two models and of what fired. */
  readonly code: string;
  /** Probes and regions that are accepted by their own names, written `+name`. */
  readonly named: readonly string[];
  readonly why: string;
}

const line = /^\/camdrift[ \t]+(accept|reject)[ \t]+([0-9a-f]{7,64})\b[ \t]*(.*)$/;
const longestWhy = 300;

/**
 * The commands of a comment, in order: lines that begin with `/camdrift`. What GitHub shows as a quote, as code or not at all
 * is no command, so whoever answers to one or explains it does not give it.
 */
export function commandsIn(body: string): Command[] {
  const spoken = outside(body.replace(unspoken, ''));
  // Which of the two begins first is told only by who reads all of Markdown: a line must be outside of both either way.
  const also = new Set(outside(body).join('\n').replace(unspoken, '').split('\n'));
  return spoken.flatMap(text => {
    if (!also.has(text)) return [];
    const [, verb, code, rest = ''] = line.exec(text.trimEnd()) ?? [];
    if (verb === undefined || code === undefined) return [];
    const words = rest.split(/[ \t]+/).filter(Boolean);
    const named = words.filter(isName).map(word => word.slice(1));
    const why = words.filter(word => !isName(word) && word !== placeholder).join(' ');
    return [{ verb: verb as Command['verb'], code, named, why: why.slice(0, longestWhy) }];
  });
}

/** As the comment writes it for the reader to fill in. */
export const placeholder = '<why>';

const isName = (word: string): boolean => /^\+\S/.test(word);

/** Of a list, too: a line that follows without a mark belongs to the quote. */
const quote = /^ {0,3}(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*>/;

/** HTML that is shown as it stands, or not at all. */
const unspoken = /<!--[\s\S]*?(?:-->|$)|<(pre|code|script|style|textarea|blockquote)\b[\s\S]*?(?:<\/\1>|$)/gi;

/** Lines outside quotes and code. A quote goes on until an empty line, whether or not the lines are marked. */
function outside(body: string): string[] {
  let [fence, quoted] = ['', false];
  return body.split(/\r\n?|\n/).filter(text => {
    const [, mark = ''] = /^ {0,3}(`{3,}|~{3,})/.exec(text) ?? [];
    if (fence !== '') {
      if (mark.startsWith(fence) && text.trim() === mark) fence = '';
      return false;
    }
    fence = mark;
    quoted = text.trim() !== '' && (quoted || quote.test(text));
    return mark === '' && !quoted;
  });
}
