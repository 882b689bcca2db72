import { encodePng } from './png';
import { outline, polygon, roundedBox, type Shape, union } from './shapes';

/** The two sizes that Teams wants. */
const COLOR_SIZE = 192;
const OUTLINE_SIZE = 32;

/** Also the accent of the manifest. */
export const BLUE = '#000091';

type Color = readonly [number, number, number];

const WHITE: Color = [255, 255, 255];
const DEEP_BLUE: Color = [0, 0, 145];
const BRIGHT_BLUE: Color = [48, 60, 205];
const AMBER: Color = [255, 183, 27];

/** Points looked at in each direction of a pixel: 64 in all give edges without steps. */
const SAMPLES = 8;

/** A layer: what it covers, and its colour at a height of the picture. */
interface Layer {
  readonly shape: Shape;
  readonly color: (y: number) => Color;
}

/** Our own mark, an answer made of figures: a speech bubble that holds bars. On blue, edge to edge, because Teams rounds the corners. */
export function colorIcon(): Uint8Array {
  const bubble = union(
    roundedBox({ left: 38, top: 40, right: 154, bottom: 130, radius: 18 }),
    // The tail begins inside the box, so that no seam shows.
    polygon([
      [58, 120],
      [96, 120],
      [61, 160],
    ]),
  );
  return draw(COLOR_SIZE, [
    { shape: () => -2, color: (y) => between(BRIGHT_BLUE, DEEP_BLUE, y / COLOR_SIZE) },
    { shape: bubble, color: () => WHITE },
    { shape: roundedBox({ left: 62, right: 82, top: 86, bottom: 112, radius: 4 }), color: () => DEEP_BLUE },
    { shape: roundedBox({ left: 86, right: 106, top: 72, bottom: 112, radius: 4 }), color: () => DEEP_BLUE },
    { shape: roundedBox({ left: 110, right: 130, top: 57, bottom: 112, radius: 4 }), color: () => AMBER },
  ]);
}

/** The same mark in white on nothing: Teams takes no other colour here. What stands straight is on whole pixels, to be sharp. */
export function outlineIcon(): Uint8Array {
  const shape = union(
    outline(roundedBox({ left: 3, top: 4, right: 29, bottom: 24, radius: 4 }), 2),
    polygon([
      [7, 22.5],
      [14.5, 22.5],
      [7.5, 30],
    ]),
    roundedBox({ left: 9, right: 11, top: 15, bottom: 20, radius: 0 }),
    roundedBox({ left: 15, right: 17, top: 12, bottom: 20, radius: 0 }),
    roundedBox({ left: 21, right: 23, top: 8, bottom: 20, radius: 0 }),
  );
  return draw(OUTLINE_SIZE, [{ shape, color: () => WHITE }]);
}

function between(from: Color, to: Color, part: number): Color {
  const mix = (start: number, end: number): number => Math.round(start + (end - start) * part);
  return [mix(from[0], to[0]), mix(from[1], to[1]), mix(from[2], to[2])];
}

/** Each layer over those before it. Where only one colour is drawn, what is clear has that colour too, so that its edges have no dark fringe. */
function draw(size: number, layers: readonly Layer[]): Uint8Array {
  const pixels = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) pixels.set(pixelOf(layers, x, y), (y * size + x) * 4);
  return encodePng({ size, pixels });
}

function pixelOf(layers: readonly Layer[], x: number, y: number): readonly [number, number, number, number] {
  let color = layers[0]?.color(y) ?? WHITE;
  let opacity = 0;
  for (const layer of layers) {
    const covered = coverage(layer.shape, x, y);
    if (covered > 0) color = opacity === 0 ? layer.color(y) : between(color, layer.color(y), covered);
    opacity += (1 - opacity) * covered;
  }
  return [...color, Math.round(opacity * 255)];
}

/** The part of a pixel that a shape covers. */
function coverage(shape: Shape, x: number, y: number): number {
  const distance = shape(x + 0.5, y + 0.5);
  if (distance > 1) return 0;
  if (distance < -1) return 1;
  let inside = 0;
  for (let row = 0; row < SAMPLES; row++)
    for (let column = 0; column < SAMPLES; column++)
      if (shape(x + (column + 0.5) / SAMPLES, y + (row + 0.5) / SAMPLES) <= 0) inside++;
  return inside / (SAMPLES * SAMPLES);
}
