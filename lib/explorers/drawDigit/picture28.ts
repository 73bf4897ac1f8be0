/** A point of the pad, 0 to 1 from its left and upper edge. */
export type PadPoint = readonly [x: number, y: number];

/** Points that the pen passes without being lifted. */
export type PadStroke = readonly PadPoint[];

export const SIDE = 28;
/** MNIST's makers fitted each digit into a box of so many pixels. */
const BOX = 20;
/** Half the width of the pen, in pixels of the small picture. */
const RADIUS = 1.2;
/** A dot is not blown up to a whole digit: no drawing counts as smaller than this share of the pad. */
const SMALLEST = 0.15;

/**
 * A drawing as a picture of 28 × 28 pixels, rows of 0 (paper) to 255 (ink).
 *
 * @param centred - as MNIST's makers did it: scaled into a box of 20 × 20 pixels, its centre of mass in the middle. Else the
 *   pad as it is, made smaller
 */
export function picture28(strokes: readonly PadStroke[], centred: boolean): number[][] {
  const smooth = strokes.map(smoothed);
  const points = smooth.flat();
  if (points.length === 0) return emptyPicture();
  const place = centred ? intoBox(points) : { scale: SIDE, dx: -0.5, dy: -0.5 };
  const paint = ({ scale, dx, dy }: Place) =>
    painted(smooth.map((stroke) => stroke.map(([x, y]) => [scale * x + dx, scale * y + dy] as const)));
  const first = paint(place);
  if (!centred) return first;
  const [row, column] = massCentre(first);
  const middle = (SIDE - 1) / 2;
  return paint({ ...place, dx: place.dx + middle - column, dy: place.dy + middle - row });
}

interface Place {
  /** Pixels for the pad's side. */
  scale: number;
  dx: number;
  dy: number;
}

const emptyPicture = () => Array.from({ length: SIDE }, () => new Array<number>(SIDE).fill(0));

/** The box around the points, scaled to 20 pixels with the pen's width and put into the middle. */
function intoBox(points: readonly PadPoint[]): Place {
  const [left, right] = extent(points.map(([x]) => x));
  const [top, bottom] = extent(points.map(([, y]) => y));
  const scale = (BOX - 2 * RADIUS) / Math.max(right - left, bottom - top, SMALLEST);
  const middle = (SIDE - 1) / 2;
  return { scale, dx: middle - (scale * (left + right)) / 2, dy: middle - (scale * (top + bottom)) / 2 };
}

const extent = (values: readonly number[]) => [Math.min(...values), Math.max(...values)];

/** Takes the shake out of a hand: each point becomes the mean of itself and its neighbours; the ends stay. */
function smoothed(stroke: PadStroke): PadStroke {
  return stroke.map(([x, y], i) => {
    if (i === 0 || i === stroke.length - 1) return [x, y];
    const [[x0, y0], [x1, y1]] = [stroke[i - 1], stroke[i + 1]];
    return [(x0 + 2 * x + x1) / 4, (y0 + 2 * y + y1) / 4];
  });
}

/** Ink where the pen passed, with an edge one pixel soft. Points in pixels; pixel (r, c) has its centre at x = c, y = r. */
function painted(strokes: readonly PadStroke[]): number[][] {
  const picture = emptyPicture();
  const reach = RADIUS + 0.5;
  for (const stroke of strokes) {
    for (let i = 0; i < stroke.length; i++) {
      const [a, b] = [stroke[Math.max(0, i - 1)], stroke[i]];
      const columns = range(a[0], b[0], reach);
      for (const r of range(a[1], b[1], reach)) {
        for (const c of columns) {
          const ink = Math.min(1, reach - distance([c, r], a, b));
          if (255 * ink > picture[r][c]) picture[r][c] = Math.round(255 * ink);
        }
      }
    }
  }
  return picture;
}

/** The pixels on an axis that a piece of a stroke can reach. */
function range(a: number, b: number, reach: number): number[] {
  const from = Math.max(0, Math.ceil(Math.min(a, b) - reach));
  const to = Math.min(SIDE - 1, Math.floor(Math.max(a, b) + reach));
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

/** From a point to the straight piece from a to b. */
function distance([x, y]: PadPoint, [ax, ay]: PadPoint, [bx, by]: PadPoint): number {
  const [ux, uy] = [bx - ax, by - ay];
  const length = ux * ux + uy * uy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * ux + (y - ay) * uy) / length));
  return Math.hypot(x - ax - share * ux, y - ay - share * uy);
}

function massCentre(picture: readonly number[][]): [row: number, column: number] {
  let [ink, row, column] = [0, 0, 0];
  picture.forEach((line, r) => {
    line.forEach((value, c) => {
      ink += value;
      row += r * value;
      column += c * value;
    });
  });
  const middle = (SIDE - 1) / 2;
  return ink === 0 ? [middle, middle] : [row / ink, column / ink];
}
