import { useEffect, useRef, useState } from 'preact/hooks';
import type { FixtureEvidence, MapPair } from '../reports/html/shape.ts';
import { heatAt, paintBar, paintChange, paintHeat } from './draw.ts';

export type Side = 'picture' | 'baseline' | 'candidate' | 'change';

/** The picture of a fixture, decoded once. */
export function usePicture(address: string | undefined): HTMLImageElement | undefined {
  const [picture, show] = useState<HTMLImageElement>();
  useEffect(() => {
    show(undefined);
    if (address === undefined) return;
    const image = new Image();
    let wanted = true;
    image.onload = () => wanted && show(image);
    image.src = address;
    return () => {
      wanted = false;
    };
  }, [address]);
  return picture;
}

interface TileProps {
  readonly side: Side;
  readonly shown: FixtureEvidence;
  readonly maps: MapPair | undefined;
  readonly picture: HTMLImageElement | undefined;
  /** Whether both maps share one scale. */
  readonly common: boolean;
  readonly label: string;
}

/** One picture: the fixture alone, or with the heat of a side, or with what changed. */
export function Tile({ side, shown, maps, picture, common, label }: TileProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = shown;
  useEffect(() => {
    if (canvas.current && picture) draw(canvas.current, side, maps, picture, common);
  }, [side, maps, picture, common]);
  const words = lacking(side, maps);
  return (
    <div class="tile">
      <canvas ref={canvas} width={width} height={height} role="img" aria-label={words ? `${label}: ${words}` : label} />
      {words && <p class="words">{words}</p>}
    </div>
  );
}

/** Why there is no heat to see. */
function lacking(side: Side, maps: MapPair | undefined): string | undefined {
  if (side === 'picture') return undefined;
  if (maps?.refused) return maps.refused;
  const map = side === 'baseline' ? maps?.before : maps?.now;
  if (!map || (side === 'change' && !maps?.before)) return 'There is no map.';
  return side !== 'change' && map.peak === 0 ? 'No positive heat.' : undefined;
}

function draw(
  canvas: HTMLCanvasElement,
  side: Side,
  maps: MapPair | undefined,
  picture: HTMLImageElement,
  common: boolean,
): void {
  const { width, height } = canvas;
  const [before, now] = [maps?.before, maps?.now];
  const most = Math.max(before?.peak ?? 0, now?.peak ?? 0);
  const map = side === 'baseline' ? before : now;
  if (side === 'picture' || lacking(side, maps) || !map) {
    canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
  } else if (side === 'change') {
    paintChange(canvas, picture, heatAt(before!, width, height), heatAt(map, width, height), most);
  } else {
    paintHeat(canvas, picture, heatAt(map, width, height), common ? most : map.peak);
  }
}

/** What the colours mean, from none to the most. */
export function Bar({ maps, common }: { readonly maps: MapPair | undefined; readonly common: boolean }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current) paintBar(canvas.current);
  }, []);
  const times = (peak: number | undefined) => (peak ? `${peak.toFixed(1)}×` : 'none');
  const most = Math.max(maps?.before?.peak ?? 0, maps?.now?.peak ?? 0);
  const words = common
    ? `${times(most)} the average, on both sides`
    : `the most: before ${times(maps?.before?.peak)}, now ${times(maps?.now?.peak)} the average`;
  return (
    <p class="bar">
      <span>no heat</span>
      <canvas ref={canvas} width={128} height={10} role="img" aria-label="from black to yellow" />
      <span>{words}</span>
    </p>
  );
}
