import { z } from 'zod';
import { grammarFile } from '../knowledge/grammar-schema';
import {
  beneficiariesFile,
  callsFile,
  organisationsFile,
  programmeFile,
  projectsFile,
  territoriesFile,
  themesFile,
} from '../model/records';
import { goldenFile } from './golden';
import { jsonText } from './json-layout';

const SCHEMAS = {
  projects: projectsFile,
  programme: programmeFile,
  calls: callsFile,
  themes: themesFile,
  organisations: organisationsFile,
  territories: territoriesFile,
  beneficiaries: beneficiariesFile,
  grammar: grammarFile,
  golden: goldenFile,
};

/** The JSON Schemas by which editors complete the data files, as texts by their paths in data/; the files name them under `$schema`. */
export function schemaTexts(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(SCHEMAS).map(([name, schema]) => [
      `schemas/${name}.json`,
      jsonText(z.toJSONSchema(schema, { io: 'input' })),
    ]),
  );
}
