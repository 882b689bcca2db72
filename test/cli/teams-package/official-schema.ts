import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv-draft-04';
import { z } from 'zod';

const isAddress = (text: string): boolean => URL.canParse(text);
/** Where Microsoft's schemas are, a folder a version. */
export const SCHEMAS = path.join('node_modules', '@microsoft', 'app-manifest', 'build', 'json-schemas', 'teams');

/**
 * What is wrong in a file of the package by Microsoft's own schema of that version; empty when nothing is. Read with the library that
 * Microsoft's own validator reads it with; that validator itself stops at the regular expressions of the localization schema, which are
 * not of the strict kind.
 */
export function problemsOf(
  file: unknown,
  schema: 'MicrosoftTeams.schema' | 'MicrosoftTeams.Localization.schema',
  version: string,
): readonly string[] {
  const text = readFileSync(path.join(SCHEMAS, `v${version}`, `${schema}.json`), 'utf8');
  const ajv = new Ajv({ allErrors: true, strictTypes: false, unicodeRegExp: false, formats: { uri: isAddress } });
  const validate = ajv.compile(z.record(z.string(), z.unknown()).parse(JSON.parse(text)));
  validate(file);
  return (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
}
