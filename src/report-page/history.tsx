import type { ReportModel } from '../reports/html/shape.ts';
import { percent } from './view.ts';

type Version = NonNullable<ReportModel['history']>[number];

/** Units of the drawing per version, and its height. */
const [step, tall] = [24, 64];

/** How far each accepted version had moved, and this one: bars in their order, and the same as a table. Nothing where nothing is stored. */
export function History({ model: { history, limit, verdict } }: { readonly model: ReportModel }) {
  if (!history) return null;
  const full = Math.max(limit ?? 0, ...history.map(({ shift }) => shift)) || 1;
  const at = (shift: number) => tall - (tall - 2) * (shift / full);
  const words = history.map(({ name, shift }) => `${name} ${percent(shift)}`).join(', ');
  return (
    <figure class="history">
      <figcaption>Attention shift of accepted versions, and of this one</figcaption>
      <svg
        viewBox={`0 0 ${history.length * step} ${tall}`}
        width={history.length * step}
        height={tall}
        role="img"
        aria-label={words}
      >
        {history.map(({ shift, place }, index) => (
          <rect
            key={index}
            class={place === 'now' ? `now ${verdict}` : place}
            x={index * step + 3}
            y={at(shift)}
            width={step - 6}
            height={tall - at(shift)}
          />
        ))}
        {limit !== undefined && <line class="limit" x1={0} x2={history.length * step} y1={at(limit)} y2={at(limit)} />}
      </svg>
      <details>
        <summary>
          {count(history)}
          {limit !== undefined && `; the line is the limit, ${percent(limit)}`}
        </summary>
        <table>
          <thead>
            <tr>
              <th scope="col">version</th>
              <th scope="col">mean attention shift</th>
              <th scope="col">compared with</th>
              <th scope="col">lineage</th>
            </tr>
          </thead>
          <tbody>
            {history.map(({ name, shift, place, lineage }, index) => (
              <tr key={index}>
                <td>{name}</td>
                <td>{percent(shift)}</td>
                <td>{against[place]}</td>
                <td>{lineage}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

const against: Readonly<Record<Version['place'], string>> = {
  before: 'the version before it',
  beside: 'the baseline of its audit',
  now: 'the baseline',
};

const count = (history: readonly Version[]): string => {
  const accepted = history.length - 1;
  return `${accepted} accepted version${accepted === 1 ? '' : 's'} and this one`;
};
