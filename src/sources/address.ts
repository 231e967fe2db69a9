import { combinedDigest } from '../models/index.ts';

/** A model at an address: every file of it, and what each must be. */
export interface Address {
  /** Of the file that names the others. */
  readonly url: string;
  /** SHA-256 of each file by its name beside the address, the address's own first. */
  readonly files: ReadonlyMap<string, string>;
  /** Environment variable that holds a token for the address's host. */
  readonly tokenEnv?: string | undefined;
}

/** What a configuration says of a model's address. */
export interface WrittenAddress {
  readonly path: string;
  readonly sha256?: string | undefined;
  readonly files?: Readonly<Record<string, string>> | undefined;
  readonly 'token-env'?: string | undefined;
}

/** A scheme of at least two letters: `C:\model` is a path. */
export const isAddress = (path: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(path);

/** What is wrong with how an address is written; undefined when nothing is, or when the path is none. */
export function addressProblem(model: WrittenAddress): { key: keyof WrittenAddress; message: string } | undefined {
  const { path, sha256, files } = model;
  if (!isAddress(path)) {
    const key = (['sha256', 'files', 'token-env'] as const).find(name => model[name] !== undefined);
    return key && { key, message: 'belongs to a model whose `path` is an https address' };
  }
  const url = URL.canParse(path) ? new URL(path) : undefined;
  if (url?.protocol !== 'https:')
    return { key: 'path', message: 'expected a path or an https address: nothing else is fetched' };
  if (url.username || url.password)
    return { key: 'path', message: 'has a password in it; name an environment variable with `token-env`' };
  if (sha256 === undefined)
    return {
      key: 'sha256',
      message: 'is required for a model at an address: 64 hex digits, as `sha256sum` prints them',
    };
  if (files && Object.hasOwn(files, fileName(path)))
    return { key: 'files', message: `names ${fileName(path)}, which is the address itself and has \`sha256\`` };
  return undefined;
}

/** An address that `addressProblem` finds nothing wrong with. */
export function addressOf({ path, sha256, files = {}, 'token-env': tokenEnv }: WrittenAddress): Address {
  return { url: new URL(path).href, files: new Map([[fileName(path), sha256!], ...Object.entries(files)]), tokenEnv };
}

/** Whether the same lies at the same place. */
export const isSameAddress = (a: Address, b: Address): boolean =>
  a.url === b.url && a.files.size === b.files.size && [...a.files].every(([name, hex]) => b.files.get(name) === hex);

/** `modelDigest` of the model that lies there. */
export const digestAt = ({ files }: Address): string =>
  combinedDigest([...files].map(([name, sha256]) => ({ name, sha256 })));

/** Where a file of the model lies: beside the address, whatever its query. */
export const urlOf = ({ url, files }: Address, name: string): URL =>
  name === mainFile({ files }) ? new URL(url) : new URL(name.split('/').map(encodeURIComponent).join('/'), url);

export const mainFile = ({ files }: Pick<Address, 'files'>): string => files.keys().next().value!;

/** Without what may be secret: signed addresses carry their right in the query. */
export function shownUrl(url: string | URL): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

/** A plain name for the file on disk; formats are told by content, and by `.onnx` and `saved_model.pb`. */
function fileName(url: string): string {
  const last = new URL(url).pathname.split('/').at(-1)!;
  const plain = decoded(last)
    .replace(/[^\w.-]+/g, '-')
    .replace(/^\.+/, '');
  return plain.slice(-100) || 'model';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
