import { useEffect, useRef } from 'preact/hooks';
import { results } from './data.ts';

const keys: readonly (readonly [key: string, meaning: string])[] = [
  ['j, k', 'next and previous fixture'],
  ['1 to 7', 'method, in their order'],
  ['s, b, f', 'slider, blend, blink'],
  ['c', 'change'],
  ['/', 'search'],
  ['Esc', 'back to the list; leave the search'],
  ['?', 'this help'],
];

/** Keys and words. */
export function Help({ open, close }: { readonly open: boolean; close(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} onClose={close} aria-label="help">
      <h2>Keys</h2>
      <dl>
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <h2>Words</h2>
      <dl>
        {results.terms.map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={close}>
        close
      </button>
    </dialog>
  );
}
