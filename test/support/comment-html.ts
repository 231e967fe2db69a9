import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

/** A node of the HTML, as far as the tests look at it. */
export interface Node {
  readonly type: string;
  readonly tagName?: string;
  readonly value?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly children?: readonly Node[];
}

/** The HTML that GitHub makes of a comment: its Markdown, then its sanitizer. */
export const rendered = (body: string): string => String(sanitized().use(rehypeStringify).processSync(body)).trim();

/** The same without the sanitizer and without comments: equal to `rendered` when nothing had to be stripped. */
export const unsanitized = (body: string): string =>
  String(
    markup()
      .use(() => withoutComments)
      .use(rehypeStringify)
      .processSync(body),
  ).trim();

const markup = () =>
  unified().use(remarkParse).use(remarkGfm).use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw);

const sanitized = () => markup().use(rehypeSanitize);

function withoutComments(parent: object): void {
  const node = parent as { children?: Node[] };
  if (!node.children) return;
  node.children = node.children.filter(({ type }) => type !== 'comment');
  for (const child of node.children) withoutComments(child);
}

/** Everything that GitHub would show, in document order. */
export function nodes(body: string): Node[] {
  const processor = sanitized();
  return [...walk(processor.runSync(processor.parse(body)) as Node)];
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

/** What a reader can see as text. */
export const visibleText = (body: string): string =>
  nodes(body)
    .map(({ type, value = '' }) => (type === 'text' ? value : ''))
    .join('');

/** Every value of an attribute. */
export const attributes = (body: string, name: string): string[] =>
  nodes(body).flatMap(({ properties }) => (properties?.[name] === undefined ? [] : [String(properties[name])]));
