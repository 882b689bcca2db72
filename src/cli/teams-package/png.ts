import { crc32 } from 'node:zlib';
import { zlibSync } from 'fflate';

/** A picture: four bytes a pixel (red, green, blue, opacity), rows from the top. */
export interface Picture {
  readonly size: number;
  readonly pixels: Uint8Array;
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const BYTES_A_PIXEL = 4;
/** 8 bits a channel, colour with opacity; compression, filter and interlacing as every PNG that is not interlaced. */
const FORMAT = Uint8Array.of(8, 6, 0, 0, 0);

/** The picture as a PNG. Compressed by fflate and not by Node, whose zlib gives other bytes from one version to the next. */
export function encodePng({ size, pixels }: Picture): Uint8Array {
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([bigEndian(size), bigEndian(size), FORMAT])),
    chunk('IDAT', zlibSync(unfilteredRows(size, pixels), { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** Each row begins with the number of its filter; 0 is none. */
function unfilteredRows(size: number, pixels: Uint8Array): Uint8Array {
  const width = size * BYTES_A_PIXEL;
  const rows = new Uint8Array(size * (width + 1));
  for (let row = 0; row < size; row++) rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  return rows;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([bigEndian(data.length), body, bigEndian(crc32(body))]);
}

function bigEndian(number: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
}
