/** How far a point is from the edge of a shape, in pixels: negative inside. */
export type Shape = (x: number, y: number) => number;

/** Looked up once: some millions of points are asked about. */
const { abs, hypot, max, min } = Math;

/** A rectangle with round corners. */
export function roundedBox(box: {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly radius: number;
}): Shape {
  const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  const half = { x: (box.right - box.left) / 2 - box.radius, y: (box.bottom - box.top) / 2 - box.radius };
  return (x, y) => {
    const away = { x: abs(x - middle.x) - half.x, y: abs(y - middle.y) - half.y };
    const outside = hypot(max(away.x, 0), max(away.y, 0));
    return outside + min(max(away.x, away.y), 0) - box.radius;
  };
}

/** A polygon without holes, its corners in order. */
export function polygon(corners: readonly (readonly [number, number])[]): Shape {
  const sides = corners.map((corner, index) => ({ from: corner, to: corners[(index + 1) % corners.length] ?? corner }));
  return (x, y) => {
    let distance = Infinity;
    let isInside = false;
    for (const { from, to } of sides) {
      distance = min(distance, toSegment(x, y, from, to));
      const [[fromX, fromY], [toX, toY]] = [from, to];
      if (fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX) isInside = !isInside;
    }
    return isInside ? -distance : distance;
  };
}

export function union(...shapes: readonly Shape[]): Shape {
  return (x, y) => {
    let distance = Infinity;
    for (const shape of shapes) distance = min(distance, shape(x, y));
    return distance;
  };
}

/** A line of this width along the inside of the edge. */
export function outline(shape: Shape, width: number): Shape {
  return (x, y) => {
    const distance = shape(x, y);
    return max(distance, -(distance + width));
  };
}

function toSegment(
  x: number,
  y: number,
  [fromX, fromY]: readonly [number, number],
  [toX, toY]: readonly [number, number],
): number {
  const [alongX, alongY] = [toX - fromX, toY - fromY];
  const part = ((x - fromX) * alongX + (y - fromY) * alongY) / (alongX * alongX + alongY * alongY);
  const nearest = min(max(part, 0), 1);
  return hypot(x - fromX - nearest * alongX, y - fromY - nearest * alongY);
}
