import { useEffect, useState } from 'preact/hooks';
import type { FixtureEvidence, MapPair } from '../reports/html/shape.ts';
import { type Side, Tile } from './tile.tsx';
import type { Mode } from './view.ts';

interface StageProps {
  readonly mode: Mode;
  readonly compared: boolean;
  readonly shown: FixtureEvidence;
  readonly maps: MapPair | undefined;
  readonly picture: HTMLImageElement | undefined;
  readonly common: boolean;
  readonly name: string;
}

const layers: readonly Side[] = ['picture', 'baseline', 'candidate'];
const words: Readonly<Record<Side, string>> = {
  picture: 'picture',
  baseline: 'heat before',
  candidate: 'heat now',
  change: 'change: gained orange, lost blue',
};

/** One fixture at full size, in the way that was chosen. */
export function Stage(props: StageProps) {
  const { mode, compared } = props;
  const [under, over, choose] = useLayers(compared);
  const tile = (side: Side) => <Tile {...props} side={side} label={`${props.name}, ${words[side]}`} />;
  if (mode === 'side by side') return <SideBySide tile={tile} compared={compared} />;
  if (mode === 'change' && compared) return <div class="stage">{tile('change')}</div>;
  return (
    <div class="modes">
      <p class="layers">
        <Choice label="left or below" value={under} compared={compared} choose={side => choose([side, over])} />
        <Choice label="right or above" value={over} compared={compared} choose={side => choose([under, side])} />
      </p>
      {mode === 'blink' ? (
        <Blink tile={tile} under={under} over={over} />
      ) : (
        <Mixed tile={tile} under={under} over={over} fades={mode === 'blend'} />
      )}
    </div>
  );
}

function useLayers(compared: boolean): [Side, Side, (layers: [Side, Side]) => void] {
  const [chosen, choose] = useState<[Side, Side]>(['baseline', 'candidate']);
  const [under, over] = chosen;
  return [
    compared || under !== 'baseline' ? under : 'picture',
    compared || over !== 'baseline' ? over : 'candidate',
    choose,
  ];
}

interface ChoiceProps {
  readonly label: string;
  readonly value: Side;
  readonly compared: boolean;
  choose(side: Side): void;
}

function Choice({ label, value, compared, choose }: ChoiceProps) {
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={event => choose(event.currentTarget.value as Side)}>
        {layers
          .filter(side => compared || side !== 'baseline')
          .map(side => (
            <option key={side} value={side}>
              {words[side]}
            </option>
          ))}
      </select>
    </label>
  );
}

interface PairProps {
  readonly under: Side;
  readonly over: Side;
  tile(side: Side): preact.ComponentChild;
}

function SideBySide({ tile, compared }: { tile: PairProps['tile']; readonly compared: boolean }) {
  const sides: readonly Side[] = compared ? ['picture', 'baseline', 'candidate', 'change'] : ['picture', 'candidate'];
  return (
    <div class="beside">
      {sides.map(side => (
        <figure key={side}>
          {tile(side)}
          <figcaption>{words[side]}</figcaption>
        </figure>
      ))}
    </div>
  );
}

/** Two pictures in one place: a border that can be moved, or one that shines through the other. */
function Mixed({ under, over, tile, fades }: PairProps & { readonly fades: boolean }) {
  const [share, move] = useState(50);
  const style = fades ? { opacity: share / 100 } : { clipPath: `inset(0 0 0 ${share}%)` };
  return (
    <>
      <div class="stage">
        {tile(under)}
        <div class="over" style={style}>
          {tile(over)}
        </div>
        {!fades && <span class="border" style={{ left: `${share}%` }} />}
      </div>
      <label class="range">
        {fades ? `${words[under]} to ${words[over]}` : `${words[under]} left, ${words[over]} right`}
        <input
          type="range"
          min={0}
          max={100}
          value={share}
          onInput={event => move(event.currentTarget.valueAsNumber)}
        />
      </label>
    </>
  );
}

/** Milliseconds that each side is seen. */
const beat = 700;

function Blink({ under, over, tile }: PairProps) {
  const [second, turn] = useState(false);
  const [runs, run] = useState(true);
  useEffect(() => {
    if (!runs) return;
    const timer = setInterval(() => turn(seen => !seen), beat);
    return () => clearInterval(timer);
  }, [runs]);
  return (
    <>
      <div class="stage" data-side={second ? over : under}>
        {tile(under)}
        <div class="over" hidden={!second}>
          {tile(over)}
        </div>
      </div>
      <p class="layers">
        <button type="button" onClick={() => run(!runs)}>
          {runs ? 'pause' : 'blink'}
        </button>
        <button type="button" onClick={() => turn(!second)}>
          other side
        </button>
        <span>{words[second ? over : under]}</span>
      </p>
    </>
  );
}
