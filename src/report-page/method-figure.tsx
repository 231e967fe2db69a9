import type { FixtureEvidence, ReportFixture, ReportModel } from '../reports/html/shape.ts';
import { Tile } from './tile.tsx';
import { percent } from './view.ts';

interface MethodFigureProps {
  readonly model: ReportModel;
  readonly fixture: ReportFixture;
  readonly shown: FixtureEvidence;
  readonly picture: HTMLImageElement | undefined;
  readonly common: boolean;
}

/** Every method that the run has, beside each other: the picture, the heat before, the heat now. */
export function MethodFigure({ model, fixture, shown, picture, common }: MethodFigureProps) {
  const compared = shown.maps.some(({ before }) => before !== undefined);
  const sides = compared ? (['baseline', 'candidate'] as const) : (['candidate'] as const);
  const tile = (side: 'picture' | 'baseline' | 'candidate', method: number, label: string) => (
    <Tile side={side} shown={shown} maps={shown.maps[method]} picture={picture} common={common} label={label} />
  );
  return (
    <section class="methods" aria-label="every method">
      <h3>Every method of this run</h3>
      <div class="columns">
        <figure>
          {tile('picture', 0, `${fixture.name}, picture`)}
          <figcaption>picture</figcaption>
        </figure>
        {model.methods.map(({ name, title }, method) => (
          <figure key={name}>
            {sides.map(side => (
              <div key={side}>{tile(side, method, `${fixture.name}, ${title}, ${side}`)}</div>
            ))}
            <figcaption>
              {title}
              <small>{caption(fixture.shifts[method], compared)}</small>
            </figcaption>
          </figure>
        ))}
      </div>
      {compared && (
        <p class="quiet">
          Above the heat before, below the heat now{fixture.explained && `, of the class ${fixture.explained}`}.
        </p>
      )}
    </section>
  );
}

const caption = (shift: number | null | undefined, compared: boolean): string =>
  compared && typeof shift === 'number' ? ` moved ${percent(shift)}` : '';
