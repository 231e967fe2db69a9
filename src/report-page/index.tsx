import { render } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { ReportModel } from '../reports/html/shape.ts';
import { results } from './data.ts';
import { Detail } from './detail.tsx';
import { Help } from './help.tsx';
import { keyOf } from './keys.ts';
import { List } from './list.tsx';
import { Overview } from './overview.tsx';
import { hashOf, listed, type View, viewOf } from './view.ts';

function App() {
  const [view, show] = useState(() => viewOf(location.hash));
  const [help, openHelp] = useState(false);
  const change = (part: Partial<View>) => show(before => ({ ...before, ...part }));
  const entries = listed(view);
  const current = entries.find(({ fixture }) => fixture.name === view.fixture) ?? entries[0];
  useAddress(view, show);
  // Before the next key: a key that is held comes faster than frames do.
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => keyOf(event, { view, entries, current, change, openHelp });
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });
  const model = results.models[view.model];
  return (
    <>
      <Heading openHelp={() => openHelp(true)} />
      {model === undefined ? (
        <main>
          <p>No model was judged.</p>
        </main>
      ) : (
        <main data-open={view.open ? 'true' : undefined}>
          {lacks(model, view.fixture) && (
            <p class="lacking" role="status">
              There is no fixture <b>{view.fixture}</b> in this report.
            </p>
          )}
          <Overview model={model} view={view} change={change} />
          <List model={model} entries={entries} current={current?.fixture.name} view={view} change={change} />
          {current && (
            <Detail key={`${view.model} ${current.index}`} model={model} entry={current} view={view} change={change} />
          )}
        </main>
      )}
      <Help open={help} close={() => openHelp(false)} />
    </>
  );
}

/** Whether the address names a fixture that this report has not: it is of another run. */
const lacks = ({ fixtures }: ReportModel, name: string): boolean =>
  name !== '' && !fixtures.some(fixture => fixture.name === name);

/** The address follows what is seen, and what is seen follows the address. */
function useAddress(view: View, show: (view: View) => void): void {
  useLayoutEffect(() => {
    const hash = hashOf(view);
    if (hash !== location.hash.slice(1)) history.replaceState(null, '', `#${hash}`);
  }, [view]);
  useEffect(() => {
    const changed = () => show(viewOf(location.hash));
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
}

function Heading({ openHelp }: { openHelp(): void }) {
  const { change, tool, engine, started } = results;
  return (
    <header>
      <h1>camdrift report</h1>
      <p>
        {change && `${change.head.slice(0, 7)} against ${change.baseRef} · `}
        {tool} · {engine} · <time dateTime={started}>{started.slice(0, 16).replace('T', ' ')}</time>
      </p>
      <button type="button" onClick={openHelp}>
        keys and words (?)
      </button>
    </header>
  );
}

render(<App />, document.getElementById('app')!);
