import type { ReportModel } from '../reports/html/shape.ts';
import { evidence } from './data.ts';
import { type Entry, percent, sorts, type View } from './view.ts';

interface ListProps {
  readonly model: ReportModel;
  readonly entries: readonly Entry[];
  /** Name of the fixture that is looked at. */
  readonly current: string | undefined;
  readonly view: View;
  change(part: Partial<View>): void;
}

/** What passes the filters, a row each. */
export function List({ model, entries, current, view, change }: ListProps) {
  return (
    <section class="list" aria-label="fixtures">
      <Filters model={model} view={view} change={change} />
      <p class="count" aria-live="polite">
        {entries.length} of {model.fixtures.length} fixtures
      </p>
      <ol>
        {entries.map(entry => (
          <Row key={entry.index} entry={entry} isCurrent={entry.fixture.name === current} view={view} change={change} />
        ))}
      </ol>
    </section>
  );
}

interface RowProps extends Pick<ListProps, 'view' | 'change'> {
  readonly entry: Entry;
  readonly isCurrent: boolean;
}

function Row({ entry: { fixture, index }, isCurrent, view, change }: RowProps) {
  const picture = evidence[view.model]?.[index]?.picture;
  const shift = fixture.shifts[view.method];
  const answers = fixture.before !== undefined && fixture.status !== 'steady' && differs(fixture.before, fixture.now);
  return (
    <li>
      <button
        type="button"
        class="row"
        aria-current={isCurrent ? 'true' : undefined}
        onClick={() => change({ fixture: fixture.name, open: true })}
      >
        {picture ? <img src={picture} alt="" loading="lazy" width={48} height={48} /> : <span class="blank" />}
        <span class="name">
          {fixture.name}
          <small>{answers ? `${fixture.before} → ${fixture.now}` : fixture.now}</small>
        </span>
        <span class={`status ${fixture.status}`}>
          {typeof shift === 'number' && <b>{percent(shift)}</b>}
          <small>{fixture.status}</small>
        </span>
      </button>
    </li>
  );
}

/** `house 98 %` and `house 91 %` are one answer. */
const differs = (before: string, now: string | undefined): boolean =>
  before.replace(/ \d+ %$/, '') !== now?.replace(/ \d+ %$/, '');

function Filters({ model, view, change }: Pick<ListProps, 'model' | 'view' | 'change'>) {
  const distinct = (values: readonly string[]) =>
    [...new Set(values)].filter(Boolean).sort((a, b) => a.localeCompare(b));
  const { fixtures } = model;
  return (
    <search class="filters">
      <label class="search">
        search
        <input
          id="search"
          type="search"
          value={view.search}
          onInput={event => change({ search: event.currentTarget.value })}
        />
      </label>
      <Select
        name="status"
        least={2}
        values={distinct(fixtures.map(({ status }) => status))}
        value={view.status}
        choose={status => change({ status })}
      />
      <Select
        name="class"
        least={2}
        values={distinct(fixtures.map(({ group }) => group))}
        value={view.group}
        choose={group => change({ group })}
      />
      <Select
        name="tag"
        values={distinct(fixtures.flatMap(({ tags }) => tags))}
        value={view.tag}
        choose={tag => change({ tag })}
      />
      <Select
        name="answer turned by"
        values={distinct(model.probes.map(({ name }) => name))}
        value={view.probe}
        choose={probe => change({ probe })}
      />
      <label>
        sort
        <select value={view.sort} onChange={event => change({ sort: event.currentTarget.value as View['sort'] })}>
          {sorts.map(sort => (
            <option key={sort}>{sort}</option>
          ))}
        </select>
      </label>
    </search>
  );
}

interface SelectProps {
  readonly name: string;
  /** Every fixture has one of them, so that one alone leaves no choice. */
  readonly least?: number;
  readonly values: readonly string[];
  readonly value: string;
  choose(value: string): void;
}

/** Nothing where there is nothing to choose. */
function Select({ name, least = 1, values, value, choose }: SelectProps) {
  if (values.length < least && value === '') return null;
  return (
    <label>
      {name}
      <select value={value} onChange={event => choose(event.currentTarget.value)}>
        <option value="">all</option>
        {values.map(each => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
    </label>
  );
}
