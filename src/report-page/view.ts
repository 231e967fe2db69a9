import type { ReportFixture, ReportModel } from '../reports/html/shape.ts';
import { results } from './data.ts';

export const modes = ['slider', 'blend', 'blink', 'side by side', 'change'] as const;
export type Mode = (typeof modes)[number];

export const sorts = ['most moved first', 'by name', 'by class', 'least moved first'] as const;
export type Sort = (typeof sorts)[number];

/** All that an address of the page says. */
export interface View {
  readonly model: number;
  /** Name of the fixture that is looked at; empty: the first of the list. */
  readonly fixture: string;
  /** On a narrow screen either the list is seen or a fixture. */
  readonly open: boolean;
  readonly method: number;
  readonly mode: Mode;
  readonly sort: Sort;
  readonly search: string;
  readonly status: string;
  readonly group: string;
  readonly tag: string;
  readonly probe: string;
  /** Whether both maps are drawn on one scale. */
  readonly common: boolean;
}

const judgedMethod = (model: ReportModel | undefined): number =>
  Math.max(0, model?.methods.findIndex(({ name }) => name === model.judged) ?? 0);

const order = ['fail', 'incomplete', 'accepted', 'warn', 'pass'];
const worstModel = results.models.reduce(
  (worst, { verdict }, index, all) => (order.indexOf(verdict) < order.indexOf(all[worst]!.verdict) ? index : worst),
  0,
);

/** What the address asks for; what it does not name, or names wrongly, is as at the beginning. */
export function viewOf(hash: string): View {
  const asked = new URLSearchParams(hash.replace(/^#/, ''));
  const text = (name: string) => asked.get(name) ?? '';
  const named = results.models.findIndex(({ name }) => name === text('model'));
  const model = named < 0 ? worstModel : named;
  const methods = results.models[model]?.methods ?? [];
  const method = methods.findIndex(({ name }) => name === text('method'));
  return {
    model,
    fixture: text('fixture'),
    open: text('fixture') !== '',
    method: method < 0 ? judgedMethod(results.models[model]) : method,
    mode: modes.find(mode => mode === text('mode')) ?? modes[0],
    sort: sorts.find(sort => sort === text('sort')) ?? sorts[0],
    search: text('search'),
    status: text('status'),
    group: text('class'),
    tag: text('tag'),
    probe: text('probe'),
    common: text('scale') === 'one',
  };
}

/** The address that brings this view back. */
export function hashOf(view: View): string {
  const model = results.models[view.model];
  const said: [string, string][] = [
    ['model', results.models.length > 1 ? (model?.name ?? '') : ''],
    ['fixture', view.open ? view.fixture : ''],
    ['method', view.method === judgedMethod(model) ? '' : (model?.methods[view.method]?.name ?? '')],
    ['mode', view.mode === modes[0] ? '' : view.mode],
    ['sort', view.sort === sorts[0] ? '' : view.sort],
    ['search', view.search],
    ['status', view.status],
    ['class', view.group],
    ['tag', view.tag],
    ['probe', view.probe],
    ['scale', view.common ? 'one' : ''],
  ];
  return new URLSearchParams(said.filter(([, value]) => value !== '')).toString();
}

/** A fixture and where it stands in its model. */
export interface Entry {
  readonly fixture: ReportFixture;
  readonly index: number;
}

/** The fixtures that pass all filters, sorted. */
export function listed(view: View): Entry[] {
  const fixtures = results.models[view.model]?.fixtures ?? [];
  const wanted = view.search.toLowerCase();
  return fixtures
    .map((fixture, index) => ({ fixture, index }))
    .filter(({ fixture }) => passes(fixture, view) && textOf(fixture).includes(wanted))
    .sort((a, b) => byChoice(a.fixture, b.fixture, view));
}

const textOf = ({ name, group, tags, before = '', now = '' }: ReportFixture): string =>
  [name, group, ...tags, before, now].join('\n').toLowerCase();

function passes({ status, group, tags, probes }: ReportFixture, view: View): boolean {
  return (
    (view.status === '' || status === view.status) &&
    (view.group === '' || group === view.group) &&
    (view.tag === '' || tags.includes(view.tag)) &&
    (view.probe === '' || probes.some(({ name, flipped }) => name === view.probe && flipped))
  );
}

function byChoice(a: ReportFixture, b: ReportFixture, { sort, method }: View): number {
  const shift = ({ shifts }: ReportFixture) => shifts[method] ?? -1;
  if (sort === 'by name') return a.name.localeCompare(b.name);
  if (sort === 'by class') return a.group.localeCompare(b.group) || shift(b) - shift(a);
  return sort === 'least moved first' ? shift(a) - shift(b) : shift(b) - shift(a);
}

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
