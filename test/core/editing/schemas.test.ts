import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { z } from 'zod';
import { schemaTexts } from '../../../src/core/editing/schemas';
import { DATA_FILE_NAMES } from '../../../src/core/loading/parse';
import { dataTexts } from '../knowledge';

const EDITED = DATA_FILE_NAMES.filter((file) => file !== 'weights.json');
const texts = dataTexts();
const named = z.looseObject({ $schema: z.string() });

it('are in data/schemas as the program makes them (npm run -s knowledge -- schemas)', () => {
  for (const [file, text] of schemaTexts()) expect(readFileSync(join('data', file), 'utf8')).toBe(text);
});

it.each(EDITED)('%s names one by which it is right, and by which a field too many is not', (file) => {
  const content = named.parse(JSON.parse(texts[file]));
  const schema = schemaTexts().get(join(dirname(file), content.$schema));
  expect(schema).toBeDefined();
  const accepts = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(schema ?? ''));

  expect([accepts(content), accepts.errors]).toEqual([true, null]);
  expect(accepts({ ...content, autre: 1 })).toBe(false);
});
