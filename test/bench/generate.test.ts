import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { parseRecords, type DataFileName } from '../../src/core/loading/parse';

const GENERATOR = join(__dirname, '..', '..', 'bench', 'generate.mjs');
const REAL = 66;

const files = z.record(z.string(), z.string());
const printed = generate(REAL + 60);

it('gives the same records for the same seed, others for another', () => {
  expect(generate(REAL + 60)).toBe(printed);
  expect(generate(REAL + 60, 7)).not.toBe(printed);
});

it('gives records that the schemas and the references accept, each under a name of its own', () => {
  const projects = projectsIn(printed);

  expect(projects).toHaveLength(REAL + 60);
  expect(new Set(projects.map(({ name }) => name)).size).toBe(projects.length);
});

it('keeps the real projects first, and begins a greater base with the smaller one', () => {
  const smaller = projectsIn(generate(REAL + 20));

  expect(smaller[0]?.id).toBe('mentor');
  expect(projectsIn(printed).slice(0, smaller.length)).toEqual(smaller);
});

function generate(size: number, seed?: number): string {
  const args = [GENERATOR, String(size), ...(seed === undefined ? [] : [String(seed)])];
  return execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

function projectsIn(text: string): readonly { readonly id: string; readonly name: string }[] {
  const texts = files.parse(JSON.parse(text));
  const read = (file: DataFileName): string | null => texts[file] ?? null;
  const parsed = parseRecords({
    'projects.json': read('projects.json'),
    'programme.json': read('programme.json'),
    'calls.json': read('calls.json'),
    'themes.json': read('themes.json'),
    'organisations.json': read('organisations.json'),
    'territories.json': read('territories.json'),
    'beneficiaries.json': read('beneficiaries.json'),
    'grammar/fr.json': read('grammar/fr.json'),
    'grammar/en.json': read('grammar/en.json'),
    'weights.json': read('weights.json'),
  });
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems.slice(0, 5)));
  return parsed.records.projects;
}
