import { createHash } from 'node:crypto';

/**
 * The name of the file of a key, without its ending. Keys come from the network: a hash has no "..", no length, no case and no
 * alphabet to fear. It is made of the key's JSON, which tells apart even halves of characters that UTF-8 would confuse.
 */
export function fileNameOf(key: string): string {
  return createHash('sha256').update(JSON.stringify(key)).digest('hex');
}
