export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** What stands directly in it. */
  readonly text: string;
}

/** Well-formed XML without comments, sections or declarations inside: exactly one root. @throws Error for all else */
export function parseXml(source: string): XmlElement {
  const body = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n([\s\S]*)\n$/.exec(source)?.[1];
  if (body === undefined) throw new Error('no declaration');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 forbids
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u.test(body))
    throw new Error('a forbidden character');
  const { element, end } = elementAt(body, 0);
  if (end !== body.length) throw new Error(`more after the root: ${body.slice(end, end + 40)}`);
  return element;
}

const tag = /<([\w-]+)((?: [\w-]+="[^"<]*")*)>/y;

function elementAt(body: string, start: number): { element: XmlElement; end: number } {
  tag.lastIndex = start;
  const [opening, name, written] = tag.exec(body) ?? [];
  if (opening === undefined) throw new Error(`no tag at ${body.slice(start, start + 40)}`);
  const attributes = Object.fromEntries(
    [...written!.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, unescaped(value!)]),
  );
  const children: XmlElement[] = [];
  let [at, text] = [start + opening.length, ''];
  for (;;) {
    const next = body.indexOf('<', at);
    if (next < 0) throw new Error(`${name} has no end`);
    text += unescaped(body.slice(at, next));
    if (body.startsWith(`</${name}>`, next)) {
      return { element: { name: name!, attributes, children, text }, end: next + name!.length + 3 };
    }
    const { element, end } = elementAt(body, next);
    children.push(element);
    at = end;
  }
}

function unescaped(text: string): string {
  if (/&(?!#\d+;)/.test(text)) throw new Error(`a bare ampersand: ${text.slice(0, 40)}`);
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
