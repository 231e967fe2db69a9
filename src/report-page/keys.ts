import { results } from './data.ts';
import type { Entry, Mode, View } from './view.ts';

interface Keyboard {
  readonly view: View;
  readonly entries: readonly Entry[];
  readonly current: Entry | undefined;
  change(part: Partial<View>): void;
  openHelp(open: boolean): void;
}

const modeKeys: Readonly<Record<string, Mode>> = { s: 'slider', b: 'blend', f: 'blink', c: 'change' };

/** What a key does; none while something is written, but the one that ends it. */
export function keyOf(event: KeyboardEvent, keyboard: Keyboard): void {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (target instanceof HTMLElement && /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName)) {
    if (key === 'Escape') target.blur();
    return;
  }
  if (document.querySelector('dialog[open]')) return;
  if (pressed(key, keyboard)) event.preventDefault();
}

/** @returns whether the key means something */
function pressed(key: string, { view, change, openHelp, ...list }: Keyboard): boolean {
  const methods = results.models[view.model]?.methods ?? [];
  if (key === '?') openHelp(true);
  else if (key === '/') document.getElementById('search')?.focus();
  else if (key === 'Escape') change({ open: false });
  else if (key === 'j' || key === 'k') step(key === 'j' ? 1 : -1, { ...list, change });
  else if (modeKeys[key]) change({ mode: modeKeys[key] });
  else if (/^[1-7]$/.test(key) && Number(key) <= methods.length) change({ method: Number(key) - 1 });
  else return false;
  return true;
}

function step(by: number, { entries, current, change }: Pick<Keyboard, 'entries' | 'current' | 'change'>): void {
  const at = entries.findIndex(({ index }) => index === current?.index);
  const next = entries[Math.min(entries.length - 1, Math.max(0, at + by))];
  if (!next) return;
  change({ fixture: next.fixture.name, open: true });
  document.querySelector(`.list li:nth-child(${entries.indexOf(next) + 1})`)?.scrollIntoView({ block: 'nearest' });
}
