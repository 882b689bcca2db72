import { crc32, inflateSync } from 'node:zlib';

/** One pixel: red, green, blue, opacity. */
export type Pixel = readonly [number, number, number, number];

/** A PNG read back from its bytes; only the kind that needs no filter: 8 bits, colour with opacity, rows as they are. */
export function readPng(bytes: Uint8Array): {
  readonly width: number;
  readonly height: number;
  readonly pixels: readonly Pixel[];
} {
  const png = Buffer.from(bytes);
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const chunks = chunksOf(png.subarray(8));
  expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'IDAT', 'IEND']);
  const [header = Buffer.alloc(0), data = Buffer.alloc(0)] = chunks.map(({ content }) => content);
  expect([...header.subarray(8)]).toEqual([8, 6, 0, 0, 0]);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = inflateSync(data);
  expect(rows).toHaveLength(height * (1 + width * 4));
  const pixels: Pixel[] = [];
  for (let y = 0; y < height; y++) {
    const start = y * (1 + width * 4);
    expect(rows[start]).toBe(0);
    for (let x = 0; x < width; x++) {
      const at = start + 1 + x * 4;
      pixels.push([rows[at] ?? 0, rows[at + 1] ?? 0, rows[at + 2] ?? 0, rows[at + 3] ?? 0]);
    }
  }
  return { width, height, pixels };
}

function chunksOf(bytes: Buffer): readonly { readonly type: string; readonly content: Buffer }[] {
  const chunks = [];
  for (let at = 0; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const typed = bytes.subarray(at + 4, at + 8 + length);
    expect(bytes.readUInt32BE(at + 8 + length)).toBe(crc32(typed));
    chunks.push({ type: typed.toString('latin1', 0, 4), content: typed.subarray(4) });
    at += 12 + length;
  }
  return chunks;
}
