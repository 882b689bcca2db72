import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { RECORD_FILES } from '../../src/core/loading/parse';
import { copyData } from '../host/data-copy';
import { OTHER_HOST, PAYLOADS } from './xss-payloads';

/** The texts of the base that are shown. */
const SHOWN: ReadonlySet<string> = new Set([
  ...['name', 'nameNote', 'label', 'carrier', 'carrierNote', 'partners', 'territoryNote', 'beneficiaries', 'fr', 'en'],
  ...[
    'nameNoteEn',
    'noteEn',
    'carrierNoteEn',
    'territoryNoteEn',
    'ftapFundingNoteEn',
    'totalCostNoteEn',
    'horizonEn',
    'basisEn',
  ],
  ...['summaryFr', 'summaryEn', 'ftapFundingNote', 'totalCostNote', 'horizon', 'basis', 'note', 'statusFr', 'statusEn'],
  ...[
    'what',
    'whatEn',
    'valueA',
    'valueAEn',
    'sourceA',
    'valueB',
    'valueBEn',
    'sourceB',
    'source',
    'supports',
    'answerFr',
    'answerEn',
    'questionFr',
    'questionEn',
  ],
]);

/**
 * A knowledge base that somebody has spoiled: after each text that is shown comes a payload, each in its turn, and every address of a
 * source ends in one. Returns its folder.
 *
 * @param address what each source's address becomes; by default one that its schema accepts
 */
export async function hostileData(
  address: (payload: string) => string = (payload) => `https://${OTHER_HOST}/${payload}`,
): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'assistant-data-'));
  let used = 0;
  // A text that names another is spoiled as that one is.
  const spoiledTexts = new Map<string, string>();
  const payload = (): string => PAYLOADS[used++ % PAYLOADS.length]?.text ?? '';
  copyData(folder);
  // The words of the grammar and what the training learned are compared and never shown.
  for (const file of RECORD_FILES) {
    const text = await readFile(path.join('data', file), 'utf8');
    await writeFile(path.join(folder, file), JSON.stringify(spoiled(JSON.parse(text), '')));
  }
  return folder;

  function spoiled(value: unknown, key: string): unknown {
    if (typeof value === 'string' && key === 'url') return address(payload());
    if (typeof value === 'string') {
      if (!SHOWN.has(key)) return value;
      const known = spoiledTexts.get(value) ?? `${value} ${payload()}`;
      spoiledTexts.set(value, known);
      return known;
    }
    // Wordings and words are lists under the names of languages: they are searched and never shown.
    if (Array.isArray(value))
      return value.map((item: unknown) => spoiled(item, key === 'fr' || key === 'en' ? '' : key));
    const entries = z.record(z.string(), z.unknown()).safeParse(value);
    if (!entries.success) return value;
    return Object.fromEntries(Object.entries(entries.data).map(([name, inner]) => [name, spoiled(inner, name)]));
  }
}
