import type { FixtureEvidence, ReportFixture, ReportModel } from '../reports/html/shape.ts';
import { evidence } from './data.ts';
import { MethodFigure } from './method-figure.tsx';
import { Stage } from './stage.tsx';
import { Bar, usePicture } from './tile.tsx';
import { type Entry, modes, percent, type View } from './view.ts';

interface DetailProps {
  readonly model: ReportModel;
  readonly entry: Entry;
  readonly view: View;
  change(part: Partial<View>): void;
}

/** All about one fixture: numbers, the picture in the chosen way, and every method beside each other. */
export function Detail({ model, entry: { fixture, index }, view, change }: DetailProps) {
  const shown = evidence[view.model]?.[index];
  const picture = usePicture(shown?.picture);
  return (
    <section class="detail" aria-label="fixture">
      <button type="button" class="back" onClick={() => change({ open: false })}>
        ← all fixtures
      </button>
      <h2>{fixture.name}</h2>
      <p class="answers">{summary(fixture, view.method)}</p>
      {shown?.picture === undefined ? (
        <>
          <p class="none">{absence(fixture)}</p>
          <Facts model={model} fixture={fixture} method={view.method} />
        </>
      ) : (
        <Pictures model={model} fixture={fixture} shown={shown} picture={picture} view={view} change={change} />
      )}
    </section>
  );
}

function summary({ before, now, shifts }: ReportFixture, method: number): string {
  const answers = before === undefined || before === now ? now : `${before} → ${now}`;
  const shift = shifts[method];
  return [answers && `answer: ${answers}`, typeof shift === 'number' && `attention moved ${percent(shift)}`]
    .filter(Boolean)
    .join(' · ');
}

const absence = ({ status }: ReportFixture): string =>
  status === 'lost' || status === 'failed'
    ? 'There is nothing to draw of it.'
    : 'Its picture is not in this file: the fixtures that moved most go first, and there is room for so many only.';

interface PicturesProps extends Omit<DetailProps, 'entry'> {
  readonly fixture: ReportFixture;
  readonly shown: FixtureEvidence;
  readonly picture: HTMLImageElement | undefined;
}

function Pictures({ model, fixture, shown, picture, view, change }: PicturesProps) {
  const maps = shown.maps[view.method];
  return (
    <>
      <Controls model={model} view={view} change={change} />
      <Stage
        mode={view.mode}
        compared={maps?.before !== undefined}
        shown={shown}
        maps={maps}
        picture={picture}
        common={view.common}
        name={fixture.name}
      />
      <Bar maps={maps} common={view.common} />
      <Facts model={model} fixture={fixture} method={view.method} />
      <MethodFigure model={model} fixture={fixture} shown={shown} picture={picture} common={view.common} />
    </>
  );
}

function Controls({ model, view, change }: Omit<DetailProps, 'entry'>) {
  return (
    <div class="controls">
      <fieldset>
        <legend>method</legend>
        {model.methods.map(({ name, title }, index) => (
          <button
            key={name}
            type="button"
            aria-pressed={index === view.method}
            onClick={() => change({ method: index })}
          >
            {title}
            {name === model.judged && <small> judged</small>}
          </button>
        ))}
      </fieldset>
      <fieldset>
        <legend>view</legend>
        {modes.map(mode => (
          <button key={mode} type="button" aria-pressed={mode === view.mode} onClick={() => change({ mode })}>
            {mode}
          </button>
        ))}
      </fieldset>
      <label>
        <input type="checkbox" checked={view.common} onChange={() => change({ common: !view.common })} /> one scale for
        before and now
      </label>
    </div>
  );
}

function Facts({ model, fixture, method }: { model: ReportModel; fixture: ReportFixture; method: number }) {
  const shift = fixture.shifts[method];
  const rows: (readonly [string, string | undefined])[] = [
    ['status', fixture.status],
    [
      'attention shift',
      shift === null || shift === undefined ? undefined : `${percent(shift)} (${model.methods[method]?.title})`,
    ],
    ['overlap', fixture.overlap],
    ['towards', fixture.towards],
    ['answer before', fixture.before],
    ['answer now', fixture.now],
    ['true class', fixture.truth],
    ['heat explains', fixture.explained],
    ['tags', fixture.tags.join(', ') || undefined],
    ['layer', model.layer],
    ...fixture.probes.map(
      ({ name, moved, flipped, became }) =>
        [
          `with ${name}`,
          `${percent(moved.now)} of the heat moves${moved.before === undefined ? '' : ` (before: ${percent(moved.before)})`}${flipped ? `, the answer becomes ${became ?? 'another one'}` : ''}`,
        ] as const,
    ),
    ['note', fixture.note],
  ];
  return (
    <dl>
      {rows.flatMap(([term, value]) =>
        value === undefined
          ? []
          : [
              <div key={term}>
                <dt>{term}</dt>
                <dd>{value}</dd>
              </div>,
            ],
      )}
    </dl>
  );
}
