import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { rendered } from './comment-html.ts';

export interface Shot {
  readonly dark?: boolean;
  /** Pixels of the page; a comment on GitHub is about 100 narrower. */
  readonly width?: number;
  /** Opens everything that is folded. */
  readonly open?: boolean;
  /** Files to show instead of published pictures, by the address in the body. */
  readonly pictures?: ReadonlyMap<string, string>;
}

const run = promisify(execFile);

/**
 * A comment as a pull request shows it, as a PNG, for a person to look at.
 * @returns the file; `undefined` when there is no Chromium (`CHROMIUM` names one)
 */
export async function screenshot(body: string, file: string, shot: Shot = {}): Promise<string | undefined> {
  const chromium = await findChromium();
  if (chromium === undefined) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'comment-'));
  try {
    const page = join(folder, 'comment.html');
    await writeFile(page, await pageOf(body, shot));
    const { width = 900 } = shot;
    const measured = await chrome(chromium, folder, [
      `--window-size=${width},800`,
      '--dump-dom',
      pathToFileURL(page).href,
    ]);
    const height = Number(/data-height="(\d+)"/.exec(measured)?.[1] ?? 2000);
    await chrome(chromium, folder, [
      `--window-size=${width},${height}`,
      `--screenshot=${file}`,
      pathToFileURL(page).href,
    ]);
    return file;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function chrome(chromium: string, folder: string, args: readonly string[]): Promise<string> {
  const flags = [
    '--headless=new',
    '--no-sandbox',
    '--hide-scrollbars',
    '--disable-gpu',
    '--allow-file-access-from-files',
  ];
  const { stdout } = await run(chromium, [...flags, `--user-data-dir=${join(folder, 'profile')}`, ...args], {
    timeout: 60_000,
    maxBuffer: 1 << 26,
  });
  return stdout;
}

export async function findChromium(): Promise<string | undefined> {
  const places = (process.env.PATH ?? '').split(delimiter);
  const candidates = ['chromium', 'chromium-browser', 'google-chrome'].flatMap(name =>
    places.map(place => join(place, name)),
  );
  for (const candidate of [process.env.CHROMIUM, ...candidates]) {
    if (candidate && (await run(candidate, ['--version']).catch(() => undefined))) return candidate;
  }
  return undefined;
}

async function pageOf(body: string, { dark = false, open = false, pictures = new Map() }: Shot): Promise<string> {
  const css = createRequire(import.meta.url).resolve(
    `github-markdown-css/github-markdown-${dark ? 'dark' : 'light'}.css`,
  );
  let html = rendered(body);
  // The sanitizer takes no file addresses, so they are put in behind its back.
  for (const [url, path] of pictures) html = html.replaceAll(url.replaceAll('&', '&#x26;'), pathToFileURL(path).href);
  if (open) html = html.replaceAll('<details>', '<details open>');
  const [page, border, header, muted] = dark
    ? ['#0d1117', '#3d444d', '#151b23', '#9198a1']
    : ['#ffffff', '#d1d9e0', '#f6f8fa', '#59636e'];
  return `<!doctype html><meta charset="utf-8"><style>${await readFile(css, 'utf8')}
body { margin: 0; padding: 16px; background: ${page}; font: 14px -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; }
.frame { border: 1px solid ${border}; border-radius: 6px; }
.frame header { padding: 8px 16px; background: ${header}; color: ${muted}; border-bottom: 1px solid ${border}; border-radius: 6px 6px 0 0; }
.frame header b { color: ${dark ? '#f0f6fc' : '#1f2328'}; }
.frame header i { border: 1px solid ${border}; border-radius: 2em; padding: 0 6px; font-size: 12px; font-style: normal; }
.markdown-body { padding: 16px; font-size: 14px; background: ${page}; }
</style><div class="frame"><header><b>github-actions</b> <i>bot</i> commented now</header><div class="markdown-body">${html}</div></div>
<script>addEventListener('load', () => { document.body.dataset.height = String(document.documentElement.scrollHeight); });</script>`;
}
