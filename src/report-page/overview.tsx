import type { ReportModel, ReportSlice } from '../reports/html/shape.ts';
import { results } from './data.ts';
import { History } from './history.tsx';
import { percent, type View } from './view.ts';

interface OverviewProps {
  readonly model: ReportModel;
  readonly view: View;
  change(part: Partial<View>): void;
}

/** What was found of one model, before any picture. */
export function Overview({ model, view, change }: OverviewProps) {
  // The worst in sight: what weighs less would push the pictures off the first screen.
  const worst = levels.find(each => model.reasons.some(({ level }) => level === each));
  const [weighty, others] = [true, false].map(is => model.reasons.filter(({ level }) => (level === worst) === is));
  return (
    <section class="overview" aria-label="model">
      {results.models.length > 1 && <Models view={view} change={change} />}
      <h2>
        {model.name}: <span class={`verdict ${model.verdict}`}>{model.words}</span>
      </h2>
      {model.plain !== undefined && <p class="plain">{model.plain}</p>}
      {model.accepted !== undefined && <p>Accepted by {model.accepted}</p>}
      <ul class="reasons">
        <Reasons reasons={weighty!} />
      </ul>
      {model.lines.slice(0, 3).map(line => (
        <p key={line}>{line}</p>
      ))}
      <History model={model} />
      {model.remedy !== undefined && <p>To do: {model.remedy}</p>}
      <details>
        <summary>{others!.length > 0 ? 'more reasons and numbers' : 'more numbers'}</summary>
        <ul>
          <Reasons reasons={others!} />
          {model.lines.slice(3).map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <Slices slices={model.slices} change={change} />
        <Probes probes={model.probes} change={change} />
      </details>
    </section>
  );
}

const levels = ['fail', 'incomplete', 'warn', 'pass'] as const;

function Reasons({ reasons }: Pick<ReportModel, 'reasons'>) {
  return (
    <>
      {reasons.map(({ level, pieces }) => (
        <li key={textOf(pieces)}>
          <span class={`level ${level}`}>{level}</span> <Marked pieces={pieces} />
        </li>
      ))}
    </>
  );
}

type Pieces = ReportModel['reasons'][number]['pieces'];

const textOf = (pieces: Pieces): string => pieces.map(({ text }) => text).join('');

function Marked({ pieces }: { readonly pieces: Pieces }) {
  return <>{pieces.map(({ text, code }) => (code ? <code key={text}>{text}</code> : text))}</>;
}

function Models({ view, change }: Pick<OverviewProps, 'view' | 'change'>) {
  return (
    <nav aria-label="models">
      {results.models.map(({ name, words, verdict }, index) => (
        <button
          key={name}
          type="button"
          aria-pressed={index === view.model}
          onClick={() =>
            change({ model: index, fixture: '', open: false, status: '', group: '', tag: '', probe: '', search: '' })
          }
        >
          {name} <small class={`verdict ${verdict}`}>{words}</small>
        </button>
      ))}
    </nav>
  );
}

function Slices({ slices, change }: { readonly slices: readonly ReportSlice[]; change: OverviewProps['change'] }) {
  if (slices.length === 0) return null;
  return (
    <table>
      <caption>By class and tag, worst first</caption>
      <thead>
        <tr>
          <th scope="col">group</th>
          <th scope="col">mean attention shift</th>
          <th scope="col">fixtures</th>
          <th scope="col">answers changed</th>
        </tr>
      </thead>
      <tbody>
        {slices.map(({ by, name, drift, fixtures, flipped }) => (
          <tr key={`${by} ${name}`}>
            <td>
              <button
                type="button"
                class="link"
                onClick={() => change(by === 'class' ? { group: name } : { tag: name })}
              >
                {by} {name}
              </button>
            </td>
            <td>{percent(drift)}</td>
            <td>{fixtures}</td>
            <td>{flipped}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const probeColumns = ['moved', 'moved before', 'added', 'limit', 'heat on the mark', 'answers changed'];

function Probes({ probes, change }: { readonly probes: ReportModel['probes']; change: OverviewProps['change'] }) {
  if (probes.length === 0) return null;
  return (
    <table>
      <caption>Probes: edits that should not matter</caption>
      <thead>
        <tr>
          <th scope="col">probe</th>
          {probeColumns.map(title => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {probes.map(({ name, cells }) => (
          <tr key={name}>
            <td>
              <button type="button" class="link" onClick={() => change({ probe: name })}>
                {name}
              </button>
            </td>
            {cells.map((cell, index) => (
              <td key={probeColumns[index]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
