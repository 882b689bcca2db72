import { z } from 'zod';
import { grammarFile } from '../knowledge/grammar-schema';
import { RECORD_SCHEMAS } from '../model/records';
import { goldenFile } from './golden';
import { jsonText } from './json-layout';

/** The JSON Schemas by which editors complete the data files, as texts by their paths in data/; the files name them under `$schema`. */
export function schemaTexts(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries({ ...RECORD_SCHEMAS, 'grammar.json': grammarFile, 'golden.json': goldenFile }).map(
      ([file, schema]) => [`schemas/${file}`, jsonText(z.toJSONSchema(schema, { io: 'input' }))],
    ),
  );
}
